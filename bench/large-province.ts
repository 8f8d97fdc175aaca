import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { createApp } from '../src/app.ts'
import { pointsText, type Points } from '../src/core/exact/points.ts'
import { parseFramework } from '../src/core/framework/parse-framework.ts'
import { insertFrameworkInForce } from '../src/features/framework/insert-in-force.ts'
import { loadFrameworkInForce } from '../src/features/scores/framework-in-force.ts'
import { refreshTotals } from '../src/features/scores/refresh-totals.ts'
import { type Database, openDatabase } from '../src/platform/database/database.ts'
import type { Transaction } from '../src/platform/database/transaction.ts'
import { migrate } from '../src/platform/migrate/migrate.ts'
import type { Actor } from '../src/platform/policy/actor.ts'
import { startPostgres } from '../src/platform/postgres/start-postgres.ts'
import { openSession, sessionCookie } from '../src/platform/session/session.ts'
import { processorTime } from './processor-time.ts'

const communes = 3321
const areas = 8
const leavesPerArea = 15

const frameworkFile = {
  format: 'parindex/framework@1',
  title: 'Bench',
  year: 2026,
  unitGroup: 'communes',
  nodes: Array.from({ length: areas }, (_, area) => ({
    code: `${area + 1}`,
    name: `Area ${area + 1}`,
    children: Array.from({ length: leavesPerArea }, (_, leaf) => ({
      code: `${area + 1}.${leaf + 1}`,
      name: `Leaf ${leaf + 1}`,
      maxPoints: pointsText((((leaf % 4) + 1) * 2500) as Points),
    })),
  })),
}

export interface LargeProvince {
  readonly address: string
  readonly database: Database
  readonly actor: Actor
  readonly cycleId: string
  readonly frameworkId: string
  readonly unitIds: readonly string[]
  /** The session cookie of an appraiser who may also read results. */
  readonly cookie: string
  /** Milliseconds of processor so far, of this process and of all of the database. */
  readonly processorTime: () => Promise<number>
  readonly stop: () => Promise<void>
}

const insertRows = async (transaction: Transaction, actor: Actor): Promise<{ cycleId: string; frameworkId: string; unitIds: string[] }> => {
  const [frameworkId, cycleId] = [randomUUID(), randomUUID()]
  const authority = actor.authorityId
  await sql`select set_config('parindex.authority', ${authority}, true), set_config('parindex.units', '*', true)`.execute(transaction)
  await transaction.insertInto('authority').values({ id: authority, name: 'Bench' }).execute()
  await transaction
    .insertInto('person')
    .values({ id: actor.personId, authority_id: authority, name: 'Bench', sign_in_name: 'bench' })
    .execute()
  for (const role of ['appraiser', 'methodOwner'])
    await transaction
      .insertInto('role_grant')
      .values({ id: randomUUID(), authority_id: authority, person_id: actor.personId, role, unit_id: null })
      .execute()
  await sql`insert into unit (id, authority_id, code, name, kind, unit_group)
    select gen_random_uuid(), ${authority}, 'X' || n, 'Xã ' || n, 'commune', 'communes' from generate_series(1, ${communes}::int) n`.execute(
    transaction,
  )
  const framework = parseFramework(frameworkFile)
  if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
  const context = { transaction, actor, now: new Date() }
  await insertFrameworkInForce(context, frameworkId, framework.value)
  await transaction
    .insertInto('cycle')
    .values({
      id: cycleId,
      authority_id: authority,
      year: 2026,
      title: 'Bench',
      stage: 'firstAppraisal',
      rounds: ['claimed', 'firstAppraisal'],
    })
    .execute()
  await transaction
    .insertInto('cycle_framework')
    .values({ authority_id: authority, cycle_id: cycleId, unit_group: 'communes', framework_id: frameworkId })
    .execute()
  await sql`insert into cycle_unit (authority_id, cycle_id, unit_id, unit_group, framework_id, stage)
    select authority_id, ${cycleId}, id, unit_group, ${frameworkId}, 'firstAppraisal' from unit where authority_id = ${authority}`.execute(
    transaction,
  )
  await sql`insert into score (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points, status, points, explanation)
    select ${authority}, ${cycleId}, u.id, n.framework_id, r.round, n.node_id, n.min_points, n.max_points, 'scored',
      round((n.max_points * (0.4 + 0.6 * abs(hashtext(u.code || n.node_id) % 1000) / 1000.0))::numeric, 2), 'bench'
    from unit u cross join framework_node n cross join (values ('claimed'), ('firstAppraisal')) r(round)
    where n.is_leaf and n.framework_id = ${frameworkId} and u.authority_id = ${authority}`.execute(transaction)
  const inForce = await loadFrameworkInForce(context, frameworkId)
  if (!inForce.ok) throw new Error(JSON.stringify(inForce.problems))
  const units = await transaction.selectFrom('unit').select('id').where('authority_id', '=', authority).execute()
  const scored = units.map(({ id }) => ({
    cycleId,
    unitId: id,
    frameworkId,
    unitGroup: 'communes',
    ranked: true,
    stage: 'firstAppraisal',
    version: 1,
  }))
  for (const round of ['claimed', 'firstAppraisal'] as const) await refreshTotals(context, scored, inForce.value, round)
  return { cycleId, frameworkId, unitIds: units.map(({ id }) => id) }
}

interface Filled {
  readonly actor: Actor
  readonly cycleId: string
  readonly frameworkId: string
  readonly unitIds: readonly string[]
}

/** What a kept folder says of what is in it. */
const descriptionOf = (dataDir: string): string => join(dataDir, 'province.json')

const readFilled = async (dataDir: string): Promise<Filled | undefined> => {
  const text = await readFile(descriptionOf(dataDir), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : (JSON.parse(text) as Filled)
}

const fill = async (owner: Database, ownerUrl: string): Promise<Filled> => {
  const migrated = await migrate(ownerUrl)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.problems))
  const actor: Actor = { personId: randomUUID(), name: 'Bench', authorityId: randomUUID(), grants: [], units: 'all' }
  const filled = await owner.transaction().execute((transaction) => insertRows(transaction, actor))
  await sql`vacuum (analyze)`.execute(owner)
  return { actor, ...filled }
}

/** `--folder NAME` keeps the province for the next run; without it a new one is made and removed. */
const folderOf = async (): Promise<{ dataDir: string; isKept: boolean }> => {
  const at = process.argv.indexOf('--folder')
  const kept = at < 0 ? undefined : process.argv[at + 1]
  if (kept === undefined) return { dataDir: await mkdtemp(join(tmpdir(), 'parindex-bench-')), isKept: false }
  await mkdir(kept, { recursive: true })
  return { dataDir: kept, isKept: true }
}

/** A province of 3,321 communes × 120 leaves × claimed and given in a durable database of its own, served over HTTP on a free port. */
export const startLargeProvince = async (): Promise<LargeProvince> => {
  const { dataDir, isKept } = await folderOf()
  const postgres = await startPostgres({ dataDir })
  if (!postgres.ok) throw new Error(JSON.stringify(postgres.problems))
  const owner = openDatabase({ connectionString: postgres.value.ownerUrl, max: 1 })
  const filled = (await readFilled(dataDir)) ?? (await fill(owner, postgres.value.ownerUrl))
  await writeFile(descriptionOf(dataDir), JSON.stringify(filled))
  const { actor } = filled
  const token = await owner
    .transaction()
    .execute((transaction) =>
      openSession(
        transaction,
        { id: actor.personId, authorityId: actor.authorityId },
        { address: '127.0.0.1', userAgent: '', by: 'password', secondFactorDue: false },
      ),
    )
  const database = openDatabase({ connectionString: postgres.value.applicationUrl })
  const app = await createApp(database, {
    trustProxy: false,
    isHttps: false,
    pagesDir: dataDir,
    filesDir: join(dataDir, 'files'),
    secret: 'bench',
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const stop = async (): Promise<void> => {
    await app.close()
    await Promise.all([database.destroy(), owner.destroy()])
    await postgres.value.stop()
    if (!isKept) await rm(dataDir, { recursive: true, force: true })
  }
  return { address, database, ...filled, cookie: `${sessionCookie}=${token}`, processorTime: () => processorTime(dataDir), stop }
}
