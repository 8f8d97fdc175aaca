import { type Points, pointsText, sumPoints } from '../../exact/points.ts'
import { errorAt, type Problem } from '../../problem.ts'
import { checkFramework } from '../check-framework.ts'
import type { Framework, FrameworkNode } from '../framework.ts'
import { ruleOfNode } from '../rule-of-node.ts'
import { walkNodes } from '../walk.ts'
import { type FrameworkDraft, problemKey } from './draft.ts'

/** `settled`: a choice between print and sum was made; `dismissed`: a person let it stand. */
export type ProblemState = 'open' | 'settled' | 'dismissed'

/** A problem of a draft with what became of it. */
export interface DraftProblem {
  readonly problem: Problem
  readonly key: string
  readonly state: ProblemState
  /** Keeps the draft from coming into force as long as it is open. */
  readonly blocks: boolean
  readonly canDismiss: boolean
  /** Why it was let stand. */
  readonly reason?: string
}

/** Without these a cycle could not find the framework. */
const neededHead: ReadonlySet<string> = new Set(['title', 'year', 'unitGroup'])

const missingYear = ({ year }: Framework): readonly Problem[] => (year === 0 ? [errorAt('missingField', 'year', { field: 'year' })] : [])

const printedMaximum = ({ printedMaxPoints, maxPoints }: FrameworkNode): Points => printedMaxPoints ?? maxPoints

/** The figure of a row that holds for the eye after what was chosen for it: its print, unless the sum was chosen. */
const chosenFigure = (node: FrameworkNode): Points => (node.settled === 'derived' ? node.maxPoints : printedMaximum(node))

/** Whether the children, as they were chosen, now give what their parent prints: then nothing is left to choose for the parent. */
const childrenAgree = (printed: Points, children: readonly FrameworkNode[]): boolean =>
  sumPoints(children.filter(({ counting }) => counting === 'base').map(chosenFigure)) === printed

/** Rules that their row has left behind: its maximum was lowered below what they give. */
const misfitRules = ({ nodes }: Framework): readonly Problem[] =>
  [...walkNodes(nodes)].flatMap(({ node }) => {
    const rule = ruleOfNode(node)
    return rule.ok ? [] : rule.problems.map((problem) => ({ ...problem, at: node.id }))
  })

interface SumPlace {
  readonly printed: Points
  readonly derived: Points
  readonly isSettled: boolean
}

/** Every place with a sum: what is printed, what its leaves give, and whether a choice was made or is no longer needed. */
const sumPlaces = (framework: Framework): ReadonlyMap<string, SumPlace> => {
  const rows = [...walkNodes(framework.nodes)]
    .filter(({ node }) => node.children.length > 0)
    .map(({ node }): [string, SumPlace] => {
      const printed = printedMaximum(node)
      const agrees = printed === node.maxPoints && childrenAgree(printed, node.children)
      return [node.id, { printed, derived: node.maxPoints, isSettled: node.settled !== undefined || agrees }]
    })
  const printed = framework.printedTotal ?? framework.scaleTotal
  const derived = sumPoints(framework.nodes.filter(({ counting }) => counting === 'base').map(({ maxPoints }) => maxPoints))
  const agrees = printed === derived && childrenAgree(printed, framework.nodes)
  return new Map([...rows, ['total', { printed, derived, isSettled: framework.settledTotal !== undefined || agrees }]])
}

/** Head first, then rows as they stand, then what is about the whole table. */
const placeOrder = (framework: Framework): ((at: string) => number) => {
  const rows = new Map([...walkNodes(framework.nodes)].map(({ node }, index) => [node.id as string, index]))
  return (at) => rows.get(at) ?? (at === 'total' || at === 'classes' || at === 'ranking.tieBreak' ? rows.size : -1)
}

/** Every problem of a draft in document order: doubts of the reading beside what its figures say now. */
export const checkDraft = (draft: FrameworkDraft): readonly DraftProblem[] => {
  const { framework, doubts, dismissals } = draft
  const sums = sumPlaces(framework)
  const order = placeOrder(framework)
  const isDoubt = new Set(doubts)
  const stateOf = (problem: Problem): DraftProblem => {
    const key = problemKey(problem)
    const dismissal = dismissals.find((each) => each.at === problem.at && each.problem === key)
    const isTotal = problem.code === 'totalMismatch'
    const isNeeded = problem.code === 'missingField' && neededHead.has(problem.at)
    const state = isTotal && sums.get(problem.at)?.isSettled ? 'settled' : dismissal ? 'dismissed' : 'open'
    const blocks = problem.severity === 'error' || isTotal || isNeeded
    return {
      problem,
      key,
      state,
      blocks,
      canDismiss: !isTotal && !isNeeded && (isDoubt.has(problem) || !blocks),
      ...(dismissal && { reason: dismissal.reason }),
    }
  }
  return [...missingYear(framework), ...checkFramework(framework), ...misfitRules(framework), ...doubts]
    .sort((a, b) => order(a.at) - order(b.at))
    .map(stateOf)
}

/** Whether a person may let this problem stand: doubts of the reading and warnings, never a sum that asks for a choice. */
export const canDismiss = (draft: FrameworkDraft, at: string, key: string): boolean =>
  checkDraft(draft).some((each) => each.problem.at === at && each.key === key && each.state === 'open' && each.canDismiss)

/** Why a draft cannot come into force: every open problem that blocks, in document order; a sum that differs asks once for a choice. */
export const checkReadyForForce = (draft: FrameworkDraft): readonly Problem[] => {
  const sums = sumPlaces(draft.framework)
  const asked = new Set<string>()
  return checkDraft(draft).flatMap(({ problem, state, blocks }): readonly Problem[] => {
    if (state !== 'open' || !blocks) return []
    if (problem.code !== 'totalMismatch') return [{ ...problem, severity: 'error' }]
    const sum = sums.get(problem.at)
    if (!sum || asked.has(problem.at)) return []
    asked.add(problem.at)
    return [errorAt('unsettledTotal', problem.at, { printed: pointsText(sum.printed), derived: pointsText(sum.derived) })]
  })
}
