import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { verifyBundle } from '../../core/publication/verify-bundle.ts'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { type PublishedCycle, publishSmallCycle, sha256 } from '../../../test/published-small-cycle.ts'
import { resultsRoutes } from '../results/contract.ts'
import { publicationRoutes } from './contract.ts'
import { homeRoutes } from '../home/contract.ts'
import { conferenceRoutes } from './conference/contract.ts'
import { petitionRoutes } from './petition-contract.ts'

let application: TestApplication
let cycle: PublishedCycle
const reason = 'Ban hành chậm 12 ngày'

beforeAll(async () => {
  application = await startTestApplication()
  cycle = await publishSmallCycle(application, { petitionDays: 5 })
})

const get = (path: string, headers: Record<string, string> = {}) =>
  application.app.inject({ url: `/cong-khai/${cycle.publication.id}${path}`, headers })
const setParts = async (parts: PublishedCycle['publication']['parts'], isPublic = true): Promise<void> => {
  const params = { cycleId: cycle.cycleId, publicationId: cycle.publication.id }
  const { publications } = (await cycle.chair(publicationRoutes.publications)).value
  const ifMatch = publications.find(({ id }) => id === cycle.publication.id)?.version ?? 0
  expect((await cycle.chair(publicationRoutes.publicity, { params, body: { isPublic, parts }, ifMatch })).status).toBe(204)
  const late = await cycle.chair(publicationRoutes.publicity, { params, body: { isPublic, parts }, ifMatch })
  expect(late.problems[0]?.code).toBe('changedMeanwhile')
}
const usual = ['ranking', 'sheets', 'openData'] as const

describe('the reasons of a publication', () => {
  it('are frozen with it: the sheet says what was claimed, what was given and why', async () => {
    const params = { publicationId: cycle.publication.id, unitId: cycle.units[1]?.id ?? '' }
    const sheet = (await cycle.chair(resultsRoutes.publishedSheet, { params })).value
    const row = sheet.rows.find(({ id }) => id === '1.1')
    expect(row).toMatchObject({ claimed: { points: '2' }, given: { points: '1', reason } })
    expect(sheet.rows.find(({ id }) => id === '1.2')?.given).toMatchObject({ status: 'notApplicable', basis: 'Đúng là không phát sinh' })
    expect(sheet.bySource).toMatchObject({ appraised: '5', survey: '2.5' })
  })

  it('are for the unit itself and for whoever sees all units, until they are made public', async () => {
    const [own, other] = await Promise.all(['unitofficer.so-2', 'unitofficer.so-1'].map((name) => application.signInAs(name)))
    const params = { publicationId: cycle.publication.id, unitId: cycle.units[1]?.id ?? '' }
    const seen = async (call: typeof own) => (await call?.(resultsRoutes.publishedSheet, { params }))?.raw.body
    expect(await seen(own)).toContain(reason)
    expect(await seen(other)).not.toContain(reason)
    await setParts([...usual, 'reasons'])
    expect(await seen(other)).toContain(reason)
    await setParts([...usual])
  })

  it('are hashed: the bundle verifies with them and without them, and shows a changed one', async () => {
    const input = { params: { publicationId: cycle.publication.id }, query: { group: cycle.publication.groups[0] ?? '' } }
    const whole = (await cycle.chair(publicationRoutes.bundle, input)).raw.body
    expect(whole).toContain(reason)
    expect(verifyBundle(JSON.parse(whole), sha256)).toEqual([])
    expect(verifyBundle(JSON.parse(whole.replace(reason, 'Ban hành chậm 2 ngày')), sha256)).toMatchObject([{ code: 'hashDiffers' }])
    const bare = (await get('/goi.json')).body
    expect(bare).not.toContain(reason)
    expect(verifyBundle(JSON.parse(bare), sha256)).toEqual([])
    expect(JSON.parse(bare).hash).toBe(cycle.publication.hashes[0])
  })
})

describe('what the public sees', () => {
  const addresses = {
    ranking: '/xep-hang.csv',
    sheet: () => `/don-vi/${cycle.units[1]?.id}`,
    leaves: '/tieu-chi.csv',
    bundle: '/goi.json',
  } as const

  it('is switched part by part', async () => {
    await setParts(['ranking'])
    expect((await get('')).body).toContain('97,22%')
    expect((await get('')).body).not.toContain('/don-vi/')
    for (const path of [addresses.ranking, addresses.sheet(), addresses.leaves, addresses.bundle])
      expect((await get(path)).statusCode, path).toBe(404)
    await setParts(['sheets', 'reasons'])
    expect((await get(addresses.sheet())).body).toContain(reason)
    expect((await get('')).body).not.toContain('%</strong>')
    expect((await get(addresses.ranking)).statusCode).toBe(404)
    await setParts([...usual])
    expect((await get(addresses.sheet())).body).not.toContain(reason)
    expect((await get(addresses.leaves)).body).not.toContain(reason)
    expect((await get(addresses.ranking)).statusCode).toBe(200)
  })

  it('comes without scripts, is searched by a plain form, and is answered from a cache that has it', async () => {
    const page = await get('')
    expect(page.body).not.toContain('<script')
    expect(page.body).toContain('<form method="get"')
    expect((await get('', { 'if-none-match': String(page.headers['etag']) })).statusCode).toBe(304)
    const found = await get(`?tim=${encodeURIComponent('so 2')}`)
    expect(found.body).toContain(cycle.units[1]?.name)
    expect(found.body).not.toContain(`>${cycle.units[0]?.name}<`)
    expect((await get('?tim=khong-co')).body).toContain('Không có đơn vị nào')
  })

  it('says of a unit without any points that it has not submitted', async () => {
    expect((await get('')).body).toContain('Chưa nộp')
  })

  it('is open data for programs, for a Vietnamese Excel and as a workbook, with description and licence', async () => {
    expect((await get('/xep-hang.csv')).body).toContain('rank,unit,points,appliedMax,percent')
    const vietnamese = (await get('/xep-hang-vn.csv')).body
    expect(vietnamese).toContain('Hạng;Đơn vị;Điểm')
    expect(vietnamese).toContain(';8,75;9;')
    expect((await get('/tieu-chi-vn.csv')).body).toContain('Không áp dụng')
    const workbook = await get('/xep-hang.xlsx')
    expect(workbook.headers['content-type']).toContain('spreadsheetml')
    expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK')
    expect((await get('/mo-ta')).body).toContain('CC BY 4.0')
  })
})

/** Days off from tomorrow on, and every weekend of the days after them worked. */
const keepDaysOff = async (days: number): Promise<void> => {
  await sql`
    with day as (select (now() at time zone 'Asia/Ho_Chi_Minh')::date + n as day, n from generate_series(1, ${days + 7}::int) n),
      kept as (insert into holiday_year (authority_id, year) select distinct ${application.authority.id}::uuid, extract(year from day)::int from day)
    select 1`.execute(application.owner)
  await sql`
    insert into holiday (authority_id, year, day, name, is_worked)
    select ${application.authority.id}::uuid, extract(year from d)::int, d, 'Nghỉ', n > ${days}::int
    from (select (now() at time zone 'Asia/Ho_Chi_Minh')::date + n as d, n from generate_series(1, ${days + 7}::int) n) x
    where n <= ${days}::int or extract(isodow from d) > 5`.execute(application.owner)
}
/** The moment at which the first working day after so many days off is over. */
const midnightAfter = async (days: number): Promise<string> => {
  const { rows } = await sql<{ closes: Date }>`
    select (((now() at time zone 'Asia/Ho_Chi_Minh')::date + ${days}::int + 2)::timestamp at time zone 'Asia/Ho_Chi_Minh') as closes`.execute(
    application.owner,
  )
  return rows[0]?.closes.toISOString() ?? ''
}

describe('the conference', () => {
  const params = () => ({ publicationId: cycle.publication.id })
  const conference = {
    heldOn: '2026-03-20',
    place: 'Hội trường Ủy ban',
    chairedBy: 'Chủ tịch',
    notice: '45/TB-UBND ngày 25/03/2026',
    conclusions: 'Các đơn vị khắc phục tiêu chí mất điểm trước tháng 6.',
  }
  const task = (more: object = {}) => ({
    task: 'Lập kế hoạch khắc phục',
    responsible: '',
    dueOn: '2020-01-01',
    state: 'notStarted' as const,
    note: '',
    ...more,
  })

  it('keeps its day, its conclusions and the tasks that follow, of units and of others, and says which are late', async () => {
    const unitId = cycle.units[0]?.id ?? ''
    const tasks = [task({ unitId }), task({ task: 'Rà soát phần mềm', responsible: 'Đơn vị tư vấn', state: 'done' })]
    const write = (ifMatch: number, body: object) =>
      cycle.chair(conferenceRoutes.write, { params: params(), body: { ...conference, tasks, ...body }, ifMatch })
    expect((await cycle.chair(conferenceRoutes.show, { params: params() })).value).toMatchObject({ version: 0, canChange: true })
    const nobody = await write(0, { tasks: [task(), task({ unitId: crypto.randomUUID() })] })
    expect(nobody.problems.map(({ code, at }) => `${code} ${at}`)).toEqual(['missingField tasks.0', 'unknownUnit tasks.1'])
    expect((await write(0, {})).value).toMatchObject({ version: 1, conference })
    expect((await write(0, {})).problems[0]?.code).toBe('changedMeanwhile')
    const officer = await application.signInAs('unitofficer.so-1')
    const seen = (await officer(conferenceRoutes.show, { params: params() })).value
    expect(seen.canChange).toBe(false)
    expect(seen.conference?.tasks.map(({ unit, isLate, state }) => [unit?.id, isLate, state])).toEqual([
      [unitId, true, 'notStarted'],
      [undefined, false, 'done'],
    ])
    expect((await officer(homeRoutes.home)).value.tasks).toContainEqual(
      expect.objectContaining({
        of: 'conference',
        about: { id: cycle.publication.id, title: cycle.publication.title },
        late: 1,
        endangered: 0,
        first: [{ title: 'Lập kế hoạch khắc phục', until: '2020-01-01', isLate: true }],
      }),
    )
    const refused = await officer(conferenceRoutes.write, { params: params(), body: { ...conference, tasks: [] }, ifMatch: 1 })
    expect(refused.status).toBe(403)
  })
})

describe('a petition', () => {
  it('gets a receipt within the window, an answer with reasons, and leads to the publication that corrects', async () => {
    const unitId = cycle.units[1]?.id ?? ''
    const officer = await application.signInAs('unitofficer.so-2')
    const open = (await officer(petitionRoutes.own, { params: { unitId } })).value.open
    expect(open).toMatchObject([{ publication: { id: cycle.publication.id } }])
    const body = { publicationId: cycle.publication.id, nodeIds: ['1.1'], request: 'Kế hoạch đã gửi đúng hạn' }
    const filed = (await officer(petitionRoutes.file, { params: { unitId }, body, idempotencyKey: 'kien-nghi' })).value
    expect(filed).toMatchObject({ number: 1, nodeIds: ['1.1'], version: 1 })
    const other = await application.signInAs('unitofficer.so-1')
    expect((await other(petitionRoutes.own, { params: { unitId } })).status).toBe(403)
    const answer = { params: { petitionId: filed.id }, body: { outcome: 'accepted' as const, text: 'Sổ văn bản đến ghi đúng hạn' } }
    expect((await cycle.chair(petitionRoutes.answer, { ...answer, ifMatch: 9 })).problems[0]?.code).toBe('changedMeanwhile')
    expect((await cycle.chair(petitionRoutes.answer, { ...answer, ifMatch: 1 })).value.answer).toMatchObject({ outcome: 'accepted' })
    expect((await cycle.chair(petitionRoutes.answer, { ...answer, ifMatch: 2 })).status).toBe(409)

    // The authority keeps its own days off: the next ten days, whatever days of the week they are, and works on the weekend after.
    const tenDaysOff = 10
    await keepDaysOff(tenDaysOff)
    const scores = [{ unitId, nodeId: '1.1', points: '2', reason: 'Theo kiến nghị số 1' }]
    const corrects = { id: cycle.publication.id, reason: 'Giải quyết kiến nghị số 1', scores }
    const params = { cycleId: cycle.cycleId }
    const tooMuch = { ...corrects, scores: [{ ...scores[0], unitId, nodeId: '1.1', points: '3', reason: 'x' }] }
    const refused = await cycle.chair(publicationRoutes.publish, {
      params,
      body: { title: 'Đính chính', isPublic: true, corrects: tooMuch },
      idempotencyKey: 'a',
    })
    expect(refused.problems).toMatchObject([{ code: 'abovePoints', points: '3', max: '2' }])
    const corrected = (
      await cycle.chair(publicationRoutes.publish, {
        params,
        body: { title: 'Đính chính', isPublic: true, petitionDays: 1, corrects },
        idempotencyKey: 'b',
      })
    ).value
    expect(corrected.petitionsClose).toBe(await midnightAfter(tenDaysOff))
    const { differences } = (await cycle.chair(publicationRoutes.differences, { params: { publicationId: corrected.id } })).value
    expect(differences).toMatchObject([{ unit: { id: unitId }, before: { points: '7.5' }, after: { points: '8.5' } }])
    expect(differences[0]?.nodes.map(({ node }) => node)).toEqual(expect.arrayContaining(['1.1', '1']))
    expect((await application.app.inject(`/cong-khai/${corrected.id}/dinh-chinh`)).body).toContain('8,5')
    const [mine] = (await officer(petitionRoutes.own, { params: { unitId } })).value.petitions
    expect(mine?.correctedBy).toEqual({ id: corrected.id, number: 2 })
  })

  it('is refused once the window has closed', async () => {
    const unitId = cycle.units[0]?.id ?? ''
    const officer = await application.signInAs('unitofficer.so-1')
    const body = { publicationId: cycle.publication.id, nodeIds: [], request: 'Xem lại' }
    // A later publication corrects it: petitions go to the newest.
    expect((await officer(petitionRoutes.file, { params: { unitId }, body, idempotencyKey: 'muon' })).problems[0]?.code).toBe(
      'deadlinePassed',
    )
  })
})
