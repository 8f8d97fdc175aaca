import { beforeAll, describe, expect, it } from 'vitest'
import { makeCertificate, plainPdf, signPdf, type TestCertificate, updatePdf } from '../../../../test/sign-pdf.ts'
import { judgeSignedPaper } from '../../../core/signed-paper.ts'
import { problemSentence } from '../../../language/problem-sentence.ts'
import { readSignatures } from './read-signatures.ts'
import { readPaper, weighPaper } from './read-signed-paper.ts'
import { coveredBy, findSignedRanges } from './signed-ranges.ts'
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

const read = async (bytes: Buffer, roots = '', printed = form) => {
  const signatures = await readSignatures(bytes)
  if (!signatures.ok) throw new Error(JSON.stringify(signatures.problems))
  return weighPaper({ bytes, signatures: signatures.value }, { roots: parseRoots(roots), now: new Date(now), printed })
}
const sentences = async (pdf: Buffer, roots = ''): Promise<readonly string[]> =>
  judgeSignedPaper(await read(pdf, roots), now).map((problem) => problemSentence(problem, 'vi'))

describe('a signed PDF', () => {
  it('is taken with its signer, their office, the issuer, the moment and the time its certificate holds', async () => {
    const paper = await read(await signPdf(form, { by: head, at: signedAt }))
    expect(paper).toMatchObject({ content: 'issued', signatures: [{ signer: 'Nguyễn Văn Thử', organisation: 'Sở Thử nghiệm số 1' }] })
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

  it('shows the moment that a trusted time-stamping authority confirms, and judges the certificate by it', async () => {
    const clock = await makeCertificate({ name: 'Dấu thời gian', by: root, isClock: true })
    const expired = await makeCertificate({ name: 'Trần Thị Thử', until: '2026-01-01T00:00:00Z', by: root })
    const signed = { by: expired, at: '2025-12-01T00:00:00Z', stampedBy: clock }
    const intime = await read(await signPdf(form, { ...signed, stampedAt: '2025-12-01T00:00:05Z' }), root.pem)
    expect(intime.signatures[0]?.timestampedAt).toBe('2025-12-01T00:00:05.000Z')
    expect(judgeSignedPaper(intime, now)).toEqual([])
    // A clock of the signer’s own that was set back does not help.
    const late = await read(await signPdf(form, { ...signed, stampedAt: '2026-02-01T00:00:00Z' }), root.pem)
    expect(judgeSignedPaper(late, now).map(({ code }) => code)).toEqual(['certificateNotValid'])
  })

  it('is judged by the moment it comes in where no clock that is trusted confirms another', async () => {
    const own = await makeCertificate({ name: 'Đồng hồ riêng', isClock: true })
    const noClock = await makeCertificate({ name: 'Người ký khác', by: root })
    const expired = await makeCertificate({ name: 'Trần Thị Thử', until: '2026-01-01T00:00:00Z', by: root })
    const signed = { by: expired, at: '2025-12-01T00:00:00Z', stampedAt: '2025-12-01T00:00:05Z' }
    for (const [stampedBy, roots] of [
      [own, root.pem],
      [noClock, root.pem],
      [own, ''],
    ] as const) {
      const paper = await read(await signPdf(form, { ...signed, stampedBy }), roots)
      expect(paper.signatures[0]?.timestampedAt).toBeUndefined()
      expect(judgeSignedPaper(paper, now).map(({ code }) => code)).toEqual(['certificateNotValid'])
    }
  })

  it('is trusted where its chain leads to a root that the installation names', async () => {
    const between = await makeCertificate({ name: 'Nơi khác' })
    const pdf = await signPdf(form, { by: head, chain: [root], at: signedAt })
    expect((await read(pdf, root.pem)).signatures[0]?.trust).toBe('trusted')
    expect((await read(pdf, between.pem)).signatures[0]?.trust).toBe('notTrusted')
    expect((await sentences(pdf, between.pem)).join(' ')).toContain('không do nơi cấp mà hệ thống tin cậy')
  })

  it('is another paper where a program printed or saved it anew, even with the hash of the version in its text', async () => {
    const again = await signPdf(plainPdf(`In lai ${hash}`), { by: head, at: signedAt })
    expect(await sentences(again)).toEqual([expect.stringContaining('đã được in hay lưu lại trước khi ký')])
  })

  it('bears what signing programs add: a picture, the moment of saving, proofs', async () => {
    const [picture, field] = ['<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 2>>stream\nq Q\nendstream'.replace('2', '3'), '[21 0 R]']
    const widget = '<</Type/Annot/Subtype/Widget/FT/Sig/T(K)/Rect[60 60 260 160]/AP<</N 20 0 R>>/F 132>>'
    const page = '<</Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>/MediaBox[0 0 595 842]/Type/Page/Parent 2 0 R/Annots 22 0 R>>'
    expect(
      await sentences(await signPdf(updatePdf(form, { 3: page, 20: picture, 21: widget, 22: field }), { by: head, at: signedAt })),
    ).toEqual([])
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
    expect(await sentences(updatePdf(pdf, { 40: '<<>>' }))).toEqual([expect.stringContaining('thêm vào sau chữ ký')])
  })

  it('goes on behind the last signature under a time stamp of an issuer that is not trusted', async () => {
    const [known, own] = [
      await makeCertificate({ name: 'Dấu thời gian', by: root, isClock: true }),
      await makeCertificate({ name: 'Đồng hồ riêng', isClock: true }),
    ]
    const pdf = await signPdf(form, { by: head, at: signedAt })
    const stampedBy = async (by: TestCertificate, roots = root.pem) =>
      sentences(await signPdf(pdf, { by, at: signedAt, isTimestamp: true }), roots)
    expect(await stampedBy(known)).toEqual([])
    expect(await stampedBy(known, '')).toEqual([expect.stringContaining('thêm vào sau chữ ký')])
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

  it('bears a signature of another paper that carries its bytes in itself', async () => {
    const other = await signPdf(plainPdf('To trinh khac'), { by: head, at: signedAt })
    const [range] = findSignedRanges(other)
    const embedded = range && coveredBy(other, range)
    expect(await sentences(await signPdf(form, { by: head, at: signedAt, ...(embedded && { embedded }) }), root.pem)).toEqual([
      expect.stringContaining('không khớp với nội dung tệp'),
    ])
    // Not even where the bytes that lie in it are those of the file.
    const signed = await readSignatures(await signPdf(form, { by: head, at: signedAt, embedsFile: true }))
    expect(signed.ok && signed.value[0]?.found).toMatchObject({ fault: 'invalid' })
  })

  it('says that it is signed in a form in which the file is not what is signed', async () => {
    const text = (await signPdf(form, { by: head, at: signedAt })).toString('latin1').replace('ETSI.CAdES.detached', 'adbe.x509.rsa_sha1 ')
    expect(await sentences(Buffer.from(text, 'latin1'))).toEqual([expect.stringContaining('Không đọc được chữ ký')])
  })

  const words = (line: string): string => `<</Length ${line.length + 36}>>stream\nBT /F1 12 Tf 40 700 Td (${line}) Tj ET    \nendstream`
  const changed = expect.stringContaining('bị sửa ngoài phần chữ ký')
  it('shows other words than the paper that was given out, before its signature or between two', async () => {
    const clerk = await makeCertificate({ name: 'Văn thư', by: root })
    const before = await signPdf(updatePdf(form, { 4: words('Loi khac') }), { by: head, at: signedAt })
    expect(await sentences(before)).toEqual([changed])
    const between = updatePdf(await signPdf(form, { by: head, at: signedAt }), { 4: words(`Ma bam ${hash}`) })
    expect(await sentences(await signPdf(between, { by: clerk, at: signedAt }))).toEqual([changed])
  })

  it.each([
    ['leads the page to other words', { 3: '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 20 0 R>>', 20: words('Khac') }],
    ['leads to other pages', { 1: '<</Type/Catalog/Pages 20 0 R>>', 20: '<</Type/Pages/Kids[3 0 R 3 0 R]/Count 2>>' }],
    ['takes another font', { 5: '<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>' }],
    ['lays a note over the page', { 20: '<</Type/Annot/Subtype/FreeText/Rect[0 0 9 9]/Contents(Khac)>>' }],
    ['lays a field over the whole page', { 20: '<</Type/Annot/Subtype/Widget/FT/Sig/Rect[0 0 595 842]>>' }],
    ['runs a program', { 1: '<</Type/Catalog/Pages 2 0 R/Open#41ction<</S/JavaScript/J#53(x)>>>>' }],
    ['hides objects in a stream', { 20: '<</Type/ObjStm/N 1/First 4/Length 8>>stream\n4 0 null\nendstream' }],
  ])('%s', async (_, objects) => {
    expect(await sentences(await signPdf(updatePdf(form, objects), { by: head, at: signedAt }))).toEqual([changed])
  })

  it('holds bytes that its table does not lead to, or leads elsewhere', async () => {
    const hidden = updatePdf(form, {
      20: `<</Length 60>>stream\n${'4 0 obj<</Length 0>>stream\n\nendstream endobj'.padEnd(60)}\nendstream`,
    })
    const text = hidden.toString('latin1').replace(/20 1\n\d{10}/, `4 1\n${String(hidden.indexOf('4 0 obj<</Length 0')).padStart(10, '0')}`)
    for (const bytes of [Buffer.from(text, 'latin1'), Buffer.concat([form, Buffer.from('4 0 obj (x) endobj\n')])])
      expect(await sentences(await signPdf(bytes, { by: head, at: signedAt }))).toContainEqual(changed)
  })

  it('is signed with a digest or a key that can be forged', async () => {
    const short = await makeCertificate({ name: 'Khoá ngắn', rsa: 1024, by: root })
    const long = await makeCertificate({ name: 'Khoá dài', rsa: 2048, by: root })
    expect(await sentences(await signPdf(form, { by: long, at: signedAt }))).toEqual([])
    expect(await sentences(await signPdf(form, { by: short, at: signedAt }))).toEqual([expect.stringContaining('quá yếu')])
    expect(await sentences(await signPdf(form, { by: head, at: signedAt, hash: 'SHA-1' }))).toEqual([expect.stringContaining('quá yếu')])
  })

  it('was signed by a clock that is ahead', async () => {
    expect(await sentences(await signPdf(form, { by: head, at: '2026-11-21T10:04:00Z' }))).toEqual([])
    expect(await sentences(await signPdf(form, { by: head, at: '2026-11-21T10:06:00Z' }))).toEqual([
      expect.stringContaining('muộn hơn giờ hiện tại'),
    ])
  })

  it.each(['', 'a\u0000b', '\u202Egnp', 'Nguyễn\u200B Văn', 'A'.repeat(300)])('names a signer nobody can read: %j', async (name) => {
    const strange = await makeCertificate({ name, by: root })
    expect(await sentences(await signPdf(form, { by: strange, at: signedAt }))).toEqual([expect.stringContaining('không có tên người ký')])
  })
})

describe('a PDF that costs too much', () => {
  const refused = async (bytes: Buffer): Promise<readonly string[]> => {
    const result = await readPaper(bytes)
    return result.ok ? [] : result.problems.map((problem) => problemSentence(problem, 'vi'))
  }

  it('has more bytes or signatures than any paper', async () => {
    expect(await refused(Buffer.alloc(13 * 1024 * 1024))).toEqual([expect.stringContaining('lớn hơn 12 MB')])
    expect(await refused(Buffer.concat([form, Buffer.from('/ByteRange[0 1 2 3]'.repeat(11))]))).toEqual([
      expect.stringContaining('hơn 10 chữ ký'),
    ])
  })

  it('is read in a thread of its own', async () => {
    const bytes = await signPdf(form, { by: head, at: signedAt })
    const result = await readPaper(bytes)
    const scales = { roots: parseRoots(root.pem), now: new Date(now), printed: form }
    expect(result.ok && judgeSignedPaper(weighPaper(result.value, scales), now)).toEqual([])
  })
})
