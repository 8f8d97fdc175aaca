import { type Points, pointsText } from '../../core/exact/points.ts'
import type { StoredScore } from '../scores/scores.ts'
import type { StoredExplanation } from './load-explanations.ts'
import type { ExplainedSide } from './shapes.ts'

const textOf = (points: Points | undefined) => (points === undefined ? {} : { points: pointsText(points) })

/** What the unit claims, as it travels. */
export const claimSideOf = ({ status, points, explanation, version }: StoredScore) => ({
  status,
  ...textOf(points),
  ...(explanation && { explanation }),
  version,
})

/** What was given, as it travels. */
export const decisionSideOf = (decision: StoredScore) => {
  const { status, points, treatment, reason, claimedPoints, claimedVersion, version, changedAt, changedBy } = decision
  return {
    status,
    ...textOf(points),
    ...(treatment && { treatment }),
    ...(reason && { reason }),
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
