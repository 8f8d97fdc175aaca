import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { jobsOf } from '../src/app.ts'
import type { OpenedByStep } from '../src/core/cycle/opened-by-step.ts'
import { appraisalRoutes } from '../src/features/appraisal/contract.ts'
import { councilRoutes } from '../src/features/appraisal/council-contract.ts'
import { explanationRoutes } from '../src/features/appraisal/explanation-contract.ts'
import { calendarRoutes, type WrittenStep } from '../src/features/calendar/contract.ts'
import { cycleRoutes } from '../src/features/cycle/contract.ts'
import { runDueJobs } from '../src/platform/jobs/worker.ts'
import { startTestApplication, type TestApplication } from './application.ts'
import type { Call } from './call.ts'
import { createSmallCycle } from './small-cycle.ts'

let application: TestApplication
let owner: Call
let appraiser: Call
let officer: Call
let secretary: Call
beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  appraiser = await application.signInAs('appraiser')
  officer = await application.signInAs('unitofficer.so-1')
  secretary = await application.signInAs('councilsecretary')
})

const dayIn = async (days: number): Promise<{ iso: string; printed: string }> => {
  const { rows } = await sql<{ iso: string; printed: string }>`
    select to_char(d, 'YYYY-MM-DD') as iso, to_char(d, 'DD/MM/YYYY') as printed
    from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date + ${days}::int as d) x`.execute(application.owner)
  return rows[0] ?? { iso: '', printed: '' }
}
/** Writes a plan with one step that opens a round from one day to another, counted from today. */
const planned = async (cycleId: string, opens: OpenedByStep, from: number, until: number, more: Partial<WrittenStep> = {}) => {
  const { version } = (await owner(calendarRoutes.show, { params: { cycleId } })).value
  const words = `từ ngày ${(await dayIn(from)).printed} đến ngày ${(await dayIn(until)).printed}`
  const step = {
    id: randomUUID(),
    title: 'Bước thử',
    words,
    coordinating: [],
    after: [],
    remindBefore: [],
    remindAfter: [],
    opens,
    ...more,
  }
  const written = await owner(calendarRoutes.write, { params: { cycleId }, body: { steps: [step] }, ifMatch: version })
  expect(written.status, JSON.stringify(written.problems)).toBe(200)
}
const cycleAt = async (stage: 'submitted' | 'explaining' | 'secondAppraisal' | 'council' | 'selfAssessing') => {
  const { cycleId, units } = await createSmallCycle(application.owner, application.authority, stage)
  const rounds = ['claimed', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council']
  await application.owner.updateTable('cycle').set({ rounds }).where('id', '=', cycleId).execute()
  return { params: { cycleId, unitId: units[0]?.id ?? '' }, cycleId }
}
const clock = async (cycleId: string, days: number) => {
  const { iso } = await dayIn(days)
  await sql`update cycle_unit set explanation_closes = ${iso}::timestamp at time zone 'Asia/Ho_Chi_Minh' where cycle_id = ${cycleId}`.execute(
    application.owner,
  )
}
const runJobs = async () => {
  await sql`update job set due_at = now() where state = 'waiting'`.execute(application.owner)
  const settings = { secret: 'x'.repeat(40), filesDir: application.filesDir, pagesDir: '', trustProxy: false, isHttps: false }
  return runDueJobs({ database: application.database, jobs: jobsOf(settings), filesDir: application.filesDir })
}
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) => problems.map(({ code }) => code)
const decision = { decisions: [{ nodeId: '1.1', version: 0, status: 'scored' as const, points: '1', reason: 'Thiếu văn bản' }] }

describe('the calendar opens and locks', () => {
  it('the first appraisal, for every unit but those that were granted more time', async () => {
    const { params, cycleId } = await cycleAt('submitted')
    const change = () => appraiser(appraisalRoutes.change, { params, body: decision })
    await planned(cycleId, 'firstAppraisal', 1, 5)
    expect(codes(await change())).toEqual(['notOpenYet'])
    expect((await appraiser(appraisalRoutes.unit, { params })).value).toMatchObject({
      closedBecause: 'notOpenYet',
      opens: `${(await dayIn(1)).iso}T00:00`,
      deadline: { lastMinute: `${(await dayIn(5)).iso}T23:59` },
    })
    await planned(cycleId, 'firstAppraisal', -5, -1)
    expect((await change()).problems[0]).toMatchObject({ code: 'deadlinePassed', deadline: `${(await dayIn(-1)).iso}T23:59` })
    expect((await appraiser(appraisalRoutes.unit, { params })).value.closedBecause).toBe('timeOver')
    expect((await appraiser(appraisalRoutes.workList, { params: { cycleId }, query: {} })).value.counts.late).toBe(3)
    const { units } = (await owner(cycleRoutes.detail, { params: { cycleId } })).value
    const ifMatch = units.find(({ id }) => id === params.unitId)?.version ?? 0
    const body = {
      subject: 'firstAppraisal' as const,
      deadline: { kind: 'through' as const, date: (await dayIn(2)).iso },
      reason: 'Mưa lũ',
    }
    expect((await owner(cycleRoutes.extend, { params, body, ifMatch })).status).toBe(200)
    expect((await change()).status).toBe(200)
    expect((await appraiser(appraisalRoutes.workList, { params: { cycleId }, query: {} })).value.counts.late).toBe(2)
  })

  it('to the minute where a step names its hours, and an extension its own', async () => {
    const { params, cycleId } = await cycleAt('submitted')
    const change = () => appraiser(appraisalRoutes.change, { params, body: decision })
    await planned(cycleId, 'firstAppraisal', 1, 5, { fromTime: '07:30', untilTime: '17:00' })
    expect((await change()).problems[0]).toMatchObject({ code: 'notOpenYet', opens: `${(await dayIn(1)).iso}T07:30` })
    await planned(cycleId, 'firstAppraisal', -5, -1, { untilTime: '17:00' })
    expect((await change()).problems[0]).toMatchObject({ code: 'deadlinePassed', deadline: `${(await dayIn(-1)).iso}T16:59` })
    const body = {
      subject: 'firstAppraisal' as const,
      deadline: { kind: 'through' as const, date: (await dayIn(2)).iso, time: '09:15' },
      reason: 'Mưa lũ',
    }
    const { units } = (await owner(cycleRoutes.detail, { params: { cycleId } })).value
    const ifMatch = units.find(({ id }) => id === params.unitId)?.version ?? 0
    const extended = await owner(cycleRoutes.extend, { params, body, ifMatch })
    expect(extended.value.deadline.lastMinute).toBe(`${(await dayIn(2)).iso}T09:14`)
    expect((await change()).status).toBe(200)
  })

  it('the self-assessment, whose deadline takes the hour along, and no plan whose hours leave it no time', async () => {
    const { params, cycleId } = await cycleAt('selfAssessing')
    await planned(cycleId, 'selfAssessment', -1, 3, { fromTime: '08:00', untilTime: '11:30' })
    const { value } = await owner(cycleRoutes.detail, { params: { cycleId } })
    expect(value.selfAssessmentDeadline?.lastMinute).toBe(`${(await dayIn(3)).iso}T11:29`)
    const { value: calendar } = await owner(calendarRoutes.show, { params: { cycleId } })
    expect(calendar.steps[0]).toMatchObject({ fromTime: '08:00', untilTime: '11:30', state: 'running' })
    const [{ from: _from, until: _until, state: _state, ...step }] = calendar.steps as [(typeof calendar.steps)[number]]
    const sameDay = { ...step, words: `ngày ${(await dayIn(3)).printed}`, fromTime: '12:00' }
    const refused = await owner(calendarRoutes.write, { params: { cycleId }, body: { steps: [sameDay] }, ifMatch: calendar.version })
    expect(refused.problems).toMatchObject([{ code: 'invalidValue', field: 'untilTime' }])
    expect(params.cycleId).toBe(cycleId)
  })

  it('no appraisal where no step says so; and nothing is granted there', async () => {
    const { params } = await cycleAt('submitted')
    const body = {
      subject: 'firstAppraisal' as const,
      deadline: { kind: 'through' as const, date: (await dayIn(2)).iso },
      reason: 'Mưa lũ',
    }
    expect(codes(await owner(cycleRoutes.extend, { params, body, ifMatch: 1 }))).toEqual(['notFound'])
    expect((await appraiser(appraisalRoutes.change, { params, body: decision })).status).toBe(200)
  })

  it('explaining, never before the time that a unit was promised has passed', async () => {
    const { params, cycleId } = await cycleAt('explaining')
    const answer = () =>
      officer(explanationRoutes.change, { params, body: { answers: [{ nodeId: '1.1', version: 0, answer: 'agreed' as const }] } })
    await planned(cycleId, 'explanation', 1, 3)
    expect(codes(await answer())).toEqual(['notOpenYet'])
    await clock(cycleId, 2)
    await planned(cycleId, 'explanation', -3, -1)
    expect((await answer()).status).toBe(200)
    await clock(cycleId, 0)
    expect(codes(await answer())).toEqual(['deadlinePassed'])
    await planned(cycleId, 'explanation', -3, 0)
    expect((await officer(explanationRoutes.sheet, { params })).value.deadline?.lastMinute).toBe(`${(await dayIn(0)).iso}T23:59`)
  })

  it('the second appraisal by itself: units whose time to explain is over go on without anybody', async () => {
    const { params, cycleId } = await cycleAt('explaining')
    await clock(cycleId, 0)
    await runJobs()
    const stage = async () => (await owner(cycleRoutes.detail, { params: { cycleId } })).value.units[0]?.stage
    expect(await stage()).toBe('explaining')
    await planned(cycleId, 'explanation', -3, 0)
    await runJobs()
    expect(await stage()).toBe('explaining')
    await planned(cycleId, 'explanation', -3, -1)
    await runJobs()
    expect(await stage()).toBe('approved')
    const second = await cycleAt('secondAppraisal')
    await planned(second.cycleId, 'secondAppraisal', -3, -1)
    expect(codes(await appraiser(appraisalRoutes.change, { params: second.params, body: decision }))).toEqual(['deadlinePassed'])
    expect(params.cycleId).not.toBe(second.cycleId)
  })

  it('the council', async () => {
    const { params, cycleId } = await cycleAt('council')
    const body = {
      nodeId: '1.1',
      version: 0,
      status: 'scored' as const,
      points: '1',
      reason: 'Thống nhất',
      votesFor: 1,
      votesAgainst: 0,
      abstained: 0,
    }
    await planned(cycleId, 'council', 1, 3)
    expect(codes(await secretary(councilRoutes.decide, { params, body }))).toEqual(['notOpenYet'])
    await planned(cycleId, 'council', -3, 0)
    expect(codes(await secretary(councilRoutes.decide, { params, body }))).toEqual(['noCouncil'])
  })
})

describe('reminders by themselves', () => {
  const told = async (call: Call, cycleId: string) =>
    (await call(calendarRoutes.notices)).value.notices.filter(({ link }) => link?.includes(cycleId)).map(({ title }) => title)

  it('reach a unit with a deadline of its own on its own day, and the others on that of the plan', async () => {
    const { params, cycleId } = await cycleAt('selfAssessing')
    const other = await application.signInAs('unitofficer.so-2')
    await planned(cycleId, 'selfAssessment', -3, 1, { title: 'Tự đánh giá', remindBefore: [1] })
    await sql`update cycle_unit set self_assessment_closes = ${(await dayIn(6)).iso}::timestamp at time zone 'Asia/Ho_Chi_Minh'
      where cycle_id = ${cycleId} and unit_id = ${params.unitId}`.execute(application.owner)
    await runJobs()
    expect(await told(officer, cycleId)).toEqual([])
    expect(await told(other, cycleId)).toEqual(['Còn 1 ngày: Tự đánh giá'])
    await sql`update cycle_unit set self_assessment_closes = ${(await dayIn(2)).iso}::timestamp at time zone 'Asia/Ho_Chi_Minh'
      where cycle_id = ${cycleId} and unit_id = ${params.unitId}`.execute(application.owner)
    await runJobs()
    expect(await told(officer, cycleId)).toEqual(['Còn 1 ngày: Tự đánh giá'])
  })

  it('reach a unit that explains though the plan has no step for it, and appraisers of what waits for them', async () => {
    const { cycleId } = await cycleAt('explaining')
    await clock(cycleId, 1)
    await runJobs()
    expect(await told(officer, cycleId)).toEqual(['Hôm nay là hạn cuối: Giải trình'])
    const appraised = await cycleAt('submitted')
    await planned(appraised.cycleId, 'firstAppraisal', -3, 2, { title: 'Thẩm định lần 1', remindBefore: [2] })
    await runJobs()
    expect(await told(appraiser, appraised.cycleId)).toEqual(['Còn 2 ngày: Thẩm định lần 1'])
    expect(await told(officer, appraised.cycleId)).toEqual([])
  })
})
