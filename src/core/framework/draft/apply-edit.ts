import { errorAt, type Problem } from '../../problem.ts'
import { parsePoints } from '../../exact/points.ts'
import { accept, refuse, type Result, unreachable } from '../../result.ts'
import type { Framework, FrameworkNode } from '../framework.ts'
import { walkNodes } from '../walk.ts'
import { correctCell } from './correct-cell.ts'
import { correctHead, setClasses } from './correct-head.ts'
import type { FrameworkDraft } from './draft.ts'
import { addRow, moveRow, removeRow } from './edit-rows.ts'
import type { EditOf, FrameworkEdit } from './edit.ts'
import { reviseFramework, reviseRows } from './revise.ts'
import { canDismiss } from './check-draft.ts'
import { checkFrameStays } from './frame-rows.ts'
import { answerProposal, setRule } from './rule-edits.ts'
import { setCodeMap } from './set-code-map.ts'

const settleRow = (nodes: readonly FrameworkNode[], at: string, settled: 'printed' | 'derived'): readonly FrameworkNode[] =>
  nodes.map((node) => (node.id === at ? { ...node, settled } : { ...node, children: settleRow(node.children, at, settled) }))

/** Records which of print and sum a person chose; the figures themselves stay, and computation always adds up leaves. */
const settleTotal = (framework: Framework, { at, choice }: EditOf<'settleTotal'>): Result<Framework> => {
  if (at === 'total') return accept({ ...framework, settledTotal: choice })
  const known = [...walkNodes(framework.nodes)].some(({ node }) => node.id === at && node.children.length > 0)
  return known ? accept({ ...framework, nodes: settleRow(framework.nodes, at, choice) }) : refuse(errorAt('unknownNode', at, { node: at }))
}

const dismiss = (draft: FrameworkDraft, { at, problem, reason }: EditOf<'dismiss'>): Result<FrameworkDraft> => {
  if (reason.trim() === '') return refuse(errorAt('missingField', 'reason', { field: 'reason' }))
  if (!canDismiss(draft, at, problem)) return refuse(errorAt('notFound', at, { what: 'warning' }))
  return accept({ ...draft, dismissals: [...draft.dismissals, { at, problem, reason: reason.normalize('NFC').trim() }] })
}

/** Whether correcting this cell answers a doubt about how it was read: the doubtful text stands in it. */
const isAnswered = (doubt: Problem, { at, field }: EditOf<'correctCell'>, node: FrameworkNode): boolean => {
  if (doubt.at !== at) return false
  if (doubt.code === 'decimalSign') return field === 'maxPoints'
  if (doubt.code !== 'doubtfulText') return false
  const read = doubt.corrected ?? doubt.raw
  if (field !== 'maxPoints') return String(node[field] ?? '').includes(read)
  const points = parsePoints(read)
  return points !== undefined && points === (node.printedMaxPoints ?? node.maxPoints)
}

const correct = (draft: FrameworkDraft, edit: EditOf<'correctCell'>): Result<FrameworkDraft> => {
  const node = [...walkNodes(draft.framework.nodes)].find(({ node: { id } }) => id === edit.at)?.node
  const doubts = draft.doubts.filter((doubt) => !node || !isAnswered(doubt, edit, node))
  return reviseRows({ ...draft, doubts }, (rows) => correctCell(rows, edit))
}

const withFramework = (draft: FrameworkDraft, framework: Result<Framework>): Result<FrameworkDraft> =>
  framework.ok ? accept({ ...draft, framework: reviseFramework(draft.framework, framework.value) }) : framework

const applyAny = (draft: FrameworkDraft, edit: FrameworkEdit): Result<FrameworkDraft> => {
  switch (edit.kind) {
    case 'settleTotal':
      return withFramework(draft, settleTotal(draft.framework, edit))
    case 'correctCell':
      return correct(draft, edit)
    case 'correctHead':
      return withFramework(draft, correctHead(draft.framework, edit))
    case 'setClasses':
      return withFramework(draft, setClasses(draft.framework, edit))
    case 'addRow':
      return reviseRows(draft, (rows) => addRow(rows, edit))
    case 'removeRow':
      return reviseRows(draft, (rows) => removeRow(rows, edit))
    case 'moveRow':
      return reviseRows(draft, (rows) => moveRow(rows, edit))
    case 'dismiss':
      return dismiss(draft, edit)
    case 'setRule':
      return reviseRows(draft, (rows) => setRule(rows, draft.framework.nodes, edit))
    case 'answerProposal':
      return answerProposal(draft, edit)
    case 'setCodeMap':
      return setCodeMap(draft, edit)
    default:
      return unreachable(edit)
  }
}

/**
 * The draft after one edit, or why it cannot be done. Sums, ids and choices follow; problems are found anew by `checkDraft`. Rows of a parent frame
 * stay as they are: local rows stand beside them.
 */
export const applyEdit = (draft: FrameworkDraft, edit: FrameworkEdit): Result<FrameworkDraft> => {
  const after = applyAny(draft, edit)
  if (!after.ok) return after
  const problems = checkFrameStays(draft.framework, after.value.framework)
  return problems.length > 0 ? refuse(...problems) : after
}

/** The draft after a list of edits, all or none: history is the list, the draft its fold. */
export const applyEdits = (draft: FrameworkDraft, edits: readonly FrameworkEdit[]): Result<FrameworkDraft> => {
  let result: Result<FrameworkDraft> = accept(draft)
  for (const edit of edits) if (result.ok) result = applyEdit(result.value, edit)
  return result
}
