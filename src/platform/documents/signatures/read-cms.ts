import { createHash, X509Certificate } from 'node:crypto'
import type { Certificate, SignedData, SignerInfo } from 'pkijs'

/** One signature in CMS, read and checked against the bytes that it should cover. */
export interface CmsSignature {
  readonly fault?: 'altered' | 'invalid'
  readonly certificate: X509Certificate
  readonly others: readonly X509Certificate[]
  readonly names: { readonly signer: string; readonly organisation?: string; readonly issuer?: string }
  readonly signedAt?: Date
  readonly timestampedAt?: Date
  /** A time stamp over the file, by nobody who signs. */
  readonly isTimestamp: boolean
}

const oids = {
  commonName: '2.5.4.3',
  organisation: '2.5.4.10',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  timestampContent: '1.2.840.113549.1.9.16.1.4',
}
const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

/** The library takes no other kind of bytes. */
const bufferOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

const nodeCertificate = (certificate: Certificate): X509Certificate => new X509Certificate(Buffer.from(certificate.toSchema().toBER()))

const nameIn = (name: Certificate['subject'], oid: string): string | undefined => {
  const value: unknown = name.typesAndValues.find(({ type }) => type === oid)?.value.valueBlock.value
  return typeof value === 'string' && value.trim() !== '' ? value.trim().normalize('NFC') : undefined
}

const attribute = (info: SignerInfo, oid: string) => info.signedAttrs?.attributes.find(({ type }) => type === oid)?.values[0]

const bytesOf = (value: { readonly valueBlock: { readonly valueHexView: Uint8Array } } | undefined): Buffer =>
  Buffer.from(value?.valueBlock.valueHexView ?? [])

/** A digest that is named and is another one says that the bytes are others; weak or unknown algorithms are left to the check of the signature. */
const isAltered = (info: SignerInfo, covered: Buffer): boolean => {
  const algorithm = hashes[info.digestAlgorithm.algorithmId]
  const named = attribute(info, oids.messageDigest)
  return algorithm !== undefined && named !== undefined && !createHash(algorithm).update(covered).digest().equals(bytesOf(named))
}

interface Checked {
  readonly isSound: boolean
  /** The certificate whose key was asked: never another one that lies beside it. */
  readonly certificate?: Certificate | null | undefined
}

const check = async (signed: SignedData, covered: Buffer): Promise<Checked> => {
  try {
    const checked = await signed.verify({ signer: 0, data: bufferOf(covered), checkChain: false, extendedMode: true })
    return { isSound: checked.signatureVerified === true, certificate: checked.signerCertificate }
  } catch (error) {
    return { isSound: false, certificate: (error as { readonly signerCertificate?: Certificate | null }).signerCertificate }
  }
}

type Library = typeof import('pkijs')

const parse = ({ ContentInfo, SignedData: SignedDataOf }: Library, bytes: Buffer): SignedData =>
  new SignedDataOf({ schema: ContentInfo.fromBER(bufferOf(bytes)).content })

/** When a token says that these bytes were there, if it holds. */
const stampedAt = async ({ TSTInfo }: Library, token: SignedData, covered: Buffer): Promise<Date | undefined> => {
  const content = token.encapContentInfo.eContent
  if (token.encapContentInfo.eContentType !== oids.timestampContent || !content || !(await check(token, covered)).isSound) return undefined
  return TSTInfo.fromBER(content.getValue()).genTime
}

const timestampOf = async (library: Library, info: SignerInfo): Promise<Date | undefined> => {
  const value = info.unsignedAttrs?.attributes.find(({ type }) => type === oids.timestamp)?.values[0]
  if (!value) return undefined
  try {
    return await stampedAt(library, parse(library, Buffer.from(value.toBER())), bytesOf(info.signature))
  } catch {
    return undefined
  }
}

const namesOf = ({ subject, issuer: by }: Certificate): CmsSignature['names'] => {
  const organisation = nameIn(subject, oids.organisation)
  const issuer = nameIn(by, oids.commonName) ?? nameIn(by, oids.organisation)
  return { signer: nameIn(subject, oids.commonName) ?? '', ...(organisation && { organisation }), ...(issuer && { issuer }) }
}

/** What the signer’s machine says. */
const statedTime = (info: SignerInfo): Date | undefined => {
  const time: unknown = attribute(info, oids.signingTime)
  return time !== null && typeof time === 'object' && 'toDate' in time ? (time as { toDate: () => Date }).toDate() : undefined
}

/** Reads one signature; throws where the bytes are none. The library is loaded only here. Source: RFC 5652, RFC 3161. */
export const readCms = async (contents: Buffer, covered: Buffer): Promise<CmsSignature> => {
  const library = await import('pkijs')
  const signed = parse(library, contents)
  const info = signed.signerInfos[0]
  const { isSound, certificate } = await check(signed, covered)
  if (!info || !certificate) throw new Error('a signature without signer')
  const isTimestamp = signed.encapContentInfo.eContentType === oids.timestampContent
  const signedAt = statedTime(info)
  const timestampedAt = isTimestamp ? await stampedAt(library, signed, covered) : await timestampOf(library, info)
  return {
    ...(isSound ? {} : { fault: !isTimestamp && isAltered(info, covered) ? ('altered' as const) : ('invalid' as const) }),
    certificate: nodeCertificate(certificate),
    others: (signed.certificates ?? []).filter((each): each is Certificate => 'subjectPublicKeyInfo' in each).map(nodeCertificate),
    names: namesOf(certificate),
    ...(signedAt && { signedAt }),
    ...(timestampedAt && { timestampedAt }),
    isTimestamp,
  }
}
