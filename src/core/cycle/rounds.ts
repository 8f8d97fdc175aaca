import { errorAt, type Problem } from '../problem.ts'
import { type Round, rounds as allRounds, type Stage } from '../vocabulary.ts'

/** The stage at which each round is worked on. */
const stageOf = {
  claimed: 'selfAssessing',
  firstAppraisal: 'firstAppraisal',
  explanation: 'explaining',
  secondAppraisal: 'secondAppraisal',
  council: 'council',
} as const satisfies Readonly<Record<Round, Stage>>

/** The stage after the one at hand along the cycle's own rounds; `approved` after the last. A submitted sheet stands before the first appraisal. */
export const followingStage = (rounds: readonly Round[], stage: Stage): Stage => {
  const line = rounds.map((round): Stage => stageOf[round])
  const at = line.indexOf(stage === 'submitted' ? 'selfAssessing' : stage)
  return (at < 0 ? undefined : line[at + 1]) ?? 'approved'
}

/** The last round in which appraisers, not the council, give points: where a finished appraisal is taken up again. */
export const lastAppraisal = (rounds: readonly Round[]): 'firstAppraisal' | 'secondAppraisal' =>
  rounds.includes('secondAppraisal') ? 'secondAppraisal' : 'firstAppraisal'

/** Rounds in which points are given, in their order: neither the claims nor the explanations. */
export const decidingRounds = (rounds: readonly Round[]): readonly Round[] =>
  rounds.filter((round) => round !== 'claimed' && round !== 'explanation')

/**
 * What keeps a list of rounds from being a cycle's: it begins with the claims, names each round once and in its order, has a first appraisal
 * before anything later, and an explanation only where somebody decides about it afterwards. Empty where it fits. Source: domain notes 3.1 and 3.3.
 */
export const checkRounds = (rounds: readonly Round[]): readonly Problem[] => {
  const ordered = allRounds.filter((round) => rounds.includes(round))
  const isOrdered = rounds.length === ordered.length && rounds.every((round, index) => round === ordered[index])
  const isBegun = rounds[0] === 'claimed' && (rounds.length === 1 || rounds[1] === 'firstAppraisal')
  const isAnswered = rounds.at(-1) !== 'explanation'
  return isOrdered && isBegun && isAnswered ? [] : [errorAt('roundsDoNotFit', 'rounds', { rounds: [...rounds] })]
}
