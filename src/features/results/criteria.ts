import { pointsText } from '../../core/exact/points.ts'
import type { FrameworkNode } from '../../core/framework/framework.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { type LeafOfUnit, summariseCriterion } from '../../core/results/criterion-summary.ts'
import type { LeafScore } from '../../core/results/scores.ts'
import type { RankedUnit } from './shapes.ts'
import type { Criteria, Criterion, CriterionRow } from './seen-contract.ts'

/** What stands at a leaf, by its id: of thousands of units nothing is laid out that nobody asks for. */
export type ScoreOfLeaf = (id: string) => LeafScore | undefined

/** A unit with its leaves, wherever they come from. */
export interface UnitLeaves {
  readonly unit: RankedUnit['unit']
  readonly given: ScoreOfLeaf
  /** Absent where claims are not for the reader. */
  readonly claimed?: ScoreOfLeaf | undefined
  readonly reasons?: ReadonlyMap<string, string> | undefined
}

/** A group's leaves with what they belong to. */
export interface GroupLeaves {
  readonly head: Pick<Criteria, 'cycle' | 'basis' | 'group' | 'groups'>
  readonly nodes: readonly FrameworkNode[]
  readonly units: readonly UnitLeaves[]
}

const missing: LeafScore = { status: 'missing' }

const leafOf = ({ given, claimed }: UnitLeaves, id: string): LeafOfUnit => ({
  given: given(id) ?? missing,
  ...(claimed && { claimed: claimed(id) ?? missing }),
})

interface LeafWithArea {
  readonly leaf: FrameworkNode
  readonly area: string
}

const leavesWithArea = (nodes: readonly FrameworkNode[]): readonly LeafWithArea[] =>
  nodes.flatMap((area) =>
    [...walkNodes([area])]
      .filter(({ node }) => node.children.length === 0)
      .map(({ node }) => ({ leaf: node, area: `${area.code} ${area.name}`.trim() })),
  )

const rowOf = ({ leaf, area }: LeafWithArea, units: readonly UnitLeaves[]): CriterionRow => {
  const { given, lost, claimedOfBoth, givenOfBoth, both, lowered, raised, ...counts } = summariseCriterion(
    leaf,
    units.map((unit) => leafOf(unit, leaf.id)),
  )
  const hasClaims = leaf.source === 'appraised' && units.length > 0 && units.every(({ claimed }) => claimed !== undefined)
  return {
    id: leaf.id,
    code: leaf.code,
    name: leaf.name,
    area,
    source: leaf.source,
    maxPoints: pointsText(leaf.maxPoints),
    ...counts,
    given: pointsText(given),
    lost: pointsText(lost),
    ...(hasClaims && { claims: { both, lowered, raised, claimed: pointsText(claimedOfBoth), given: pointsText(givenOfBoth) } }),
  }
}

/** Every criterion across the units of a group, in the order of the decision. */
export const criteriaOf = ({ head, nodes, units }: GroupLeaves): Criteria => ({
  ...head,
  units: units.length,
  rows: leavesWithArea(nodes).map((leaf) => rowOf(leaf, units)),
})

const standing = (score: LeafScore) => ({ status: score.status, ...(score.status === 'scored' && { points: pointsText(score.points) }) })

/** One criterion, unit by unit, least first: who lost most stands where one looks. */
export const criterionOf = ({ head, nodes, units }: GroupLeaves, id: string): Result<Criterion> => {
  const found = leavesWithArea(nodes).find(({ leaf }) => leaf.id === id)
  if (!found) return refuse(errorAt('unknownNode', id, { node: id }))
  const { groups: _, ...at } = head
  const size = ({ given }: UnitLeaves): number => {
    const score = given(id)
    return score?.status === 'scored' ? score.points : Number.POSITIVE_INFINITY
  }
  return accept({
    ...at,
    row: rowOf(found, units),
    units: [...units]
      .sort((a, b) => size(a) - size(b) || a.unit.code.localeCompare(b.unit.code))
      .map((unit) => {
        const { given, claimed } = leafOf(unit, id)
        const reason = unit.reasons?.get(id)
        return { unit: unit.unit, given: standing(given), ...(claimed && { claimed: standing(claimed) }), ...(reason && { reason }) }
      }),
  })
}
