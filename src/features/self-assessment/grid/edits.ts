import { pointsText } from '../../../core/exact/points.ts'
import { layPaste, type PastedCell, type PastePlan } from '../../../core/self-assessment/lay-paste.ts'
import { readEntry } from '../../../core/self-assessment/read-entry.ts'
import type { Problem } from '../../../core/problem.ts'
import { problemSentence } from '../../../language/problem-sentence.ts'
import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import { formatFigure } from '../../../language/format.ts'
import type { GridColumn, SheetSession } from './session.ts'
import { type Claim, type Entry, sameClaim } from './entry.ts'
import { applyEdits, type ClaimEdit, undo } from './sheet-state.ts'
import type { SheetRow } from './sheet-rows.ts'

/** What stands in a cell when nobody edits it. */
export const cellText = ({ claim, refused }: Entry, column: GridColumn): string => {
  if (column === 'explanation') return claim.explanation ?? ''
  if (refused) return refused.text
  if (claim.status === 'notApplicable') return texts.notApplicable
  return claim.points === undefined ? '' : formatFigure(claim.points)
}

/** What the editor of a cell starts with: the figure as one would type it. */
export const editText = (entry: Entry, column: GridColumn): string =>
  column === 'points' && !entry.refused && entry.claim.status === 'notApplicable' ? '' : cellText(entry, column)

const sentence = (problems: readonly Problem[]): string => problems.map((problem) => problemSentence(problem)).join(' ')

const entryAt = (session: SheetSession, nodeId: string): Entry => {
  const entry = session.sheet.get().entries.get(nodeId)
  if (!entry) throw new Error(`${nodeId} is not entered here`)
  return entry
}

const keepsExplanation = ({ claim }: Entry): Pick<Claim, 'explanation'> => ({
  ...(claim.explanation && { explanation: claim.explanation }),
})

const apply = (
  session: SheetSession,
  edits: readonly ClaimEdit[],
  refusals: readonly { nodeId: string; text: string; message: string }[] = [],
): void => {
  const changing = edits.filter(({ nodeId, claim }) => {
    const entry = entryAt(session, nodeId)
    return entry.refused !== undefined || !sameClaim(entry.claim, claim)
  })
  if (changing.length + refusals.length === 0) return
  session.sheet.change((state) => applyEdits(state, changing, refusals))
  if (refusals.length) session.announcement.change(() => refusals.map(({ message }) => message).join(' '))
}

/** Takes what was typed into a cell. Refused points stay in the cell with the sentence that says why. */
export const enterText = (session: SheetSession, row: SheetRow, column: GridColumn, typed: string): void => {
  const entry = entryAt(session, row.id)
  const text = typed.trim()
  if (column === 'explanation') return enterExplanation(session, entry, text)
  if (text === '') return clearPoints(session, row.id)
  const points = readEntry(row.node, text)
  if (points.ok)
    return apply(session, [{ nodeId: row.id, claim: { status: 'scored', points: pointsText(points.value), ...keepsExplanation(entry) } }])
  apply(session, [], [{ nodeId: row.id, text, message: sentence(points.problems) }])
}

const enterExplanation = (session: SheetSession, { nodeId, claim }: Entry, text: string): void => {
  // The basis of a leaf that does not apply cannot be emptied: the claim would stand on nothing.
  if (claim.status === 'notApplicable' && text === '') return session.announcement.change(() => texts.basisDialog.missing)
  const { explanation: _, ...rest } = claim
  apply(session, [{ nodeId, claim: { ...rest, ...(text && { explanation: text.normalize('NFC') }) } }])
}

/** Clears the points: missing, not zero. The explanation stays. */
export const clearPoints = (session: SheetSession, nodeId: string): void => {
  const entry = entryAt(session, nodeId)
  apply(session, [{ nodeId, claim: { status: 'missing', ...keepsExplanation(entry) } }])
}

export const claimNotApplicable = (session: SheetSession, nodeId: string, basis: string): void =>
  apply(session, [{ nodeId, claim: { status: 'notApplicable', explanation: basis.trim().normalize('NFC') } }])

/** Takes last year's points; one above today's maximum is refused in its cell like any other. */
export const takePrevious = (session: SheetSession, row: SheetRow): void => {
  if (row.previous?.points !== undefined) enterText(session, row, 'points', row.previous.points)
}

export const undoLast = (session: SheetSession): void => session.sheet.change(undo)

/** Lays a block from the clipboard over the sheet, without changing anything yet. */
export const planPaste = (session: SheetSession, text: string, nodeId: string, column: GridColumn): PastePlan =>
  layPaste(
    session.rows.all.map(({ node, isLeaf }) => ({ id: node.id, code: node.code, maxPoints: node.maxPoints, source: node.source, isLeaf })),
    text,
    nodeId,
    column,
  )

export const pasteMessage = ({ problems }: PastedCell): string => sentence(problems)

/** Puts a laid block in, as one step of undo: what fits stands, what does not stays in its cell as text to be corrected. */
export const applyPaste = (session: SheetSession, { cells }: PastePlan): number => {
  const claims = new Map<string, Claim>()
  const refusals: { nodeId: string; text: string; message: string }[] = []
  let taken = 0
  for (const cell of cells) {
    if (!session.rows.byId.get(cell.nodeId)?.isOwn) continue
    const before = claims.get(cell.nodeId) ?? entryAt(session, cell.nodeId).claim
    if (cell.problems.length) refusals.push({ nodeId: cell.nodeId, text: cell.text, message: pasteMessage(cell) })
    else if (cell.column === 'explanation') claims.set(cell.nodeId, { ...before, explanation: cell.text })
    else if (cell.points !== undefined)
      claims.set(cell.nodeId, {
        status: 'scored',
        points: pointsText(cell.points),
        ...(before.explanation && { explanation: before.explanation }),
      })
    if (cell.problems.length === 0) taken += 1
  }
  apply(
    session,
    [...claims].map(([nodeId, claim]) => ({ nodeId, claim })),
    refusals,
  )
  return taken
}
