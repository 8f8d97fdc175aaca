import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInOn, startNode } from '../../test/application.ts'
import { createTestDatabase } from '../../test/database.ts'
import { findReadingPlaces, readEverything, readingRoutes } from '../../test/read-everything.ts'
import { parsePoints } from '../core/exact/points.ts'
import { parseFramework } from '../core/framework/parse-framework.ts'
import { leavesOf } from '../core/framework/walk.ts'
import { factInputsOf } from '../core/rules/inputs-from-facts.ts'
import type { Inputs } from '../core/rules/inputs.ts'
import { factsRuleOf, scoreLeaf } from '../core/rules/leaf-outcome.ts'
import { openDatabase } from '../platform/database/database.ts'
import { ensureDemo } from './ensure-demo.ts'
import { demoPassword } from './people.ts'

/** Of one request; what it shows may be 120 communes or 3,321. */
const statementsAtMost = 20

const build = async () => {
  const urls = await createTestDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'parindex-demo-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  const dataDir = join(folder, 'not-made-yet')
  const filesDir = join(dataDir, 'files')
  const start = () => ensureDemo({ ownerUrl: urls.ownerUrl, dataDir, filesDir, onBuilding: () => undefined })
  const accounts = (await start()) ?? []
  const owner = openDatabase({ connectionString: urls.ownerUrl, max: 1 })
  afterAll(() => owner.destroy())
  const published = await owner.selectFrom('publication').select(['number', 'hash']).orderBy('title').execute()
  return { ...urls, filesDir, accounts, start, owner, published }
}

let first: Awaited<ReturnType<typeof build>>
beforeAll(async () => {
  first = await build()
}, 120_000)

describe('the demo province', () => {
  it('has 18 departments, 120 communes, sets of at least 100 leaves and two published years', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from unit where unit_group = 'Sở, ban, ngành') as departments,
        (select count(*) from unit where unit_group = 'Xã, phường, đặc khu') as communes,
        (select min(n) from (select count(*) as n from framework_node n join framework f on f.id = n.framework_id
          where is_leaf and f.unit_group <> 'Tỉnh' group by f.id) f) as fewest_leaves`.execute(first.owner)
    expect(rows[0]).toMatchObject({ departments: 18, communes: 120 })
    expect(rows[0]?.['fewest_leaves']).toBeGreaterThanOrEqual(100)
    expect(first.published).toHaveLength(2)
  })

  it('has the province’s own assessment for the Ministry, led by departments and by the steering committee', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from cycle_unit cu join unit u on u.id = cu.unit_id where u.kind = 'authority' and cu.stage = 'selfAssessing') as provinces,
        (select count(*) from unit u join unit p on p.id = u.parent_id and p.kind = 'authority') as departments,
        (select count(*) from score s join unit u on u.id = s.unit_id and u.kind = 'authority') as claims,
        (select count(*) from standing_body_member where person_id is not null) as members`.execute(first.owner)
    expect(rows[0]).toMatchObject({ provinces: 1, departments: 18, members: 1 })
    expect(rows[0]?.['claims']).toBeGreaterThan(5)
  })

  it('has claims that do not apply, claims given less, and evidence', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from score where status = 'notApplicable') as not_applicable,
        (select count(*) from score where round = 'firstAppraisal' and points < claimed_points) as lessened,
        (select count(*) from score_evidence) as proofs`.execute(first.owner)
    expect(rows[0]?.['not_applicable']).toBeGreaterThan(500)
    expect(rows[0]?.['lessened']).toBeGreaterThan(500)
    expect(rows[0]?.['proofs']).toBeGreaterThan(1000)
  })

  it('has in the published year the very points that its closed survey gives', async () => {
    const { rows } = await sql<{ carried: number; leaves: number }>`
      select count(*)::int as carried, count(distinct s.node_id)::int as leaves from score s join survey v on v.cycle_id = s.cycle_id
      where v.stage = 'closed' and s.round = 'firstAppraisal' and s.reason like 'Theo “' || v.title || '”:%'`.execute(first.owner)
    expect(rows[0]).toEqual({ carried: 18 * 4, leaves: 4 })
  })

  it('has points of other evaluations by the rule of their index, with the value behind each', async () => {
    const { rows } = await sql<Record<string, number>>`
      select count(*)::int as scored, count(v.value)::int as valued, count(distinct f.year)::int as years,
        count(*) filter (where s.inputs ->> 'value' is distinct from trim_scale(v.value)::text or v.year <> f.year)::int as astray,
        count(*) filter (where s.reason not like '%Nguồn: Quyết định công bố chỉ số (số liệu mẫu), năm ' || f.year || '.')::int as unsourced
      from framework_node n join framework f on f.id = n.framework_id
      join score s on s.framework_id = n.framework_id and s.node_id = n.node_id and s.round = 'firstAppraisal'
      left join external_value v on v.cycle_id = s.cycle_id and v.unit_id = s.unit_id and v.node_id = s.node_id
      where n.source = 'external' and n.is_leaf and f.unit_group <> 'Tỉnh'`.execute(first.owner)
    expect(rows[0]).toMatchObject({ valued: rows[0]?.['scored'], years: 3, astray: 0, unsourced: 0 })
    expect(rows[0]?.['scored']).toBeGreaterThan(300)
  })

  it('has points out of facts on a good part of its leaves, and each is what its rule gives', async () => {
    const rows = await first.owner
      .selectFrom('score')
      .select(['framework_id', 'node_id', 'status', 'points', 'inputs'])
      .where('inputs', 'is not', null)
      .execute()
    expect(rows.length).toBeGreaterThan(10_000)
    const documents = await first.owner.selectFrom('framework').select(['id', 'document']).execute()
    const leaves = new Map(
      documents.flatMap(({ id, document }) => {
        const framework = parseFramework(document)
        return framework.ok ? leavesOf(framework.value.nodes).map((leaf) => [`${id} ${leaf.id}` as string, leaf] as const) : []
      }),
    )
    const kinds = new Set<string>()
    for (const { framework_id, node_id, status, points, inputs } of rows.filter((_, index) => index % 7 === 0)) {
      const leaf = leaves.get(`${framework_id} ${node_id}`)
      const rule = leaf && factsRuleOf(leaf)
      const outcome = rule && scoreLeaf(leaf, rule, inputs as Inputs)
      if (!outcome) expect.fail(`no rule at ${node_id}`)
      kinds.add(rule.kind)
      expect(outcome.status, node_id).toBe(status)
      if (outcome.status === 'scored') expect(outcome.points, node_id).toBe(parsePoints(points ?? ''))
    }
    expect([...kinds].sort()).toEqual(
      [
        'best',
        'choice',
        'conditional',
        'conditions',
        'deadline',
        'deduct',
        'externalIndex',
        'formula',
        'linear',
        'perItem',
        'ratio',
        'steps',
        'sum',
      ].sort(),
    )
  })

  it('has a year decided through explanation and council, and disputes open in the running one', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(*) from council_vote v join cycle c on c.id = v.cycle_id where c.year = 2025) as voted,
        (select count(*) from score s join cycle c on c.id = s.cycle_id where c.year = 2025 and s.round = 'secondAppraisal' and s.version > 0) as second,
        (select count(*) from explanation e join cycle_unit cu using (cycle_id, unit_id) where e.answer = 'disputed'
          and cu.stage in ('explaining', 'secondAppraisal', 'council')) as open,
        (select count(distinct cu.stage) from cycle_unit cu join cycle c on c.id = cu.cycle_id where c.year = 2026) as stages,
        (select count(*) from cycle_unit cu join cycle c on c.id = cu.cycle_id where c.year = 2025 and not exists (select from unit_total t
          where t.cycle_id = cu.cycle_id and t.unit_id = cu.unit_id and t.round = 'council')) as without_last`.execute(first.owner)
    expect(rows[0]?.['voted']).toBeGreaterThan(100)
    expect(rows[0]?.['second']).toBeGreaterThan(300)
    expect(rows[0]?.['open']).toBeGreaterThan(100)
    expect(rows[0]).toMatchObject({ stages: 7, without_last: 0 })
  })

  it('has a register of facts for every department in two years, which at least ten criteria read', async () => {
    const { rows } = await sql<Record<string, number>>`
      select (select count(distinct (f.unit_id, f.year)) from fact f join unit u on u.id = f.unit_id where u.unit_group = 'Sở, ban, ngành') as registers,
        (select count(distinct key) from fact) as keys`.execute(first.owner)
    expect(rows[0]).toMatchObject({ registers: 36 })
    expect(rows[0]?.['keys']).toBeGreaterThan(20)
    const { document } = await first.owner
      .selectFrom('framework')
      .select('document')
      .where('unit_group', '=', 'Sở, ban, ngành')
      .where('year', '=', 2026)
      .executeTakeFirstOrThrow()
    const framework = parseFramework(document)
    const leaves = framework.ok ? leavesOf(framework.value.nodes) : []
    const tied = leaves.filter((leaf) => {
      const rule = factsRuleOf(leaf)
      return rule !== undefined && factInputsOf(rule).length > 0
    })
    expect(tied.length).toBeGreaterThanOrEqual(10)
  })

  it('gives an account for each role', () => {
    expect(new Set(first.accounts.map(({ role }) => role)).size).toBeGreaterThanOrEqual(11)
  })

  it('is built once, and its accounts are still known at the next start', async () => {
    expect(await first.start()).toEqual(first.accounts)
  })

  it('can be read from end to end, each reply as its contract says', { timeout: 120_000 }, async () => {
    const { app } = await startNode(first, { demoAccounts: first.accounts })
    const places = await findReadingPlaces(first.owner, ['STP', 'SNV', 'STC'])
    const answered = new Set<string>()
    const long = new Map<string, number>()
    for (const signInName of ['quan-tri', 'noi-vu', 'can-bo-so', 'cham-diem-1', 'tham-dinh']) {
      const reading = await readEverything(places, await signInOn(app, signInName, demoPassword))
      expect(reading.failed, signInName).toEqual([])
      for (const path of reading.answered) answered.add(path)
      for (const [path, count] of reading.statements) if (count > statementsAtMost) long.set(path, count)
    }
    expect(readingRoutes.map(({ path }) => path).filter((path) => !answered.has(path))).toEqual([])
    expect([...long]).toEqual([])
  })

  it('is the same wherever it is built', { timeout: 120_000 }, async () => {
    expect((await build()).published).toEqual(first.published)
  })
})
