import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { clearPoints, editText, takePrevious, undoLast } from './edits.ts'
import { edit, move, moveInOrder } from './move.ts'
import type { Selection, SheetSession } from './session.ts'

/** A key as the grid needs to know it; every keyboard event is one. */
export interface GridKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const arrows: Readonly<Record<string, readonly [rows: number, across: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [Number.NEGATIVE_INFINITY, 0],
  End: [Number.POSITIVE_INFINITY, 0],
}

/**
 * What a key did: `handled` keeps the browser from doing its own, `typed` lets it put the character into the editor that opened,
 * `enterFacts` goes into the fields of the leaf and lets it put the character there.
 */
export type KeyOutcome = 'handled' | 'typed' | 'ignored' | 'askBasis' | 'enterFacts'

const changeKey = (session: SheetSession, selection: Selection, { key }: GridKey): KeyOutcome => {
  const row = session.rows.byId.get(selection.nodeId)
  const entry = session.sheet.view().entries.get(selection.nodeId)
  if (!row || !entry) return 'ignored'
  const hasFacts = selection.column === 'points' && factsRuleOf(row.node) !== undefined
  if (hasFacts && (key === 'Enter' || key === 'F2')) return 'enterFacts'
  if (key === 'Enter' || key === 'F2') {
    edit(session, editText(entry, selection.column))
    return 'handled'
  }
  if (key === 'Delete' || key === 'Backspace') {
    if (selection.column === 'points') clearPoints(session, row.id)
    else edit(session, '')
    return 'handled'
  }
  if (selection.column === 'points' && key === '=') {
    takePrevious(session, row)
    return 'handled'
  }
  if (selection.column === 'points' && key.toLowerCase() === 'k') return 'askBasis'
  if (key.length !== 1) return 'ignored'
  if (hasFacts) return 'enterFacts'
  edit(session, '')
  return 'typed'
}

/** Keys of a selected cell that is not being edited, as in a spreadsheet. */
export const pressKey = (session: SheetSession, selection: Selection, pressed: GridKey): KeyOutcome => {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed
  if ((ctrlKey || metaKey) && key.toLowerCase() === 'z' && session.canChange) {
    undoLast(session)
    return 'handled'
  }
  if (altKey || metaKey || (ctrlKey && key !== 'Home' && key !== 'End')) return 'ignored'
  const arrow = arrows[key]
  if (arrow) {
    move(session, selection, ...arrow)
    return 'handled'
  }
  if (key === 'Tab') return moveInOrder(session, selection, shiftKey ? -1 : 1) ? 'handled' : 'ignored'
  if (!session.canChange) return 'ignored'
  return changeKey(session, selection, pressed)
}
