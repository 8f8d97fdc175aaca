import { readdir } from 'node:fs/promises'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { sendFile } from '../../../test/send-file.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { evidenceRoutes } from './contract.ts'
import type { NewEvidence } from './shapes.ts'
import { uploadRoutes } from './uploads/contract.ts'

let application: TestApplication
let cycle: SmallCycle
let officer: Call
let stranger: Call
let unitId: string

const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n${text}\n%%EOF\n`)

beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  unitId = application.authority.departments[0].id
  officer = await application.signInAs('unitofficer.so-1')
  stranger = await application.signInAs('unitofficer.so-2')
})

const add = async (person: Call, details: Partial<NewEvidence>, file?: { bytes: Buffer; fileName: string }, unit = unitId) =>
  person(evidenceRoutes.add, {
    params: { unitId: unit },
    body: { secrecy: 'open', ...details, ...(file && { uploadId: await sendFile(person, unit, file) }) },
  })
const addPlan = async (title: string) => (await add(officer, { title }, { fileName: 'ke-hoach.pdf', bytes: pdf(title) })).value.evidence
const leaf = (nodeId: string, evidenceId: string) => ({ params: { cycleId: cycle.cycleId, unitId, nodeId, evidenceId } })
const storedFiles = async (): Promise<string[]> =>
  (await readdir(application.filesDir, { recursive: true })).filter((name) => /[0-9a-f]{64}$/.test(name))

describe('a document of the register', () => {
  it('is kept with what it is and comes back byte for byte', async () => {
    const bytes = pdf('Kế hoạch 12')
    const reply = await add(
      officer,
      { title: ' Kế hoạch cải cách hành chính ', documentNumber: '12/KH-SNV', issuedOn: '2026-01-15', issuer: 'Sở Nội vụ' },
      { fileName: 'Kế hoạch 12.pdf', bytes },
    )
    const { evidence } = reply.value
    expect(evidence).toMatchObject({
      title: 'Kế hoạch cải cách hành chính',
      documentNumber: '12/KH-SNV',
      issuedOn: '2026-01-15',
      secrecy: 'open',
      files: [{ number: 1, kind: 'softCopy', name: 'Kế hoạch 12.pdf', size: bytes.length, mediaType: 'application/pdf', shownAs: 'pdf' }],
      isPublic: false,
      addedBy: { name: 'Người thử unitofficer.so-1' },
    })
    const file = await officer(evidenceRoutes.file, { params: { unitId, evidenceId: evidence.id } })
    expect(file.raw.rawPayload.equals(bytes)).toBe(true)
    expect(file.raw.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'content-type': 'application/pdf' })
    expect(file.raw.headers['content-disposition']).toContain(
      'attachment; filename="K_ ho_ch 12.pdf"; filename*=UTF-8\'\'K%E1%BA%BF%20ho%E1%BA%A1ch%2012.pdf',
    )
    expect(file.raw.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('may stand by its number alone, without a file', async () => {
    const { evidence } = (await add(officer, { title: 'Quyết định giao nhiệm vụ', documentNumber: '7/QĐ-SNV' })).value
    expect(evidence.files).toEqual([])
    expect((await officer(evidenceRoutes.file, { params: { unitId, evidenceId: evidence.id } })).status).toBe(404)
  })

  it('shares one stored file with every other document of the same content, and says so within the unit', async () => {
    const file = { fileName: 'bao-cao.pdf', bytes: pdf('Báo cáo quý I') }
    const first = (await add(officer, { title: 'Báo cáo quý I' }, file)).value
    const before = await storedFiles()
    const second = (await add(officer, { title: 'Báo cáo quý I (bản sao)' }, { ...file, fileName: 'ten khac.pdf' })).value
    const elsewhere = (await add(stranger, { title: 'Báo cáo' }, file, application.authority.departments[1].id)).value
    expect(await storedFiles()).toEqual(before)
    expect(second.sameFile).toEqual([{ id: first.evidence.id, title: 'Báo cáo quý I' }])
    expect(elsewhere.sameFile).toEqual([])
  })

  it('is known by its content, whatever its name says', async () => {
    const picture = await add(officer, { title: 'Ảnh' }, { fileName: 'anh.pdf', bytes: Buffer.from('\x89PNG\r\n\x1a\n0000', 'latin1') })
    expect(picture.value.evidence.files[0]?.mediaType).toBe('image/png')
    const program = await add(
      officer,
      { title: 'Chương trình' },
      { fileName: 'bao-cao.pdf', bytes: Buffer.from('\x7fELF\x02\x01\x01\0\0\0', 'latin1') },
    )
    expect(program.status).toBe(422)
    expect(program.problems.map(({ code }) => code)).toEqual(['notEvidenceFile'])
  })

  it('that is a page is given to save and never shown', async () => {
    const page = await add(officer, { title: 'Trang' }, { fileName: 'trang.html', bytes: Buffer.from('<script>alert(1)</script>') })
    const shown = await officer(evidenceRoutes.file, { params: { unitId, evidenceId: page.value.evidence.id }, query: { manner: 'view' } })
    expect(shown.raw.headers['content-disposition']).toMatch(/^attachment/)
    expect(shown.raw.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(shown.raw.headers['content-security-policy']).toContain('sandbox')
  })

  it('can be described better, each time against what one saw; its file cannot be replaced', async () => {
    const document = await addPlan('Ke hoach')
    const params = { unitId, evidenceId: document.id }
    const corrected = await officer(evidenceRoutes.correct, { params, ifMatch: 1, body: { title: 'Kế hoạch', documentNumber: '3/KH' } })
    expect(corrected.value).toMatchObject({ title: 'Kế hoạch', documentNumber: '3/KH', version: 2, files: document.files })
    const late = await officer(evidenceRoutes.correct, { params, ifMatch: 1, body: { title: 'Kế hoạch khác' } })
    expect(late.status).toBe(409)
    expect((await officer(evidenceRoutes.correct, { params, ifMatch: 2, body: {} })).problems[0]).toMatchObject({
      code: 'missingField',
      at: 'title',
    })
    const replaced = application.database.transaction().execute(async (transaction) => {
      await sql`select set_config('role', 'parindex_application', true)`.execute(transaction)
      await transaction
        .updateTable('evidence_file')
        .set({ sha256: 'b'.repeat(64) })
        .execute()
    })
    await expect(replaced).rejects.toThrow(/permission denied/)
  })
})

describe('a secret document', () => {
  const secret = { secrecy: 'confidential', documentNumber: '5/BC-SNV', issuedOn: '2026-02-01' } as const

  it('is kept by number and date alone', async () => {
    const { evidence } = (await add(officer, secret)).value
    expect(evidence).toMatchObject({ title: '', documentNumber: '5/BC-SNV', issuedOn: '2026-02-01', secrecy: 'confidential' })
  })

  it('is refused as a file before a byte of it is stored', async () => {
    const before = await storedFiles()
    const file = { fileName: 'mat.pdf', size: 10, fingerprint: 'mat' }
    const begun = await officer(uploadRoutes.begin, { params: { unitId }, body: { ...file, secrecy: 'secret' } })
    expect(begun.problems.map(({ code }) => code)).toEqual(['secretFile'])
    const reply = await add(officer, { ...secret, title: 'Báo cáo' }, { fileName: 'mat.pdf', bytes: pdf('mật') })
    expect(reply.problems.map(({ code }) => code)).toEqual(['secretDetails', 'secretFile'])
    expect(await storedFiles()).toEqual(before)
  })

  it('has to be asked about: without an answer nothing is taken', async () => {
    const reply = await officer(evidenceRoutes.add, { params: { unitId }, body: { title: 'Không trả lời' } as NewEvidence })
    expect(reply.problems[0]).toMatchObject({ code: 'missingField', at: 'secrecy' })
  })
})

describe('the register', () => {
  it('is searched without diacritics by any words, and read page by page', async () => {
    for (const quarter of ['I', 'II', 'III']) await addPlan(`Báo cáo kiểm tra đột xuất ${quarter}`)
    const search = 'dot xuat BAO CAO'
    const first = (await officer(evidenceRoutes.register, { params: { unitId }, query: { search, limit: 2 } })).value
    expect(first.evidence.map(({ title }) => title)).toEqual(['Báo cáo kiểm tra đột xuất III', 'Báo cáo kiểm tra đột xuất II'])
    expect(first.total).toBe(3)
    const rest = (await officer(evidenceRoutes.register, { params: { unitId }, query: { search, limit: 2, after: first.next } })).value
    expect(rest.evidence.map(({ title }) => title)).toEqual(['Báo cáo kiểm tra đột xuất I'])
    expect(rest.next).toBeUndefined()
  })

  it('is closed to other units: reading, adding, correcting, downloading', async () => {
    const { id: evidenceId } = await addPlan('Kế hoạch riêng')
    const params = { unitId, evidenceId }
    expect((await stranger(evidenceRoutes.register, { params: { unitId } })).status).toBe(403)
    expect((await stranger(evidenceRoutes.file, { params })).status).toBe(403)
    expect((await stranger(evidenceRoutes.correct, { params, ifMatch: 1, body: { title: 'Khác' } })).status).toBe(403)
    expect((await add(stranger, { title: 'Chen vào' })).status).toBe(403)
    const asOwn = { unitId: application.authority.departments[1].id, evidenceId }
    expect((await stranger(evidenceRoutes.file, { params: asOwn })).status).toBe(404)
  })
})

describe('a document that proves a leaf', () => {
  it('is linked and unlinked while the unit assesses itself, and stays in the register', async () => {
    const { id } = await addPlan('Kế hoạch cho 1.1')
    expect((await officer(evidenceRoutes.link, leaf('1.1', id))).status).toBe(204)
    expect((await officer(evidenceRoutes.link, leaf('1.1', id))).status).toBe(204)
    const linked = await officer(evidenceRoutes.ofLeaf, leaf('1.1', id))
    expect(linked.value.evidence.map(({ title, uses }) => [title, uses])).toEqual([['Kế hoạch cho 1.1', 1]])
    expect((await officer(evidenceRoutes.unlink, leaf('1.1', id))).status).toBe(204)
    expect((await officer(evidenceRoutes.ofLeaf, leaf('1.1', id))).value.evidence).toEqual([])
    expect((await officer(evidenceRoutes.file, { params: { unitId, evidenceId: id } })).status).toBe(200)
  })

  it('must come from the own register and prove a leaf that exists', async () => {
    const other = (await add(stranger, { title: 'Của đơn vị khác' }, undefined, application.authority.departments[1].id)).value.evidence
    expect((await officer(evidenceRoutes.link, leaf('1.1', other.id))).status).toBe(404)
    const { id } = await addPlan('Kế hoạch')
    expect((await officer(evidenceRoutes.link, leaf('1', id))).problems[0]?.code).toBe('unknownNode')
  })

  it('is open to appraisers once it was submitted, and only if it proves something', async () => {
    const [shown, kept] = [await addPlan('Nộp kèm'), await addPlan('Không nộp')]
    await officer(evidenceRoutes.link, leaf('1.3', shown.id))
    const appraiser = await application.signInAs('appraiser')
    const fileOf = (evidenceId: string) =>
      appraiser(evidenceRoutes.fileInCycle, { params: { cycleId: cycle.cycleId, unitId, evidenceId }, query: { manner: 'view' } })
    expect((await fileOf(shown.id)).status).toBe(409)
    await application.owner.updateTable('cycle_unit').set({ stage: 'submitted' }).where('unit_id', '=', unitId).execute()
    const file = await fileOf(shown.id)
    expect(file.raw.headers['content-disposition']).toMatch(/^inline/)
    expect((await fileOf(kept.id)).status).toBe(404)
    expect((await appraiser(evidenceRoutes.ofLeaf, leaf('1.3', shown.id))).value.evidence).toHaveLength(1)
    expect((await appraiser(evidenceRoutes.register, { params: { unitId } })).status).toBe(403)
    expect((await officer(evidenceRoutes.unlink, leaf('1.3', shown.id))).status).toBe(409)
    await application.owner.updateTable('cycle_unit').set({ stage: 'selfAssessing' }).where('unit_id', '=', unitId).execute()
  })

  it('cannot be added after the last minute', async () => {
    const closed = await createSmallCycle(application.owner, application.authority, 'selfAssessing', new Date(Date.now() - 1000))
    const { id } = await addPlan('Muộn')
    const late = await officer(evidenceRoutes.link, { params: { cycleId: closed.cycleId, unitId, nodeId: '1.1', evidenceId: id } })
    expect(late.status).toBe(409)
    expect(late.problems[0]?.code).toBe('deadlinePassed')
  })
})
