import { VisuallyHidden } from '@mantine/core'
import { type MouseEvent, type ReactNode, useCallback, useEffect, useState } from 'react'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { partOfFramework } from '../../core/self-assessment/part.ts'
import { localDrafts } from '../../web/widgets/autosave/local-drafts.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { useSignedIn } from '../../web/widgets/session.ts'
import type { Sheet } from './contract.ts'
import { SheetFlags } from './flags/sheet-flags.tsx'
import { copiesId, SheetCopies } from './copies/sheet-copies.tsx'
import { type Claim, storedClaims, type Typed } from './grid/entry.ts'
import { KeysHelp } from './grid/keys-help.tsx'
import { select } from './grid/move.ts'
import { Notices } from './grid/notices.tsx'
import { savingOf } from './grid/send-claims.ts'
import { draftsName, openSession, type SheetSession } from './grid/session.ts'
import { SheetGrid } from './grid/sheet-grid.tsx'
import { SheetPanel } from './grid/sheet-panel.tsx'
import { SubmitDialog } from './grid/submit-dialog.tsx'
import { SummaryBar } from './grid/summary-bar.tsx'
import { SessionContext, usePicked, useTotal } from './grid/use-session.ts'
import classes from './open-sheet.module.css'
import type { LinkDocument } from './link-document.ts'
import { OwnParts } from './parts/own-parts.tsx'
import { PartsTable } from './parts/parts-table.tsx'
import { WorkbookPart } from './workbook/workbook-part.tsx'

/** Where the documents of a criterion and what is asked there go; `onCount` and `onOpenQuestions` tell the grid how many there are now. */
export interface EvidencePlace {
  readonly cycleId: string
  readonly unitId: string
  readonly nodeId: string
  readonly canChange: boolean
  /** The division in whose register whoever works in one keeps documents. */
  readonly registerOf?: string | undefined
  readonly onCount: (count: number) => void
  readonly onOpenQuestions: (count: number) => void
}
export type RenderEvidence = (place: EvidencePlace) => ReactNode

const useSheetSession = (sheet: Sheet): SheetSession => {
  const { person } = useSignedIn()
  const [session] = useState(() => {
    const framework = parseFramework(sheet.framework.document)
    if (!framework.ok) throw new Error('a framework in force could not be read')
    const place = { cycleId: sheet.cycle.id, unitId: sheet.unit.id }
    const drafts = localDrafts<Claim, Typed>(draftsName(person.id, place.cycleId, place.unitId))
    const { ownPart } = sheet
    const shown = ownPart ? partOfFramework(framework.value, new Set(ownPart.leaves)) : framework.value
    return openSession(sheet, shown, drafts, savingOf(place))
  })
  useEffect(() => {
    // What is in an open editor is taken before the page goes.
    const leave = (): void => session.editor.commit?.()
    const send = (): void => void session.sheet.flush()
    addEventListener('pagehide', leave)
    addEventListener('online', send)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('online', send)
      leave()
      send()
      session.sheet.stop()
    }
  }, [session])
  useEffect(() => {
    if (session.sheet.view().saving !== 'saving') session.sheet.open(storedClaims(session.rows.ownIds, sheet.claims))
  }, [session, sheet.claims])
  return session
}

/** Documents, or open questions, per criterion: as loaded, and as the panel has counted since. */
const useCounts = (loaded: Sheet['evidence']): readonly [ReadonlyMap<string, number>, (nodeId: string, count: number) => void] => {
  const [counts, setCounts] = useState<ReadonlyMap<string, number>>(() => new Map(loaded.map(({ nodeId, count }) => [nodeId, count])))
  const count = useCallback(
    (nodeId: string, found: number) =>
      setCounts((before) => ((before.get(nodeId) ?? 0) === found ? before : new Map(before).set(nodeId, found))),
    [],
  )
  return [counts, count]
}

interface Props {
  readonly sheet: Sheet
  readonly linkDocument: LinkDocument
  readonly renderEvidence?: RenderEvidence
}

/** A sheet at work: how far, the grid, the criterion in full beside it. */
export const OpenSheet = ({ sheet, linkDocument, renderEvidence }: Props) => {
  const session = useSheetSession(sheet)
  const [counts, setCount] = useCounts(sheet.evidence)
  const [questions, setQuestions] = useCounts(sheet.openQuestions)
  const [isSubmitting, setSubmitting] = useState(false)
  const [copiesAsked, setCopiesAsked] = useState(0)
  const [asked] = useAddress('tieu-chi')
  const [isPanelOpen, setPanelOpen] = useState(asked !== '')
  useEffect(() => {
    if (session.rows.own.some(({ id }) => id === asked)) select(session, asked)
  }, [session, asked])
  const point = (event: MouseEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('tr[data-node]')
    const nodeId = row?.dataset['node']
    if (!nodeId) return
    setPanelOpen(true)
    if (!(event.target as Element).closest('[role="gridcell"]')) select(session, nodeId)
  }
  const evidenceOf = (nodeId: string): ReactNode =>
    renderEvidence?.({
      cycleId: sheet.cycle.id,
      unitId: sheet.unit.id,
      nodeId,
      canChange: session.canChange,
      registerOf: sheet.ownPart?.divisionIds[0],
      onCount: (count) => setCount(nodeId, count),
      onOpenQuestions: (count) => setQuestions(nodeId, count),
    })
  return (
    <SessionContext value={session}>
      <Notices sheet={sheet} />
      <SheetFlags cycleId={sheet.cycle.id} unitId={sheet.unit.id} />
      {sheet.ownPart ? <OwnParts sheet={sheet} /> : sheet.parts && <PartsTable sheet={sheet} />}
      {session.canChange && <WorkbookPart sheet={sheet} linkDocument={linkDocument} />}
      <SummaryBar target={sheet.targets?.values['']} {...(!sheet.ownPart && { onSubmit: () => setSubmitting(true) })} />
      <div className={classes.sheet}>
        <div className={classes.table} onClick={point}>
          <SheetGrid sheet={sheet} evidence={counts} questions={questions} onPanel={() => setPanelOpen(true)} />
        </div>
        <SheetPanel sheet={sheet} evidenceOf={evidenceOf} isOpen={isPanelOpen} onClose={() => setPanelOpen(false)} />
      </div>
      {!sheet.ownPart && <Copies sheet={sheet} session={session} asked={copiesAsked} />}
      {session.canChange && <KeysHelp />}
      <Announcer session={session} />
      {isSubmitting && (
        <SubmitDialog
          sheet={sheet}
          evidence={counts}
          onClose={() => setSubmitting(false)}
          onCopies={() => setCopiesAsked(copiesAsked + 1)}
        />
      )}
    </SessionContext>
  )
}

interface CopiesProps {
  readonly sheet: Sheet
  readonly session: SheetSession
  /** How often the way here was taken: then the place is shown although criteria are open, since they may be left without an answer. */
  readonly asked: number
}

/** Signed or stamped copies; whoever may submit hands them in, also of what was typed last. */
const Copies = ({ sheet, session, asked }: CopiesProps) => {
  useEffect(() => {
    if (asked > 0) document.getElementById(copiesId)?.scrollIntoView()
  }, [asked])
  const settle = async (): Promise<void> => {
    session.editor.commit?.()
    await session.sheet.flush()
  }
  const total = useTotal('')
  return (
    <SheetCopies
      cycleId={sheet.cycle.id}
      unitId={sheet.unit.id}
      isWhole={asked > 0 || (total !== undefined && total.answered === total.leaves)}
      {...(session.canChange && { settle })}
    />
  )
}

/** Reads out what happened: refusals, pasted blocks. */
const Announcer = ({ session }: { readonly session: SheetSession }) => {
  const words = usePicked(session.announcement, (value) => value)
  return <VisuallyHidden aria-live="polite">{words}</VisuallyHidden>
}
