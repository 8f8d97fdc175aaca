import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { type PublishedCycle, publishSmallCycle } from '../../../test/published-small-cycle.ts'
import { jobRoutes } from '../../contract/job-routes.ts'
import { runDueJobs } from '../../platform/jobs/worker.ts'
import { cycleRoutes } from '../cycle/contract.ts'
import { batchRoutes } from './batch-contract.ts'
import { paperBatchJob } from './batch-job.ts'
import { ownPapersRoutes, type Paper, papersRoutes } from './contract.ts'
import { postingRoutes } from './posting/contract.ts'
import { templateRoutes } from './templates/contract.ts'

let application: TestApplication
let cycle: PublishedCycle
let clerk: Call

const details = {
  agency: 'Sở Nội vụ',
  agencyMark: 'SNV',
  place: 'Minh Họa',
  date: '2026-11',
  to: ['UBND tỉnh'],
  authority: { by: 'self', title: 'Giám đốc' },
  issuedBy: 'Chủ tịch Ủy ban nhân dân tỉnh',
}
const bases = [{ type: 'Quyết định', number: '34/2020/QĐ-UBND', issuedOn: '2020-12-29', issuer: 'UBND tỉnh', title: 'về trách nhiệm' }]

beforeAll(async () => {
  application = await startTestApplication()
  cycle = await publishSmallCycle(application)
  clerk = await application.signInAs('methodowner')
})

const start = async (body: {
  readonly kind: Paper['kind']
  readonly cycleId?: string
  readonly about?: string
  readonly group?: string
}): Promise<Paper> => (await clerk(papersRoutes.start, { body })).value
const fill = (paper: Paper, content: Partial<Pick<Paper, 'details' | 'facts' | 'bases'>> = {}) =>
  clerk(papersRoutes.change, {
    params: { paperId: paper.id },
    body: { details, facts: {}, bases: [], ...content },
    ifMatch: paper.version,
  })
const wordsOf = async (paper: Paper): Promise<string> => {
  const reply = await clerk(papersRoutes.file, { params: { paperId: paper.id }, query: { format: 'docx' } })
  const xml = strFromU8(unzipSync(new Uint8Array(reply.raw.rawPayload))['word/document.xml'] ?? new Uint8Array())
  return xml.replaceAll('</w:p>', '\n').replaceAll(/<[^>]+>/g, '')
}

describe('a draft', () => {
  it('is proposed whole from names, says everything that is taken out, keeps what is filled, and knows next time who writes', async () => {
    const draft = await start({ kind: 'publicationDecision', cycleId: cycle.cycleId })
    expect([draft.problems, draft.details]).toMatchObject([[], { agencyMark: 'UBND', authority: { by: 'collective' } }])
    const emptied = (await fill(draft, { details: {} })).value
    expect(emptied.problems.map(({ at }) => at)).toEqual(['agency', 'agencyMark', 'place', 'date', 'authority'])
    const filled = (await fill(emptied, { bases })).value
    expect(filled.problems).toEqual([])
    expect(filled.formats).toEqual(['docx', 'pdf', 'xlsx'])
    const next = await start({ kind: 'resultNotice' })
    expect(next.details).toMatchObject({ agency: 'Sở Nội vụ', authority: { title: 'Giám đốc' } })
    expect(next.problems.map(({ at }) => at)).toEqual(['cycle'])
  })

  it('says the documents it rests on as a first citation does, and the figures of the cycle', async () => {
    const draft = (await fill(await start({ kind: 'publicationDecision', cycleId: cycle.cycleId }), { bases })).value
    const words = await wordsOf(draft)
    expect(words).toContain('Căn cứ Quyết định số 34/2020/QĐ-UBND ngày 29/12/2020 của UBND tỉnh về trách nhiệm.')
    expect(words).toContain('DỰ THẢO')
    for (const unit of cycle.units) expect(words).toContain(unit.name)
  })

  it('of a score sheet gives claim, points and the reason', async () => {
    const draft = (await fill(await start({ kind: 'scoreSheet', cycleId: cycle.cycleId, about: cycle.units[1]?.id ?? '' }))).value
    expect(draft.problems).toEqual([])
    const words = await wordsOf(draft)
    expect(words).toContain('Ban hành chậm 12 ngày')
    expect(words).toContain('Tự đánh giá')
  })

  it('shows its PDF in the page', async () => {
    const draft = (await fill(await start({ kind: 'appraisalReport', cycleId: cycle.cycleId }))).value
    const reply = await clerk(papersRoutes.file, { params: { paperId: draft.id }, query: { format: 'pdf', manner: 'view' } })
    expect([reply.status, reply.raw.headers['content-type'], reply.raw.body.startsWith('%PDF-')]).toEqual([200, 'application/pdf', true])
    expect(reply.raw.headers['content-disposition']).toMatch(/^inline/)
  })

  it('that reminds counts units and criteria as the page of the cycle does, and names the end of the last day', async () => {
    const { cycleId, units } = cycle
    const { owner } = application
    await owner
      .updateTable('cycle_unit')
      .set({ stage: 'selfAssessing' })
      .where('cycle_id', '=', cycleId)
      .where('unit_id', '=', units[2]?.id ?? '')
      .execute()
    const deadline = { self_assessment_closes: '2026-12-04T17:00:00Z' }
    const { self_assessment_closes } = await owner
      .selectFrom('cycle')
      .select('self_assessment_closes')
      .where('id', '=', cycleId)
      .executeTakeFirstOrThrow()
    await owner.updateTable('cycle').set(deadline).where('id', '=', cycleId).execute()
    const page = (await clerk(cycleRoutes.detail, { params: { cycleId } })).value.units.find(({ id }) => id === units[2]?.id)
    const { facts } = await start({ kind: 'reminder', cycleId })
    expect(facts).toMatchObject({ units: 3, late: [{ unit: page?.name, answered: page?.answered, leaves: page?.leaves }] })
    expect(facts['deadline']).toBe('hết ngày 04/12/2026')
    expect((await start({ kind: 'reminder', cycleId, group: 'Khối khác' })).facts).toMatchObject({ units: 0, late: [] })
    await owner.updateTable('cycle').set({ self_assessment_closes }).where('id', '=', cycleId).execute()
    await owner
      .updateTable('cycle_unit')
      .set({ stage: 'published' })
      .where('cycle_id', '=', cycleId)
      .where('unit_id', '=', units[2]?.id ?? '')
      .execute()
  })

  it('is refused to whoever saw another version', async () => {
    const draft = await start({ kind: 'appraisalReport', cycleId: cycle.cycleId })
    await fill(draft)
    expect((await fill(draft)).status).toBe(409)
  })

  it('is thrown away', async () => {
    const draft = await start({ kind: 'appraisalReport' })
    expect((await clerk(papersRoutes.remove, { params: { paperId: draft.id }, ifMatch: draft.version })).status).toBe(204)
    expect((await clerk(papersRoutes.paper, { params: { paperId: draft.id } })).status).toBe(404)
  })
})

describe('the register', () => {
  it('takes number, day, symbol and signer, freezes what the paper says, and lists the newest first', async () => {
    const draft = (
      await fill(await start({ kind: 'appraisalReport', cycleId: cycle.cycleId }), { details: { ...details, signer: 'Trần Thị Minh Họa' } })
    ).value
    const params = { paperId: draft.id }
    const body = { number: 5, issuedOn: '2026-11-03' }
    const issued = (await clerk(papersRoutes.issue, { params, body, ifMatch: draft.version, idempotencyKey: 'ban-hanh' })).value
    expect(issued.issued).toMatchObject({ number: 5, symbol: 'BC-SNV', on: '2026-11-03', signer: 'Trần Thị Minh Họa' })
    const words = await wordsOf(issued)
    expect(words).toContain('Số: 05/BC-SNV')
    expect(words).toContain('ngày 03 tháng 11 năm 2026')
    expect(words).not.toContain('DỰ THẢO')
    expect((await fill(issued)).status).toBe(409)
    const register = (await clerk(papersRoutes.register, { query: { limit: 1 } })).value
    expect(register.papers.map(({ id }) => id)).toEqual([draft.id])
    const older = (await clerk(papersRoutes.register, { query: { after: register.next ?? '', limit: 200 } })).value
    expect(older.papers.map(({ id }) => id)).not.toContain(draft.id)
    expect(older.papers.length).toBeGreaterThan(3)
  })

  it('issues nothing that is not whole', async () => {
    const draft = await start({ kind: 'resultNotice' })
    const reply = await clerk(papersRoutes.issue, {
      params: { paperId: draft.id },
      body: { number: 1, issuedOn: '2026-11-03' },
      ifMatch: 1,
      idempotencyKey: 'thieu',
    })
    expect(reply.status).toBe(422)
  })

  it('is not for a unit', async () => {
    const officer = await application.signInAs('unitofficer.so-1')
    expect((await officer(papersRoutes.register, { query: {} })).status).toBe(403)
  })
})

describe('papers of a unit', () => {
  const unitId = (): string => cycle.units[1]?.id ?? ''
  const own = async (officer: Call, kind: Paper['kind']): Promise<Paper> =>
    (await officer(ownPapersRoutes.start, { params: { unitId: unitId() }, body: { kind, cycleId: cycle.cycleId } })).value
  const fillOwn = (officer: Call, paper: Paper, more: object = {}) =>
    officer(ownPapersRoutes.change, {
      params: { unitId: unitId(), paperId: paper.id },
      body: { details: { ...paper.details, ...details, to: ['Sở Nội vụ'], ...more }, facts: {}, bases: [] },
      ifMatch: paper.version,
    })

  it('say what it claimed and the place it was given when published, and are in no register but its own', async () => {
    const officer = await application.signInAs('unitofficer.so-2')
    const report = (await fillOwn(officer, await own(officer, 'selfAssessmentReport'))).value
    expect(report.problems).toEqual([])
    const notice = (await fillOwn(officer, await own(officer, 'resultNotice'))).value
    expect(notice.problems).toEqual([])
    const reply = await officer(ownPapersRoutes.file, { params: { unitId: unitId(), paperId: notice.id }, query: { format: 'docx' } })
    const xml = strFromU8(unzipSync(new Uint8Array(reply.raw.rawPayload))['word/document.xml'] ?? new Uint8Array())
    expect(xml.replaceAll(/<[^>]+>/g, '')).toContain('thứ 2/2')
    const listed = (await officer(ownPapersRoutes.register, { params: { unitId: unitId() }, query: {} })).value.papers
    expect(listed.map(({ kind }) => kind)).toEqual(['resultNotice', 'selfAssessmentReport'])
    const atOffice = (await clerk(papersRoutes.register, { query: { limit: 200 } })).value.papers
    expect(atOffice.map(({ id }) => id)).not.toContain(notice.id)
    expect((await clerk(papersRoutes.paper, { params: { paperId: notice.id } })).status).toBe(404)
  })

  it('are about that unit alone, of kinds that a unit writes', async () => {
    const officer = await application.signInAs('unitofficer.so-2')
    const params = { unitId: unitId() }
    const other = await officer(ownPapersRoutes.start, { params, body: { kind: 'scoreSheet', about: cycle.units[0]?.id ?? '' } })
    const decision = await officer(ownPapersRoutes.start, { params, body: { kind: 'publicationDecision' } })
    expect([other.status, decision.status]).toEqual([404, 404])
    const neighbour = await application.signInAs('unitofficer.so-1')
    expect((await neighbour(ownPapersRoutes.register, { params, query: {} })).status).toBe(403)
  })
})

describe('a search', () => {
  it('finds a paper by its kind, its unit and its number, typed without diacritics', async () => {
    const found = async (search: string) => (await clerk(papersRoutes.register, { query: { search, limit: 200 } })).value.papers
    expect(new Set((await found('phieu diem')).map(({ kind }) => kind))).toEqual(new Set(['scoreSheet']))
    expect((await found('5/bc-snv')).map(({ issued }) => issued?.number)).toEqual([5])
    expect(await found('khong co gi')).toEqual([])
  })
})

describe('a batch', () => {
  const work = () => runDueJobs({ database: application.database, jobs: [paperBatchJob()], filesDir: application.filesDir })
  const entries = async (batchId: string): Promise<readonly string[]> => {
    const reply = await clerk(batchRoutes.archive, { params: { batchId } })
    return Object.keys(unzipSync(new Uint8Array(reply.raw.rawPayload))).toSorted()
  }
  const startBatch = async () => {
    const draft = (await fill(await start({ kind: 'scoreSheet', cycleId: cycle.cycleId, about: cycle.units[1]?.id ?? '' }))).value
    return (await clerk(batchRoutes.start, { body: { paperId: draft.id, format: 'docx' } })).value
  }

  it('makes the paper of every unit and brings them as one archive', async () => {
    const { batchId } = await startBatch()
    expect((await clerk(batchRoutes.archive, { params: { batchId } })).status).toBe(404)
    await work()
    const names = cycle.units.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'vi'))
    expect(await entries(batchId)).toEqual(names.map((name, at) => `${at + 1} ${name}.docx`))
    const [newest] = (await clerk(batchRoutes.list)).value.batches
    expect(newest).toMatchObject({ id: batchId, state: 'done', made: cycle.units.length })
  })

  it('that was stopped goes on with what is there', async () => {
    const { batchId, jobId } = await startBatch()
    await clerk(jobRoutes.cancel, { params: { jobId } })
    await work()
    expect((await clerk(batchRoutes.list)).value.batches[0]).toMatchObject({ id: batchId, state: 'stopped', made: 0 })
    await clerk(batchRoutes.resume, { params: { batchId } })
    await work()
    expect(await entries(batchId)).toHaveLength(cycle.units.length)
  })

  it('is not started while the draft lacks something', async () => {
    const draft = await start({ kind: 'resultNotice', cycleId: cycle.cycleId })
    await clerk(papersRoutes.change, {
      params: { paperId: draft.id },
      body: { details: { ...draft.details, agency: '' }, facts: {}, bases: [] },
      ifMatch: draft.version,
    })
    expect((await clerk(batchRoutes.start, { body: { paperId: draft.id, format: 'docx' } })).status).toBe(422)
  })
})

describe('an issued paper that is posted', () => {
  it('is read by everybody as PDF until it is taken down; a draft cannot be posted', async () => {
    const draft = (await fill(await start({ kind: 'publicationDecision', cycleId: cycle.cycleId }))).value
    const post = (version: number, isPosted: boolean) =>
      clerk(postingRoutes.set, { params: { paperId: draft.id }, body: { isPosted }, ifMatch: version })
    const open = (path: string) => application.app.inject(path)
    expect((await post(draft.version, true)).problems).toMatchObject([{ code: 'paperNotIssued' }])
    const issue = { params: { paperId: draft.id }, body: { number: 77, issuedOn: '2026-11-21' }, ifMatch: draft.version }
    const { version } = (await clerk(papersRoutes.issue, { ...issue, idempotencyKey: 'dang' })).value
    expect((await open(`/cong-khai/van-ban/${draft.id}`)).statusCode).toBe(404)
    expect((await post(version, true)).value.postedAt).toBeDefined()
    expect((await open('/cong-khai/van-ban')).body).toContain('số 77/QĐ-SNV')
    expect((await open(`/cong-khai/van-ban/${draft.id}`)).rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    // A hundred newer ones: the older one stands on the page behind, which the first one leads to.
    const { rows } = await sql<{ id: string }>`
      insert into paper select r.* from paper p cross join generate_series(1, 100) n cross join lateral
        jsonb_populate_record(null::paper, to_jsonb(p) || jsonb_build_object('id', gen_random_uuid(), 'issued_on', '2026-11-22',
          'number', null, 'symbol', null, 'summary', 'Văn bản ' || n)) r
      where p.id = ${draft.id} returning id`.execute(application.owner)
    await sql`insert into paper_posting (authority_id, paper_id, sha256) select o.authority_id, n.id::uuid, o.sha256
      from paper_posting o cross join jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) n(id text) where o.paper_id = ${draft.id}`.execute(
      application.owner,
    )
    const first = (await open('/cong-khai/van-ban')).body
    expect(first).not.toContain('số 77/QĐ-SNV')
    const older = /href="(\/cong-khai\/van-ban\?sau=[^"]+)"/.exec(first)?.[1] ?? ''
    expect((await open(older)).body).toContain('số 77/QĐ-SNV')
    expect((await post(version, false)).value).toEqual({})
    expect((await open(`/cong-khai/van-ban/${draft.id}`)).statusCode).toBe(404)
  })
})

describe('a submission that was issued', () => {
  it('is offered as what the plan after it rests on, cited as a first citation is', async () => {
    const facts = { subject: 'Ban hành Kế hoạch', grounds: ['Đến hạn.'], requests: ['Ban hành.'] }
    const submission = (await fill(await start({ kind: 'submission' }), { facts })).value
    const issue = { params: { paperId: submission.id }, body: { number: 12, issuedOn: '2026-11-20' }, ifMatch: submission.version }
    await clerk(papersRoutes.issue, { ...issue, idempotencyKey: 'to-trinh' })
    const { documents } = (await clerk(papersRoutes.choices, {})).value
    const [basis] = documents.filter(({ type }) => type === 'Tờ trình')
    expect(basis).toEqual({
      type: 'Tờ trình',
      number: '12/TTr-SNV',
      issuedOn: '2026-11-20',
      issuer: 'Sở Nội vụ',
      title: 'về việc ban hành Kế hoạch',
    })
    const plan = (
      await fill(await start({ kind: 'determinationPlan' }), {
        bases: basis ? [basis] : [],
        facts: {
          year: 2026,
          scope: 'các xã',
          steps: [{ title: 'Tự chấm', time: 'quý I' }],
          duties: [{ unit: 'Sở Nội vụ', tasks: ['Tổng hợp'] }],
        },
      })
    ).value
    expect(await wordsOf(plan)).toContain('Căn cứ Tờ trình số 12/TTr-SNV ngày 20/11/2026 của Sở Nội vụ về việc ban hành Kế hoạch.')
  })
})

describe('a template of the authority', () => {
  const kind = 'publicationDecision' as const
  const standing = async () => {
    const { value } = await clerk(templateRoutes.list, {})
    return value.templates.find((each) => each.kind === kind)
  }
  const take = async (version?: number): Promise<Record<string, Uint8Array>> => {
    const file = await clerk(templateRoutes.file, { query: { kind, ...(version !== undefined && { version }) } })
    return unzipSync(new Uint8Array(file.raw.rawPayload))
  }
  const bring = (parts: Record<string, Uint8Array>, edit: (document: string) => string) => {
    const document = strToU8(edit(strFromU8(parts['word/document.xml'] ?? new Uint8Array())))
    return clerk(templateRoutes.add, {
      upload: { fields: { kind }, fileName: 'mau.docx', bytes: Buffer.from(zipSync({ ...parts, 'word/document.xml': document })) },
    })
  }
  const reworded = (document: string): string => document.replace('có hiệu lực kể từ ngày ký', 'có hiệu lực tại «Địa danh» từ ngày ký')

  it('is taken, edited and brought back, words papers only once it is in force, and gives way to the default again', async () => {
    const draft = (await fill(await start({ kind: 'publicationDecision', cycleId: cycle.cycleId }))).value
    const before = await wordsOf(draft)
    expect((await bring(await take(), reworded)).value).toEqual({ version: 1 })
    // However many versions other kinds have, this one is listed; of those of a kind beyond what is shown it is said.
    await sql`insert into paper_template select r.* from paper_template t cross join generate_series(1, 201) n cross join lateral
      jsonb_populate_record(null::paper_template, to_jsonb(t) || jsonb_build_object('kind', 'determinationPlan', 'version', n, 'created_at', now() + interval '1 day')) r
      where t.kind = ${kind}`.execute(application.owner)
    const lines = (await clerk(templateRoutes.list, {})).value.templates
    expect(lines.find((each) => each.kind === 'determinationPlan')).toMatchObject({ hasMore: true, versions: { length: 200 } })
    expect(await standing()).toMatchObject({ hasMore: false, versions: [{ version: 1 }] })
    expect(await standing()).toMatchObject({ version: 0, versions: [{ version: 1, fileName: 'mau.docx' }] })
    expect(await wordsOf(draft)).toBe(before)
    const preview = await clerk(templateRoutes.preview, { query: { kind, version: 1 } })
    expect(preview.raw.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await clerk(templateRoutes.use, { body: { kind, templateVersion: 1 }, ifMatch: 0 })).value).toEqual({ version: 1 })
    expect(await wordsOf(draft)).toContain(`có hiệu lực tại ${details.place} từ ngày ký`)
    expect((await clerk(templateRoutes.use, { body: { kind }, ifMatch: 0 })).status).toBe(409)
    expect(strFromU8((await take())['word/document.xml'] ?? new Uint8Array())).toContain('«Địa danh»')
    expect((await clerk(templateRoutes.use, { body: { kind }, ifMatch: 1 })).value).toEqual({ version: 2 })
    expect(await wordsOf(draft)).toBe(before)
    expect((await standing())?.versions).toHaveLength(1)
  })

  it('is refused with every doubt, and a field that a paper has no value for is named there', async () => {
    const refused = await bring(await take(), (document) => document.replace('Quyết định này', '«Tên cơ qan» «Ngôi sao»'))
    expect(refused.problems.map(({ code, at }) => [code, at])).toEqual([
      ['templateUnknownField', 'Tên cơ qan'],
      ['templateUnknownField', 'Ngôi sao'],
    ])
    const { version } = (await bring(await take(), (document) => document.replace('kể từ ngày ký', 'do «Người ký» ký'))).value
    await clerk(templateRoutes.use, { body: { kind, templateVersion: version }, ifMatch: 2 })
    const draft = await start({ kind: 'publicationDecision', cycleId: cycle.cycleId })
    const unnamed = (await fill(draft)).value
    expect(unnamed.problems).toMatchObject([{ code: 'templateFieldWithoutValue', field: 'Người ký' }])
    expect((await fill(unnamed, { details: { ...details, signer: 'Trần Thị Thí Dụ' } })).value.problems).toEqual([])
  })
})
