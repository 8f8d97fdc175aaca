import { errorAt, type Problem } from './problem.ts'

/** One signature of a PDF as it was read. Moments as ISO 8601 in UTC. */
export interface PaperSignature {
  /** `altered`: the bytes are others than those signed; `invalid`: what was signed was not signed with the key of the certificate. */
  readonly fault?: 'unreadable' | 'truncated' | 'altered' | 'invalid'
  /** Where what it covers ends, in bytes from the beginning of the file. */
  readonly end: number
  /** Empty where the signature could not be read. */
  readonly signer: string
  readonly organisation?: string
  readonly issuer?: string
  readonly validFrom?: string
  readonly validUntil?: string
  /** As the signer’s machine says. */
  readonly signedAt?: string
  /** As a time-stamping authority confirms. */
  readonly timestampedAt?: string
  /** `unknown` where the installation names no roots. */
  readonly trust: 'trusted' | 'notTrusted' | 'unknown'
}

/** A PDF that came back, with what was read of it. */
export interface SignedPaper {
  readonly signatures: readonly PaperSignature[]
  /** In bytes. */
  readonly size: number
  /** Whether it is the paper that was given out for this version. */
  readonly isOfVersion: boolean
}

/** The moment at which a certificate has to be valid: the confirmed one, else the stated one, else now. */
export const momentOfSigning = ({ timestampedAt, signedAt }: PaperSignature, now: string): string => timestampedAt ?? signedAt ?? now

const judgeOne = (signature: PaperSignature, now: string): readonly Problem[] => {
  const { fault, signer, validFrom, validUntil, trust } = signature
  const named = signer === '' ? {} : { signer }
  if (fault) return [errorAt('signedPaperRefused', 'file', { reason: fault, ...named })]
  const at = momentOfSigning(signature, now)
  const isValid = validFrom !== undefined && validUntil !== undefined && validFrom <= at && at <= validUntil
  return [
    ...(isValid ? [] : [errorAt('certificateNotValid', 'file', { signer, from: validFrom ?? '', until: validUntil ?? '', moment: at })]),
    ...(trust === 'notTrusted' ? [errorAt('signedPaperRefused', 'file', { reason: 'notTrusted', ...named })] : []),
  ]
}

/**
 * Why a PDF cannot stand as the signed copy of a version, all reasons at once: no signature, one that is broken, bytes after the last one, a
 * certificate not valid when it signed or of an issuer the installation does not trust, another paper. Several signatures are all judged; the
 * last one has to cover the whole file. `now` as ISO 8601 in UTC. Source: ISO 32000-1, 12.8; ETSI EN 319 142-1.
 */
export const judgeSignedPaper = ({ signatures, size, isOfVersion }: SignedPaper, now: string): readonly Problem[] => {
  if (signatures.length === 0) return [errorAt('signedPaperRefused', 'file', { reason: 'unsigned' })]
  const broken = signatures.flatMap((signature) => judgeOne(signature, now))
  const end = Math.max(...signatures.map((signature) => signature.end))
  const isWhole = end >= size || signatures.some(({ fault }) => fault === 'truncated')
  return [
    ...broken,
    ...(isWhole ? [] : [errorAt('signedPaperRefused', 'file', { reason: 'addedAfter' })]),
    ...(isOfVersion ? [] : [errorAt('signedPaperRefused', 'file', { reason: 'otherPaper' })]),
  ]
}
