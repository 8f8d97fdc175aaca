import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson } from '../../../test/authority.ts'
import { createSmallCycle } from '../../../test/small-cycle.ts'
import type { Call } from '../../../test/call.ts'
import { jobsOf } from '../../app.ts'
import { parsePoints, pointsText, zeroPoints } from '../../core/exact/points.ts'
import { compareTargets, sumComparisons } from '../../core/improvement/compare-targets.ts'
import { targetRowsOf } from '../../core/improvement/plan.ts'
import type { PlanParts } from '../../core/improvement/plan-file.ts'
import { nodeId } from '../../core/ids.ts'
import { runDueJobs } from '../../platform/jobs/worker.ts'
import { homeRoutes } from '../home/contract.ts'
import { selfAssessmentRoutes } from '../self-assessment/contract.ts'
import { improvementRoutes as routes, type PlanView } from './contract.ts'

/** An approved plan while it is carried out: divisions report and write their steps, people are urged, recommendations are answered, the next result is held against the targets. */
let application: TestApplication
let officer: Call
let head: Call
let inOffice: Call
let unitId: string
let plan: PlanView

const place = () => ({ params: { unitId, planId: plan.id } })
const keep = async (body: object): Promise<void> => {
  plan = (await officer(routes.change, { ...place(), body: body as PlanParts, ifMatch: plan.version })).value
}
const row = (code: string, points: string) => ({ id: code, code, name: `Tiêu chí ${code}`, area: '1', maxPoints: '2', points })
const typed = (rows: object[]) => ({ title: 'Chỉ số', areas: [{ id: '1', code: '1', name: 'Chỉ đạo, điều hành' }], rows })
const past = async (year: number, rows: object[]) =>
  officer(routes.savePast, { params: { unitId, year }, ifMatch: 0, body: typed(rows) as never })
/** So many days from the authority's today. */
const dayFromToday = async (days: number): Promise<string> => {
  const { rows } = await sql<{ day: string }>`
    select to_char((now() at time zone time_zone)::date + ${days}::int, 'YYYY-MM-DD') as day from authority limit 1`.execute(
    application.owner,
  )
  return rows[0]?.day ?? ''
}

beforeAll(async () => {
  application = await startTestApplication()
  const { owner, authority } = application
  unitId = authority.departments[0].id
  const office = randomUUID()
  const key = { authority_id: authority.id, parent_id: unitId, kind: 'division' }
  await owner
    .insertInto('unit')
    .values([
      { ...key, id: office, code: 'so-1-vp', name: 'Văn phòng', aliases: ['Văn phòng Sở'] },
      { ...key, id: randomUUID(), code: 'so-1-tt', name: 'Thanh tra' },
    ])
    .execute()
  await addPerson(owner, authority.id, { signInName: 'van.phong', role: 'divisionOfficer', unitId: office })
  await addPerson(owner, authority.id, { signInName: 'chanh.van.phong', role: 'headOfUnit', unitId: office })
  officer = await application.signInAs('unitofficer.so-1')
  head = await application.signInAs('headofunit.so-1')
  inOffice = await application.signInAs('van.phong')
  await past(2025, [row('1.1', '0'), row('1.2', '0.5'), row('1.3', '2')])
  const body = { title: 'Kế hoạch 2026', actionYear: 2026, from: { kind: 'past' as const, year: 2025 } }
  plan = (await officer(routes.start, { params: { unitId }, body, idempotencyKey: 'ke-hoach' })).value
  const leads = [
    ['t1', 'Văn phòng Sở', '1.1', 7],
    ['t2', 'Thanh tra', '1.2', -1],
    ['t3', 'Thanh tra', '1.2', 40],
  ] as const
  const tasks = await Promise.all(
    leads.map(async ([id, leadUnit, leaf, days]) => ({
      id,
      title: `Nhiệm vụ ${id}`,
      leadUnit,
      leaves: [leaf],
      until: await dayFromToday(days),
    })),
  )
  await keep({
    tasks: tasks.map((task) => (task.id === 't3' ? { ...task, persons: ['Người thử van.phong'] } : task)),
    targetYears: [2026],
    targets: plan.plan.targets.map((each) => ({ ...each, targets: { '2026': '2' } })),
    recommendations: [
      { id: 'r1', addressee: 'Sở Nội vụ', text: 'Lưu ý yếu tố đặc thù', onCriteria: true },
      { id: 'r2', addressee: 'UBND tỉnh', text: 'Bố trí kinh phí' },
    ],
  })
  const approval = { ...place(), body: { number: '15/KH', on: await dayFromToday(-60) }, ifMatch: plan.version, idempotencyKey: 'duyet' }
  plan = (await head(routes.approve, approval)).value
})

describe('the home page of the unit', () => {
  it('shows which tasks are late or in danger', async () => {
    const { tasks } = (await officer(homeRoutes.home)).value
    expect(tasks).toMatchObject([
      {
        kind: 'following',
        of: 'plan',
        about: { id: plan.id, title: 'Kế hoạch 2026' },
        late: 1,
        first: [
          { title: 'Nhiệm vụ t2', isLate: true, who: 'Thanh tra' },
          { title: 'Nhiệm vụ t1', isLate: false, who: 'Văn phòng Sở' },
          { title: 'Nhiệm vụ t3', isLate: false },
        ],
      },
    ])
    const stranger = await application.signInAs('unitofficer.so-2')
    expect((await stranger(homeRoutes.home)).value.tasks).toEqual([])
  })
})

describe('a division', () => {
  it('reports on the tasks that it leads or in which one of it is named, and on no others', async () => {
    expect((await inOffice(routes.plan, place())).value.ownTasks).toEqual(['t1', 't3'])
    const report = (taskId: string) =>
      inOffice(routes.report, {
        ...place(),
        body: { taskId, state: 'inProgress', share: 40, note: 'Đang làm' },
        idempotencyKey: `bao-cao-${taskId}`,
      })
    expect([(await report('t1')).status, (await report('t3')).status]).toEqual([200, 200])
    expect((await report('t2')).problems).toMatchObject([{ code: 'notOwnTask', at: 't2' }])
    expect((await inOffice(routes.home, { params: { unitId } })).value.plans).toMatchObject([{ title: 'Kế hoạch 2026', tasks: 3 }])
  })

  it('writes the steps of its own tasks, from the version that it saw, and they come into its own paper', async () => {
    const steps = [{ text: 'Soạn đề cương', person: 'Người thử van.phong', until: '2026-12-01' }, { text: 'Lấy ý kiến' }]
    const write = (taskId: string, ifMatch: number, body: object[] = steps) =>
      inOffice(routes.steps, { ...place(), body: { taskId, steps: body } as never, ifMatch })
    const seen = (await inOffice(routes.plan, place())).value.version
    expect((await write('t2', seen)).problems).toMatchObject([{ code: 'notOwnTask' }])
    expect((await write('t1', seen - 1)).status).toBe(409)
    expect((await write('t1', seen, [{ text: '' }, { text: 'x', until: 'mai' }])).problems.map(({ at }) => at)).toEqual([
      'steps.0.text',
      'steps.1.until',
    ])
    plan = (await write('t1', seen)).value
    expect(plan.plan.steps).toMatchObject([
      { task: 't1', text: 'Soạn đề cương', person: 'Người thử van.phong' },
      { task: 't1', text: 'Lấy ý kiến' },
    ])
    const query = { kind: 'remedialPlan' as const, format: 'docx' as const, division: 'Văn phòng Sở' }
    expect((await inOffice(routes.paper, { ...place(), query })).raw.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('is told of tasks that come due or are late, each once a day; the office that follows the plan is told of all', async () => {
    const settings = { secret: 'x'.repeat(40), filesDir: application.filesDir, pagesDir: '', trustProxy: false, isHttps: false }
    const run = () => runDueJobs({ database: application.database, jobs: jobsOf(settings), filesDir: application.filesDir })
    await run()
    await sql`update job set due_at = now() where state = 'waiting'`.execute(application.owner)
    await run()
    const { rows } = await sql<{ name: string; body: string; link: string }>`
      select p.sign_in_name as name, n.body, n.link from notice n join person p on p.id = n.person_id
      where n.key like 'tasks %' order by 1`.execute(application.owner)
    expect(rows.map(({ name, body }) => [name, body.match(/Nhiệm vụ t\d/g)])).toEqual([
      ['chanh.van.phong', ['Nhiệm vụ t1']],
      ['headofunit.so-1', ['Nhiệm vụ t1', 'Nhiệm vụ t2']],
      ['unitofficer.so-1', ['Nhiệm vụ t1', 'Nhiệm vụ t2']],
      ['van.phong', ['Nhiệm vụ t1']],
    ])
    expect(rows[1]?.body).toContain('3,5 điểm')
    expect(rows[0]?.link).toBe(`/cai-thien/${unitId}/${plan.id}?muc=theo-doi`)
  })
})

describe('a recommendation on the criteria', () => {
  const address = (recommendationId = 'r1') => ({ params: { planId: plan.id, recommendationId } })

  it('is read as it stands now, and answered or taken up as a proposal by the office that owns the criteria', async () => {
    const owner = await application.signInAs('methodowner')
    const leader = await application.signInAs('leader')
    const [draft] = await application.owner
      .insertInto('framework')
      .values({
        id: randomUUID(),
        authority_id: application.authority.id,
        title: 'Bộ tiêu chí 2027',
        year: 2027,
        unit_group: 'so-nganh',
        status: 'draft',
        document: '{}',
      })
      .returning('id')
      .execute()
    await keep({
      recommendations: plan.plan.recommendations.map((each) => ({ ...each, answer: 'Đã nhận văn bản', answeredOn: '2026-05-01' })),
    })
    const list = async (who: Call) => (await who(routes.recommendations, {})).value
    expect((await list(leader)).recommendations).toMatchObject([{ id: 'r1', answer: 'Đã nhận văn bản', version: 0 }])
    expect((await list(owner)).drafts).toMatchObject([{ title: 'Bộ tiêu chí 2027' }])
    const body = { outcome: 'takenUp' as const, text: 'Tiếp thu khi sửa đổi', ...(draft && { frameworkId: draft.id }) }
    expect((await leader(routes.answerRecommendation, { ...address(), body, ifMatch: 0 })).status).toBe(403)
    expect((await owner(routes.answerRecommendation, { ...address('r2'), body, ifMatch: 0 })).problems).toMatchObject([
      { code: 'notFound', at: 'r2' },
    ])
    const declined = { ...body, outcome: 'declined' as const }
    expect(
      (await owner(routes.answerRecommendation, { ...address('r9'), body: declined, ifMatch: 0 })).problems.map(({ at }) => at),
    ).toEqual(['r9', 'frameworkId'])
    expect((await owner(routes.answerRecommendation, { ...address(), body, ifMatch: 0 })).value).toMatchObject({
      version: 1,
      outcome: 'takenUp',
      framework: { title: 'Bộ tiêu chí 2027' },
    })
    expect((await owner(routes.answerRecommendation, { ...address(), body, ifMatch: 0 })).status).toBe(409)
    plan = (await officer(routes.plan, place())).value
    expect(plan.answers).toMatchObject([{ id: 'r1', outcome: 'takenUp', text: 'Tiếp thu khi sửa đổi', framework: 'Bộ tiêu chí 2027' }])
  })
})

describe('marks of a period', () => {
  it('stand beside how the tasks went: a high mark where a task is late is doubted', async () => {
    const on = plan.today
    await keep({
      marks: [
        { division: 'Thanh tra', period: 'nineMonths', mark: 'good', on },
        { division: 'Văn phòng Sở', period: 'nineMonths', mark: 'completed', on },
      ],
    })
    expect(plan.problems.filter(({ code }) => code === 'markAgainstTasks')).toMatchObject([
      { who: 'Thanh tra', mark: 'high', short: '1', tasks: '2' },
    ])
  })
})

describe('the result of the next year', () => {
  it('is held against the least of every row, of the whole and of each lead unit, and opens the next plan with targets in place', async () => {
    await past(2026, [row('1.1', '2'), row('1.2', '0.75'), row('1.3', '2')])
    plan = (await officer(routes.plan, place())).value
    const reached = new Map(
      Object.entries(plan.reached['2026'] ?? {}).map(([leaf, text]) => [nodeId(leaf), parsePoints(text) ?? zeroPoints]),
    )
    const rows = compareTargets(targetRowsOf(plan.plan), 2026, reached)
    expect(rows.map(({ leaf, gap }) => [leaf, pointsText(gap)])).toEqual([
      ['1.1', '0'],
      ['1.2', '-1.25'],
      ['1.3', '0'],
    ])
    expect(pointsText(sumComparisons(rows).gap)).toBe('-1.25')
    const body = { title: 'Kế hoạch 2027', actionYear: 2027, from: { kind: 'past' as const, year: 2026 } }
    const next = (await officer(routes.start, { params: { unitId }, body, idempotencyKey: 'nam-sau' })).value
    expect(next.plan.losses).toMatchObject([{ code: '1.2', lost: '1.25', repeatedFrom: [2025] }])
    expect(next.plan.targetYears).toEqual([2027])
    const going = { title: 'Tiếp tục 2027', actionYear: 2027, from: { kind: 'plan' as const, planId: plan.id } }
    const continued = (await officer(routes.start, { params: { unitId }, body: going, idempotencyKey: 'tiep-tuc' })).value
    expect(continued.plan).toMatchObject({ year: 2026, result: { points: '4.75' }, losses: [{ code: '1.2' }], targetYears: [2027] })
    expect(continued.plan.tasks.map(({ id }) => id)).toEqual(['t1', 't2', 't3'])
    expect(continued.plan.steps).toHaveLength(2)
  })
})

describe('a result of other bodies', () => {
  it('comes in from the ranking of a paper: the place, the points, and those of everybody else', async () => {
    await application.owner.updateTable('unit').set({ name: 'Sở Xây dựng' }).where('id', '=', unitId).execute()
    const bytes = readFileSync(join(import.meta.dirname, '../../../golden/xep-hang-so-2025/input-calc.xlsx'))
    const read = await officer(routes.readPast, { params: { unitId, year: 2024 }, upload: { fileName: 'xep-hang.xlsx', bytes } })
    const { rank, of, areas, field } = read.value.past
    expect([rank, areas.map(({ points }) => points), field.slice(0, 3), field.length === (of ?? 0) - 1]).toEqual([
      4,
      ['88.02'],
      ['92.15', '91.4', '91.4'],
      true,
    ])
    const stored = await officer(routes.savePast, { params: { unitId, year: 2024 }, body: read.value.past, ifMatch: 0 })
    expect(stored.value.past.field).toEqual(field)
  })
})

describe('the cycle of the year that the plan aims at', () => {
  it('opens with the targets in its sheet, by criterion and area, for that unit alone', async () => {
    const cycle = await createSmallCycle(application.owner, application.authority, 'selfAssessing')
    const sheetOf = (call: Call, at = 0) =>
      call(selfAssessmentRoutes.sheet, { params: { cycleId: cycle.cycleId, unitId: cycle.units[at]?.id ?? '' } })
    expect((await sheetOf(officer)).value.targets).toEqual({
      plan: { id: plan.id, title: 'Kế hoạch 2026' },
      values: { '1.1': '2', '1.2': '2', '1.3': '2', '1': '6' },
    })
    expect((await sheetOf(await application.signInAs('unitofficer.so-2'), 1)).value.targets).toBeUndefined()
  })
})
