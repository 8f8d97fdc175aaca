import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import type { PlanParts } from '../../core/improvement/plan-file.ts'
import { activityKinds } from '../../core/improvement/plan-registers.ts'
import { improvementRoutes as routes, type PlanView } from './contract.ts'

/** Every list of a plan on its whole way: entered, changed from the version that was seen, refused with all problems, deleted, and read by whoever may. */
let application: TestApplication
let officer: Call
let head: Call
let inDivision: Call
let unitId: string
let plan: PlanView
const documentId = randomUUID()
const groundId = randomUUID()

const addDivisions = async ({ owner, authority }: TestApplication): Promise<void> => {
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
}

const row = (code: string, points: string) => ({ id: code, code, name: `Tiêu chí ${code}`, area: '1', maxPoints: '1', points })

beforeAll(async () => {
  application = await startTestApplication()
  const { owner, authority } = application
  unitId = authority.departments[0].id
  await addDivisions(application)
  await sql`insert into evidence (id, authority_id, unit_id, title, document_number, issued_on)
    values (${documentId}, ${authority.id}, ${unitId}, 'Báo cáo quý II', '354/BC-BDT', '2021-06-10')`.execute(owner)
  await sql`insert into legal_document (id, authority_id, kind, number, title)
    values (${groundId}, ${authority.id}, 'decision', '19/2018/QĐ-UBND', 'Quy định trách nhiệm người đứng đầu')`.execute(owner)
  officer = await application.signInAs('unitofficer.so-1')
  head = await application.signInAs('headofunit.so-1')
  inDivision = await application.signInAs('van.phong')
  const past = {
    title: 'Chỉ số năm 2025',
    areas: [{ id: '1', code: '1', name: 'Chỉ đạo, điều hành' }],
    rows: [row('1.1', '0'), row('1.2', '0.5'), row('1.3', '1')],
  }
  await officer(routes.savePast, { params: { unitId, year: 2025 }, ifMatch: 0, body: past })
  const body = { title: 'Kế hoạch 2026', actionYear: 2026, from: { kind: 'past' as const, year: 2025 } }
  plan = (await officer(routes.start, { params: { unitId }, body, idempotencyKey: 'ke-hoach' })).value
})

const place = () => ({ params: { unitId, planId: plan.id } })
const put = (body: object, who: Call = officer, ifMatch = plan.version) =>
  who(routes.change, { ...place(), body: body as PlanParts, ifMatch })
const keep = async (body: object): Promise<PlanView> => {
  plan = (await put(body)).value
  return plan
}

interface Form {
  readonly part: keyof PlanParts
  readonly entered: object
  readonly changed: object
  readonly wrong: object
  /** Where the problems of the wrong entry stand. */
  readonly places: readonly string[]
}

const task = {
  id: 't1',
  title: 'Báo cáo đúng hạn',
  leaves: ['1.1'],
  leadUnit: 'Văn phòng',
  product: 'Báo cáo',
  deadline: 'trong quý III/2026',
}

const drafted: readonly Form[] = [
  {
    part: 'causes',
    entered: { id: 'n1', text: 'Tham mưu chậm', side: 'subjective', division: 'Văn phòng' },
    changed: { id: 'n1', text: 'Chưa phát sinh hồ sơ', side: 'objective' },
    wrong: { id: 'n1', text: ' ', side: 'ai đó' },
    places: ['causes.0.text', 'causes.0.side'],
  },
  {
    part: 'goals',
    entered: { year: 2026, points: '2.5', rank: 10 },
    changed: { year: 2026, points: '2', rank: 3 },
    wrong: { year: 26, points: 'nhiều', rank: 0 },
    places: ['goals.0.year', 'goals.0.points', 'goals.0.rank'],
  },
  {
    part: 'tasks',
    entered: { ...task, coordinatingUnits: ['Thanh tra'], persons: ['Nguyễn Văn Mẫu'], requirements: ['Đủ số lượng'], budget: '15000000' },
    changed: { ...task, title: 'Báo cáo đủ, đúng hạn', product: 'Kế hoạch và báo cáo' },
    wrong: { id: 't1', title: '', budget: 'mười triệu', share: 120 },
    places: ['tasks.0.title', 'tasks.0.budget', 'tasks.0.share'],
  },
  {
    part: 'quotas',
    entered: { kind: 'initiative', wanted: 1 },
    changed: { kind: 'initiative', division: 'Thanh tra', wanted: 2 },
    wrong: { kind: 'việc', wanted: 0 },
    places: ['quotas.0.kind', 'quotas.0.wanted'],
  },
]

const living: readonly Form[] = [
  {
    part: 'recommendations',
    entered: { id: 'r1', addressee: 'Sở Tài chính', text: 'Lưu ý yếu tố đặc thù', onCriteria: true },
    changed: {
      id: 'r1',
      addressee: 'Sở Tài chính',
      text: 'Lưu ý yếu tố đặc thù',
      onCriteria: true,
      answer: 'Đã ghi nhận',
      answeredOn: '2026-05-01',
    },
    wrong: { id: 'r1', addressee: '', text: '', answeredOn: '31/02/2026' },
    places: ['recommendations.0.addressee', 'recommendations.0.text', 'recommendations.0.answeredOn'],
  },
  {
    part: 'difficulties',
    entered: { id: 'v1', raisedOn: '2026-03-01', by: 'Thanh tra', text: 'Thiếu người' },
    changed: { id: 'v1', raisedOn: '2026-03-01', by: 'Thanh tra', text: 'Thiếu người', direction: 'Điều động', directedOn: '2026-03-05' },
    wrong: { id: 'v1', raisedOn: 'hôm qua', by: '', text: '' },
    places: ['difficulties.0.raisedOn', 'difficulties.0.by', 'difficulties.0.text'],
  },
  {
    part: 'reviews',
    entered: { on: '2026-02-22', opinions: ['Giao rõ người'], conclusion: 'Lập kế hoạch khắc phục' },
    changed: { on: '2026-02-22', opinions: ['Giao rõ người', 'Theo dõi hằng quý'], conclusion: 'Ban hành trong tháng 2' },
    wrong: { on: '22/02', opinions: [''], conclusion: '' },
    places: ['reviews.0.on', 'reviews.0.opinions.0', 'reviews.0.conclusion'],
  },
  {
    part: 'activities',
    entered: { id: 'h1', kind: 'inspection', title: 'Kiểm tra kỷ luật, kỷ cương', division: 'Thanh tra', until: '2026-06-30' },
    changed: {
      id: 'h1',
      kind: 'inspection',
      title: 'Kiểm tra kỷ luật, kỷ cương',
      doneOn: '2026-06-20',
      result: 'Báo cáo số 12/BC-TTr',
      findings: [{ text: 'Đi muộn', handling: 'Phê bình', handledOn: '2026-06-25' }, { text: 'Thiếu sổ theo dõi' }],
    },
    wrong: { id: 'h1', kind: 'họp', title: '', until: '30.6' },
    places: ['activities.0.kind', 'activities.0.title', 'activities.0.until'],
  },
  {
    part: 'marks',
    entered: { division: 'Văn phòng', period: 'quarter1', mark: 'good', on: '2026-04-02' },
    changed: {
      division: 'Văn phòng',
      person: 'Nguyễn Văn Mẫu',
      period: 'quarter1',
      mark: 'excellent',
      note: 'Có sáng kiến',
      on: '2026-04-02',
    },
    wrong: { division: '', period: 'tháng 1', mark: 'A', on: '2026-04-02' },
    places: ['marks.0.division', 'marks.0.period', 'marks.0.mark'],
  },
  {
    part: 'accounts',
    entered: { id: 'k1', task: 't1', division: 'Văn phòng', head: 'Người đứng đầu', finding: 'Báo cáo chậm', ground: '34/2020/QĐ-UBND' },
    changed: {
      id: 'k1',
      task: 't1',
      division: 'Văn phòng',
      head: 'Người đứng đầu',
      finding: 'Báo cáo chậm',
      groundId,
      party: 'Kiểm điểm rút kinh nghiệm',
      government: 'Phê bình',
      decidedOn: '2026-12-20',
    },
    wrong: { id: 'k1', division: '', head: '', finding: '' },
    places: ['accounts.0.division', 'accounts.0.head', 'accounts.0.finding'],
  },
  {
    part: 'rewards',
    entered: { id: 'd1', kind: 'reward', who: 'Văn phòng', ground: 'Kết quả năm 2025', form: 'Giấy khen' },
    changed: { id: 'd1', kind: 'discipline', who: 'Thanh tra', ground: 'Chậm báo cáo', form: 'Khiển trách', decidedOn: '2026-07-01' },
    wrong: { id: 'd1', kind: 'thưởng', who: '', ground: '', form: '' },
    places: ['rewards.0.kind', 'rewards.0.who', 'rewards.0.ground', 'rewards.0.form'],
  },
  {
    part: 'budget',
    entered: { id: 'p1', item: 'Tuyên truyền', amount: '20000000' },
    changed: { id: 'p1', item: 'Tuyên truyền', amount: '20000000', allowed: '15000000', opinion: 'Tiết kiệm in ấn' },
    wrong: { id: 'p1', item: '', amount: '20 triệu', allowed: '-1' },
    places: ['budget.0.item', 'budget.0.amount', 'budget.0.allowed'],
  },
]

const goesItsWay = ({ part, entered, changed, wrong, places }: Form): void => {
  it(`takes ${part}: entered, changed from the version that was seen, refused with every problem, deleted`, async () => {
    const before = plan.plan[part] as readonly object[]
    expect((await keep({ [part]: [entered] })).plan[part]).toMatchObject([entered])
    const stale = await put({ [part]: [changed] }, officer, plan.version - 1)
    expect([stale.status, stale.problems.map(({ code }) => code)]).toEqual([409, ['changedMeanwhile']])
    expect((await keep({ [part]: [changed] })).plan[part]).toMatchObject([changed])
    const refused = await put({ [part]: [wrong] })
    expect(refused.status).toBeGreaterThanOrEqual(400)
    expect(refused.problems.map(({ at }) => at).sort()).toEqual([...places].sort())
    for (const { message } of refused.problems) expect(message).not.toBe('')
    expect((await keep({ [part]: [] })).plan[part]).toEqual([])
    await keep({ [part]: before })
  })
}

describe('the lists of a draft', () => {
  for (const form of drafted) goesItsWay(form)

  it('gives a loss its kind, facts, documents of the register and causes; a document of nobody is refused', async () => {
    await keep({ causes: [{ id: 'n1', text: 'Tham mưu chậm', side: 'subjective' }], tasks: [task] })
    const filled = plan.plan.losses.map((loss) => ({
      ...loss,
      kind: 'procedureCalendar',
      facts: '02 thủ tục chưa phát sinh hồ sơ đến ngày chấm điểm',
      documents: [documentId],
      causes: ['n1'],
      disputed: true,
    }))
    expect((await keep({ losses: filled })).plan.losses).toMatchObject(filled)
    expect(plan.documents).toEqual([{ id: documentId, title: '354/BC-BDT – Báo cáo quý II' }])
    const strange = plan.plan.losses.map((loss) => ({ ...loss, documents: [randomUUID()], causes: ['n7'] }))
    expect((await put({ losses: strange })).problems.map(({ code }) => code)).toEqual(['notFound', 'notFound'])
    const unknown = plan.plan.losses.map((loss) => ({ ...loss, documents: [randomUUID()] }))
    expect((await put({ losses: unknown })).problems.map(({ at }) => at)).toEqual(['1.1', '1.2'])
  })

  it('keeps targets of up to three years and says which are above the maximum or below the result', async () => {
    const targets = plan.plan.targets.map((each) => ({ ...each, targets: { '2026': each.leaf === '1.3' ? '0.5' : '1.5' } }))
    await keep({ targets, targetYears: [2026] })
    expect(plan.problems.map(({ code, at }) => [code, at]).filter(([code]) => code?.startsWith('target'))).toEqual([
      ['targetAboveMax', '1.1'],
      ['targetAboveMax', '1.2'],
      ['targetBelowResult', '1.3'],
    ])
    expect((await put({ targetYears: [2026, 2027, 2028, 2029] })).status).toBe(422)
    await keep({ targets: plan.plan.targets.map((each) => ({ ...each, targets: { '2026': '1' } })) })
  })

  it('keeps what the plan says in sentences, and the documents to study', async () => {
    const said = {
      strengths: ['Kế hoạch ban hành sớm'],
      purposes: ['Nâng Chỉ số'],
      requirements: ['Rõ người, rõ việc'],
      study: ['76/NQ-CP'],
    }
    expect((await keep(said)).plan).toMatchObject(said)
    expect((await put({ strengths: [''], study: [' '] })).problems.map(({ at }) => at)).toEqual(['strengths.0', 'study.0'])
  })

  it('refuses accounts and steps of a task that is not there', async () => {
    const account = { id: 'k1', task: 't9', division: 'Văn phòng', head: 'Ai', finding: 'Chậm' }
    const refused = await put({ accounts: [account], steps: [{ id: 's1', task: 't8', text: 'Soạn' }] })
    expect(refused.problems.map(({ at }) => at)).toEqual(['accounts.0.task', 'steps.0.task'])
    const strange = await put({ accounts: [{ ...account, task: 't1', groundId: randomUUID() }] })
    expect(strange.problems.map(({ at }) => at)).toEqual(['accounts.0.groundId'])
    expect(plan.grounds).toEqual([{ id: groundId, title: '19/2018/QĐ-UBND – Quy định trách nhiệm người đứng đầu' }])
  })

  it('is read by the divisions, written by the officers alone, and unknown to everybody else', async () => {
    const [stranger, inspector] = await Promise.all([application.signInAs('unitofficer.so-2'), application.signInAs('inspector')])
    expect((await inDivision(routes.plan, place())).value).toMatchObject({ mayChange: false, mayFollow: true, ownTasks: ['t1'] })
    expect((await inDivision(routes.home, { params: { unitId } })).value.plans).toHaveLength(1)
    for (const [who, status] of [
      [inDivision, 403],
      [stranger, 403],
      [inspector, 403],
    ] as const)
      expect((await put({ strengths: [] }, who)).status).toBe(status)
    expect([(await stranger(routes.plan, place())).status, (await inspector(routes.plan, place())).status]).toEqual([403, 404])
  })
})

describe('the lists of an approved plan', () => {
  beforeAll(async () => {
    await keep({ tasks: [task, { ...task, id: 't2', title: 'Kiểm tra nội bộ', leadUnit: 'Thanh tra', leaves: ['1.2'] }] })
    const approval = { ...place(), body: { number: '98/KH-BDT', on: '2026-02-27' }, ifMatch: plan.version, idempotencyKey: 'duyet' }
    expect((await officer(routes.approve, approval)).status).toBe(403)
    plan = (await head(routes.approve, approval)).value
  })

  for (const form of living) goesItsWay(form)

  it('names every part that stays as it was approved', async () => {
    const refused = await put({ tasks: [], causes: [], quotas: [], strengths: [] })
    expect(refused.problems.map(({ code, at }) => `${code} ${at}`)).toEqual(
      ['strengths', 'causes', 'tasks', 'quotas'].map((part) => `planFrozen ${part}`),
    )
  })

  it('keeps tasks given from above, petitions, initiatives, communication and the emulation movement, each with its day, place and what came of it', async () => {
    const activities = activityKinds.map((kind, at) => ({
      id: `h${at + 1}`,
      kind,
      title: `Việc ${at + 1}`,
      division: 'Văn phòng',
      until: '2026-11-30',
      doneOn: '2026-11-20',
      place: 'Cổng thông tin điện tử',
      result: 'Đã trả lời, người dân nắm rõ hơn',
    }))
    expect((await keep({ activities })).plan.activities).toMatchObject(activities)
  })

  it('writes activities that come back out for the rest of the year', async () => {
    const { today } = plan
    const regular = { id: 'h9', kind: 'inspection', title: 'Kiểm tra bộ phận tham mưu', every: 'quarter', division: 'Văn phòng' }
    const { activities } = (await keep({ activities: [regular] })).plan
    const ends = ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].filter((day) => day >= today)
    expect(activities.map(({ until }) => until)).toEqual(ends.length === 0 ? [undefined] : ends)
    expect(activities.every((activity) => activity.every === undefined)).toBe(true)
  })
})
