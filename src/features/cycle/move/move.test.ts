import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import { departmentsGroup } from '../../../../test/authority.ts'
import type { Call } from '../../../../test/call.ts'
import { createSmallCycle, frameworkHash, insertFramework, type SmallCycle, smallFramework } from '../../../../test/small-cycle.ts'
import { selfAssessmentRoutes } from '../../self-assessment/contract.ts'
import { cycleRoutes } from '../contract.ts'
import { moveRoutes } from './contract.ts'
import { nodeTables } from './node-tables.ts'

/** `1.1` may give less, `1.2` is `1.3` now and `1.3` is `1.2`, `2.2` is parted, `2.3` is new. */
const amended = {
  ...smallFramework,
  title: 'Bộ tiêu chí sửa đổi',
  version: '2',
  basedOn: frameworkHash,
  supersedes: frameworkHash,
  codeMap: { '1': ['1'], '1.1': ['1.1'], '1.2': ['1.3'], '1.3': ['1.2'], '2': ['2'], '2.1': ['2.1'], '2.2': ['2.2', '2.4'] },
  nodes: [
    {
      code: '1',
      name: 'Công tác chỉ đạo, điều hành',
      children: [
        { code: '1.1', name: 'Ban hành kế hoạch', maxPoints: '1' },
        { code: '1.2', name: 'Sáng kiến', maxPoints: '1.5' },
        { code: '1.3', name: 'Khắc phục sau kiểm tra (nếu có)', maxPoints: '1', ifAny: true },
      ],
    },
    {
      code: '2',
      name: 'Cải cách thủ tục hành chính',
      children: [
        { code: '2.1', name: 'Mức độ hài lòng', maxPoints: '3', source: 'survey' },
        { code: '2.2', name: 'Đúng hạn', maxPoints: '1' },
        { code: '2.3', name: 'Công khai', maxPoints: '1' },
        { code: '2.4', name: 'Trước hạn', maxPoints: '1.5' },
      ],
    },
  ],
}

let application: TestApplication
let methodOwner: Call
let officer: Call
beforeAll(async () => {
  application = await startTestApplication()
  methodOwner = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-1')
})

const unitOf = (cycle: SmallCycle, index = 0): string => cycle.units[index]?.id ?? ''

/** Claims, a link, an explanation, a question, a vote, a part of a division: something of each at the leaves of the first unit. */
const fill = async ({ cycleId, frameworkId, units }: SmallCycle) => {
  const { owner, authority } = application
  const unit = units[0]?.id ?? ''
  const scores = [
    ['1.1', 'claimed', 'scored', '2', null],
    ['1.2', 'claimed', 'notApplicable', null, 'Không có kiểm tra'],
    ['1.3', 'claimed', 'scored', '1.5', 'Hai sáng kiến'],
    ['2.2', 'claimed', 'scored', '2.5', 'Đủ hồ sơ'],
    ['1.3', 'firstAppraisal', 'scored', '1.25', null],
    ['2.2', 'firstAppraisal', 'scored', '2', null],
  ].map(([node_id, round, status, points, explanation]) => ({ node_id, round, status, points, explanation }))
  await sql`
    insert into score (authority_id, cycle_id, unit_id, framework_id, round, node_id, min_points, max_points, status, points, explanation)
    select ${authority.id}, ${cycleId}, ${unit}, ${frameworkId}, s.round, s.node_id, n.min_points, n.max_points, s.status, s.points, s.explanation
    from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb) as s(node_id text, round text, status text, points numeric, explanation text)
    join framework_node n on n.framework_id = ${frameworkId} and n.node_id = s.node_id`.execute(owner)
  const evidence = randomUUID()
  const key = sql`${authority.id}, ${cycleId}, ${unit}`
  await sql`insert into evidence (id, authority_id, unit_id, title) values (${evidence}, ${authority.id}, ${unit}, 'Kế hoạch năm')`.execute(
    owner,
  )
  await sql`insert into score_evidence (authority_id, cycle_id, unit_id, node_id, evidence_id)
    select ${key}, n, ${evidence} from unnest(array['1.3', '2.2']) n`.execute(owner)
  await sql`insert into explanation (authority_id, cycle_id, unit_id, node_id, answer, explanation)
    select ${key}, n, 'disputed', 'Giải trình ' || n from unnest(array['1.2', '1.3', '2.2']) n`.execute(owner)
  await sql`insert into explanation_evidence (authority_id, cycle_id, unit_id, node_id, evidence_id) values (${key}, '1.3', ${evidence})`.execute(
    owner,
  )
  await sql`insert into question (id, authority_id, cycle_id, unit_id, node_id, circle, asked_by)
    values (${randomUUID()}, ${key}, '1.3', 'unit', 'unit'), (${randomUUID()}, ${key}, '2.2', 'appraisal', 'unit')`.execute(owner)
  // Of two divisions of the second unit one has the leaf that is parted, the other one that stays as it is.
  const other = units[1]?.id ?? ''
  const ofOther = sql`${authority.id}, ${cycleId}, ${other}`
  for (const [code, node] of [
    ['p-1', '2.2'],
    ['p-2', '1.3'],
  ]) {
    const division = randomUUID()
    const name = `Phòng ${code}, kỳ ${cycleId}`
    await sql`insert into unit (id, authority_id, parent_id, code, name, kind)
      values (${division}, ${authority.id}, ${other}, ${`${code}-${cycleId}`}, ${name}, 'division')`.execute(owner)
    await sql`insert into division_part (authority_id, cycle_id, unit_id, division_id, state) values (${ofOther}, ${division}, 'merged')`.execute(
      owner,
    )
    await sql`insert into division_leaf (authority_id, cycle_id, unit_id, division_id, node_id, duty) values (${ofOther}, ${division}, ${node}, 'lead')`.execute(
      owner,
    )
  }
  const person = await owner.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
  await sql`insert into council_vote (authority_id, cycle_id, unit_id, node_id, votes_for, votes_against, abstained, seen, recorded_by)
    select ${key}, n, 5, 1, 0, '{}', ${person.id} from unnest(array['1.3', '2.2']) n`.execute(owner)
}

const amendedFor = (cycle: SmallCycle) => insertFramework(application.owner, application.authority.id, amended, cycle.frameworkId)
const versionOf = async (cycleId: string) => (await methodOwner(cycleRoutes.detail, { params: { cycleId } })).value.version
const move = async ({ cycleId }: SmallCycle, frameworkId: string, rest: object = {}) =>
  methodOwner(moveRoutes.move, {
    params: { cycleId },
    ifMatch: await versionOf(cycleId),
    idempotencyKey: randomUUID(),
    body: { unitGroup: departmentsGroup, frameworkId, reason: 'Quyết định số 9/QĐ-UBND', ...rest },
  })
const rowsAt = async (table: string, { cycleId }: SmallCycle) => {
  const { rows } = await sql<{ node_id: string }>`
    select node_id from ${sql.table(table)} where cycle_id = ${cycleId} order by node_id`.execute(application.owner)
  return rows.map(({ node_id }) => node_id)
}

it('every table that names rows of a framework is treated', async () => {
  const { rows } = await sql<{ name: string }>`
    select distinct c.table_name as name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name and t.table_type = 'BASE TABLE'
    where c.table_schema = 'public' and c.column_name in ('node_id', 'node_ids') order by 1`.execute(application.owner)
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(nodeTables).sort())
})

describe('before a running cycle moves to an amended framework', () => {
  it('says what becomes of every leaf and for how many units, and changes nothing', async () => {
    const cycle = await createSmallCycle(application.owner, application.authority, 'submitted')
    await fill(cycle)
    const frameworkId = await amendedFor(cycle)
    const { groups } = (await methodOwner(moveRoutes.versions, { params: { cycleId: cycle.cycleId } })).value
    expect(groups[0]?.newer.map(({ id }) => id)).toEqual([frameworkId])
    const { value } = await methodOwner(moveRoutes.preview, { params: { cycleId: cycle.cycleId, frameworkId } })
    expect(
      value.leaves.map(({ fate, old, now, units, toSettle }) => [fate, old?.id, now.map(({ id }) => id).join(), units, toSettle]),
    ).toEqual([
      ['same', '1.1', '1.1', 1, 1],
      ['renamed', '1.2', '1.3', 1, 0],
      ['renamed', '1.3', '1.2', 1, 0],
      ['split', '2.2', '2.2,2.4', 1, 1],
      ['added', undefined, '2.3', 0, 3],
    ])
    expect([value.units, value.toSettle, value.givenBack]).toEqual([3, 3, 3])
    expect(await rowsAt('score', cycle)).toEqual(['1.1', '1.2', '1.3', '1.3', '2.2', '2.2'])
  })

  it('refuses a framework that is not its amendment, and a cycle whose results are published or that is not open', async () => {
    const cycle = await createSmallCycle(application.owner, application.authority)
    const other = { ...amended, basedOn: 'f'.repeat(64) }
    const stranger = await insertFramework(application.owner, application.authority.id, other)
    expect((await move(cycle, stranger)).problems[0]?.code).toBe('notItsNewVersion')
    const frameworkId = await amendedFor(cycle)
    for (const stage of ['preparing', 'approved', 'published']) {
      await sql`update cycle set stage = ${stage} where id = ${cycle.cycleId}`.execute(application.owner)
      expect((await move(cycle, frameworkId)).status).toBe(409)
    }
  })
})

describe('a running cycle that moves to an amended framework', () => {
  let cycle: SmallCycle
  beforeAll(async () => {
    cycle = await createSmallCycle(application.owner, application.authority, 'submitted')
    await fill(cycle)
    const reply = await move(cycle, await amendedFor(cycle))
    expect(reply.problems).toEqual([])
  })

  it('takes scores, documents, explanations, questions and votes to the leaves that stand for theirs', async () => {
    expect(await rowsAt('score', cycle)).toEqual(['1.1', '1.2', '1.2', '1.3'])
    expect(await rowsAt('score_evidence', cycle)).toEqual(['1.2', '2.2', '2.4'])
    expect(await rowsAt('explanation', cycle)).toEqual(['1.2', '1.3'])
    expect(await rowsAt('explanation_evidence', cycle)).toEqual(['1.2'])
    expect(await rowsAt('question', cycle)).toEqual(['1.2', '2.2'])
    expect(await rowsAt('council_vote', cycle)).toEqual(['1.2'])
    const { rows } = await sql<{ explanation: string }>`
      select explanation from score where cycle_id = ${cycle.cycleId} and node_id = '1.2' and round = 'claimed'`.execute(application.owner)
    expect(rows[0]?.explanation).toBe('Hai sáng kiến')
  })

  it('keeps points above the new maximum as they were typed: they count nothing, and the unit cannot submit past them', async () => {
    const params = { cycleId: cycle.cycleId, unitId: unitOf(cycle) }
    const sheet = (await officer(selfAssessmentRoutes.sheet, { params })).value
    expect(sheet.claims.find(({ nodeId }) => nodeId === '1.1')).toMatchObject({ status: 'missing', typedPoints: '2' })
    expect(sheet.returned?.reason).toBe('Quyết định số 9/QĐ-UBND')
    expect(sheet.totals[0]).toMatchObject({ points: '1.5', answered: 2 })
    const refused = await officer(selfAssessmentRoutes.submit, {
      params,
      ifMatch: sheet.version,
      idempotencyKey: randomUUID(),
      body: { acceptsMissing: true },
    })
    expect(refused.problems).toContainEqual(expect.objectContaining({ code: 'abovePoints', at: '1.1', points: '2', max: '1' }))
    const claim = {
      nodeId: '1.1',
      version: sheet.claims.find(({ nodeId }) => nodeId === '1.1')?.version ?? 0,
      status: 'scored' as const,
      points: '1',
    }
    await officer(selfAssessmentRoutes.change, { params, body: { claims: [claim] } })
    const settled = (await officer(selfAssessmentRoutes.sheet, { params })).value
    expect(settled.claims.find(({ nodeId }) => nodeId === '1.1')).not.toHaveProperty('typedPoints')
    const submitted = await officer(selfAssessmentRoutes.submit, {
      params,
      ifMatch: settled.version,
      idempotencyKey: randomUUID(),
      body: { acceptsMissing: true },
    })
    expect(submitted.status).toBe(200)
  })

  it('opens the parts of divisions whose leaves have changed, and no others', async () => {
    const { rows } = await sql<{ node_id: string; state: string; reason: string | null }>`
      select l.node_id, p.state, p.reason from division_part p join division_leaf l using (authority_id, cycle_id, unit_id, division_id)
      where p.cycle_id = ${cycle.cycleId} order by l.node_id`.execute(application.owner)
    const opened = { state: 'working', reason: 'Quyết định số 9/QĐ-UBND' }
    expect(rows).toEqual([
      { node_id: '1.2', state: 'merged', reason: null },
      { node_id: '2.2', ...opened },
      { node_id: '2.4', ...opened },
    ])
  })

  it('leaves what has no leaf of its own any more to be read: to the unit what it said itself, to whoever appraises all of it', async () => {
    const params = { cycleId: cycle.cycleId, unitId: unitOf(cycle) }
    const seenBy = async (call: Call) => {
      const { rows } = (await call(moveRoutes.leftBehind, { params })).value
      return rows
        .map(({ what, round, leaf, points }) => [what, round, leaf.id, points].filter((each) => each !== undefined).join(' '))
        .toSorted()
    }
    const own = ['explanation 2.2', 'score claimed 1.1 2', 'score claimed 2.2 2.5', 'score_evidence 2.2']
    expect(await seenBy(officer)).toEqual(own)
    const { rows, moves } = (await officer(moveRoutes.leftBehind, { params })).value
    expect(moves.map(({ reason }) => reason)).toEqual(['Quyết định số 9/QĐ-UBND'])
    expect(rows.find(({ what }) => what === 'explanation')).toMatchObject({
      words: ['Giải trình 2.2'],
      became: [{ id: '2.2' }, { id: '2.4' }],
    })
    expect(await seenBy(methodOwner)).toEqual([...own, 'council_vote 2.2', 'score firstAppraisal 2.2 2'].toSorted())
    const stranger = await application.signInAs('unitofficer.so-2')
    expect((await stranger(moveRoutes.leftBehind, { params })).status).toBe(403)
    // Beyond what a page holds it says that there is more.
    await sql`insert into left_behind (authority_id, move_id, cycle_id, unit_id, what, node_id, became, whole)
      select l.authority_id, l.move_id, l.cycle_id, l.unit_id, l.what, l.node_id, l.became, l.whole
      from left_behind l cross join generate_series(1, 2000) where l.cycle_id = ${cycle.cycleId} and l.what = 'explanation'`.execute(
      application.owner,
    )
    const many = (await officer(moveRoutes.leftBehind, { params })).value
    expect([many.rows.length, many.hasMore]).toEqual([2000, true])
  })

  it('counts the totals by the new framework, in every round, and tells the units', async () => {
    const { rows } = await sql<{ round: string; points: string; applied_max: string }>`
      select round, points, applied_max from unit_total
      where cycle_id = ${cycle.cycleId} and unit_id = ${unitOf(cycle)} order by round`.execute(application.owner)
    expect(rows.map(({ round, points }) => `${round} ${points}`)).toEqual(['claimed 2.5', 'firstAppraisal 1.25'])
    const notices = await application.owner.selectFrom('notice').select(['unit_id', 'body']).where('cycle_id', '=', cycle.cycleId).execute()
    expect(new Set(notices.map(({ unit_id }) => unit_id)).size).toBe(3)
    const log = await application.owner.selectFrom('action').select('kind').where('cycle_id', '=', cycle.cycleId).execute()
    expect(log.filter(({ kind }) => kind === 'frameworkMoved')).toHaveLength(1)
  })
})
