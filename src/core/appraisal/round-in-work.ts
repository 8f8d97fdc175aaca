import { decidingRounds } from '../cycle/rounds.ts'
import type { Round, Stage } from '../vocabulary.ts'

const isRound = (stage: Stage, rounds: readonly Round[]): stage is Stage & Round => (rounds as readonly string[]).includes(stage)

/**
 * The round in which points are given while a unit stands at a stage: the one the stage is named for, the first after the claims for what was just
 * submitted and while the unit explains, the last for what is approved. `undefined` where the cycle has no appraising round or the unit has not submitted.
 */
export const roundInWork = (rounds: readonly Round[], stage: Stage): Round | undefined => {
  const appraising = decidingRounds(rounds)
  if (stage === 'preparing' || stage === 'selfAssessing') return undefined
  if (isRound(stage, appraising)) return stage
  return stage === 'approved' || stage === 'published' ? appraising.at(-1) : appraising[0]
}
