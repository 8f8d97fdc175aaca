import { errorAt } from '../../problem.ts'
import { accept, refuse, type Result } from '../../result.ts'
import { parseRule } from '../../rules/parse-rule.ts'
import type { FrameworkNode } from '../framework.ts'
import { ruleMaximum } from '../../rules/rule-maximum.ts'
import { leavesOf, walkNodes } from '../walk.ts'
import type { FrameworkDraft } from './draft.ts'
import type { EditOf } from './edit.ts'
import { printedCalculation } from './propose-rules.ts'
import { replaceRow, type Rows } from './row-tree.ts'

const leafAt = (nodes: readonly FrameworkNode[], at: string): Result<FrameworkNode> => {
  const placed = [...walkNodes(nodes)].find(({ node }) => node.id === at)
  if (!placed) return refuse(errorAt('unknownNode', at, { node: at }))
  return placed.node.children.length === 0 ? accept(placed.node) : refuse(errorAt('notALeaf', at, { node: at }))
}

/** Gives a leaf a rule, or takes it away; a rule with problems is refused with all of them, each at `<row> rule <place>`. */
export const setRule = (rows: Rows, nodes: readonly FrameworkNode[], { at, rule }: EditOf<'setRule'>): Result<Rows> => {
  const leaf = leafAt(nodes, at)
  if (!leaf.ok) return leaf
  const read = rule === null ? accept(undefined) : parseRule(rule, ruleMaximum(leaf.value))
  if (!read.ok)
    return refuse(...read.problems.map((problem) => ({ ...problem, at: [at, 'rule', problem.at].filter((part) => part !== '').join(' ') })))
  return accept(replaceRow(rows, at, ({ rule: _, ...row }) => [rule === null ? row : { ...row, rule }]))
}

/** Notes that the rule proposed for a leaf is not wanted, or takes that back; it holds for this print alone. */
export const answerProposal = (draft: FrameworkDraft, { at, answer }: EditOf<'answerProposal'>): Result<FrameworkDraft> => {
  const leaf = leavesOf(draft.framework.nodes).find(({ id }) => id === at)
  const text = leaf && printedCalculation(leaf)
  if (text === undefined) return refuse(errorAt('notFound', at, { what: 'proposal' }))
  const others = draft.refusedProposals.filter((each) => each.at !== at)
  return accept({ ...draft, refusedProposals: answer === 'refused' ? [...others, { at, text }] : others })
}
