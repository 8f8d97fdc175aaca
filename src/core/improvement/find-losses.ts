import { type Points, subtractPoints, zeroPoints } from '../exact/points.ts'
import type { Framework, FrameworkNode } from '../framework/framework.ts'
import { ownTreatment } from '../framework/own-treatment.ts'
import type { NodeId } from '../ids.ts'
import type { LeafScore } from '../results/scores.ts'
import type { Treatment } from '../vocabulary.ts'
import type { LostLeaf } from './loss.ts'

/** What a result says of one unit, as far as its losses need it. */
export interface UnitOutcome {
  readonly scores: ReadonlyMap<NodeId, LeafScore>
  readonly disputed: ReadonlySet<NodeId>
  /** Losses of earlier years under today's node ids. */
  readonly earlier: readonly { readonly year: number; readonly leaves: ReadonlySet<NodeId> }[]
}

/**
 * Every leaf below its maximum, in document order: a base leaf loses what is between its points and its maximum, a penalty the points it took away.
 * A leaf out of the maximum (not applicable but for `zero`, not measured) and a bonus that was not won lose nothing; a missing leaf loses all.
 * Source: domain notes, section 3.4.
 */
export const findLosses = (framework: Framework, outcome: UnitOutcome): readonly LostLeaf[] =>
  framework.nodes.flatMap((area) => [...leavesWith(area, framework.notApplicable)].flatMap((leaf) => lossOf(leaf, area, outcome)))

interface LeafWithTreatment {
  readonly node: FrameworkNode
  readonly treatment: Treatment
}

function* leavesWith(node: FrameworkNode, inherited: Treatment | undefined): Generator<LeafWithTreatment> {
  const treatment = ownTreatment(node) ?? inherited
  if (node.children.length === 0) yield { node, treatment: treatment ?? 'excluded' }
  for (const child of node.children) yield* leavesWith(child, treatment)
}

const lossOf = ({ node, treatment }: LeafWithTreatment, area: FrameworkNode, outcome: UnitOutcome): readonly LostLeaf[] => {
  const score = outcome.scores.get(node.id) ?? { status: 'missing' as const }
  const points = pointsOf(score, treatment, node)
  if (points === undefined) return []
  const lost = node.counting === 'penalty' ? absolute(points) : subtractPoints(node.maxPoints, points)
  if (lost <= 0) return []
  return [
    {
      leaf: node.id,
      code: node.code,
      name: node.name,
      area: area.id,
      source: node.source,
      maxPoints: node.maxPoints,
      points,
      lost,
      missing: score.status === 'missing',
      disputed: outcome.disputed.has(node.id),
      repeatedFrom: outcome.earlier
        .filter(({ leaves }) => leaves.has(node.id))
        .map(({ year }) => year)
        .sort((a, b) => b - a),
    },
  ]
}

/** `undefined` where nothing can be lost. */
const pointsOf = (score: LeafScore, inherited: Treatment, { counting }: FrameworkNode): Points | undefined => {
  if (score.status === 'scored') return counting === 'bonus' ? undefined : score.points
  if (counting !== 'base' || score.status === 'notMeasured') return undefined
  if (score.status === 'missing') return zeroPoints
  return (score.treatment ?? inherited) === 'zero' ? zeroPoints : undefined
}

const absolute = (points: Points): Points => (points < 0 ? subtractPoints(zeroPoints, points) : points)
