import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { emptyReportForm } from '../../../core/reporting/report-form.ts'
import { factRoutes } from '../../facts/contract.ts'
import { improvementRoutes } from '../../improvement/contract.ts'
import { homeRoutes } from '../../home/contract.ts'
import { ownPapersRoutes } from '../contract.ts'
import { type Demand, ownReportRoutes, reportRoutes } from './contract.ts'

let application: TestApplication
let owner: Call
let officer: Call
let unitId = ''

const year = 2025
const asked = [
  { kind: 'reform' as const, period: 'quarter1' as const, dueOn: '2025-03-15' },
  { kind: 'reform' as const, period: 'halfYear' as const, dueOn: '2025-06-15' },
  { kind: 'projects' as const, period: 'month05' as const, dueOn: '2025-05-15' },
]
const demand = async (period: Demand['period']): Promise<Demand> => {
  const { demands } = (await owner(reportRoutes.demands, { query: { year } })).value
  const found = demands.find((each) => each.period === period)
  if (!found) throw new Error(period)
  return found
}
const at = async (period: Demand['period']) => ({ unitId, demandId: (await demand(period)).id })
const words = async (paperId: string): Promise<string> => {
  const reply = await officer(ownPapersRoutes.file, { params: { unitId, paperId }, query: { format: 'docx' } })
  const xml = strFromU8(unzipSync(new Uint8Array(reply.raw.rawPayload))['word/document.xml'] ?? new Uint8Array())
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '')
}

beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-1')
  unitId = application.authority.departments[0].id
  await owner(reportRoutes.add, { body: { year, demands: asked } })
})

describe('reports that are asked for', () => {
  it('stand once for each period, however often the year is opened', async () => {
    expect((await owner(reportRoutes.add, { body: { year, demands: asked } })).value).toEqual({ added: 0 })
    const { demands } = (await owner(reportRoutes.demands, { query: { year } })).value
    expect(demands.map(({ period, dueOn }) => [period, dueOn])).toEqual([
      ['quarter1', '2025-03-15'],
      ['month05', '2025-05-15'],
      ['halfYear', '2025-06-15'],
    ])
  })

  it('stand on the home page of the unit that owes them, the first due first', async () => {
    const { tasks } = (await officer(homeRoutes.home)).value
    expect(tasks).toMatchObject([{ kind: 'following', of: 'reports', unit: { id: unitId }, late: 3, endangered: 0 }])
    const [reports] = tasks
    expect(reports?.kind === 'following' && reports.first.map(({ until }) => until)).toEqual(['2025-03-15', '2025-05-15', '2025-06-15'])
  })

  it('on an occasion need a name, and can be asked of one unit alone', async () => {
    const occasion = { kind: 'reform' as const, period: 'adHoc' as const, dueOn: '2025-04-01', unitId }
    expect((await owner(reportRoutes.add, { body: { year, demands: [occasion] } })).problems).toMatchObject([{ code: 'missingField' }])
    await owner(reportRoutes.add, { body: { year, demands: [{ ...occasion, title: 'Báo cáo kiểm tra công vụ' }] } })
    const { id } = await demand('adHoc')
    const { reports } = (await owner(reportRoutes.units, { params: { demandId: id }, query: {} })).value
    expect(reports.map(({ unit, standing }) => [unit.id, standing])).toEqual([[unitId, 'overdue']])
  })

  it('are moved and taken back while nobody has begun', async () => {
    const { id, version } = await demand('adHoc')
    const moved = await owner(reportRoutes.change, {
      params: { demandId: id },
      body: { dueOn: '2025-04-20', title: 'Báo cáo chuyên đề' },
      ifMatch: version,
    })
    expect(moved.value).toMatchObject({ dueOn: '2025-04-20', title: 'Báo cáo chuyên đề' })
    expect((await owner(reportRoutes.remove, { params: { demandId: id }, ifMatch: version })).status).toBe(409)
    expect((await owner(reportRoutes.remove, { params: { demandId: id }, ifMatch: version + 1 })).status).toBe(204)
  })
})

describe('a report of a unit', () => {
  it('takes figures from the register of facts, and the next one those, the difficulties and the promises of this', async () => {
    const changes = [
      { key: 'plan.tasks' as const, value: '25', version: 0 },
      { key: 'plan.tasksDone' as const, value: '10', version: 0 },
    ]
    await officer(factRoutes.change, { params: { unitId, year }, body: { changes } })
    const first = (await officer(ownReportRoutes.report, { params: await at('quarter1') })).value
    expect([first.version, first.form.figures]).toEqual([0, { 'plan.tasks': '25', 'plan.tasksDone': '10' }])
    const form = {
      ...first.form,
      figures: { ...first.form.figures, 'oneStop.files': '400' },
      difficulties: ['Thiếu người'],
      next: ['Rà soát thủ tục'],
    }
    const saved = await officer(ownReportRoutes.fill, { params: await at('quarter1'), body: form, ifMatch: 0 })
    expect([saved.status, saved.value.version]).toEqual([200, 1])
    await officer(factRoutes.change, { params: { unitId, year }, body: { changes: [{ key: 'plan.tasksDone', value: '20', version: 1 }] } })
    const next = (await officer(ownReportRoutes.report, { params: await at('halfYear') })).value
    expect(next.form).toEqual({
      ...emptyReportForm,
      figures: { 'plan.tasks': '25', 'plan.tasksDone': '20', 'oneStop.files': '400' },
      difficulties: ['Thiếu người'],
      promised: ['Rà soát thủ tục'],
    })
    expect(next.before).toMatchObject({ period: 'quarter1', figures: { 'plan.tasksDone': '10' } })
  })

  it('refuses a part above its whole and whoever was second', async () => {
    const params = await at('halfYear')
    const { form } = (await officer(ownReportRoutes.report, { params })).value
    const wrong = { ...form, figures: { ...form.figures, 'plan.tasksDone': '26' } }
    expect((await officer(ownReportRoutes.fill, { params, body: wrong, ifMatch: 0 })).problems).toMatchObject([
      { at: 'figures.plan.tasksDone' },
    ])
    expect((await officer(ownReportRoutes.fill, { params, body: form, ifMatch: 0 })).status).toBe(200)
    expect((await officer(ownReportRoutes.fill, { params, body: form, ifMatch: 0 })).status).toBe(409)
  })

  it('is counted in time or late by the times of its copies, for the unit and for the office alike', async () => {
    const send = async (period: Demand['period'], ifMatch: number, body: { softCopyAt?: string; signedCopyAt?: string }) =>
      officer(ownReportRoutes.send, { params: await at(period), body: { ...body, number: '12/BC-S1' }, ifMatch })
    await send('quarter1', 1, { softCopyAt: '2025-03-14T09:00', signedCopyAt: '2025-03-15T23:59' })
    await send('halfYear', 1, { softCopyAt: '2025-06-16T00:00', signedCopyAt: '2025-06-15T08:00' })
    const own = (await officer(ownReportRoutes.list, { params: { unitId }, query: { year } })).value
    expect(own.reports.map(({ demand: { period }, standing }) => [period, standing])).toEqual([
      ['quarter1', 'onTime'],
      ['month05', 'overdue'],
      ['halfYear', 'late'],
    ])
    expect(own.counts).toEqual({ open: 0, overdue: 1, onTime: 1, late: 1 })
    const { demands } = (await owner(reportRoutes.demands, { query: { year } })).value
    expect(demands.map(({ counts }) => [counts.onTime, counts.late])).toEqual([
      [1, 0],
      [0, 0],
      [0, 1],
    ])
    const late = (await owner(reportRoutes.units, { params: { demandId: demands[2]?.id ?? '' }, query: { standing: 'late' } })).value
    expect(late.reports).toMatchObject([{ unit: { id: unitId }, softCopyAt: '2025-06-16T00:00', number: '12/BC-S1' }])
  })

  it('cannot have been sent in a time to come, nor be taken back by the office once begun', async () => {
    const refused = await officer(ownReportRoutes.send, {
      params: await at('quarter1'),
      body: { signedCopyAt: '2999-01-01T00:00' },
      ifMatch: 2,
    })
    expect(refused.problems).toMatchObject([{ code: 'outOfRange', at: 'signedCopyAt' }])
    const { id, version } = await demand('quarter1')
    expect((await owner(reportRoutes.remove, { params: { demandId: id }, ifMatch: version })).problems).toMatchObject([
      { code: 'reportBegun' },
    ])
  })

  it('is no other unit’s to read', async () => {
    const other = await application.signInAs('unitofficer.so-2')
    expect((await other(ownReportRoutes.list, { params: { unitId }, query: { year } })).status).toBe(403)
  })
})

describe('the paper of a report', () => {
  it('says the figures in sentences with share and change, which a person then corrects', async () => {
    const params = await at('halfYear')
    const made = (await officer(ownReportRoutes.paper, { params, ifMatch: 2, idempotencyKey: 'bao-cao' })).value
    const paper = (await officer(ownPapersRoutes.paper, { params: { unitId, paperId: made.paperId } })).value
    expect(paper.facts['sentences']).toEqual([
      'Kế hoạch cải cách hành chính: số nhiệm vụ trong kế hoạch là 25; số nhiệm vụ đã hoàn thành là 20, đạt 80%, tăng 10 so với kỳ trước.',
      'Một cửa, một cửa liên thông: số hồ sơ tiếp nhận là 400.',
    ])
    const details = { ...paper.details, place: 'Minh Họa', agencyMark: 'S1', authority: { by: 'self', title: 'Giám đốc' } }
    const facts = { ...paper.facts, results: ['Đã vận hành phòng họp không giấy'] }
    const filled = await officer(ownPapersRoutes.change, {
      params: { unitId, paperId: made.paperId },
      body: { details, facts, bases: [] },
      ifMatch: paper.version,
    })
    expect(filled.value.problems).toEqual([])
    const said = await words(made.paperId)
    expect(said).toContain('Công tác cải cách hành chính 6 tháng đầu năm 2025')
    expect(said).toContain('Số liệu trong báo cáo tính từ ngày 15/12/2024 đến ngày 14/06/2025.')
    expect(said).toContain('Đã vận hành phòng họp không giấy')
    expect(said).toContain('- Sở Nội vụ.')
    expect((await officer(ownReportRoutes.report, { params })).value.paperId).toBe(made.paperId)
  })

  it('of projects adds their money up and names who is slow', async () => {
    const params = await at('month05')
    const project = { share: '30', difficulty: '', proposal: '' }
    const projects = [
      {
        ...project,
        name: 'Cổng dịch vụ công',
        planned: '1000000000',
        disbursed: '400000000',
        difficulty: 'Chậm bàn giao mặt bằng',
        proposal: 'Điều chỉnh tiến độ',
      },
      { ...project, name: 'Số hóa hồ sơ', planned: '1000000000', disbursed: '900000000' },
    ]
    await officer(ownReportRoutes.fill, { params, body: { ...emptyReportForm, projects }, ifMatch: 0 })
    const made = (await officer(ownReportRoutes.paper, { params, ifMatch: 1, idempotencyKey: 'du-an' })).value
    const { facts } = (await officer(ownPapersRoutes.paper, { params: { unitId, paperId: made.paperId } })).value
    expect(facts).toMatchObject({
      sentences: [
        'Tổng số 02 dự án, kế hoạch vốn 2.000.000.000 đồng; đã giải ngân 1.300.000.000 đồng, đạt 65% kế hoạch.',
        'Cổng dịch vụ công mới giải ngân 40%: chậm bàn giao mặt bằng.',
      ],
      proposals: ['Cổng dịch vụ công: điều chỉnh tiến độ.'],
    })
  })
})

describe('other reports', () => {
  it('of advising work say what was advised in time', async () => {
    await owner(reportRoutes.add, { body: { year, demands: [{ kind: 'advising', period: 'year', dueOn: '2025-12-15' }] } })
    const params = await at('year')
    const figures = { 'given.tasks': '12', 'given.tasksDone': '12', 'given.tasksOnTime': '9' }
    await officer(ownReportRoutes.fill, { params, body: { ...emptyReportForm, figures }, ifMatch: 0 })
    const made = (await officer(ownReportRoutes.paper, { params, ifMatch: 1, idempotencyKey: 'tham-muu' })).value
    const said = await words(made.paperId)
    expect(said).toContain('Kết quả công tác tham mưu năm 2025')
    expect(said).toContain('số nhiệm vụ hoàn thành đúng hạn là 09, đạt 75%.')
  })
})

describe('a plan of improvement', () => {
  it('is composed in the register of its unit, with what the plan says', async () => {
    const past = {
      areas: [{ id: '1', name: 'Chỉ đạo' }],
      rows: [{ id: 'a', code: '1.1', name: 'Kế hoạch', area: '1', maxPoints: '2', points: '1' }],
    }
    await officer(improvementRoutes.savePast, { params: { unitId, year: 2024 }, body: past, ifMatch: 0 })
    const plan = await officer(improvementRoutes.start, {
      params: { unitId },
      body: { title: 'Kế hoạch 2025', actionYear: 2025, from: { kind: 'past', year: 2024 } },
      idempotencyKey: 'ke-hoach',
    })
    expect(plan.status).toBe(200)
    const choices = (await officer(ownPapersRoutes.choices, { params: { unitId } })).value
    expect(choices.origins).toMatchObject([{ title: 'Kế hoạch 2025' }])
    const draft = await officer(ownPapersRoutes.start, {
      params: { unitId },
      body: { kind: 'remedialPlan', sourceId: choices.origins[0]?.id ?? '' },
    })
    expect(draft.value.facts).toMatchObject({ year: 2024, actionYear: 2025, losses: [{ code: '1.1', points: '1' }] })
  })
})
