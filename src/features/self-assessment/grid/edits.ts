import { pointsText } from '../../../core/exact/points.ts'
import type { Problem } from '../../../core/problem.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { claimOfFacts } from '../../../core/self-assessment/claim-of-facts.ts'
import { readEntry } from '../../../core/self-assessment/read-entry.ts'
import { formatFigure } from '../../../language/format.ts'
import { ruleInputsTexts } from '../../../language/pages/rule-inputs.ts'
import { selfAssessmentTexts as texts } from '../../../language/pages/self-assessment.ts'
import { problemSentence } from '../../../language/problem-sentence.ts'
import type { Edit } from '../../../web/widgets/autosave/autosave-state.ts'
import { type Claim, type Entry, sameClaim, type Typed } from './entry.ts'
import type { GridColumn, SheetSession } from './session.ts'
import type { SheetRow } from './sheet-rows.ts'

export type ClaimEdit = Edit<Claim, Typed>

/** What stands in a cell when nobody edits it. */
export const cellText = ({ value, held }: Entry, column: GridColumn): string => {
  if (column === 'explanation') return value.explanation ?? ''
  if (held && !held.inputs) return held.text
  if (value.status === 'notApplicable') return texts.notApplicable
  return value.points === undefined ? '' : formatFigure(value.points)
}

/** What the editor of a cell starts with: the figure as one would type it. */
export const editText = (entry: Entry, column: GridColumn): string =>
  column === 'points' && !entry.held && entry.value.status === 'notApplicable' ? '' : cellText(entry, column)

export const sentence = (problems: readonly Problem[]): string => problems.map((problem) => problemSentence(problem)).join(' ')

export const entryAt = (session: SheetSession, nodeId: string): Entry => {
  const entry = session.sheet.view().entries.get(nodeId)
  if (!entry) throw new Error(`${nodeId} is not entered here`)
  return entry
}

export const keepsExplanation = ({ value }: Entry): Pick<Claim, 'explanation'> => ({
  ...(value.explanation && { explanation: value.explanation }),
})

/** Takes edits as one step; what changes nothing is no step. */
export const apply = (session: SheetSession, edits: readonly ClaimEdit[], step?: string): void => {
  const changing = edits.filter(({ id, value, held }) => {
    const entry = entryAt(session, id)
    return held !== undefined || entry.held !== undefined || !sameClaim(entry.value, value)
  })
  if (changing.length === 0) return
  session.sheet.edit(changing, step)
  const refused = changing.flatMap(({ held }) => (held && !held.inputs ? [held.message] : []))
  if (refused.length) session.announcement.change(() => refused.join(' '))
}

/** Text that does not stand: the claim stays as it was, the text in its cell with the sentence that says why. */
export const heldText = (entry: Entry, text: string, message: string): ClaimEdit => ({
  id: entry.stored.id,
  value: entry.value,
  held: { text, message },
})

/** Takes what was typed into a cell. Refused points stay in the cell with the sentence that says why. */
export const enterText = (session: SheetSession, row: SheetRow, column: GridColumn, typed: string): void => {
  const entry = entryAt(session, row.id)
  const text = typed.trim()
  if (column === 'explanation') return enterExplanation(session, entry, text)
  if (text === '') return clearPoints(session, row.id)
  const points = readEntry(row.node, text)
  if (!points.ok) return apply(session, [heldText(entry, text, sentence(points.problems))])
  apply(session, [{ id: row.id, value: { status: 'scored', points: pointsText(points.value), ...keepsExplanation(entry) } }])
}

const enterExplanation = (session: SheetSession, { stored, value, held }: Entry, text: string): void => {
  // The basis of a leaf that does not apply cannot be emptied: the claim would stand on nothing.
  if (value.status === 'notApplicable' && !value.inputs && text === '') return session.announcement.change(() => texts.basisDialog.missing)
  const { explanation: _, ...rest } = value
  apply(session, [{ id: stored.id, value: { ...rest, ...(text && { explanation: text.normalize('NFC') }) }, ...(held && { held }) }])
}

/** The facts that stand in the form of a leaf: those that were typed last, also where they are not accepted. */
export const factsOf = ({ value, held }: Entry): Inputs => held?.inputs ?? value.inputs ?? {}

/** Takes the facts of a leaf: what its rule makes of them is the claim. Facts that cannot be stay in the form; the claim stays as it was. */
export const enterFacts = (session: SheetSession, row: SheetRow, inputs: Inputs, field?: string): void => {
  const rule = factsRuleOf(row.node)
  if (!rule) return
  const entry = entryAt(session, row.id)
  const { claim } = claimOfFacts(row.node, rule, inputs)
  const step = field && `${row.id} ${field}`
  if (!claim)
    return apply(session, [{ id: row.id, value: entry.value, held: { text: '', message: ruleInputsTexts.refused, inputs } }], step)
  const { points, ...rest } = claim
  const value = { ...rest, ...(points !== undefined && { points: pointsText(points) }), ...keepsExplanation(entry) }
  apply(session, [{ id: row.id, value }], step)
}

/** Clears the points and the facts they came from: missing, not zero. The explanation stays. */
export const clearPoints = (session: SheetSession, nodeId: string): void =>
  apply(session, [{ id: nodeId, value: { status: 'missing', ...keepsExplanation(entryAt(session, nodeId)) } }])

export const claimNotApplicable = (session: SheetSession, nodeId: string, basis: string): void =>
  apply(session, [{ id: nodeId, value: { status: 'notApplicable', explanation: basis.trim().normalize('NFC') } }])

/** Last year's dates are no dates of this year; all other facts may be the same. */
const withoutDates = (inputs: Inputs): Inputs =>
  Object.fromEntries(Object.entries(inputs).filter(([, value]) => !/\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4}/.test(JSON.stringify(value))))

/** Takes what the unit had last year for this leaf: its facts where a rule makes points of them, else the points. */
export const takePrevious = (session: SheetSession, row: SheetRow): void => {
  const { points, inputs } = row.previous ?? {}
  if (!factsRuleOf(row.node)) return points === undefined ? undefined : enterText(session, row, 'points', points)
  if (inputs) enterFacts(session, row, withoutDates(inputs as Inputs))
}

export const undoLast = (session: SheetSession): void => session.sheet.undo()
