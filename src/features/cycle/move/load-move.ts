import { sql } from 'kysely'
import { type CarriedScore, type Carrying, carryScore, takesAll } from '../../../core/self-assessment/carry-score.ts'
import { parsePoints } from '../../../core/exact/points.ts'
import { isCarried, type LeafFate, leafFates, leavesWithoutPast } from '../../../core/framework/versions/leaf-fates.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import { isSelfScored } from '../../../core/self-assessment/claims.ts'
import type { Stage } from '../../../core/vocabulary.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../../scores/framework-in-force.ts'

export interface MovePlace {
  readonly cycleId: string
  readonly unitGroup: string
  readonly frameworkId: string
}

export interface MovingUnit {
  readonly id: string
  readonly stage: Stage
  readonly ranked: boolean
  readonly version: number
}

/** A group on its way from one version of its framework to another: both, and what becomes of every leaf. */
export interface Move {
  readonly place: MovePlace
  readonly from: FrameworkInForce
  readonly to: FrameworkInForce
  readonly fates: readonly LeafFate[]
  readonly units: readonly MovingUnit[]
}

/** The two versions and the units; refused where the one is not made out of the other for the same year and group. */
export const loadMove = async (context: ActContext, place: MovePlace, lock?: 'forChange'): Promise<Result<Move>> => {
  const { transaction } = context
  const now = await transaction
    .selectFrom('cycle_framework')
    .select('framework_id')
    .where('cycle_id', '=', place.cycleId)
    .where('unit_group', '=', place.unitGroup)
    .executeTakeFirst()
  if (!now) return refuse(errorAt('notFound', place.unitGroup, { what: 'group' }))
  const from = await loadFrameworkInForce(context, now.framework_id)
  const to = await loadFrameworkInForce(context, place.frameworkId)
  if (!from.ok) return from
  if (!to.ok) return to
  const { framework } = to.value
  const isSuccessor = framework.basedOn === from.value.hash && framework.year === from.value.framework.year
  if (!isSuccessor || framework.unitGroup !== from.value.framework.unitGroup) return refuse(errorAt('notItsNewVersion', 'frameworkId', {}))
  const query = transaction
    .selectFrom('cycle_unit')
    .select(['unit_id as id', 'stage', 'ranked', 'version'])
    .where('cycle_id', '=', place.cycleId)
    .where('unit_group', '=', place.unitGroup)
    .orderBy('unit_id')
  const units = await (lock ? query.forUpdate() : query).execute()
  const fates = leafFates(from.value.framework, framework, framework.codeMap ?? {})
  return accept({ place, from: from.value, to: to.value, fates, units: units.map((unit) => ({ ...unit, stage: unit.stage as Stage })) })
}

/** A score that the new leaf does not take without a look, with what it becomes. */
export interface LookedAt extends Carrying {
  readonly unitId: string
  readonly round: string
  readonly oldId: string
  readonly nodeId: string
}

interface ScoreRow {
  readonly unit_id: string
  readonly round: string
  readonly node_id: string
  readonly status: CarriedScore['status']
  readonly points: string | null
  readonly applied_max: string | null
  readonly claimed_points: string | null
  readonly typed_points: string | null
  readonly reason: string | null
  readonly inputs: Inputs | null
}

const pointsIn = <Name extends string>(name: Name, text: string | null): { readonly [Key in Name]?: CarriedScore['points'] } => {
  const points = text === null ? undefined : parsePoints(text)
  return (points === undefined ? {} : { [name]: points }) as { readonly [Key in Name]?: CarriedScore['points'] }
}

const scoreOf = (row: ScoreRow): CarriedScore =>
  ({
    status: row.status,
    ...pointsIn('points', row.points),
    ...pointsIn('appliedMax', row.applied_max),
    ...pointsIn('claimedPoints', row.claimed_points),
    ...pointsIn('typedPoints', row.typed_points),
    ...(row.reason && { reason: row.reason }),
    ...(row.inputs && { inputs: row.inputs }),
  }) as CarriedScore

/** Scores at leaves whose maximum or rule changed, each as the new leaf takes it; before the move. */
export const lookAtScores = async ({ transaction }: ActContext, { place, fates }: Move): Promise<readonly LookedAt[]> => {
  const changed = new Map(
    fates.flatMap(({ leaf, fate, now: [only] }) => (isCarried(fate) && only && !takesAll(leaf, only) ? [[leaf.id as string, only]] : [])),
  )
  if (changed.size === 0) return []
  const { rows } = await sql<ScoreRow>`
    select s.unit_id, s.round, s.node_id, s.status, s.points::text, s.applied_max::text, s.claimed_points::text, s.typed_points::text, s.reason, s.inputs
    from score s join cycle_unit cu on cu.authority_id = s.authority_id and cu.cycle_id = s.cycle_id and cu.unit_id = s.unit_id
    where s.cycle_id = ${place.cycleId} and cu.unit_group = ${place.unitGroup} and s.node_id = any (${[...changed.keys()]})
    order by s.unit_id, s.node_id, s.round`.execute(transaction)
  return rows.flatMap((row) => {
    const now = changed.get(row.node_id)
    return now
      ? [{ ...carryScore(now, scoreOf(row)), unitId: row.unit_id, round: row.round, oldId: row.node_id, nodeId: now.id as string }]
      : []
  })
}

/** Units that have to answer something: a figure that does not fit, or a leaf that is new to all of them. */
export const unitsToSettle = (move: Move, looked: readonly LookedAt[]): readonly MovingUnit[] => {
  if (leavesWithoutPast(move.to.framework, move.fates).some(isSelfScored)) return move.units
  const unsettled = new Set(looked.filter(({ outcome }) => outcome === 'toSettle').map(({ unitId }) => unitId))
  return move.units.filter(({ id }) => unsettled.has(id))
}

/** Whoever has submitted gets the sheet back to settle it. */
export const hasSubmitted = ({ stage }: MovingUnit): boolean => !['preparing', 'selfAssessing'].includes(stage)
