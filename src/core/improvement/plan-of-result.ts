import { type Points, pointsText, sumPoints } from '../exact/points.ts'
import type { Framework, FrameworkNode } from '../framework/framework.ts'
import { leavesOf } from '../framework/walk.ts'
import type { NodeId } from '../ids.ts'
import type { UnitResult } from '../results/results.ts'
import type { LeafScore } from '../results/scores.ts'
import { findLosses, type UnitOutcome } from './find-losses.ts'
import type { LostLeaf } from './loss.ts'
import type { PlanFile } from './plan-file.ts'

/** What a plan begins with: the result, and of every leaf what was lost and what it may reach. */
export type PlanBeginning = Pick<PlanFile, 'losses' | 'targets' | 'areas'> & Partial<Pick<PlanFile, 'result' | 'tasks' | 'targetYears'>>

/** The score of a leaf as a published result shows it. Points of a leaf that simply counts may have been rounded to six decimals; four are kept. */
export const publishedScore = (node: UnitResult['nodes'][string] | undefined, parse: (text: string) => Points | undefined): LeafScore => {
  if (node === undefined || node.status === 'missing') return { status: 'missing' }
  if (node.status === 'notApplicable') return { status: 'notApplicable', treatment: Number(node.appliedMax) > 0 ? 'zero' : 'excluded' }
  if (node.status === 'notMeasured') return { status: 'notMeasured' }
  const points = parse(node.points ?? '')
  return points === undefined ? { status: 'missing' } : { status: 'scored', points }
}

export const lossFileOf = (lost: LostLeaf): PlanFile['losses'][number] => ({
  ...lost,
  maxPoints: pointsText(lost.maxPoints),
  points: pointsText(lost.points),
  lost: pointsText(lost.lost),
  repeatedFrom: [...lost.repeatedFrom],
  documents: [],
  causes: [],
  // Only what the result itself says; everything else is for people to find out.
  ...(lost.source === 'survey' && { kind: 'survey' as const }),
})

interface RankedSum {
  readonly rank: number | null
  readonly of: number
}

/** Places of the unit: in the whole, and by area. */
export interface Places {
  readonly total: RankedSum
  readonly areas: ReadonlyMap<NodeId, RankedSum>
}

const placeOf = ({ rank, of }: RankedSum) => (rank === null ? {} : { rank, of })

const targetOf = (leaf: FrameworkNode, area: FrameworkNode, scores: UnitOutcome['scores']): readonly PlanFile['targets'][number][] => {
  const score = scores.get(leaf.id)
  const counts =
    leaf.counting === 'base' && score?.status !== 'notMeasured' && !(score?.status === 'notApplicable' && score.treatment !== 'zero')
  if (!counts) return []
  return [
    {
      leaf: leaf.id,
      code: leaf.code,
      area: area.id,
      source: leaf.source,
      name: leaf.name,
      headings: [...headingsOf(area, leaf)],
      maxPoints: pointsText(leaf.maxPoints),
      ...(score?.status === 'scored' && { result: pointsText(score.points) }),
      targets: {},
    },
  ]
}

/** Nodes between the area and the leaf. */
const headingsOf = (area: FrameworkNode, leaf: FrameworkNode): readonly { readonly code: string; readonly name: string }[] => {
  const inside = area.children.find((child) => child.id === leaf.id || leavesOf(child.children).some(({ id }) => id === leaf.id))
  if (inside === undefined || inside.id === leaf.id) return []
  return [{ code: inside.code, name: inside.name }, ...headingsOf(inside, leaf)]
}

/** A plan's beginning out of a published result of one unit. */
export const planOfResult = (
  framework: Framework,
  outcome: UnitOutcome,
  sums: { readonly total: UnitResult; readonly places: Places },
): PlanBeginning => {
  const { total, places } = sums
  return {
    ...(total.points !== null && {
      result: { points: fourDecimals(total.points), maxPoints: fourDecimals(total.appliedMax), ...placeOf(places.total) },
    }),
    areas: framework.nodes.map((area) => {
      const node = total.nodes[area.id]
      const place = places.areas.get(area.id)
      return {
        id: area.id,
        code: area.code,
        name: area.name,
        leaves: leavesOf([area]).length,
        maxPoints: fourDecimals(node?.appliedMax ?? pointsText(sumPoints(leavesOf([area]).map(({ maxPoints }) => maxPoints)))),
        ...(node?.points != null && { points: fourDecimals(node.points) }),
        ...(place && placeOf(place)),
      }
    }),
    losses: findLosses(framework, outcome).map(lossFileOf),
    targets: framework.nodes.flatMap((area) => leavesOf([area]).flatMap((leaf) => targetOf(leaf, area, outcome.scores))),
  }
}

/** A plan speaks in points of four decimals; a published sum may have six. */
const fourDecimals = (text: string): string => {
  const [whole = '0', part = ''] = text.split('.')
  const kept = part.slice(0, 4).replace(/0+$/, '')
  return kept === '' ? whole : `${whole}.${kept}`
}
