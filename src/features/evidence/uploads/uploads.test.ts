import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import type { Call } from '../../../../test/call.ts'
import { sendFile, sendPart } from '../../../../test/send-file.ts'
import { jobsOf } from '../../../app.ts'
import { runDueJobs } from '../../../platform/jobs/worker.ts'
import { evidenceRoutes } from '../contract.ts'
import { maxEvidenceBytes, maxPartBytes, maxUploads, uploadRoutes } from './contract.ts'

let application: TestApplication
let officer: Call
let head: Call
let unitId: string

beforeAll(async () => {
  application = await startTestApplication()
  unitId = application.authority.departments[0].id
  officer = await application.signInAs('unitofficer.so-1')
  head = await application.signInAs('headofunit.so-1')
})

/** A picture, so that nothing is read out of it. */
const picture = (size: number): Buffer => Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(size - 8)])
const begin = (person: Call, file: Partial<{ fileName: string; size: number; fingerprint: string }> = {}) =>
  person(uploadRoutes.begin, {
    params: { unitId },
    body: { fileName: 'anh.png', size: 1000, fingerprint: randomBytes(8).toString('hex'), secrecy: 'open', ...file },
  })
const add = (person: Call, uploadId: string) =>
  person(evidenceRoutes.add, { params: { unitId }, body: { secrecy: 'open', title: 'Ảnh', uploadId } })
const parts = async (): Promise<string[]> => (await readdir(join(application.filesDir, 'parts', unitId)).catch(() => [])).sort()

describe('a file that is sent in parts', () => {
  it('goes on where it stopped, and comes back byte for byte', async () => {
    const bytes = picture(10_000)
    const file = { size: bytes.length, fingerprint: 'ảnh trụ sở' }
    const { id: uploadId } = (await begin(officer, file)).value
    expect((await sendPart(officer, { unitId, uploadId }, 0, bytes.subarray(0, 4000))).value.received).toBe(4000)
    // The page was loaded again: the same file is found again, with what is safe of it.
    const again = (await begin(officer, file)).value
    expect(again).toMatchObject({ id: uploadId, received: 4000 })
    expect((await officer(uploadRoutes.list, { params: { unitId } })).value.uploads).toMatchObject([{ id: uploadId, received: 4000 }])
    expect((await add(officer, uploadId)).problems[0]).toMatchObject({ code: 'uploadUnfinished', received: 4000, size: 10_000 })
    await sendPart(officer, { unitId, uploadId }, 4000, bytes.subarray(4000))
    const { evidence } = (await add(officer, uploadId)).value
    const back = await officer(evidenceRoutes.file, { params: { unitId, evidenceId: evidence.id } })
    expect(back.raw.rawPayload.equals(bytes)).toBe(true)
    expect((await officer(uploadRoutes.list, { params: { unitId } })).value.uploads).toEqual([])
    expect(await parts()).toEqual([])
    expect((await add(officer, uploadId)).status).toBe(404)
  })

  it('takes no part twice, none out of its place and none beyond its end', async () => {
    const bytes = picture(1000)
    const { id: uploadId } = (await begin(officer)).value
    const send = (offset: number, part: Buffer) => sendPart(officer, { unitId, uploadId }, offset, part)
    const both = await Promise.all([send(0, bytes.subarray(0, 600)), send(0, bytes.subarray(0, 600))])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.flatMap(({ problems }) => problems)).toMatchObject([{ code: 'uploadElsewhere', received: 600 }])
    expect((await send(900, bytes.subarray(900))).problems[0]).toMatchObject({ code: 'uploadElsewhere', received: 600 })
    expect((await send(600, bytes.subarray(0, 500))).problems[0]).toMatchObject({ code: 'tooLarge', limit: '1000', actual: '1100' })
    expect((await send(600, bytes.subarray(600))).value.received).toBe(1000)
    expect((await add(officer, uploadId)).status).toBe(200)
  })

  it('begins anew where the disk has lost what had come', async () => {
    const file = { size: 1000, fingerprint: 'mất' }
    const { id: uploadId } = (await begin(officer, file)).value
    await sendPart(officer, { unitId, uploadId }, 0, picture(500))
    await rm(join(application.filesDir, 'parts', unitId, uploadId))
    expect((await sendPart(officer, { unitId, uploadId }, 500, picture(500))).problems[0]).toMatchObject({ code: 'uploadElsewhere' })
    expect((await begin(officer, file)).value).toMatchObject({ id: uploadId, received: 0 })
    expect((await officer(uploadRoutes.drop, { params: { unitId, uploadId } })).status).toBe(204)
  })

  it('is one’s own: a colleague neither sees it, sends to it, uses it nor gives it up', async () => {
    const { id: uploadId } = (await begin(officer)).value
    await sendPart(officer, { unitId, uploadId }, 0, picture(1000))
    expect((await head(uploadRoutes.list, { params: { unitId } })).value.uploads).toEqual([])
    expect((await sendPart(head, { unitId, uploadId }, 1000, picture(10))).status).toBe(404)
    expect((await add(head, uploadId)).status).toBe(404)
    expect((await head(uploadRoutes.drop, { params: { unitId, uploadId } })).status).toBe(404)
    expect((await officer(uploadRoutes.drop, { params: { unitId, uploadId } })).status).toBe(204)
    expect(await parts()).toEqual([])
  })

  it('has limits of size, of each part and of how many are unfinished', async () => {
    expect(await begin(officer, { size: maxEvidenceBytes + 1 })).toMatchObject({
      status: 413,
      problems: [{ code: 'tooLarge', limit: String(maxEvidenceBytes) }],
    })
    expect((await begin(officer, { size: 0 })).status).toBe(422)
    const { id: uploadId } = (await begin(head, { size: 2 * maxPartBytes })).value
    expect((await sendPart(head, { unitId, uploadId }, 0, picture(maxPartBytes + 1))).status).toBe(413)
    for (let count = 1; count < maxUploads; count += 1) await begin(head)
    const beyond = await begin(head)
    expect(beyond.problems[0]).toMatchObject({ code: 'tooManyUploads', limit: maxUploads })
    expect(beyond.problems[0]?.message).toContain('20 tệp tải lên dở dang')
  })

  it.each([
    ['C:\\temp\\anh.png', 'anh.png'],
    ['../../anh.png', 'anh.png'],
    ['a\u202eb.png', 'ab.png'],
    ['thư mục/', 'tai-lieu'],
  ])('that is called “%s” is kept as “%s”', async (fileName, kept) => {
    const begun = (await begin(officer, { fileName })).value
    expect(begun.fileName).toBe(kept)
    await officer(uploadRoutes.drop, { params: { unitId, uploadId: begun.id } })
  })
})

describe('an upload that nobody goes on with', () => {
  it('is swept after a week, with parts that no record speaks of; a fresh one stays', async () => {
    const old = await sendFile(officer, unitId, { bytes: picture(100), fileName: 'cu.png' })
    const fresh = await sendFile(officer, unitId, { bytes: picture(100), fileName: 'moi.png' })
    const longAgo = new Date(Date.now() - 9 * 24 * 60 * 60 * 1000)
    const orphan = join(application.filesDir, 'parts', unitId, 'mo-coi')
    await mkdir(join(application.filesDir, 'parts', unitId), { recursive: true })
    await writeFile(orphan, 'x')
    for (const path of [orphan, join(application.filesDir, 'parts', unitId, old)]) await utimes(path, longAgo, longAgo)
    await sql`update file_upload set touched_at = now() - interval '8 days' where id = ${old}`.execute(application.owner)
    const jobs = jobsOf({ trustProxy: false, isHttps: false, pagesDir: '', filesDir: application.filesDir, secret: 'x'.repeat(40) })
    await runDueJobs({
      database: application.database,
      jobs: jobs.filter(({ kind }) => kind.kind === 'sweepUploads'),
      filesDir: application.filesDir,
    })
    expect((await officer(uploadRoutes.list, { params: { unitId } })).value.uploads.map(({ id }) => id)).toEqual([fresh])
    expect(await parts()).toEqual([fresh])
  })
})
