import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { pointsText, type Points } from '../src/core/exact/points.ts'
import { parseFramework } from '../src/core/framework/parse-framework.ts'
import { insertFrameworkInForce } from '../src/features/framework/insert-in-force.ts'
import { publish } from '../src/features/publication/publish.ts'
import { loadFrameworkInForce } from '../src/features/scores/framework-in-force.ts'
import { refreshTotals } from '../src/features/scores/refresh-totals.ts'
import type { ActContext, Transaction } from '../src/platform/database/transaction.ts'
import type { Actor } from '../src/platform/policy/actor.ts'

const communes = 3321
const areas = 8
const leavesPerArea = 15
const newestYear = 2026

/** What was put in, and whom a bench acts as. */
export interface Filled {
  /** Appraises, owns the method and reads everything. */
  readonly actor: Actor
  readonly people: Readonly<Record<'methodOwner' | 'appraiser' | 'unitOfficer', string>>
  readonly cycleId: string
  readonly frameworkId: string
  readonly unitIds: readonly string[]
}

const frameworkOf = (year: number) =>
  parseFramework({
    format: 'parindex/framework@1',
    title: `Bench ${year}`,
    year,
    unitGroup: 'communes',
    nodes: Array.from({ length: areas }, (_, area) => ({
      code: `${area + 1}`,
      name: `Area ${area + 1}`,
      children: Array.from({ length: leavesPerArea }, (_each, leaf) => ({
        code: `${area + 1}.${leaf + 1}`,
        name: `Leaf ${leaf + 1}`,
        maxPoints: pointsText((((leaf % 4) + 1) * 2500) as Points),
      })),
    })),
  })

const insertPerson = async (transaction: Transaction, authorityId: string, id: string, roles: readonly string[], unitId: string | null) => {
  await transaction
    .insertInto('person')
    .values({ id, authority_id: authorityId, name: `Bench ${id}`, sign_in_name: `bench-${id}` })
    .execute()
  for (const role of roles)
    await transaction
      .insertInto('role_grant')
      .values({ id: randomUUID(), authority_id: authorityId, person_id: id, role, unit_id: unitId })
      .execute()
}

/** Every commune with an officer of its own. */
const insertUnits = async (transaction: Transaction, authority: string): Promise<readonly string[]> => {
  await sql`insert into unit (id, authority_id, code, name, kind, unit_group)
    select gen_random_uuid(), ${authority}, 'X' || n, 'Xã ' || n, 'commune', 'communes' from generate_series(1, ${communes}::int) n`.execute(
    transaction,
  )
  await sql`insert into person (id, authority_id, name, sign_in_name) select id, authority_id, 'Cán bộ ' || name, 'can-bo-' || lower(code) from unit
    where authority_id = ${authority}`.execute(transaction)
  await sql`insert into role_grant (id, authority_id, person_id, role, unit_id) select gen_random_uuid(), authority_id, id, 'unitOfficer', id from unit
    where authority_id = ${authority}`.execute(transaction)
  const units = await transaction.selectFrom('unit').select('id').where('authority_id', '=', authority).orderBy('code').execute()
  return units.map(({ id }) => id)
}

/** What triggers would do row by row: the sheets of a cycle whose scores stand. Given is as claimed, so nothing differs. */
const insertSheets = ({ transaction }: ActContext, cycleId: string) =>
  sql`insert into score_sheet (authority_id, cycle_id, unit_id, round, framework_id, cells)
    select l.authority_id, l.cycle_id, l.unit_id, l.round, l.framework_id, array_agg(score_cell(l.status, l.points, l.treatment) order by n.position)
    from score l join framework_node n on n.authority_id = l.authority_id and n.framework_id = l.framework_id and n.node_id = l.node_id
    where l.cycle_id = ${cycleId} group by l.authority_id, l.cycle_id, l.unit_id, l.round, l.framework_id`.execute(transaction)

/** The rows of a cycle with its scores of both rounds. */
const insertCycle = async (context: ActContext, cycleId: string, frameworkId: string, year: number): Promise<void> => {
  const { transaction, actor } = context
  const framework = frameworkOf(year)
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  await insertFrameworkInForce(context, frameworkId, framework.value)
  const stage = year === newestYear ? 'firstAppraisal' : 'approved'
  await transaction
    .insertInto('cycle')
    .values({ id: cycleId, authority_id: actor.authorityId, year, title: `Bench ${year}`, stage, rounds: ['claimed', 'firstAppraisal'] })
    .execute()
  await transaction
    .insertInto('cycle_framework')
    .values({ authority_id: actor.authorityId, cycle_id: cycleId, unit_group: 'communes', framework_id: frameworkId })
    .execute()
  await sql`insert into cycle_unit (authority_id, cycle_id, unit_id, unit_group, framework_id, stage, submitted_at)
    select authority_id, ${cycleId}, id, unit_group, ${frameworkId}, ${stage}, now() from unit where authority_id = ${actor.authorityId}`.execute(
    transaction,
  )
  await sql`insert into score (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points, status, points, explanation)
    select ${actor.authorityId}, ${cycleId}, u.id, n.framework_id, r.round, n.node_id, n.min_points, n.max_points, 'scored',
      round((n.max_points * (0.4 + 0.6 * abs(hashtext(u.code || n.node_id || ${year}::text) % 1000) / 1000.0))::numeric, 2), 'bench'
    from unit u cross join framework_node n cross join (values ('claimed'), ('firstAppraisal')) r(round)
    where n.is_leaf and n.framework_id = ${frameworkId} and u.authority_id = ${actor.authorityId} order by u.id, n.position`.execute(
    transaction,
  )
  await insertSheets(context, cycleId)
}

const addTotals = async (context: ActContext, cycleId: string, frameworkId: string, unitIds: readonly string[]): Promise<void> => {
  const inForce = await loadFrameworkInForce(context, frameworkId)
  if (!inForce.ok) throw new Error(JSON.stringify(inForce.problems))
  const at = { cycleId, frameworkId, unitGroup: 'communes', ranked: true, stage: 'firstAppraisal', version: 1 }
  const units = unitIds.map((unitId) => ({ ...at, unitId }))
  for (const round of ['claimed', 'firstAppraisal'] as const) await refreshTotals(context, units, inForce.value, round)
}

/** What a year leaves beside its scores: three documents of each unit at six leaves, and who changed what. */
const addTraces = async ({ transaction, actor }: ActContext, cycleId: string, year: number): Promise<void> => {
  await sql`insert into evidence (id, authority_id, unit_id, title, document_number, issued_on, issuer)
    select gen_random_uuid(), u.authority_id, u.id, 'Báo cáo ' || n || ' năm ' || ${year}::int, n || '/BC-UBND', make_date(${year}, 3 * n, 5), u.name
    from unit u cross join generate_series(1, 3) n where u.authority_id = ${actor.authorityId}`.execute(transaction)
  await sql`insert into score_evidence (authority_id, cycle_id, unit_id, node_id, evidence_id, evidence_unit_id)
    select e.authority_id, ${cycleId}, e.unit_id, extract(month from e.issued_on) / 3 || '.' || n, e.id, e.unit_id
    from evidence e cross join generate_series(1, 2) n where e.authority_id = ${actor.authorityId} and extract(year from e.issued_on) = ${year}`.execute(
    transaction,
  )
  await sql`insert into action (authority_id, person_id, at, kind, cycle_id, unit_id, node_id, facts)
    select ${actor.authorityId}, unit_id, make_timestamptz(${year}, 11, 1 + (random() * 20)::int, 8, 0, 0), 'scoreChanged', cycle_id, unit_id, node_id,
      jsonb_build_object('round', round, 'status', status, 'points', points::text)
    from score where cycle_id = ${cycleId} and round = 'claimed'`.execute(transaction)
}

/** Years of 3,321 communes × 120 leaves × claimed and given: the newest under appraisal, those before published. */
export const fillProvince = async (transaction: Transaction, years: number): Promise<Filled> => {
  const actor: Actor = { personId: randomUUID(), name: 'Bench', authorityId: randomUUID(), grants: [], units: 'all' }
  const people = { methodOwner: randomUUID(), appraiser: randomUUID() }
  const authority = actor.authorityId
  await sql`select set_config('parindex.authority', ${authority}, true), set_config('parindex.units', '*', true),
    set_config('session_replication_role', 'replica', true)`.execute(transaction)
  await transaction.insertInto('authority').values({ id: authority, name: 'Bench' }).execute()
  await insertPerson(transaction, authority, actor.personId, ['appraiser', 'methodOwner'], null)
  await insertPerson(transaction, authority, people.methodOwner, ['methodOwner'], null)
  await insertPerson(transaction, authority, people.appraiser, ['appraiser'], null)
  const unitIds = await insertUnits(transaction, authority)
  const context = { transaction, actor, now: new Date() }
  let [cycleId, frameworkId] = ['', '']
  for (let year = newestYear - years + 1; year <= newestYear; year++) {
    ;[cycleId, frameworkId] = [randomUUID(), randomUUID()]
    await insertCycle(context, cycleId, frameworkId, year)
    await addTotals(context, cycleId, frameworkId, unitIds)
    await addTraces(context, cycleId, year)
    if (year === newestYear) continue
    const published = await publish(context, cycleId, { title: `Bench ${year}`, isPublic: true })
    if (!published.ok) throw new Error(JSON.stringify(published.problems))
  }
  return { actor, people: { ...people, unitOfficer: unitIds[0] ?? '' }, cycleId, frameworkId, unitIds }
}
