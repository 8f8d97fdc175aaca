import { type Points, pointsText } from '../../core/exact/points.ts'
import type { StoredScore } from '../scores/scores.ts'
import type { StoredExplanation } from './load-explanations.ts'
import type { DecisionChange, ExplainedSide } from './shapes.ts'

type Facts = NonNullable<DecisionChange['inputs']>

const textOf = (points: Points | undefined) => (points === undefined ? {} : { points: pointsText(points) })

/** What the unit claims, as it travels. */
export const claimSideOf = ({ status, points, explanation, inputs, version }: StoredScore) => ({
  status,
  ...textOf(points),
  ...(explanation && { explanation }),
  ...(inputs && { inputs: inputs as Facts }),
  version,
})

/** What was given, as it travels. */
export const decisionSideOf = (decision: StoredScore) => {
  const { status, points, treatment, reason, inputs, claimedPoints, claimedVersion, version, changedAt, changedBy } = decision
  return {
    status,
    ...textOf(points),
    ...(treatment && { treatment }),
    ...(reason && { reason }),
    ...(inputs && { inputs: inputs as Facts }),
    ...(claimedPoints !== undefined && { claimedPoints: pointsText(claimedPoints) }),
    ...(claimedVersion !== undefined && { claimedVersion }),
    version,
    changedAt: changedAt.toISOString(),
    ...(changedBy && { changedBy }),
  }
}

/** What was asked and answered, as it travels; `first` is the decision that the unit answers to. */
export const explainedSideOf = (explained: StoredExplanation, first: StoredScore | undefined): ExplainedSide => {
  const { nodeId: _, decisionVersion, answeredAt, documents, ...rest } = explained
  return {
    ...rest,
    ...(answeredAt && { answeredAt: answeredAt.toISOString() }),
    isOvertaken: decisionVersion !== undefined && first !== undefined && decisionVersion !== first.version,
    documents: [...documents],
  }
}
