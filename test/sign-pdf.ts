import { createHash } from 'node:crypto'
import { Integer, ObjectIdentifier, OctetString, PrintableString, UTCTime, Utf8String } from 'asn1js'
import {
  AlgorithmIdentifier,
  Attribute,
  AttributeTypeAndValue,
  BasicConstraints,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  Extension,
  ExtKeyUsage,
  IssuerAndSerialNumber,
  MessageImprint,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
  TSTInfo,
} from 'pkijs'

/** A certificate with its key, made for a test and known to nobody else. */
export interface TestCertificate {
  readonly certificate: Certificate
  readonly key: CryptoKey
  readonly pem: string
}

interface Made {
  readonly name: string
  readonly organisation?: string
  readonly from?: string
  readonly until?: string
  /** It may stamp times. */
  readonly isClock?: true
  /** Bits of an RSA key, where it is no key on a curve. */
  readonly rsa?: number
  /** Who signs it; itself where absent, and then it may sign others. */
  readonly by?: TestCertificate
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
const clockUse = new ExtKeyUsage({ keyPurposes: ['1.3.6.1.5.5.7.3.8'] })
let serial = 0

const nameParts = ({ name, organisation }: Made): AttributeTypeAndValue[] => [
  new AttributeTypeAndValue({ type: '2.5.4.6', value: new PrintableString({ value: 'VN' }) }),
  ...(organisation ? [new AttributeTypeAndValue({ type: '2.5.4.10', value: new Utf8String({ value: organisation }) })] : []),
  new AttributeTypeAndValue({ type: '2.5.4.3', value: new Utf8String({ value: name }) }),
]

/** Makes a certificate; the key is of this process alone. */
export const makeCertificate = async (made: Made): Promise<TestCertificate> => {
  const rsa = { name: 'RSASSA-PKCS1-v1_5', modulusLength: made.rsa ?? 0, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }
  const keys = (await globalThis.crypto.subtle.generateKey(made.rsa ? rsa : algorithm, true, ['sign', 'verify'])) as CryptoKeyPair
  const certificate = new Certificate()
  certificate.version = 2
  certificate.serialNumber = new Integer({ value: (serial += 1) })
  certificate.subject.typesAndValues = nameParts(made)
  certificate.issuer.typesAndValues = made.by ? made.by.certificate.subject.typesAndValues : nameParts(made)
  certificate.notBefore.value = new Date(made.from ?? '2020-01-01T00:00:00Z')
  certificate.notAfter.value = new Date(made.until ?? '2040-01-01T00:00:00Z')
  const constraints = new BasicConstraints({ cA: made.by === undefined })
  certificate.extensions = [
    new Extension({ extnID: '2.5.29.19', critical: true, extnValue: constraints.toSchema().toBER(), parsedValue: constraints }),
    ...(made.isClock ? [new Extension({ extnID: '2.5.29.37', critical: true, extnValue: clockUse.toSchema().toBER() })] : []),
  ]
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(made.by?.key ?? keys.privateKey, 'SHA-256')
  const body = Buffer.from(certificate.toSchema(true).toBER()).toString('base64')
  return { certificate, key: keys.privateKey, pem: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n` }
}

interface Signing {
  readonly by: TestCertificate
  /** Further certificates of the chain. */
  readonly chain?: readonly TestCertificate[]
  readonly at?: string
  /** A time-stamping authority that confirms when. */
  readonly stampedBy?: TestCertificate
  readonly stampedAt?: string
  /** Not a person: a clock that says when the whole file was there. */
  readonly isTimestamp?: true
  /** The digest, SHA-256 where absent. */
  readonly hash?: 'SHA-1'
  /** Bytes that lie in the signature and are signed instead of the file. */
  readonly embedded?: Buffer
  /** The file itself lies in the signature too. */
  readonly embedsFile?: true
}

const signerInfo = ({ certificate }: TestCertificate): SignerInfo =>
  new SignerInfo({ version: 1, sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }) })

const bytes = (buffer: Buffer): ArrayBuffer => new Uint8Array(buffer).buffer

const contentOf = (signed: SignedData): ContentInfo =>
  new ContentInfo({ contentType: ContentInfo.SIGNED_DATA, content: signed.toSchema(true) })

/** A token of RFC 3161 over some bytes. */
const timestampToken = async (covered: Buffer, by: TestCertificate, at: string): Promise<ContentInfo> => {
  const info = new TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: '2.16.840.1.101.3.4.2.1' }),
      hashedMessage: new OctetString({ valueHex: bytes(createHash('sha256').update(covered).digest()) }),
    }),
    serialNumber: new Integer({ value: 1 }),
    genTime: new Date(at),
  })
  const content = new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.9.16.1.4' })
  // Given to the constructor it would be cut into parts, which no authority does.
  const encoded = info.toSchema().toBER()
  content.eContent = new OctetString({ valueHex: encoded })
  const signer = signerInfo(by)
  signer.signedAttrs = attributesOf(Buffer.from(encoded), undefined, 'SHA-256', content.eContentType)
  const signed = new SignedData({
    version: 3,
    encapContentInfo: content,
    signerInfos: [signer],
    certificates: [by.certificate],
  })
  await signed.sign(by.key, 0, 'SHA-256', encoded)
  return contentOf(signed)
}

const attributesOf = (
  covered: Buffer,
  at: string | undefined,
  hash: string,
  contentType = '1.2.840.113549.1.7.1',
): SignedAndUnsignedAttributes =>
  new SignedAndUnsignedAttributes({
    type: 0,
    attributes: [
      new Attribute({ type: '1.2.840.113549.1.9.3', values: [new ObjectIdentifier({ value: contentType })] }),
      ...(at ? [new Attribute({ type: '1.2.840.113549.1.9.5', values: [new UTCTime({ valueDate: new Date(at) })] })] : []),
      new Attribute({
        type: '1.2.840.113549.1.9.4',
        values: [new OctetString({ valueHex: bytes(createHash(hash.replace('-', '')).update(covered).digest()) })],
      }),
    ],
  })

const signBytes = async (file: Buffer, signing: Signing): Promise<Buffer> => {
  const { by, chain = [], at, stampedBy, stampedAt, isTimestamp, hash = 'SHA-256', embedsFile } = signing
  const embedded = embedsFile ? file : signing.embedded
  const covered = embedded ?? file
  if (isTimestamp && at) return Buffer.from((await timestampToken(covered, by, at)).toSchema().toBER())
  const info = signerInfo(by)
  info.signedAttrs = attributesOf(covered, at, hash)
  const signed = new SignedData({
    version: 1,
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: '1.2.840.113549.1.7.1' }),
    signerInfos: [info],
    certificates: [by, ...chain].map(({ certificate }) => certificate),
  })
  await signed.sign(by.key, 0, hash, bytes(covered))
  if (embedded) signed.encapContentInfo.eContent = new OctetString({ valueHex: bytes(embedded) })
  if (stampedBy && stampedAt) {
    const token = await timestampToken(Buffer.from(info.signature.valueBlock.valueHexView), stampedBy, stampedAt)
    info.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [token.toSchema()] })],
    })
  }
  return Buffer.from(contentOf(signed).toSchema().toBER())
}

/** For the signature, in hexadecimal digits. */
const room = 12_000

/** A paper of one line, as a PDF of this shape comes from any printer. */
export const plainPdf = (line: string): Buffer => {
  const stream = `BT /F1 12 Tf 40 700 Td (${line}) Tj ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]
  let text = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.from(
    `${text}xref\n0 6\n0000000000 65535 f \n${rows}trailer\n<</Size 6/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`,
    'latin1',
  )
}

/** The catalog without its end, so that something can be added; without the fields of an earlier signature. */
const catalogOf = (text: string, root: string): string => {
  const object = text.slice(text.lastIndexOf(`\n${root} 0 obj`)).split('endobj')[0] ?? ''
  return object.slice(object.indexOf('<<'), object.lastIndexOf('>>')).replace(/\/AcroForm<<.*$/s, '')
}

/** Signs a PDF as programs do: the signature comes behind the file in an incremental update, and covers everything but itself. */
export const signPdf = async (pdf: Buffer, signing: Signing): Promise<Buffer> => {
  const text = pdf.toString('latin1')
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '0'
  const root = /\/Root (\d+) 0 R/.exec(text)?.[1] ?? '1'
  const first = Number([...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1] ?? '9000') + 10
  const form = signing.isTimestamp ? 'ETSI.RFC3161' : 'ETSI.CAdES.detached'
  const blank = '0'.repeat(10)
  const head = `${first} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/${form}/ByteRange[0 ${blank} ${blank} ${blank}]/Contents`
  const start = pdf.length + head.length
  const end = start + room + 2
  let tail = '>>\nendobj\n'
  const field = end + tail.length
  tail += `${first + 1} 0 obj\n<</Type/Annot/Subtype/Widget/FT/Sig/T(Chuky${first})/Rect[0 0 0 0]/F 132/P 3 0 R/V ${first} 0 R>>\nendobj\n`
  const catalog = end + tail.length
  tail += `${root} 0 obj\n${catalogOf(text, root)}/AcroForm<</SigFlags 3/Fields[${first + 1} 0 R]>>>>\nendobj\n`
  const xref = end + tail.length
  const row = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`
  tail += `xref\n${root} 1\n${row(catalog)}${first} 2\n${row(pdf.length)}${row(field)}trailer\n<</Size ${first + 2}/Root ${root} 0 R/Prev ${previous}>>\nstartxref\n${xref}\n%%EOF\n`
  const figures = [start, end, tail.length].map((each) => String(each).padStart(10, ' '))
  const filled = head.replace(`0 ${blank} ${blank} ${blank}`, `0 ${figures.join(' ')}`)
  const covered = Buffer.concat([pdf, Buffer.from(filled, 'latin1'), Buffer.from(tail, 'latin1')])
  const signature = await signBytes(covered, signing)
  const hex = signature.toString('hex').padEnd(room, '0')
  return Buffer.concat([pdf, Buffer.from(`${filled}<${hex}>${tail}`, 'latin1')])
}

/** Adds objects behind a PDF in an update of their own, as whoever wants to change what it shows would. */
export const updatePdf = (pdf: Buffer, objects: Readonly<Record<number, string>>): Buffer => {
  const text = pdf.toString('latin1')
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? '0'
  const size = Math.max(Number([...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1]), ...Object.keys(objects).map((each) => Number(each) + 1))
  let added = ''
  let rows = ''
  for (const [number, object] of Object.entries(objects)) {
    rows += `${number} 1\n${String(text.length + added.length).padStart(10, '0')} 00000 n \n`
    added += `${number} 0 obj\n${object}\nendobj\n`
  }
  const root = /\/Root (\d+) 0 R/.exec(text)?.[1]
  const end = `trailer\n<</Size ${size}/Root ${root} 0 R/Prev ${previous}>>\nstartxref\n${text.length + added.length}\n%%EOF\n`
  return Buffer.from(`${text}${added}xref\n${rows}${end}`, 'latin1')
}
