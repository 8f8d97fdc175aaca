import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { actAs } from '../../src/platform/database/transaction.ts'
import { accept } from '../../src/core/result.ts'
import { startTestApplication, type TestApplication } from '../application.ts'
import { createTestAuthority, type TestAuthority } from '../authority.ts'
import { createSmallCycle, type SmallCycle } from '../small-cycle.ts'

/** Whoever can send SQL as the application, with whatever actor they make up, still meets what the database itself holds. */
let application: TestApplication
let cycle: SmallCycle
let stranger: TestAuthority
const unitOf = (index: 0 | 1) => application.authority.departments[index].id

beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority, 'published')
  stranger = await createTestAuthority(application.owner, '.khac')
  const { owner, authority } = application
  await owner
    .insertInto('publication')
    .values({
      id: randomUUID(),
      authority_id: authority.id,
      cycle_id: cycle.cycleId,
      number: 1,
      title: 'Công bố',
      hash: '0'.repeat(64),
      groups: ['so-nganh'],
      hashes: [],
      bundle: Buffer.from('x'),
    })
    .execute()
  await sql`insert into score (authority_id, cycle_id, unit_id, node_id, round, framework_id, min_points, max_points, status, points)
    values (${authority.id}, ${cycle.cycleId}, ${unitOf(0)}, '1.1', 'claimed', ${cycle.frameworkId}, 0, 2, 'scored', 1)`.execute(owner)
})

const forged = (units: 'all' | readonly string[], authorityId = application.authority.id) => ({
  personId: randomUUID(),
  name: 'Giả',
  authorityId,
  grants: [],
  units,
})
const tables = [
  'authority',
  'unit',
  'person',
  'role_grant',
  'session',
  'sign_in_attempt',
  'idempotency_key',
  'action',
  'framework',
  'framework_edit',
  'framework_node',
  'cycle',
  'cycle_framework',
  'cycle_unit',
  'score',
  'unit_total',
  'stored_file',
  'evidence',
  'score_evidence',
  'publication',
  'publication_unit',
  'unit_successor',
  'second_factor',
  'recovery_code',
  'sign_in_name_attempt',
  'single_sign_on_identity',
  'single_sign_on_attempt',
  'job',
  'action_to_seal',
  'action_seal',
] as const

const count = async (table: string, actor: ReturnType<typeof forged>): Promise<number> => {
  const found = await actAs(application.database, actor, async ({ transaction }) => {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(transaction)
    return accept(rows[0]?.count ?? -1)
  })
  return found.ok ? found.value : -1
}
const run = (statement: ReturnType<typeof sql>, actor = forged('all')) =>
  actAs(application.database, actor, async ({ transaction }) => accept(Number((await statement.execute(transaction)).numAffectedRows ?? 0)))

describe('SQL as the application', () => {
  it('finds no row of anybody without an actor, nor as an authority that is not there', async () => {
    for (const table of tables) {
      await expect(
        sql`select 1 from ${sql.table(table)} limit 1`.execute(application.database).then(({ rows }) => rows.length),
        table,
      ).resolves.toBe(0)
      expect(await count(table, forged('all', randomUUID())), table).toBe(0)
    }
  })

  it('finds as a person of one unit no score of another', async () => {
    expect(await count('score', forged([unitOf(0)]))).toBe(1)
    expect(await count('score', forged([unitOf(1)]))).toBe(0)
    expect(await count('score', forged([]))).toBe(0)
  })

  it('finds and changes nothing of another authority', async () => {
    expect(await count('score', forged('all', stranger.id))).toBe(0)
    expect(await run(sql`update unit set name = 'x' where authority_id = ${stranger.id}`)).toEqual({ ok: true, value: 0 })
    await expect(
      run(sql`insert into unit (id, authority_id, code, name, kind) values (${randomUUID()}, ${stranger.id}, 'x', 'x', 'commune')`),
    ).rejects.toThrow(/row-level security/)
    const [below] = stranger.departments
    await expect(
      run(
        sql`insert into unit (id, authority_id, code, name, kind, parent_id) values (${randomUUID()}, ${application.authority.id}, 'x', 'x', 'commune', ${below.id})`,
      ),
    ).rejects.toThrow(/foreign key/)
  })

  it('takes away nothing that was said of a leaf, but for a cycle that moves in this very transaction', async () => {
    const before = await count('score', forged('all'))
    expect(before).toBeGreaterThan(0)
    for (const table of ['score', 'unit_total', 'explanation', 'council_vote', 'second_look_leaf'])
      expect(await run(sql`delete from ${sql.table(table)}`), table).toEqual({ ok: true, value: 0 })
    expect(await count('score', forged('all'))).toBe(before)
  })

  it.each([
    ['a figure of a publication', sql`update publication set hash = 'x'`],
    ['a publication', sql`delete from publication`],
    ['the log', sql`update action set kind = 'x'`],
    ['the log’s rows', sql`delete from action`],
    ['rows of a framework in force', sql`update framework_node set max_points = 100`],
    ['a framework in force', sql`update framework set title = 'x'`],
    ['a person', sql`delete from person`],
    ['everything', sql`truncate score cascade`],
    ['points beyond the maximum', sql`update score set points = 2.0001`],
    ['the maximum beside the points', sql`update score set max_points = 9, points = 9`],
    ['points below zero', sql`update score set points = -0.0001`],
    ['points that are no number', sql`update score set points = 'NaN'`],
    ['points below the claim without a word', sql`update score set points = 0.5, claimed_points = 1, reason = null`],
    ['points below the claim with a blank', sql`update score set points = 0.5, claimed_points = 1, reason = E' \n\u00a0'`],
    [
      'a leaf that does not apply without a word',
      sql`update score set status = 'notApplicable', points = null, reason = null, explanation = null`,
    ],
    ['the role', sql`set local role postgres`],
    ['a status without points', sql`update score set points = null`],
    ['the fences', sql`alter table score disable row level security`],
    ['the triggers', sql`set local session_replication_role = replica`],
  ])('cannot change or take away %s', async (_, statement) => {
    await expect(run(statement)).rejects.toThrow()
  })
})
