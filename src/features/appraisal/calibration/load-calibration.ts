import { sql } from 'kysely'
import { parsePoints, pointsText } from '../../../core/exact/points.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { standingsOf } from '../../../platform/http/subject.ts'
import { isAllowed } from '../../../platform/policy/policy.ts'
import { loadCycle } from '../load-cycle.ts'
import { type Calibration, type CalibrationHead, type CalibrationLeaf, calibrationRoutes, type Calibrations } from './contract.ts'
import { differencesOf, type GivenPoints } from './differences.ts'
import { loadAppraisers, loadPopulations } from './load-populations.ts'

interface HeadRow extends Omit<CalibrationHead, 'endsAt' | 'drawnAt' | 'seed' | 'closedBecause'> {
  readonly seed: string | null
  readonly ends_at: Date | null
  readonly closed_because: CalibrationHead['closedBecause'] | null
  readonly drawn_at: Date
}

/** Samples of a cycle, newest first; giving is over once its end has come, whoever has looked by then. */
export const loadHeads = async ({ transaction, now }: ActContext, cycleId: string, calibrationId?: string): Promise<CalibrationHead[]> => {
  const { rows } = await sql<HeadRow>`
    select c.id, c.title, case when c.stage = 'giving' and c.ends_at <= ${now} then 'shown' else c.stage end as stage, c.seed, c.population,
      c.population_hash as "populationHash", c.ends_at, c.closed_because, jsonb_build_object('id', p.id, 'name', p.name) as "drawnBy", c.drawn_at, c.version,
      (select count(*)::int from calibration_leaf l where l.calibration_id = c.id) as leaves,
      (select count(distinct l.unit_id)::int from calibration_leaf l where l.calibration_id = c.id) as units,
      (select jsonb_agg(jsonb_build_object('person', jsonb_build_object('id', w.id, 'name', w.name), 'given', a.given) order by w.name, w.id)
        from calibration_appraiser a join person w on w.id = a.person_id where a.calibration_id = c.id) as people
    from calibration c join person p on p.id = c.drawn_by
    where c.cycle_id = ${cycleId} and (${calibrationId ?? null}::uuid is null or c.id = ${calibrationId ?? null})
    order by c.drawn_at desc, c.id limit 50`.execute(transaction)
  return rows.map(({ seed, ends_at, drawn_at, closed_because, ...row }) => ({
    ...row,
    ...(seed !== null && { seed }),
    ...(closed_because !== null && { closedBecause: closed_because }),
    ...(ends_at && { endsAt: ends_at.toISOString() }),
    drawnAt: drawn_at.toISOString(),
  }))
}

const mayDo = async ({ transaction, actor }: ActContext, cycleId: string): Promise<{ conduct: boolean; give: boolean }> => {
  const standings = await standingsOf(transaction, actor, calibrationRoutes.draw, { cycleId })
  return {
    conduct: standings.ok && isAllowed('conductCalibration', standings.value),
    give: standings.ok && isAllowed('calibrate', standings.value),
  }
}

/** All samples of a cycle, and what a new one can be drawn from for whoever conducts them. */
export const listCalibrations = async (context: ActContext, cycleId: string): Promise<Result<Calibrations>> => {
  const cycle = await loadCycle(context.transaction, cycleId)
  if (!cycle.ok) return cycle
  const { conduct } = await mayDo(context, cycleId)
  const populations = conduct ? await loadPopulations(context, cycleId) : accept([])
  if (!populations.ok) return populations
  return accept({
    cycle: { id: cycleId, title: cycle.value.title },
    calibrations: await loadHeads(context, cycleId),
    canConduct: conduct,
    groups: populations.value.map(({ group, units, leaves }) => ({ group, units: [...units], leaves: [...leaves] })),
    appraisers: conduct ? await loadAppraisers(context) : [],
  })
}

interface LeafRow extends Omit<CalibrationLeaf, 'own'> {
  readonly own_points: string | null
  readonly own_note: string | null
  readonly own_version: number | null
}

const figure = (points: string | null): string | null => {
  const parsed = parsePoints(points ?? '')
  return parsed === undefined ? null : pointsText(parsed)
}

/** The leaves of a sample, by the framework of its day, with what the unit claims as long as it claims by that one, and what the reader gave; nothing official. */
export const loadLeaves = async ({ transaction, actor }: ActContext, calibrationId: string): Promise<CalibrationLeaf[]> => {
  const { rows } = await sql<LeafRow>`
    select jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit, l.node_id as "nodeId", n.code, n.name, n.max_points::text as "maxPoints",
      s.points::text as claimed, s.explanation, (select count(*)::int from score_evidence e where e.authority_id = l.authority_id
        and cu.framework_id = l.framework_id and e.cycle_id = l.cycle_id and e.unit_id = l.unit_id and e.node_id = l.node_id) as evidence,
      o.points::text as own_points, o.note as own_note, o.version as own_version
    from calibration_leaf l
    join cycle_unit cu on cu.authority_id = l.authority_id and cu.cycle_id = l.cycle_id and cu.unit_id = l.unit_id join unit u on u.id = l.unit_id
    join framework_node n on n.authority_id = cu.authority_id and n.framework_id = l.framework_id and n.node_id = l.node_id
    left join score s on s.authority_id = l.authority_id and s.cycle_id = l.cycle_id and s.unit_id = l.unit_id and s.node_id = l.node_id and s.round = 'claimed'
      and s.framework_id = l.framework_id
    left join calibration_point o on o.authority_id = l.authority_id and o.calibration_id = l.calibration_id and o.person_id = ${actor.personId}
      and o.unit_id = l.unit_id and o.node_id = l.node_id
    where l.calibration_id = ${calibrationId} order by l.position`.execute(transaction)
  return rows.map(({ own_points, own_note, own_version, ...row }) => ({
    ...row,
    maxPoints: figure(row.maxPoints) ?? row.maxPoints,
    claimed: figure(row.claimed),
    ...(own_version !== null && { own: { points: figure(own_points) ?? '', note: own_note ?? '', version: own_version } }),
  }))
}

/** Every point given; the database shows those of others only once giving is over. */
const loadGiven = async ({ transaction }: ActContext, calibrationId: string): Promise<readonly GivenPoints[]> =>
  transaction
    .selectFrom('calibration_point')
    .select(['person_id as personId', 'unit_id as unitId', 'node_id as nodeId', 'points', 'note'])
    .where('calibration_id', '=', calibrationId)
    .execute()

/** One sample for its page. */
export const showCalibration = async (
  context: ActContext,
  { cycleId, calibrationId }: { readonly cycleId: string; readonly calibrationId: string },
): Promise<Result<Calibration>> => {
  const cycle = await loadCycle(context.transaction, cycleId)
  if (!cycle.ok) return cycle
  const [head] = await loadHeads(context, cycleId, calibrationId)
  if (!head) return refuse(errorAt('notFound', calibrationId, { what: 'calibration' }))
  const leaves = await loadLeaves(context, calibrationId)
  const { conduct, give } = await mayDo(context, cycleId)
  const takesPart = head.people.some(({ person }) => person.id === context.actor.personId)
  return accept({
    cycle: { id: cycleId, title: cycle.value.title },
    head,
    leaves,
    canGive: give && takesPart && head.stage === 'giving',
    canConduct: conduct,
    ...(head.stage !== 'giving' && { differences: differencesOf(head, leaves, await loadGiven(context, calibrationId)) }),
  })
}
