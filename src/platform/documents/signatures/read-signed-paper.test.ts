import { beforeAll, describe, expect, it } from 'vitest'
import { makeCertificate, plainPdf, signPdf, type TestCertificate } from '../../../../test/sign-pdf.ts'
import { judgeSignedPaper } from '../../../core/signed-paper.ts'
import { problemSentence } from '../../../language/problem-sentence.ts'
import { isPaperOf, readPaper } from './read-signed-paper.ts'
import { parseRoots } from './trusted-chain.ts'

const hash = 'ab'.repeat(32)
const now = '2026-11-21T10:00:00.000Z'
const signedAt = '2026-11-20T08:30:00Z'
const form = plainPdf(`Ma bam ${hash}`)

let root: TestCertificate
let head: TestCertificate
beforeAll(async () => {
  root = await makeCertificate({ name: 'Nơi cấp thử nghiệm' })
  head = await makeCertificate({ name: 'Nguyễn Văn Thử', organisation: 'Sở Thử nghiệm số 1', by: root })
})

const read = async (pdf: Buffer, roots = '') => {
  const paper = await readPaper(pdf, parseRoots(roots), now)
  return { ...paper, isOfVersion: isPaperOf(paper, hash, form) }
}
const sentences = async (pdf: Buffer, roots = ''): Promise<readonly string[]> =>
  judgeSignedPaper(await read(pdf, roots), now).map((problem) => problemSentence(problem, 'vi'))

describe('a signed PDF', () => {
  it('is taken with its signer, their office, the issuer, the moment and the time its certificate holds', async () => {
    const paper = await read(await signPdf(form, { by: head, at: signedAt }))
    expect(paper).toMatchObject({ isOfVersion: true, signatures: [{ signer: 'Nguyễn Văn Thử', organisation: 'Sở Thử nghiệm số 1' }] })
    expect(paper.signatures[0]).toMatchObject({
      issuer: 'Nơi cấp thử nghiệm',
      signedAt: '2026-11-20T08:30:00.000Z',
      validFrom: '2020-01-01T00:00:00.000Z',
      validUntil: '2040-01-01T00:00:00.000Z',
      trust: 'unknown',
    })
    expect(judgeSignedPaper(paper, now)).toEqual([])
  })

  it('may bear several signatures, the last of which covers the file', async () => {
    const second = await makeCertificate({ name: 'Văn thư', by: root })
    const paper = await read(await signPdf(await signPdf(form, { by: head, at: signedAt }), { by: second, at: signedAt }))
    expect(paper.signatures.map(({ signer }) => signer)).toEqual(['Nguyễn Văn Thử', 'Văn thư'])
    expect(judgeSignedPaper(paper, now)).toEqual([])
  })

  it('shows the moment that a time-stamping authority confirms, and judges the certificate by it', async () => {
    const clock = await makeCertificate({ name: 'Dấu thời gian', by: root })
    const expired = await makeCertificate({ name: 'Trần Thị Thử', until: '2026-01-01T00:00:00Z', by: root })
    const signed = { by: expired, at: '2025-12-01T00:00:00Z', stampedBy: clock }
    const intime = await read(await signPdf(form, { ...signed, stampedAt: '2025-12-01T00:00:05Z' }))
    expect(intime.signatures[0]?.timestampedAt).toBe('2025-12-01T00:00:05.000Z')
    expect(judgeSignedPaper(intime, now)).toEqual([])
    // A clock of the signer’s own that was set back does not help.
    const late = await read(await signPdf(form, { ...signed, stampedAt: '2026-02-01T00:00:00Z' }))
    expect(judgeSignedPaper(late, now).map(({ code }) => code)).toEqual(['certificateNotValid'])
  })

  it('is trusted where its chain leads to a root that the installation names', async () => {
    const between = await makeCertificate({ name: 'Nơi khác' })
    const pdf = await signPdf(form, { by: head, chain: [root], at: signedAt })
    expect((await read(pdf, root.pem)).signatures[0]?.trust).toBe('trusted')
    expect((await read(pdf, between.pem)).signatures[0]?.trust).toBe('notTrusted')
    expect((await sentences(pdf, between.pem)).join(' ')).toContain('không do nơi cấp mà hệ thống tin cậy')
  })

  it('is taken where a program printed it anew, as long as its text carries the hash', async () => {
    const again = await signPdf(plainPdf(`In lai ${hash.slice(0, 32)} ${hash.slice(32)}`), { by: head, at: signedAt })
    expect((await read(again)).isOfVersion).toBe(true)
    expect(await sentences(await signPdf(plainPdf('Khac'), { by: head, at: signedAt }))).toEqual([
      expect.stringContaining('không phải bản in'),
    ])
  })
})

describe('a PDF that cannot stand', () => {
  it('has no signature', async () => {
    expect(await sentences(form)).toEqual([expect.stringContaining('chưa có chữ ký số')])
  })

  it('was altered after it was signed', async () => {
    const pdf = Buffer.from(await signPdf(form, { by: head, at: signedAt }))
    pdf.write('X', pdf.indexOf('Ma bam'))
    expect((await sentences(pdf))[0]).toMatch(/^Chữ ký của Nguyễn Văn Thử không khớp với nội dung tệp/)
  })

  it('bears a signature that its certificate did not make', async () => {
    const other = await makeCertificate({ name: 'Người khác', by: root })
    const pdf = await signPdf(form, { by: { ...head, key: other.key }, at: signedAt })
    expect(await sentences(pdf)).toEqual([expect.stringContaining('không đúng với chứng thư')])
  })

  it('was cut off', async () => {
    const pdf = await signPdf(form, { by: head, at: signedAt })
    expect((await sentences(pdf.subarray(0, pdf.length - 400)))[0]).toContain('bị thiếu phần cuối')
  })

  it('goes on behind the last signature', async () => {
    const pdf = await signPdf(form, { by: head, at: signedAt })
    expect(await sentences(Buffer.concat([pdf, Buffer.from('1 0 obj<<>>endobj')]))).toEqual([
      expect.stringContaining('thêm vào sau chữ ký'),
    ])
  })

  it('goes on behind the last signature under a time stamp of an issuer that is not trusted', async () => {
    const [known, own] = [await makeCertificate({ name: 'Dấu thời gian', by: root }), await makeCertificate({ name: 'Đồng hồ riêng' })]
    const pdf = await signPdf(form, { by: head, at: signedAt })
    const stampedBy = async (by: TestCertificate) => sentences(await signPdf(pdf, { by, at: signedAt, isTimestamp: true }), root.pem)
    expect(await stampedBy(known)).toEqual([])
    expect(await stampedBy(own)).toEqual([expect.stringContaining('thêm vào sau chữ ký')])
  })

  it('was signed with a certificate that no longer held', async () => {
    const expired = await makeCertificate({ name: 'Lê Văn Thử', until: '2026-01-01T00:00:00Z', by: root })
    expect(await sentences(await signPdf(form, { by: expired, at: signedAt }))).toEqual([expect.stringContaining('còn hiệu lực')])
  })

  it('holds something else where the signature should lie', async () => {
    const pdf = await signPdf(form, { by: head, at: signedAt })
    const text = pdf.toString('latin1').replace(/<3[0-9a-f]{40}/, `<${'00'.repeat(20)}0`)
    expect((await sentences(Buffer.from(text, 'latin1')))[0]).toContain('Không đọc được chữ ký')
  })
})
