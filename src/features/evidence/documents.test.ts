import { randomBytes, randomUUID } from 'node:crypto'
import { Document, Packer, Paragraph } from 'docx'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { sendFile } from '../../../test/send-file.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import type { DocumentCopy } from '../../core/vocabulary.ts'
import { selfAssessmentRoutes } from '../self-assessment/contract.ts'
import { evidenceRoutes } from './contract.ts'
import type { NewEvidence } from './shapes.ts'

let application: TestApplication
let cycle: SmallCycle
let officer: Call
let unitId: string

beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  unitId = application.authority.departments[0].id
  officer = await application.signInAs('unitofficer.so-1')
})

const picture = (): Buffer => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(50)])
const letter = (...lines: string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }))
const send = (bytes: Buffer, fileName = 'tai-lieu') => sendFile(officer, unitId, { bytes, fileName })
const add = async (details: Partial<NewEvidence>, bytes?: Buffer) =>
  officer(evidenceRoutes.add, {
    params: { unitId },
    body: { secrecy: 'open', title: 'Kế hoạch', ...details, ...(bytes && { uploadId: await send(bytes) }) },
  })
const addFile = async (evidenceId: string, version: number, copy: DocumentCopy, bytes: Buffer) =>
  officer(evidenceRoutes.addFile, { params: { unitId, evidenceId }, ifMatch: version, body: { uploadId: await send(bytes), copy } })
const at = (evidenceId: string) => ({ params: { unitId, evidenceId } })
const publicly = (evidenceId: string) => application.app.inject(`/cong-khai/tai-lieu/${evidenceId}`)

describe('the files of a document', () => {
  it('are kept one beside the other: the soft copy, the signed one that came later, each as it was', async () => {
    const [soft, signed] = [picture(), picture()]
    const { evidence } = (await add({}, soft)).value
    expect(evidence.softCopyAt).toBeDefined()
    expect(evidence.signedCopyAt).toBeUndefined()
    const both = (await addFile(evidence.id, 1, 'signedCopy', signed)).value
    expect(both.files.map(({ number, kind }) => [number, kind])).toEqual([
      [2, 'signedCopy'],
      [1, 'softCopy'],
    ])
    expect(both.signedCopyAt).toBeDefined()
    for (const [number, bytes] of [
      [1, soft],
      [2, signed],
    ] as const)
      expect((await officer(evidenceRoutes.file, { ...at(evidence.id), query: { number } })).raw.rawPayload.equals(bytes)).toBe(true)
    const late = await addFile(evidence.id, 1, 'softCopy', picture())
    expect([late.status, late.problems[0]?.code]).toEqual([409, 'changedMeanwhile'])
  })

  it('carry the times that were said of them, which may be corrected', async () => {
    const times = { softCopyAt: '2026-03-01T01:30:00.000Z', signedCopyAt: '2026-03-15T09:00:00.000Z' }
    const { evidence } = (await add(times, picture())).value
    expect(evidence).toMatchObject(times)
    const later = { title: 'Kế hoạch', softCopyAt: times.softCopyAt, signedCopyAt: '2026-03-16T09:00:00.000Z' }
    expect((await officer(evidenceRoutes.correct, { ...at(evidence.id), ifMatch: 1, body: later })).value).toMatchObject(later)
  })

  it('of an office document are read as text and tables in the page', async () => {
    const { evidence } = (await add({}, await letter('QUYẾT ĐỊNH', 'Về việc ban hành kế hoạch'))).value
    expect(evidence.files[0]).toMatchObject({ shownAs: 'plain', findings: [] })
    const { parts, isCut } = (await officer(evidenceRoutes.plain, at(evidence.id))).value
    expect(JSON.stringify(parts)).toContain('Về việc ban hành kế hoạch')
    expect(isCut).toBe(false)
    const stranger = await application.signInAs('unitofficer.so-2')
    expect((await stranger(evidenceRoutes.plain, at(evidence.id))).status).toBe(403)
  })
})

describe('what the text of a file says', () => {
  it('keeps a file with the mark of a secret out, and removes what had come', async () => {
    const refused = await add({}, await letter('UBND TỈNH', 'TỐI MẬT', 'BÁO CÁO'))
    expect(refused.problems).toMatchObject([{ code: 'secretMark', secrecy: 'secret' }])
    expect(refused.problems[0]?.message).toContain('chỉ ghi số, ký hiệu và ngày ban hành')
    const stored = await sql<{ count: number }>`select count(*) from evidence_file where file_name = 'mat'`.execute(application.owner)
    expect(Number(stored.rows[0]?.count)).toBe(0)
  })

  it('is flagged where it looks like personal data, without repeating it', async () => {
    const { evidence } = (await add({}, await letter('Ông A, CCCD 079090012345, điện thoại 0912345678'))).value
    expect(evidence.files[0]?.findings).toEqual([
      { kind: 'citizenId', count: 1, sample: '079…45' },
      { kind: 'phone', count: 1, sample: '091…78' },
    ])
    expect(JSON.stringify((await officer(evidenceRoutes.register, { params: { unitId }, query: {} })).value)).not.toContain('079090012345')
  })

  it('stays unknown of a picture, and that is said by having no finding at all', async () => {
    expect((await add({}, picture())).value.evidence.files[0]?.findings).toBeUndefined()
  })
})

describe('nothing of a document is public', () => {
  const turn = (evidenceId: string, version: number, isPublic: boolean) =>
    officer(evidenceRoutes.publicity, { ...at(evidenceId), ifMatch: version, body: { isPublic } })

  it('but its redacted copy, once that is clean and was opened', async () => {
    const { evidence } = (await add({}, await letter('CCCD 079090012345'))).value
    expect((await turn(evidence.id, 1, true)).problems[0]?.code).toBe('redactedCopyDue')
    await addFile(evidence.id, 1, 'redactedCopy', await letter('CCCD 079090012345, che sót'))
    expect((await turn(evidence.id, 2, true)).problems[0]).toMatchObject({ code: 'personalDataLeft', count: 1 })
    const clean = await letter('CCCD ████')
    await addFile(evidence.id, 2, 'redactedCopy', clean)
    expect((await publicly(evidence.id)).statusCode).toBe(404)
    expect((await turn(evidence.id, 3, true)).value.isPublic).toBe(true)
    const shown = await publicly(evidence.id)
    expect(shown.rawPayload.equals(clean)).toBe(true)
    expect(shown.headers['content-security-policy']).toContain('sandbox')
    await turn(evidence.id, 4, false)
    expect((await publicly(evidence.id)).statusCode).toBe(404)
  })

  it('even where the row says so without a redacted copy', async () => {
    const { evidence } = (await add({}, picture())).value
    await sql`update evidence set is_public = true where id = ${evidence.id}`.execute(application.owner)
    expect((await publicly(evidence.id)).statusCode).toBe(404)
    expect((await publicly(randomUUID())).statusCode).toBe(404)
    expect((await publicly('khong-phai-ma')).statusCode).toBe(404)
  })
})

describe('the retention of a document', () => {
  it('keeps it ten years, is only prolonged, and holds against the application itself', async () => {
    const { evidence } = (await add({}, picture())).value
    const year = new Date().getFullYear() + 10
    expect(Number(evidence.retainUntil.slice(0, 4))).toBeGreaterThanOrEqual(year - 1)
    const shorter = await officer(evidenceRoutes.correct, {
      ...at(evidence.id),
      ifMatch: 1,
      body: { title: 'K', retainUntil: '2027-01-01' },
    })
    expect(shorter.problems[0]?.code).toBe('retentionShortened')
    expect((await officer(evidenceRoutes.remove, { ...at(evidence.id), ifMatch: 1 })).problems[0]?.code).toBe('keptUntil')
    const straight = sql`delete from evidence where id = ${evidence.id}`.execute(application.owner)
    await expect(straight).rejects.toThrow(/retention/)
  })

  it('once ended lets it go, unless something rests on it', async () => {
    const { evidence } = (await add({ retainUntil: '2020-12-31' }, picture())).value
    const place = { cycleId: cycle.cycleId, unitId, nodeId: '1.1', evidenceId: evidence.id }
    await officer(evidenceRoutes.link, { params: place })
    expect((await officer(evidenceRoutes.uses, at(evidence.id))).value.uses).toMatchObject([
      { kind: 'claim', cycle: { year: 2026 }, node: { code: '1.1', name: 'Ban hành kế hoạch' } },
    ])
    expect((await officer(evidenceRoutes.remove, { ...at(evidence.id), ifMatch: 1 })).problems[0]).toMatchObject({
      code: 'evidenceInUse',
      uses: 1,
    })
    await officer(evidenceRoutes.unlink, { params: place })
    expect((await officer(evidenceRoutes.remove, { ...at(evidence.id), ifMatch: 1 })).status).toBe(204)
    expect((await officer(evidenceRoutes.file, at(evidence.id))).status).toBe(404)
  })
})

describe('a document that was changed after it was submitted', () => {
  it('is told beside what the submission saw, whose hash does not move', async () => {
    const { evidence } = (await add({ title: 'Kế hoạch CCHC', documentNumber: '12/KH-SNV' }, picture())).value
    const place = { cycleId: cycle.cycleId, unitId }
    const leaf = { params: { ...place, nodeId: '1.3' } }
    await officer(evidenceRoutes.link, { params: { ...leaf.params, evidenceId: evidence.id } })
    const submitted = await officer(selfAssessmentRoutes.submit, {
      params: place,
      body: { acceptsMissing: true },
      ifMatch: 1,
      idempotencyKey: randomUUID(),
    })
    const shown = async () => (await officer(evidenceRoutes.ofLeaf, leaf)).value.evidence[0]
    expect((await shown())?.submitted).toEqual({ title: 'Kế hoạch CCHC', documentNumber: '12/KH-SNV', changed: [] })
    await officer(evidenceRoutes.correct, { ...at(evidence.id), ifMatch: 1, body: { title: 'Kế hoạch khác', documentNumber: '12/KH-SNV' } })
    await addFile(evidence.id, 2, 'signedCopy', picture())
    expect(await shown()).toMatchObject({ title: 'Kế hoạch khác', submitted: { title: 'Kế hoạch CCHC', changed: ['title', 'files'] } })
    const { submittedHash } = (await officer(selfAssessmentRoutes.sheet, { params: place })).value
    expect(submittedHash).toBe(submitted.value.submittedHash)
  })
})
