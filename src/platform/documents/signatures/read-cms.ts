import { createHash, X509Certificate } from 'node:crypto'
import type { Certificate, SignedData, SignerInfo } from 'pkijs'
import { type CertificateNames, namesOf } from './certificate-names.ts'
import { hashes, isStrong } from './signature-strength.ts'

/** A certificate in DER with the others that came along, of which a chain may be built. */
export interface SentCertificate {
  readonly certificate: Uint8Array
  readonly others: readonly Uint8Array[]
}

/** A token of RFC 3161 that holds for some bytes; whether its issuer is trusted is another question. `at` as ISO 8601 in UTC. */
export interface Stamp extends SentCertificate {
  readonly at: string
}

/** One signature in CMS, read and checked against the bytes that it should cover. Moments as ISO 8601 in UTC. */
export interface CmsSignature extends SentCertificate {
  readonly fault?: 'altered' | 'invalid' | 'weak'
  readonly names: CertificateNames
  /** What the signer’s machine says. */
  readonly signedAt?: string
  /** Over this signature alone. */
  readonly stamp?: Stamp
}

const oids = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  timestamp: '1.2.840.113549.1.9.16.2.14',
  data: '1.2.840.113549.1.7.1',
  timestampContent: '1.2.840.113549.1.9.16.1.4',
}

type Library = typeof import('pkijs')

/** The library takes no other kind of bytes. */
const bufferOf = (bytes: Buffer): ArrayBuffer => new Uint8Array(bytes).buffer

const derOf = (certificate: Certificate): Uint8Array => new Uint8Array(certificate.toSchema().toBER())

const parse = ({ ContentInfo, SignedData: SignedDataOf }: Library, bytes: Buffer): SignedData =>
  new SignedDataOf({ schema: ContentInfo.fromBER(bufferOf(bytes)).content })

/** The value of a signed attribute that stands there exactly once, as RFC 5652 asks. */
const attribute = (info: SignerInfo, oid: string) => {
  const [found, ...more] = info.signedAttrs?.attributes.filter(({ type }) => type === oid) ?? []
  return more.length === 0 && found?.values.length === 1 ? found.values[0] : undefined
}

const bytesOf = (value: { readonly valueBlock: { readonly valueHexView: Uint8Array } } | undefined): Buffer =>
  Buffer.from(value?.valueBlock.valueHexView ?? [])

/**
 * Whether the signed attributes name these very bytes. Asked whatever the library says: it looks at bytes that lie in the signature itself rather than
 * at those that it is given.
 */
const namesBytes = (info: SignerInfo, contentType: string, content: Buffer): boolean => {
  const named = bytesOf(attribute(info, oids.messageDigest))
  const type = attribute(info, oids.contentType)?.valueBlock.toString() as string | undefined
  const digest = createHash(hashes[info.digestAlgorithm.algorithmId] ?? 'sha1')
    .update(content)
    .digest()
  return type === contentType && digest.equals(named)
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

const sent = (signed: SignedData, certificate: Certificate): SentCertificate => ({
  certificate: derOf(certificate),
  others: (signed.certificates ?? []).filter((each): each is Certificate => 'subjectPublicKeyInfo' in each).map(derOf),
})

const isStrongOf = (library: Library, info: SignerInfo, certificate: Certificate): boolean =>
  isStrong(info, new X509Certificate(derOf(certificate)), (algorithm) => library.getCrypto(true).getHashAlgorithm(algorithm))

/** A token over some bytes; `undefined` where it does not hold. Only a token carries content of its own. Source: RFC 3161. */
export const readStamp = async (token: Buffer, covered: Buffer): Promise<Stamp | undefined> => {
  const library = await import('pkijs')
  const signed = parse(library, token)
  const [info, ...more] = signed.signerInfos
  const { eContent, eContentType } = signed.encapContentInfo
  if (!info || more.length > 0 || !eContent || eContentType !== oids.timestampContent) return undefined
  const content = Buffer.from(eContent.getValue())
  const { isSound, certificate } = await check(signed, covered)
  if (!isSound || !certificate || !namesBytes(info, eContentType, content) || !isStrongOf(library, info, certificate)) return undefined
  const { genTime, messageImprint } = library.TSTInfo.fromBER(bufferOf(content))
  const hash = hashes[messageImprint.hashAlgorithm.algorithmId]
  if (!hash || !createHash(hash).update(covered).digest().equals(bytesOf(messageImprint.hashedMessage))) return undefined
  return { ...sent(signed, certificate), at: genTime.toISOString() }
}

const stampOn = async (info: SignerInfo): Promise<Stamp | undefined> => {
  const value = info.unsignedAttrs?.attributes.find(({ type }) => type === oids.timestamp)?.values[0]
  return value && readStamp(Buffer.from(value.toBER()), bytesOf(info.signature)).catch(() => undefined)
}

const statedTime = (info: SignerInfo): string | undefined => {
  const time: unknown = attribute(info, oids.signingTime)
  return time !== null && typeof time === 'object' && 'toDate' in time ? (time as { toDate: () => Date }).toDate().toISOString() : undefined
}

/**
 * Reads a detached signature of one signer; throws where the bytes are none. Content that lies in the signature itself is refused: it would be what was
 * signed, instead of the file. The library is loaded only here. Source: RFC 5652; ISO 32000-1, 12.8.3.3.
 */
export const readCms = async (contents: Buffer, covered: Buffer): Promise<CmsSignature> => {
  const library = await import('pkijs')
  const signed = parse(library, contents)
  const [info, ...more] = signed.signerInfos
  const { eContent, eContentType } = signed.encapContentInfo
  const { isSound, certificate } = await check(signed, covered)
  if (!info || more.length > 0 || !certificate) throw new Error('a signature without its one signer')
  const isStrongEnough = isStrongOf(library, info, certificate)
  const isOfBytes = namesBytes(info, oids.data, covered)
  const isDetached = !eContent && eContentType === oids.data
  const fault = faultOf({ isStrongEnough, isOfBytes, holds: isSound && isDetached })
  const [signedAt, stamp] = [statedTime(info), await stampOn(info)]
  return {
    ...sent(signed, certificate),
    ...(fault && { fault }),
    names: namesOf(certificate),
    ...(signedAt && { signedAt }),
    ...(stamp && { stamp }),
  }
}

const faultOf = (found: Readonly<Record<'isStrongEnough' | 'isOfBytes' | 'holds', boolean>>): CmsSignature['fault'] => {
  if (!found.isStrongEnough) return 'weak'
  if (!found.isOfBytes) return 'altered'
  return found.holds ? undefined : 'invalid'
}
