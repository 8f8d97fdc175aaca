import { type RawBuilder, sql } from 'kysely'
import { decidingRounds } from '../../core/cycle/rounds.ts'
import { accept, type Result } from '../../core/result.ts'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { type CycleToAppraise, type WorkFilter, workFilters, type WorkItem, type WorkList } from './shapes.ts'
import { loadCycle } from './load-cycle.ts'

export interface WorkQuery {
  readonly filter?: WorkFilter | undefined
  readonly group?: string | undefined
  readonly search?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** Closing the appraisal takes units along that never submitted: their stage moves on, what they are does not. */
const isSubmitted = sql`w.submitted_at is not null`

/** What each sentence means, over the rows of `work`. */
const conditions: Readonly<Record<WorkFilter, RawBuilder<unknown>>> = {
  unfinished: sql`${isSubmitted} and w.stage not in ('approved', 'published')`,
  differs: sql`w.differs > 0`,
  noEvidence: sql`w.no_evidence > 0`,
  explaining: sql`w.stage = 'explaining'`,
  disputed: sql`w.disputed > 0`,
  late: sql`w.is_late`,
  finished: sql`${isSubmitted} and w.stage in ('approved', 'published')`,
  notSubmitted: sql`not ${isSubmitted}`,
}

/** Every unit of the cycle with its totals and counts as they are kept; no score is read. */
const work = (cycleId: string, rounds: readonly Round[], now: Date) => sql`
  with sized as (
    select n.framework_id, count(*)::int as leaves from framework_node n
    where n.is_leaf and n.framework_id in (select cf.framework_id from cycle_framework cf where cf.cycle_id = ${cycleId})
    group by n.framework_id
  ), disputes as (
    select e.unit_id, count(*)::int as disputed from explanation e
    where e.cycle_id = ${cycleId} and e.answer = 'disputed' and e.withdrawn_at is null group by e.unit_id
  ), ends as materialized (
    select step_closes(${cycleId}, 'firstAppraisal') as first, step_closes(${cycleId}, 'explanation') as explaining,
      step_closes(${cycleId}, 'secondAppraisal') as second, step_closes(${cycleId}, 'council') as council
  ), granted as (
    select e.unit_id, e.subject, max(e.closes) as closes from deadline_extension e where e.cycle_id = ${cycleId} group by e.unit_id, e.subject
  ), work as materialized (
    select u.id, u.code, u.name, u.search, cu.unit_group, w.stage, w.submitted_at, ct.points as claimed_points, ct.percent as claimed_percent,
      gt.points as given_points, gt.percent as given_percent, sized.leaves, sized.leaves - coalesce(gt.answered, 0) as left_over,
      coalesce(gt.differs, 0) as differs, coalesce(ct.unproved, 0) as no_evidence,
      coalesce(d.disputed, 0) as disputed,
      coalesce(case cu.stage when 'selfAssessing' then closes_at(c.self_assessment_closes, cu.self_assessment_closes)
        when 'explaining' then greatest(cu.explanation_closes, ends.explaining)
        when 'submitted' then greatest(ends.first, og.closes) when 'firstAppraisal' then greatest(ends.first, og.closes)
        when 'secondAppraisal' then greatest(ends.second, og.closes) when 'council' then greatest(ends.council, og.closes) end <= ${now}, false) as is_late
    from cycle_unit cu
    join cycle c on c.id = cu.cycle_id
    cross join lateral (select cu.stage, cu.submitted_at) w
    join unit u on u.id = cu.unit_id
    join sized on sized.framework_id = cu.framework_id
    left join unit_total ct on ct.cycle_id = cu.cycle_id and ct.unit_id = cu.unit_id and ct.round = 'claimed' and ${isSubmitted}
    cross join ends
    left join granted og on og.unit_id = cu.unit_id and og.subject = case cu.stage when 'submitted' then 'firstAppraisal' else cu.stage end
    left join disputes d on d.unit_id = cu.unit_id
    left join lateral (select * from unit_total g where g.cycle_id = cu.cycle_id and g.unit_id = cu.unit_id
      and g.round = any (${[...rounds]}::text[]) order by array_position(${[...rounds]}::text[], g.round) desc limit 1) gt on true
    where cu.cycle_id = ${cycleId}
  )`

interface WorkRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly unit_group: string
  readonly stage: WorkItem['stage']
  readonly claimed_points: string | null
  readonly claimed_percent: string | null
  readonly given_points: string | null
  readonly given_percent: string | null
  readonly leaves: number
  readonly left_over: number
  readonly differs: number
  readonly no_evidence: number
  readonly disputed: number
  readonly is_late: boolean
}

const itemOf = (row: WorkRow): WorkItem => ({
  unit: { id: row.id, code: row.code, name: row.name, group: row.unit_group },
  stage: row.stage,
  claimed: { points: row.claimed_points, percent: row.claimed_percent },
  given: { points: row.given_points, percent: row.given_percent },
  leaves: row.leaves,
  left: row.left_over,
  differs: row.differs,
  noEvidence: row.no_evidence,
  disputed: row.disputed,
  isLate: row.is_late,
})

const narrowed = ({ filter, group, search, after }: WorkQuery) => {
  const words = (search ?? '').split(/\s+/).filter((word) => word !== '')
  return sql.join(
    [
      sql`true`,
      ...(filter ? [conditions[filter]] : []),
      ...(group ? [sql`w.unit_group = ${group}`] : []),
      ...words.map((word) => sql`strpos(w.search, fold(${word})) > 0`),
      ...(after ? [sql`(w.name, w.id) > (select u.name, u.id from unit u where u.id = ${after})`] : []),
    ],
    sql` and `,
  )
}

/** One page of the work list by name, with how many units each filter leaves; one statement however many units there are. */
export const listWork = async ({ transaction, now }: ActContext, cycleId: string, query: WorkQuery): Promise<Result<WorkList>> => {
  const cycle = await loadCycle(transaction, cycleId)
  if (!cycle.ok) return cycle
  const { id, year, title, stage, rounds } = cycle.value
  const counted = workFilters.map((filter) => sql`${sql.lit(filter)}, count(*) filter (where ${conditions[filter]})`)
  const { rows } = await sql<{
    counts: WorkList['counts']
    late_to_explain: number
    page: WorkRow[]
  }>`${work(cycleId, decidingRounds(rounds), now)}
    select (select jsonb_build_object('all', count(*), ${sql.join(counted)}) from work w) as counts,
      (select count(*)::int from work w where w.is_late and w.stage = 'explaining') as late_to_explain,
      coalesce((select jsonb_agg(to_jsonb(p) order by p.name, p.id) from (
        select w.id, w.code, w.name, w.unit_group, w.stage, w.claimed_points, w.claimed_percent::text, w.given_points, w.given_percent::text,
          w.leaves, w.left_over, w.differs, w.no_evidence, w.disputed, w.is_late
        from work w where ${narrowed(query)} order by w.name, w.id limit ${query.limit + 1}) p), '[]') as page`.execute(transaction)
  const [found] = rows
  if (!found) throw new Error('the work list came without its one row')
  const units = found.page.slice(0, query.limit).map(itemOf)
  const last = units.at(-1)
  const next = found.page.length > query.limit && last ? { next: last.unit.id } : {}
  return accept({
    cycle: { id, year, title, stage, rounds: [...rounds] },
    lateToExplain: found.late_to_explain,
    counts: found.counts,
    units,
    ...next,
  })
}

/** Cycles that were opened, newest first. */
export const listCycles = async ({ transaction }: ActContext): Promise<Result<{ cycles: CycleToAppraise[] }>> => {
  const { rows } = await sql<CycleToAppraise>`
    select c.id, c.year, c.title, c.stage, count(*)::int as units,
      count(w.submitted_at)::int as submitted,
      count(w.submitted_at) filter (where w.stage in ('approved', 'published'))::int as finished
    from cycle c join cycle_unit w on w.cycle_id = c.id
    where c.stage <> 'preparing'
    group by c.id, c.year, c.title, c.stage, c.created_at
    order by c.year desc, c.created_at desc`.execute(transaction)
  return accept({ cycles: rows })
}

/** Reasons used before in the cycle, those used most first. */
export const listReasons = async (
  { transaction }: ActContext,
  cycleId: string,
): Promise<Result<{ reasons: { reason: string; uses: number }[] }>> => {
  const rows = await transaction
    .selectFrom('score')
    .select(({ fn }) => ['reason', fn.countAll<number>().as('uses')])
    .where('cycle_id', '=', cycleId)
    .where('round', '<>', 'claimed')
    .where('reason', 'is not', null)
    .groupBy('reason')
    .orderBy('uses', 'desc')
    .orderBy(sql`max(changed_at)`, 'desc')
    .limit(50)
    .execute()
  return accept({ reasons: rows.flatMap(({ reason, uses }) => (reason ? [{ reason, uses }] : [])) })
}
