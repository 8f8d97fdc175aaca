import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { cycleRoutes } from '../src/features/cycle/contract.ts'
import { publicationRoutes } from '../src/features/publication/contract.ts'
import { publicationCopyRoutes } from '../src/features/publication/copies/contract.ts'
import { selfAssessmentRoutes } from '../src/features/self-assessment/contract.ts'
import { submissionCopyRoutes } from '../src/features/self-assessment/copies/contract.ts'
import { startTestApplication, type TestApplication } from './application.ts'
import type { Call } from './call.ts'
import { makeCertificate, signPdf, type TestCertificate, updatePdf } from './sign-pdf.ts'
import { createSmallCycle, type SmallCycle } from './small-cycle.ts'

let root: TestCertificate
let head: TestCertificate
let application: TestApplication
let officer: Call
let appraiser: Call
let methodOwner: Call
let chair: Call
let cycle: SmallCycle
let place: { readonly cycleId: string; readonly unitId: string }

beforeAll(async () => {
  root = await makeCertificate({ name: 'Nơi cấp thử nghiệm' })
  head = await makeCertificate({ name: 'Nguyễn Văn Thử', organisation: 'Sở Thử nghiệm số 1', by: root })
  application = await startTestApplication({ trustedRoots: root.pem })
  ;[officer, appraiser, methodOwner, chair] = (await Promise.all(
    ['unitofficer.so-1', 'appraiser', 'methodowner', 'councilchair'].map((name) => application.signInAs(name)),
  )) as [Call, Call, Call, Call]
  cycle = await createSmallCycle(application.owner, application.authority)
  place = { cycleId: cycle.cycleId, unitId: application.authority.departments[0].id }
})

const demand = async (asked: { submissionDemand?: 'none' | 'scan' | 'signature' | 'either'; publicationDemand?: 'scan' | 'either' }) => {
  const ifMatch = (await methodOwner(cycleRoutes.detail, { params: { cycleId: cycle.cycleId } })).value.version
  expect((await methodOwner(cycleRoutes.change, { params: { cycleId: cycle.cycleId }, body: asked, ifMatch })).status).toBe(200)
}
const claim = async (points: string, version = 0) =>
  officer(selfAssessmentRoutes.change, { params: place, body: { claims: [{ nodeId: '1.1', version, status: 'scored', points }] } })
const form = async (): Promise<Buffer> => (await officer(submissionCopyRoutes.form, { params: place })).raw.rawPayload
const send = (bytes: Buffer, kind = 'signature', fileName = 'ban-ky.pdf') =>
  officer(submissionCopyRoutes.add, { params: place, upload: { bytes, fileName, fields: { kind } } })
const submit = async () => {
  const { version } = (await officer(selfAssessmentRoutes.sheet, { params: place })).value
  return officer(selfAssessmentRoutes.submit, {
    params: place,
    body: { acceptsMissing: true },
    ifMatch: version,
    idempotencyKey: `nop-${version}-${Math.random()}`,
  })
}
const codes = (reply: { readonly problems: readonly { readonly code: string }[] }) => reply.problems.map(({ code }) => code)

describe('a cycle that asks for a signed self-assessment', () => {
  it('lets nobody submit without one, and says what to do; what was entered stays', async () => {
    await demand({ submissionDemand: 'signature' })
    await claim('1.5')
    const refused = await submit()
    expect(codes(refused)).toEqual(['proofDue'])
    expect(refused.problems[0]?.message).toContain('Hãy tải bản in, ký rồi tải lên trước khi nộp')
    expect((await officer(selfAssessmentRoutes.sheet, { params: place })).value.claims[0]?.points).toBe('1.5')
  })

  it('gives out the same paper for the same version, with its hash in text and description', async () => {
    const first = await form()
    // A paper that said when it was made would be another one a second later.
    await new Promise((resolve) => setTimeout(resolve, 1100))
    const second = await form()
    expect(first.equals(second)).toBe(true)
    const { hash } = (await officer(submissionCopyRoutes.copies, { params: place })).value
    expect(first.toString('latin1')).toContain(`sha256:${hash}`)
  })

  it('takes neither an unsigned paper, nor one of other contents, nor one that was altered, nor a scan', async () => {
    const paper = await form()
    const unsigned = await send(paper)
    expect(codes(unsigned)).toEqual(['signedPaperRefused'])
    expect(unsigned.problems[0]?.message).toContain('chưa có chữ ký số')
    const altered = await signPdf(paper, { by: head, chain: [root], at: '2026-11-20T08:30:00Z' })
    altered.write('Z', 400)
    expect((await send(altered)).problems[0]?.message).toContain('đã bị sửa sau khi ký')
    const stranger = await makeCertificate({ name: 'Người lạ' })
    expect((await send(await signPdf(paper, { by: stranger, at: '2026-11-20T08:30:00Z' }))).problems[0]?.message).toContain(
      'không do nơi cấp',
    )
    const nameless = await makeCertificate({ name: 'a\u0000b', by: root })
    expect((await send(await signPdf(paper, { by: nameless, chain: [root] }))).problems[0]?.message).toContain('không có tên người ký')
    const covered = await signPdf(updatePdf(paper, { 9000: '<</Type/Annot/Subtype/Stamp/Rect[0 0 595 842]>>' }), {
      by: head,
      chain: [root],
    })
    expect((await send(covered)).problems.map(({ message }) => message)).toEqual([expect.stringContaining('bị sửa ngoài phần chữ ký')])
    await send(Buffer.from('89504e470d0a1a0a00', 'hex'), 'scan', 'ban-chup.png')
    expect(codes(await submit())).toEqual(['proofDue'])
  })

  it('takes the signed paper of exactly this version and shows signer, time and validity to the unit and to the appraiser', async () => {
    const signed = await signPdf(await form(), {
      by: head,
      chain: [root],
      at: '2026-11-20T08:30:00Z',
      stampedBy: root,
      stampedAt: '2026-11-20T08:30:09Z',
    })
    expect((await send(signed)).value).toMatchObject({ demand: 'signature', isProved: true })
    await claim('2', 1)
    expect(codes(await submit())).toEqual(['proofOfOtherVersion'])
    expect((await send(signed)).problems[0]?.message).toContain('không phải bản in của nội dung hiện tại')
    await send(await signPdf(await form(), { by: head, chain: [root], at: '2026-11-20T09:30:00Z' }))
    const submitted = await submit()
    expect(submitted.status).toBe(200)
    const seen = (await appraiser(submissionCopyRoutes.copies, { params: place })).value
    expect(seen.hash).toBe(submitted.value.submittedHash)
    expect(seen.copies.find(({ versionHash }) => versionHash === seen.hash)?.signatures).toMatchObject([
      {
        signer: 'Nguyễn Văn Thử',
        organisation: 'Sở Thử nghiệm số 1',
        signedAt: '2026-11-20T09:30:00.000Z',
        validUntil: '2040-01-01T00:00:00.000Z',
        trust: 'trusted',
      },
    ])
    const file = await appraiser(submissionCopyRoutes.file, { params: { ...place, copyId: seen.copies[0]?.id ?? '' } })
    expect(file.raw.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    const logged = await application.owner.selectFrom('action').select('facts').where('kind', '=', 'copyAdded').execute()
    expect(logged.map(({ facts }) => (facts as { kind: string }).kind)).toEqual(['scan', 'signature', 'signature'])
    // However many copies of other versions came since, this version has its own; the page says that there are more.
    await sql`insert into version_copy select r.* from (select * from version_copy where cycle_id = ${place.cycleId} limit 1) c cross join generate_series(1, 51) n
      cross join lateral jsonb_populate_record(null::version_copy, to_jsonb(c) || jsonb_build_object('id', gen_random_uuid(),
        'version_hash', lpad(n::text, 64, '0'), 'added_at', now() + interval '1 day')) r`.execute(application.owner)
    const many = (await appraiser(submissionCopyRoutes.copies, { params: place })).value
    expect([many.isProved, many.copies.length, many.hasMore]).toEqual([true, 50, true])
  })

  it('shows nothing of it to another unit', async () => {
    const other = await application.signInAs('unitofficer.so-2')
    expect((await other(submissionCopyRoutes.copies, { params: place })).status).toBe(403)
    expect((await other(submissionCopyRoutes.form, { params: place })).status).toBe(403)
  })
})

describe('a cycle that asks for a stamped copy before it is published', () => {
  const params = () => ({ cycleId: cycle.cycleId })
  const publish = () =>
    chair(publicationRoutes.publish, {
      params: params(),
      body: { title: 'Kết quả', isPublic: false },
      idempotencyKey: `cong-bo-${Math.random()}`,
    })

  it('publishes only with a copy of exactly these results', async () => {
    await demand({ publicationDemand: 'either' })
    await application.owner.updateTable('cycle').set({ stage: 'approved' }).where('id', '=', cycle.cycleId).execute()
    await application.owner.updateTable('cycle_unit').set({ stage: 'approved' }).where('cycle_id', '=', cycle.cycleId).execute()
    expect(codes(await publish())).toEqual(['proofDue'])
    const paper = (await chair(publicationCopyRoutes.form, { params: params() })).raw.rawPayload
    const bytes = await signPdf(paper, { by: head, chain: [root], at: '2026-11-20T08:30:00Z' })
    const sent = await chair(publicationCopyRoutes.add, {
      params: params(),
      upload: { bytes, fileName: 'ky.pdf', fields: { kind: 'signature' } },
    })
    expect(sent.value).toMatchObject({ isProved: true, copies: [{ signatures: [{ signer: 'Nguyễn Văn Thử' }] }] })
    const published = await publish()
    expect(published.value.hash).toBe(sent.value.hash)
  })
})
