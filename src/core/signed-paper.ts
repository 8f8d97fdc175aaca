import { errorAt, type Problem } from './problem.ts'

/** One signature of a PDF as it was read. Moments as ISO 8601 in UTC. */
export interface PaperSignature {
  /** `altered`: the bytes are others than those signed; `invalid`: what was signed was not signed with the key of the certificate; `weak`: algorithm or key can be forged. */
  readonly fault?: 'unreadable' | 'truncated' | 'altered' | 'invalid' | 'weak'
  /** Where what it covers ends, in bytes from the beginning of the file. */
  readonly end: number
  /** Empty where the signature, or the name in its certificate, could not be read. */
  readonly signer: string
  readonly organisation?: string
  readonly issuer?: string
  readonly validFrom?: string
  readonly validUntil?: string
  /** As the signer’s machine says. */
  readonly signedAt?: string
  /** As a time-stamping authority confirms that the installation trusts. */
  readonly timestampedAt?: string
  /** `unknown` where the installation names no roots. */
  readonly trust: 'trusted' | 'notTrusted' | 'unknown'
}

/** A PDF that came back, with what was read of it. */
export interface SignedPaper {
  readonly signatures: readonly PaperSignature[]
  /** In bytes. */
  readonly size: number
  /** Where the last signature ends, or the last trusted time stamp over the file. */
  readonly coveredUntil: number
  /** `issued`: the paper that was given out for this version and signatures; `changed`: that paper with something else added; `other`: another one. */
  readonly content: 'issued' | 'changed' | 'other'
}

/** How far clocks may differ, in milliseconds. */
export const clockTolerance = 5 * 60_000

/** The moment at which a certificate has to be valid: the confirmed one, else now; the signer’s own clock proves nothing. */
export const momentOfSigning = ({ timestampedAt }: Pick<PaperSignature, 'timestampedAt'>, now: string): string => timestampedAt ?? now

const judgeOne = (signature: PaperSignature, now: string): readonly Problem[] => {
  const { fault, signer, validFrom, validUntil, signedAt, trust } = signature
  const named = signer === '' ? {} : { signer }
  if (fault) return [errorAt('signedPaperRefused', 'file', { reason: fault, ...named })]
  const at = momentOfSigning(signature, now)
  const isAhead = signedAt !== undefined && Date.parse(signedAt) > Date.parse(now) + clockTolerance
  const isValid = validFrom !== undefined && validUntil !== undefined && validFrom <= at && at <= validUntil
  return [
    ...(isValid ? [] : [errorAt('certificateNotValid', 'file', { signer, from: validFrom ?? '', until: validUntil ?? '', moment: at })]),
    ...(signer === '' ? [errorAt('signedPaperRefused', 'file', { reason: 'nameless' })] : []),
    ...(isAhead ? [errorAt('signedPaperRefused', 'file', { reason: 'ahead', ...named })] : []),
    // A chain is not looked at beyond a certificate that does not hold.
    ...(isValid && trust === 'notTrusted' ? [errorAt('signedPaperRefused', 'file', { reason: 'notTrusted', ...named })] : []),
  ]
}

const contentFaults = { changed: 'changed', other: 'otherPaper' } as const

/**
 * Why a PDF cannot stand as the signed copy of a version, all reasons at once: no signature, one that is broken or weak, bytes after the last one, a
 * certificate that does not hold, without a name or of an issuer the installation does not trust, a clock ahead of ours, another paper, or more added to it
 * than signatures. Several signatures are all judged; the last one, or a trusted time stamp, has to cover the whole file. `now` as ISO 8601 in UTC.
 * Source: ISO 32000-1, 12.8; ETSI EN 319 142-1.
 */
export const judgeSignedPaper = ({ signatures, size, coveredUntil, content }: SignedPaper, now: string): readonly Problem[] => {
  if (signatures.length === 0) return [errorAt('signedPaperRefused', 'file', { reason: 'unsigned' })]
  const isWhole = coveredUntil >= size || signatures.some(({ fault }) => fault === 'truncated')
  return [
    ...signatures.flatMap((signature) => judgeOne(signature, now)),
    ...(isWhole ? [] : [errorAt('signedPaperRefused', 'file', { reason: 'addedAfter' })]),
    ...(content === 'issued' ? [] : [errorAt('signedPaperRefused', 'file', { reason: contentFaults[content] })]),
  ]
}
