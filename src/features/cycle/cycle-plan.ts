import { useState } from 'react'
import { checkRounds } from '../../core/cycle/rounds.ts'
import { type Round, rounds as allRounds } from '../../core/vocabulary.ts'
import type { FrameworkChoice } from './contract.ts'

/** What a cycle is prepared with: a framework per group, units picked one by one where not all, its rounds and the days to explain. */
export interface CyclePlan {
  /** Framework by group; empty where the group is not assessed. */
  readonly chosen: Readonly<Record<string, string>>
  /** Units picked one by one, by group; absent where all of the group are in. */
  readonly picked: Readonly<Record<string, readonly string[]>>
  readonly rounds: readonly Round[]
  readonly explanationDays: number
}

/** The newest framework of each group; choices come newest first. */
export const usualPlan = (frameworks: readonly FrameworkChoice[], rounds: readonly Round[] = ['claimed', 'firstAppraisal']): CyclePlan => ({
  chosen: Object.fromEntries(frameworks.toReversed().map(({ unitGroup, id }) => [unitGroup, id])),
  picked: {},
  rounds,
  explanationDays: 5,
})

/** Rounds with one more or one less, in their order. */
export const toggleRound = (rounds: readonly Round[], round: Round): readonly Round[] =>
  allRounds.filter((each) => (each === round ? !rounds.includes(round) : rounds.includes(each)))

/** A plan in hand, and what is sent of it. */
export const useCyclePlan = (initial: () => CyclePlan) => {
  const [plan, setPlan] = useState(initial)
  const change = (part: Partial<CyclePlan>): void => setPlan({ ...plan, ...part })
  const assigned = Object.entries(plan.chosen).flatMap(([unitGroup, frameworkId]) => {
    const unitIds = plan.picked[unitGroup]
    return frameworkId ? [{ unitGroup, frameworkId, ...(unitIds && { unitIds: [...unitIds] }) }] : []
  })
  const body = { frameworks: assigned, rounds: [...plan.rounds], explanationDays: plan.explanationDays }
  const isReady =
    assigned.length > 0 &&
    assigned.every(({ unitIds }) => unitIds === undefined || unitIds.length > 0) &&
    checkRounds(plan.rounds).length === 0
  return { plan, change, body, isReady }
}
