import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../src/platform/migrate/migrate.ts'
import { startPostgres } from '../../src/platform/postgres/start-postgres.ts'
import { breaksOf, type TablePolicy } from '../../test/authorization/policy-clauses.ts'
import { fenceDifferences, fillTables, listColumns, listFenced, openTables } from '../../test/authorization/fence-world.ts'

/**
 * Takes every policy of row-level security away, and every clause of it, one after the other, and looks whether the test of the fences notices. Fails where
 * something can be taken away unnoticed that is not known to be held elsewhere. A figure tries so many policies only. The lines of the policy table are tried
 * in every run of the tests (`test/authorization/policy-lines.test.ts`).
 */
const wanted = Number(process.argv[2] ?? Number.POSITIVE_INFINITY)

/** Units that answer for their predecessors from a year on, and cycles that move, stand in no row of this world; these fences are held by tests of their own. */
const heldElsewhere = (policy: TablePolicy): boolean => ['years_concerned', 'gone_with_a_move'].includes(policy.name)

/**
 * Clauses that say what another one says too, so that nothing is seen or written otherwise without them: a row that hangs on a fenced row of the same authority;
 * a way in for those who already see all; public rows that hang on a public row.
 */
const saidTwice: readonly RegExp[] = [
  /^(?:with_plan|with_paper|with_document) on \w+: using without \(authority_id = actor_authority\(\)\)$/,
  /^(?:who_may_know on inspection_(?:member|finding)|own_leaves on question_message): using without \(authority_id = actor_authority\(\)\)$/,
  /: using without \(NOT \( SELECT actor_sees_all_units/,
  /^(?:public_copies on (?:evidence_file|stored_file)|posted_papers on (?:paper|stored_file)|own_authority on publication_unit): using without acts_for\('publicRead'::text\)$/,
  /^who_may_read on publication_ground: using without \(\(authority_id = actor_authority\(\)\) OR acts_for/,
  /^with_document on legal_ground: using without /,
]

const listPolicies = async (owner: pg.Client): Promise<readonly TablePolicy[]> =>
  (
    await owner.query<TablePolicy>(
      "select tablename as table, policyname as name, permissive = 'PERMISSIVE' as \"isPermissive\", cmd as command, qual as using, with_check as check from pg_policies where schemaname = 'public' order by 1, 2",
    )
  ).rows

const run = async (owner: pg.Client) => {
  const tables = await listFenced(owner)
  await openTables(owner, tables)
  const columns = await listColumns(owner)
  await fillTables(owner, tables, columns)
  const before: string[] = []
  for (const table of tables) before.push(...(await fenceDifferences(owner, table, columns)))
  const policies = (await listPolicies(owner)).filter((each) => !heldElsewhere(each))
  const unnoticed: string[] = []
  let breaks = 0
  for (const policy of policies.slice(0, wanted))
    for (const each of breaksOf(policy)) {
      await owner.query(each.apply)
      const found = await fenceDifferences(owner, policy.table, columns)
      await owner.query(each.undo)
      breaks += 1
      if (found.length === 0 && !saidTwice.some((pattern) => pattern.test(each.words))) unnoticed.push(each.words)
    }
  return { tables: tables.length, policies: policies.length, breaks, before, unnoticed }
}

const folder = await mkdtemp(join(tmpdir(), 'parindex-fences-'))
const started = await startPostgres({ dataDir: folder, durable: false })
if (!started.ok) throw new Error(JSON.stringify(started.problems))
try {
  const migrated = await migrate(started.value.ownerUrl)
  if (!migrated.ok) throw new Error(JSON.stringify(migrated.problems))
  const owner = new pg.Client({ connectionString: started.value.ownerUrl })
  await owner.connect()
  const found = await run(owner).finally(() => owner.end())
  process.stdout.write(`${JSON.stringify(found)}\n`)
  process.exitCode = found.before.length === 0 && found.unnoticed.length === 0 ? 0 : 1
} finally {
  await started.value.stop()
  await rm(folder, { recursive: true, force: true })
}
