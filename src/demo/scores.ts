import { type Points, pointsText } from '../core/exact/points.ts'
import type { FrameworkNode } from '../core/framework/framework.ts'
import { leavesOf } from '../core/framework/walk.ts'
import type { Inputs } from '../core/rules/inputs.ts'
import { factsRuleOf } from '../core/rules/leaf-outcome.ts'
import type { Rule } from '../core/rules/registry.ts'
import type { Round } from '../core/vocabulary.ts'
import type { FrameworkInForce } from '../features/scores/framework-in-force.ts'
import type { ScoreChange } from '../features/scores/scores.ts'
import { externalScore } from './external.ts'
import { type DemoFacts, demoFacts, lessFacts } from './facts.ts'
import type { DemoUnit } from './province.ts'
import { explanations, measuredReason, notAcceptedReason, notApplicableBases, reasons } from './phrases.ts'
import { pick, type Random } from './random.ts'

/** A row of `score` as it is inserted in bulk. */
export interface DemoScore {
  readonly unit_id: string
  readonly node_id: string
  readonly round: Round
  readonly max_points: string
  readonly status: 'scored' | 'notApplicable'
  readonly points: string | null
  readonly claimed_points: string | null
  readonly reason: string | null
  readonly explanation: string | null
  readonly inputs: Inputs | null
}

/** How well a unit does in a year: a level of its own that moves a little from year to year. */
export type Quality = (unit: DemoUnit, year: number) => number

const shares = [1, 0.75, 0.5, 0.25, 0] as const

/** Quarters of the maximum, cut to whole hundredths of a point as councils do. */
const portion = (max: Points, share: number): Points => (Math.floor((max * share) / 100) * 100) as Points

const claimShare = (random: Random, quality: number): number => {
  const luck = random()
  if (luck < quality) return 1
  return shares[Math.min(shares.length - 1, 1 + Math.floor(((luck - quality) / (1 - quality)) * 4))] ?? 0
}

/** What a survey gave, by `unit leaf`. */
export type SurveyedScores = ReadonlyMap<string, Pick<ScoreChange, 'status' | 'points' | 'reason'>>

interface LeafStory {
  readonly surveyed: SurveyedScores
  readonly leaf: FrameworkNode
  readonly unit: DemoUnit
  readonly quality: number
  readonly year: number
  readonly isAppraised: boolean
}

const row = (story: LeafStory, round: Round, rest: Partial<DemoScore>): DemoScore => ({
  unit_id: story.unit.id,
  node_id: story.leaf.id,
  round,
  max_points: pointsText(story.leaf.maxPoints),
  status: 'scored',
  points: null,
  claimed_points: null,
  reason: null,
  explanation: null,
  inputs: null,
  ...rest,
})

const notApplicable = (random: Random, story: LeafStory): DemoScore[] => {
  const claim = row(story, 'claimed', { status: 'notApplicable', explanation: pick(random, notApplicableBases) })
  if (!story.isAppraised) return [claim]
  const given =
    random() < 0.8
      ? row(story, 'firstAppraisal', { status: 'notApplicable', reason: claim.explanation })
      : row(story, 'firstAppraisal', { points: '0', reason: notAcceptedReason })
  return [claim, given]
}

const scored = (random: Random, story: LeafStory): DemoScore[] => {
  const claimed = portion(story.leaf.maxPoints, claimShare(random, story.quality))
  const claim = row(story, 'claimed', { points: pointsText(claimed), explanation: claimed > 0 ? pick(random, explanations) : null })
  if (!story.isAppraised) return [claim]
  const isLess = claimed > 0 && random() < 0.14
  const given = isLess ? portion(claimed, pick(random, [0, 0.5, 0.75])) : claimed
  const reason = isLess ? { reason: pick(random, reasons) } : {}
  return [claim, row(story, 'firstAppraisal', { points: pointsText(given), claimed_points: pointsText(claimed), ...reason })]
}

const ofFacts = ({ inputs, outcome }: DemoFacts): Partial<DemoScore> =>
  outcome.status === 'scored' ? { points: pointsText(outcome.points), inputs } : { status: 'notApplicable', inputs }

/** A leaf whose points come from facts: the unit's, and those that the appraiser found, the same or less. */
const byFacts = (random: Random, story: LeafStory, rule: Rule): DemoScore[] => {
  const isFull = random() < story.quality
  const claimed = demoFacts(random, story.leaf, rule, { year: story.year, isFull, share: isFull ? 1 : 0.35 + random() * 0.6 })
  const explanation = pick(random, explanations)
  const claim = row(story, 'claimed', { ...ofFacts(claimed), explanation })
  if (!story.isAppraised) return [claim]
  const less = random() < 0.14 ? lessFacts(story.leaf, rule, claimed) : undefined
  const given = row(story, 'firstAppraisal', {
    ...ofFacts(less ?? claimed),
    claimed_points: claim.points,
    ...(less && { reason: pick(random, reasons) }),
  })
  return [claim, given.status === 'notApplicable' ? { ...given, reason: explanation } : given]
}

/** Points that a survey or another outside source gave: hundredths, near the unit's quality. */
const measured = (random: Random, story: LeafStory): DemoScore[] => {
  if (!story.isAppraised) return []
  const share = Math.min(1, 0.6 + story.quality * 0.3 + random() * 0.15)
  const surveyed = story.surveyed.get(`${story.unit.id} ${story.leaf.id}`)
  if (surveyed?.points !== undefined && surveyed.reason)
    return [row(story, 'firstAppraisal', { points: pointsText(surveyed.points), reason: surveyed.reason })]
  const ofIndex = externalScore(story.leaf, { year: story.year, share })
  if (ofIndex) return [row(story, 'firstAppraisal', ofIndex)]
  return [row(story, 'firstAppraisal', { points: pointsText(portion(story.leaf.maxPoints, share)), reason: measuredReason })]
}

const leafScores = (random: Random, story: LeafStory): DemoScore[] => {
  if (story.leaf.counting !== 'base') return []
  if (story.leaf.source !== 'appraised') return measured(random, story)
  const rule = factsRuleOf(story.leaf)
  if (story.leaf.ifAny && random() < 0.35) return notApplicable(random, story)
  return rule ? byFacts(random, story, rule) : scored(random, story)
}

/** What a unit claimed and, where it was appraised, was given. */
export const demoScores = (
  random: Random,
  { framework }: FrameworkInForce,
  unit: DemoUnit,
  { quality, year, isAppraised, surveyed }: Pick<LeafStory, 'quality' | 'year' | 'isAppraised' | 'surveyed'>,
): readonly DemoScore[] =>
  leavesOf(framework.nodes).flatMap((leaf) => leafScores(random, { leaf, unit, quality, year, isAppraised, surveyed }))
