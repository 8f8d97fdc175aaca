import { errorAt, type Problem } from '../../problem.ts'
import { checkFramework, checkReadiness } from '../check-framework.ts'
import type { Framework } from '../framework.ts'
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

const settledPlaces = (framework: Framework): ReadonlySet<string> =>
  new Set([
    ...(framework.settledTotal ? ['total'] : []),
    ...[...walkNodes(framework.nodes)].flatMap(({ node }) => (node.settled ? [node.id as string] : [])),
  ])

/** Head first, then rows as they stand, then what is about the whole table. */
const placeOrder = (framework: Framework): ((at: string) => number) => {
  const rows = new Map([...walkNodes(framework.nodes)].map(({ node }, index) => [node.id as string, index]))
  return (at) => rows.get(at) ?? (at === 'total' || at === 'classes' || at === 'ranking.tieBreak' ? rows.size : -1)
}

/** Every problem of a draft in document order: doubts of the reading beside what its figures say now. */
export const checkDraft = (draft: FrameworkDraft): readonly DraftProblem[] => {
  const { framework, doubts, dismissals } = draft
  const settled = settledPlaces(framework)
  const order = placeOrder(framework)
  const isDoubt = new Set(doubts)
  const stateOf = (problem: Problem): DraftProblem => {
    const key = problemKey(problem)
    const dismissal = dismissals.find((each) => each.at === problem.at && each.problem === key)
    const isTotal = problem.code === 'totalMismatch'
    const isNeeded = problem.code === 'missingField' && neededHead.has(problem.at)
    const state = isTotal && settled.has(problem.at) ? 'settled' : dismissal ? 'dismissed' : 'open'
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
  return [...missingYear(framework), ...checkFramework(framework), ...doubts].sort((a, b) => order(a.at) - order(b.at)).map(stateOf)
}

/** Whether a person may let this problem stand: doubts of the reading and warnings, never a sum that asks for a choice. */
export const canDismiss = (draft: FrameworkDraft, at: string, key: string): boolean =>
  checkDraft(draft).some((each) => each.problem.at === at && each.key === key && each.state === 'open' && each.canDismiss)

/** Why a draft cannot come into force: every open problem that blocks, with the choice asked for where a sum differs. */
export const checkReadyForForce = (draft: FrameworkDraft): readonly Problem[] => {
  const open = checkDraft(draft).filter(({ state, blocks }) => blocks && state === 'open')
  const choices = checkReadiness(draft.framework).filter(({ code }) => code === 'unsettledTotal')
  return [
    ...open.filter(({ problem }) => problem.code !== 'totalMismatch').map(({ problem }): Problem => ({ ...problem, severity: 'error' })),
    ...choices,
  ]
}
