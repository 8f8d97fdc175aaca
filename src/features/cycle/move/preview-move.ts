import { sql } from 'kysely'
import { pointsText } from '../../../core/exact/points.ts'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { isCarried } from '../../../core/framework/versions/leaf-fates.ts'
import { leavesOf } from '../../../core/framework/walk.ts'
import { accept, type Result } from '../../../core/result.ts'
import { isSelfScored } from '../../../core/self-assessment/claims.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import type { MovedLeaf, MovePreview } from './contract.ts'
import { hasSubmitted, loadMove, lookAtScores, type LookedAt, type Move, unitsToSettle } from './load-move.ts'

export const shortOf = ({ id, code, name, maxPoints }: FrameworkNode) => ({
  id: id as string,
  code,
  name,
  maxPoints: pointsText(maxPoints),
})

export const headOf = ({ id, framework }: FrameworkInForce): MovePreview['from'] => ({
  id,
  title: framework.title,
  version: framework.version ?? '1',
  decisionNumber: framework.decision.number,
  ...(framework.inForceFrom && { inForceFrom: framework.inForceFrom }),
})

/** Per old leaf, how many units have entered something there. */
const countEntered = async ({ transaction }: ActContext, { place }: Move): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ node_id: string; units: number }>`
    select s.node_id, count(distinct s.unit_id)::integer as units
    from score s join cycle_unit cu on cu.authority_id = s.authority_id and cu.cycle_id = s.cycle_id and cu.unit_id = s.unit_id
    where s.cycle_id = ${place.cycleId} and cu.unit_group = ${place.unitGroup} and (s.status <> 'missing' or s.inputs is not null)
    group by s.node_id`.execute(transaction)
  return new Map(rows.map(({ node_id, units }) => [node_id, units]))
}

const unitsWith = (looked: readonly LookedAt[], leaf: string, outcome: LookedAt['outcome']): number =>
  new Set(looked.filter((each) => each.oldId === leaf && each.outcome === outcome).map(({ unitId }) => unitId)).size

const leavesWithFate = (move: Move, looked: readonly LookedAt[], entered: ReadonlyMap<string, number>): readonly MovedLeaf[] => {
  const known = new Set(move.fates.flatMap(({ now }) => now.map(({ id }) => id)))
  const added = leavesOf(move.to.framework.nodes).filter(({ id }) => !known.has(id))
  return [
    ...move.fates.map(({ leaf, fate, now }) => ({
      fate,
      old: shortOf(leaf),
      now: now.map(shortOf),
      units: entered.get(leaf.id) ?? 0,
      toSettle: isCarried(fate) || fate === 'dropped' ? unitsWith(looked, leaf.id, 'toSettle') : (entered.get(leaf.id) ?? 0),
      scoredAnew: unitsWith(looked, leaf.id, 'scoredAnew'),
    })),
    ...added.map((leaf) => ({
      fate: 'added' as const,
      now: [shortOf(leaf)],
      units: 0,
      toSettle: isSelfScored(leaf) ? move.units.length : 0,
      scoredAnew: 0,
    })),
  ]
}

/** A survey is asked with its leaves frozen: those that the new version lacks would get no points from it. */
const surveysLeftOut = async ({ transaction }: ActContext, move: Move): Promise<MovePreview['surveys']> => {
  const gone = move.fates.filter(({ fate }) => fate !== 'same').map(({ leaf }) => leaf.id as string)
  const { rows } = await sql<{ title: string; leaves: string[] }>`
    select s.title, array_agg(l->>'leaf' order by l->>'leaf') as leaves
    from survey s cross join jsonb_array_elements(s.questionnaire->'leaves') l
    where s.cycle_id = ${move.place.cycleId} and l->>'leaf' = any (${gone}) group by s.id, s.title order by s.title`.execute(transaction)
  return rows
}

/** Whether nothing about a leaf needs a word: the same code, the same maximum, nobody affected. */
const isUntouched = ({ fate, old, now: [only], toSettle, scoredAnew }: MovedLeaf): boolean =>
  fate === 'same' && old?.name === only?.name && old?.maxPoints === only?.maxPoints && toSettle + scoredAnew === 0

export const describeMove = async (context: ActContext, move: Move, looked: readonly LookedAt[]): Promise<MovePreview> => {
  const settling = unitsToSettle(move, looked)
  return {
    from: headOf(move.from),
    to: headOf(move.to),
    units: move.units.length,
    toSettle: settling.length,
    givenBack: settling.filter(hasSubmitted).length,
    carried: move.fates.filter(({ fate }) => isCarried(fate)).length,
    leaves: leavesWithFate(move, looked, await countEntered(context, move)).filter((leaf) => !isUntouched(leaf)),
    surveys: await surveysLeftOut(context, move),
  }
}

/** What a move would do, before anybody does it. The group is the one that the new version is for. */
export const previewMove = async (
  context: ActContext,
  { cycleId, frameworkId }: { readonly cycleId: string; readonly frameworkId: string },
): Promise<Result<MovePreview>> => {
  const to = await loadFrameworkInForce(context, frameworkId)
  if (!to.ok) return to
  const move = await loadMove(context, { cycleId, frameworkId, unitGroup: to.value.framework.unitGroup })
  return move.ok ? accept(await describeMove(context, move.value, await lookAtScores(context, move.value))) : move
}
