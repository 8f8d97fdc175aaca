import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { PastePlan } from '../../../core/self-assessment/lay-paste.ts'
import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import type { Sheet } from '../contract.ts'
import { BasisDialog } from './basis-dialog.tsx'
import { cellText } from './edits.ts'
import { applyPaste, type Pasted, planPaste } from './lay-block.ts'
import classes from './grid.module.css'
import { pressKey } from './grid-keys.ts'
import { GridHead } from './grid-head.tsx'
import { GroupRow } from './group-row.tsx'
import { LeafRow } from './leaf-row.tsx'
import { select } from './move.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { useSession } from './use-session.ts'

interface Props {
  readonly sheet: Sheet
  readonly evidence: ReadonlyMap<string, number>
  readonly questions: ReadonlyMap<string, number>
  /** Opens the criterion over the table, where it does not stand beside it. */
  readonly onPanel: () => void
}

/** The sheet as it is printed, alive: stands on a cell, types, moves and pastes as in a spreadsheet. */
export const SheetGrid = ({ sheet, evidence, questions, onPanel }: Props) => {
  const session = useSession()
  const [pasted, setPasted] = useState<Pasted>()
  const [basisFor, setBasisFor] = useState<string>()
  const isLeaving = useRef(false)
  const ahead = useRef<string>(undefined)

  const press = (event: KeyboardEvent): void => {
    const selection = session.selection.get()
    if (ahead.current !== undefined) {
      // The dialog is on its way; what is typed meanwhile is for it.
      if (event.key.length === 1) ahead.current += event.key
      return event.preventDefault()
    }
    if (!selection || selection.text !== undefined) return
    const wasLeaving = isLeaving.current
    isLeaving.current = event.key === 'Escape'
    if (event.key === 'Escape' || (event.key === 'Tab' && wasLeaving)) return
    const outcome = flushSync(() => pressKey(session, selection, event))
    if (outcome === 'askBasis') {
      ahead.current = ''
      flushSync(() => setBasisFor(selection.nodeId))
    }
    if (outcome === 'enterFacts') enterFacts(event)
    if (outcome === 'handled' || outcome === 'askBasis') event.preventDefault()
  }
  const enterFacts = (event: KeyboardEvent): void => {
    if (event.key.length !== 1) event.preventDefault()
    if (session.facts.enter?.(event.key)) return
    event.preventDefault()
    flushSync(onPanel)
    // Once the panel has taken the focus.
    setTimeout(() => session.facts.enter?.(), 50)
  }
  const paste = (event: ClipboardEvent): void => {
    const selection = session.selection.get()
    if (!selection || selection.text !== undefined || !session.canChange) return
    event.preventDefault()
    const block = { text: event.clipboardData.getData('text/plain'), nodeId: selection.nodeId, column: selection.column }
    const laid = planPaste(session, block)
    if (laid.cells.length === 0 && laid.left.length === 0) return session.announcement.change(() => texts.paste.nothing)
    const isOneCell = laid.cells.length === 1 && laid.left.length === 0 && laid.cells[0]?.problems.length === 0
    if (isOneCell) take(laid)
    else setPasted(block)
  }
  const take = (laid: PastePlan): void => {
    const taken = applyPaste(session, laid)
    session.announcement.change(() => texts.paste.done(taken))
  }
  const copy = (event: ClipboardEvent): void => {
    const selection = session.selection.get()
    const entry = selection && session.sheet.view().entries.get(selection.nodeId)
    if (!entry || selection.text !== undefined || !getSelection()?.isCollapsed) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', cellText(entry, selection.column))
  }
  const takeAhead = useCallback((): string => {
    const typed = ahead.current ?? ''
    ahead.current = undefined
    return typed
  }, [])
  const backTo = (nodeId: string | undefined): void => {
    if (nodeId) select(session, nodeId)
  }
  return (
    <>
      <table className={classes.grid} role="grid" aria-label={texts.gridLabel} onKeyDown={press} onPaste={paste} onCopy={copy}>
        <GridHead year={sheet.previous?.year} />
        <tbody>
          {session.rows.all.map((row) =>
            row.isLeaf ? (
              <LeafRow key={row.id} row={row} evidenceCount={evidence.get(row.id) ?? 0} openQuestions={questions.get(row.id) ?? 0} />
            ) : (
              <GroupRow key={row.id} row={row} />
            ),
          )}
        </tbody>
      </table>
      {pasted && (
        <PasteDialog
          pasted={pasted}
          onTake={take}
          onClose={() => {
            setPasted(undefined)
            backTo(session.selection.get()?.nodeId)
          }}
        />
      )}
      {basisFor && (
        <BasisDialog
          nodeId={basisFor}
          typedAhead={takeAhead}
          onClose={() => {
            ahead.current = undefined
            setBasisFor(undefined)
            backTo(basisFor)
          }}
        />
      )}
    </>
  )
}
