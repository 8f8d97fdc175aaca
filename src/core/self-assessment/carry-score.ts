import { canonicalJson } from '../canonical-json.ts'
import type { Points } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import type { Inputs } from '../rules/inputs.ts'
import { appliedMaximum, factsRuleOf } from '../rules/leaf-outcome.ts'
import { applicabilityOf } from './applicability.ts'
import { claimOfFacts } from './claim-of-facts.ts'
import { checkBounds } from './read-entry.ts'

/** What stands at a leaf in one round, as far as another version of the framework can change it. */
export interface CarriedScore {
  readonly status: 'scored' | 'notApplicable' | 'missing' | 'notMeasured'
  readonly points?: Points
  /** Where the facts leave less than the leaf's maximum. */
  readonly appliedMax?: Points
  readonly inputs?: Inputs
  /** What the unit claimed when these points were given, and why less was; of appraising rounds only. */
  readonly claimedPoints?: Points
  readonly reason?: string
  /** Points as somebody typed them, which the leaf no longer takes: they count nothing until somebody settles them. */
  readonly typedPoints?: Points
}

/** `asItWas` counts on unchanged; `scoredAnew` is what the new rule makes of the same facts; `toSettle` counts nothing until a person answers. */
export interface Carrying {
  readonly outcome: 'asItWas' | 'scoredAnew' | 'toSettle'
  readonly score: CarriedScore
}

/** Whether the new leaf takes what stood at the old one without a look: the same maximum, the same rule. */
export const takesAll = (old: FrameworkNode, now: FrameworkNode): boolean =>
  old.maxPoints === now.maxPoints && canonicalJson(old.rule ?? null) === canonicalJson(now.rule ?? null)

const toSettle = ({ points, typedPoints = points, appliedMax: _, ...score }: CarriedScore): Carrying => ({
  outcome: 'toSettle',
  score: { ...score, status: 'missing', ...(typedPoints !== undefined && { typedPoints }) },
})

const lacksReason = ({ points, claimedPoints, reason }: CarriedScore): boolean =>
  points !== undefined && claimedPoints !== undefined && points < claimedPoints && !reason?.trim()

const carryFacts = (now: FrameworkNode, score: CarriedScore, inputs: Inputs): Carrying => {
  const rule = factsRuleOf(now)
  if (!rule) return carryTyped(now, { ...score, inputs: {} })
  const { claim } = claimOfFacts(now, rule, inputs)
  const applied = claim?.points === undefined ? undefined : appliedMaximum(now, claim.points, inputs)
  if (claim?.status === score.status && claim.points === score.points && applied === score.appliedMax) return { outcome: 'asItWas', score }
  const { points: _, appliedMax: _before, ...rest } = score
  const anew: CarriedScore = {
    ...rest,
    status: claim?.status ?? 'missing',
    ...(claim?.points !== undefined && { points: claim.points }),
    ...(applied !== undefined && { appliedMax: applied }),
  }
  // Facts that the new rule cannot score stay where they are; what they once gave is no figure that anybody typed.
  if (anew.status === 'missing') return { outcome: 'toSettle', score: anew }
  return lacksReason(anew) ? toSettle(anew) : { outcome: 'scoredAnew', score: anew }
}

const carryTyped = (now: FrameworkNode, { inputs: _, ...score }: CarriedScore): Carrying => {
  if (score.points === undefined) return { outcome: 'asItWas', score }
  return factsRuleOf(now) || checkBounds(now, score.points).length > 0 ? toSettle(score) : { outcome: 'asItWas', score }
}

/**
 * What a leaf of another version of the framework takes of a score: points within its maximum stay, facts are scored by its rule, and points that it does
 * not take are kept as they were typed, never cut. What was measured on another scale has to be measured again. A claim that the leaf does not arise falls where its rule now applies to every unit.
 */
export const carryScore = (now: FrameworkNode, score: CarriedScore): Carrying => {
  if (now.source !== 'appraised') return score.status === 'scored' ? toSettle(score) : { outcome: 'asItWas', score }
  if (score.typedPoints !== undefined) return carryTyped(now, { ...score, status: 'scored', points: score.typedPoints })
  if (score.inputs && Object.keys(score.inputs).length > 0) return carryFacts(now, score, score.inputs)
  if (score.status === 'notApplicable') return applicabilityOf(now) === 'refused' ? toSettle(score) : { outcome: 'asItWas', score }
  return score.status === 'scored' ? carryTyped(now, score) : { outcome: 'asItWas', score }
}
