import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jobsOf } from '../../app.ts'
import { runDueJobs } from '../../platform/jobs/worker.ts'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle } from '../../../test/small-cycle.ts'
import { cycleRoutes } from '../cycle/contract.ts'
import { calendarRoutes, type WrittenStep } from './contract.ts'

let application: TestApplication
let methodOwner: Call
let officer: Call
const received: string[] = []
/** What the mail server answers; undefined: it takes everything. */
let refusal: string | undefined
let server: SMTPServer
let settings: Parameters<typeof jobsOf>[0]

beforeAll(async () => {
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        if (refusal === undefined) received.push(Buffer.concat(parts).toString('utf8'))
        done(refusal === undefined ? null : new Error(refusal))
      })
    },
  })
  const port = await new Promise<number>((go) => {
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      go(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  const mail = { url: new URL(`smtp://127.0.0.1:${port}?from=cchc@example.invalid`), baseUrl: 'https://cchc.example.invalid/' }
  application = await startTestApplication({ mail })
  settings = { mail, secret: 'x'.repeat(40), filesDir: application.filesDir, pagesDir: '', trustProxy: false, isHttps: false }
  methodOwner = await application.signInAs('methodowner')
  officer = await application.signInAs('unitofficer.so-1')
  await application.owner
    .updateTable('person')
    .set({ email: 'can.bo@example.invalid' })
    .where('sign_in_name', '=', 'unitofficer.so-1')
    .execute()
})
afterAll(() => new Promise<void>((go) => server.close(() => go())))

const runJobs = async () => {
  await sql`update job set due_at = now() where state = 'waiting'`.execute(application.owner)
  return runDueJobs({ database: application.database, jobs: jobsOf(settings), filesDir: application.filesDir })
}
const step = (title: string, words: string, more: Partial<WrittenStep> = {}): WrittenStep => ({
  id: randomUUID(),
  title,
  words,
  coordinating: [],
  after: [],
  remindBefore: [],
  remindAfter: [],
  ...more,
})
const write = async (cycleId: string, steps: WrittenStep[], ifMatch = 0) =>
  methodOwner(calendarRoutes.write, { params: { cycleId }, body: { steps, cutOff: '2098-12-31' }, ifMatch })
const smallCycle = async (stage: 'preparing' | 'selfAssessing' = 'selfAssessing') => {
  const { cycleId } = await createSmallCycle(application.owner, application.authority, stage)
  await application.owner.updateTable('cycle').set({ stage }).where('id', '=', cycleId).execute()
  return cycleId
}
const inDays = async (days: number): Promise<string> => {
  const { rows } = await sql<{ day: string }>`
    select to_char((now() at time zone 'Asia/Ho_Chi_Minh')::date + ${days}::int, 'DD/MM/YYYY') as day`.execute(application.owner)
  return rows[0]?.day ?? ''
}

describe('the calendar of a cycle', () => {
  it('reads windows as plans write them, and warns where a step begins before the one it waits for has ended', async () => {
    const cycleId = await smallCycle()
    const first = step('Tự đánh giá', 'trước ngày 05/12/2098', { responsible: 'Các sở', opens: 'selfAssessment' })
    const second = step('Thẩm định', 'Tháng 11, 12/2098', { after: [first.id] })
    const { value } = await write(cycleId, [first, second])
    expect(value.steps.map(({ from, until, state }) => [from, until, state])).toEqual([
      [undefined, '2098-12-04', 'running'],
      ['2098-11-01', '2098-12-31', 'coming'],
    ])
    expect(value.problems.map(({ code }) => code)).toEqual(['stepWithout', 'stepsOverlap'])
    expect(value.cutOff).toBe('2098-12-31')
    const { cycles } = (await methodOwner(cycleRoutes.list)).value
    expect(cycles.find(({ id }) => id === cycleId)?.selfAssessmentDeadline?.lastMinute).toBe('2098-12-04T23:59')
    expect((await write(cycleId, [first])).problems[0]?.code).toBe('changedMeanwhile')
    expect((await officer(calendarRoutes.show, { params: { cycleId } })).value.steps).toHaveLength(2)
  })

  it('refuses a circle, and two steps that open', async () => {
    const cycleId = await smallCycle()
    const [a, b] = [randomUUID(), randomUUID()]
    const circle = await write(cycleId, [step('Một', '', { id: a, after: [b] }), step('Hai', '', { id: b, after: [a] })])
    expect(circle.problems.map(({ code }) => code)).toEqual(['stepCircle', 'stepCircle'])
    const opens = { opens: 'selfAssessment' as const }
    const twice = await write(cycleId, [step('Một', 'quý I/2098', opens), step('Hai', 'quý II/2098', opens)])
    expect(twice.problems.map(({ code }) => code)).toEqual(['alreadyExists'])
  })

  it('makes the next year’s plan out of this one', async () => {
    const before = await smallCycle()
    const first = step('Tự đánh giá', 'trước ngày 05/12/2026', { responsible: 'Các sở' })
    await write(before, [first, step('Công bố', 'quý I/2027', { after: [first.id] })])
    const next = await smallCycle('preparing')
    await application.owner.updateTable('cycle').set({ year: 2027 }).where('id', '=', next).execute()
    await application.owner.updateTable('cycle').set({ year: 2020 }).where('id', 'not in', [before, next]).execute()
    const { value } = await methodOwner(calendarRoutes.proposal, { params: { cycleId: next } })
    expect(value).toMatchObject({ fromYear: 2026, cutOff: '2099-12-31' })
    expect(value.steps.map(({ words }) => words)).toEqual(['trước ngày 05/12/2027', 'quý I/2028'])
    expect(value.steps[1]?.after).toEqual([value.steps[0]?.id])
    expect((await write(next, value.steps)).status).toBe(200)
  })

  it('opens a prepared cycle by itself when its day has come', async () => {
    const cycleId = await smallCycle('preparing')
    const [today, later] = [await inDays(0), await inDays(9)]
    await write(cycleId, [step('Tự đánh giá', `từ ngày ${later} đến ngày ${later}`, { opens: 'selfAssessment' })])
    await runJobs()
    const stage = async () => (await methodOwner(calendarRoutes.show, { params: { cycleId } })).value.cycle.stage
    expect(await stage()).toBe('preparing')
    await write(cycleId, [step('Tự đánh giá', `từ ngày ${today} đến ngày ${later}`, { opens: 'selfAssessment' })], 1)
    await runJobs()
    expect(await stage()).toBe('selfAssessing')
  })

  it('has an address that can be made anew: the one before leads nowhere then, and nobody else’s is touched', async () => {
    const cycleId = await smallCycle()
    await write(cycleId, [step('Tự đánh giá', 'trước ngày 05/12/2098')])
    const params = { cycleId }
    const before = (await officer(calendarRoutes.link, { params })).value.path
    const others = (await methodOwner(calendarRoutes.link, { params })).value.path
    const after = (await officer(calendarRoutes.renewLink, { params, body: {} })).value.path
    expect((await officer(calendarRoutes.link, { params })).value.path).toBe(after)
    const status = async (path: string) => (await application.app.inject(path)).statusCode
    expect(await Promise.all([before, after, others].map(status))).toEqual([404, 200, 200])
    await officer(calendarRoutes.renewLink, { params, body: {} })
    expect(await status(after)).toBe(404)
  })

  it('comes as a calendar file at an address of one’s own, and no other address', async () => {
    const cycleId = await smallCycle()
    await write(cycleId, [step('Tự đánh giá', 'trước ngày 05/12/2098')])
    const { path } = (await officer(calendarRoutes.link, { params: { cycleId } })).value
    const file = await application.app.inject(path)
    expect(file.headers['content-type']).toContain('text/calendar')
    expect(file.body).toContain('DTSTART;VALUE=DATE:20981204')
    const other = path.replace(/.\.ics$/, (end) => (end.startsWith('A') ? 'B.ics' : 'A.ics'))
    expect((await application.app.inject(other.replace(/^(\/lich\/)./, '$1_'))).statusCode).toBe(404)
    await application.owner.updateTable('person').set({ active: false }).where('sign_in_name', '=', 'unitofficer.so-1').execute()
    expect((await application.app.inject(path)).statusCode).toBe(404)
    await application.owner.updateTable('person').set({ active: true }).where('sign_in_name', '=', 'unitofficer.so-1').execute()
  })
})

describe('reminders', () => {
  it('come on the day a step says, once, here and by e-mail', async () => {
    const cycleId = await smallCycle()
    await write(cycleId, [step('Tự đánh giá', `đến ngày ${await inDays(3)}`, { opens: 'selfAssessment', remindBefore: [3] })])
    await runJobs()
    await runJobs()
    const { notices, unread } = (await officer(calendarRoutes.notices)).value
    const own = notices.filter(({ link }) => link?.includes(cycleId))
    expect(own).toMatchObject([{ title: 'Còn 3 ngày: Tự đánh giá', isRead: false }])
    expect(own[0]?.body).toContain('0/4 tiêu chí')
    const mails = received.filter((mail) => mail.includes(cycleId))
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatch(/From: cchc@example.invalid[\s\S]*To: can.bo@example.invalid/)
    await officer(calendarRoutes.readNotices, { body: {} })
    expect((await officer(calendarRoutes.notices)).value.unread).toBe(0)
    expect(unread).toBeGreaterThan(0)
    // Nobody else was marked, nobody else can look.
    const head = await application.signInAs('headofunit.so-1')
    expect((await head(calendarRoutes.notices)).value.unread).toBe(1)
  })

  it('in bulk are shown before they leave; a mail that fails is tried again and its reason is seen', async () => {
    const cycleId = await smallCycle()
    const params = { cycleId }
    const unitIds = application.authority.departments.map(({ id }) => id)
    const body = { unitIds, message: 'Đề nghị nộp trước thứ Sáu' }
    const remind = (preview: boolean) =>
      methodOwner(calendarRoutes.remind, { params, body: { ...body, preview }, idempotencyKey: randomUUID() })
    expect((await remind(true)).value).toEqual({ people: 6, withMail: 1, unreached: [] })
    expect((await methodOwner(calendarRoutes.board, { params })).value.units.some(({ remindedAt }) => remindedAt)).toBe(false)
    refusal = 'Hộp thư đầy'
    await remind(false)
    await runJobs()
    const refused = (await methodOwner(calendarRoutes.board, { params })).value
    expect(refused.mail).toEqual({ waiting: 1, sent: 0, failed: 0 })
    expect(refused.failures).toMatchObject([{ attempts: 1, isGivenUp: false, reason: expect.stringContaining('Message failed') }])
    refusal = undefined
    await sql`update notice set mail_due_at = now()`.execute(application.owner)
    await runJobs()
    const sent = (await methodOwner(calendarRoutes.board, { params })).value
    expect([sent.mail, sent.failures]).toEqual([{ waiting: 0, sent: 1, failed: 0 }, []])
    expect(sent.units.every(({ remindedAt }) => remindedAt)).toBe(true)
    expect((await officer(calendarRoutes.remind, { params, body, idempotencyKey: randomUUID() })).status).toBe(403)
  })
})

describe('days off', () => {
  const year = 2027
  it('are the public holidays until the method owner keeps a list, which is written against the version that was seen', async () => {
    const byLaw = (await officer(calendarRoutes.holidays, { query: { year } })).value
    expect(byLaw).toMatchObject({ version: 0, canChange: false })
    expect(byLaw.days).toContainEqual({ day: '2027-02-06', name: 'Tết Nguyên đán', isWorked: false })
    const days = [{ day: '2027-02-05', name: 'Tết Nguyên đán', isWorked: false }]
    expect((await officer(calendarRoutes.writeHolidays, { body: { year, days }, ifMatch: 0 })).status).toBe(403)
    const kept = await methodOwner(calendarRoutes.writeHolidays, { body: { year, days }, ifMatch: 0 })
    expect(kept.value).toMatchObject({ version: 1, days })
    const second = await methodOwner(calendarRoutes.writeHolidays, { body: { year, days: [] }, ifMatch: 0 })
    expect(second.problems.map(({ code }) => code)).toEqual(['changedMeanwhile'])
  })

  it('tell every day that cannot stand at once: of another year, twice, worked though no weekend', async () => {
    const days = [
      { day: '2026-12-31', name: 'Năm cũ', isWorked: false },
      { day: '2027-03-01', name: 'Làm bù', isWorked: true },
      { day: '2027-03-01', name: 'Nghỉ', isWorked: false },
    ]
    const { problems } = await methodOwner(calendarRoutes.writeHolidays, { body: { year, days }, ifMatch: 1 })
    expect(problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'invalidValue days.0.day',
      'invalidValue days.1.day',
      'alreadyExists days.2.day',
    ])
  })
})
