import type { X509Certificate } from 'node:crypto'
import { momentOfSigning, type PaperSignature } from '../../../core/signed-paper.ts'
import { readCms } from './read-cms.ts'
import { findSignedRanges, type SignedRange } from './signed-ranges.ts'
import { trustOf } from './trusted-chain.ts'

const unread = (end: number, fault: 'unreadable' | 'truncated'): PaperSignature => ({ fault, end, signer: '', trust: 'unknown' })

const iso = (text: string): string => new Date(text).toISOString()

interface ReadSignature {
  readonly signature: PaperSignature
  readonly isTimestamp: boolean
}

const readOne = async (range: SignedRange, roots: readonly X509Certificate[], now: string): Promise<ReadSignature> => {
  const { contents, covered, end, isTruncated, statedAt } = range
  if (!contents) return { signature: unread(end, isTruncated ? 'truncated' : 'unreadable'), isTimestamp: false }
  const read = await readCms(contents, covered).catch(() => undefined)
  if (!read) return { signature: unread(end, 'unreadable'), isTimestamp: false }
  const { certificate, others, names, fault, signedAt, timestampedAt, isTimestamp } = read
  const stated = signedAt?.toISOString() ?? statedAt
  const signature: PaperSignature = {
    end,
    ...names,
    ...(fault && { fault }),
    validFrom: iso(certificate.validFrom),
    validUntil: iso(certificate.validTo),
    ...(stated && { signedAt: stated }),
    ...(timestampedAt && { timestampedAt: timestampedAt.toISOString() }),
    trust: 'unknown',
  }
  return { signature: { ...signature, trust: trustOf(certificate, others, roots, new Date(momentOfSigning(signature, now))) }, isTimestamp }
}

/** A PDF that came back, read as far as that does not need the version it should be of. */
export interface ReadPaper {
  readonly bytes: Buffer
  /** Its words without spaces, in small letters; empty where it has none that can be read. */
  readonly text: string
  readonly signatures: readonly PaperSignature[]
  readonly size: number
}

const readText = async (bytes: Buffer): Promise<string> => {
  try {
    const { extractText, getDocumentProxy } = await import('unpdf')
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }), { mergePages: true })
    return text.replace(/\s/g, '').toLowerCase()
  } catch {
    return ''
  }
}

/** Line ends behind the last mark of a file are no content. */
const sizeWithoutLineEnds = (bytes: Buffer): number => {
  let size = bytes.length
  while (size > 0 && (bytes[size - 1] === 0x0a || bytes[size - 1] === 0x0d)) size -= 1
  return size
}

/**
 * Reads every signature of a PDF. A time stamp over the whole file confirms when the signatures before it were there and is none itself; one of an issuer
 * that the installation does not trust confirms nothing, since anybody can make it over whatever was added. `now` as ISO 8601 in UTC.
 */
export const readPaper = async (bytes: Buffer, roots: readonly X509Certificate[], now: string): Promise<ReadPaper> => {
  const read = await Promise.all(findSignedRanges(bytes).map((range) => readOne(range, roots, now)))
  const stamps = read.filter(({ isTimestamp, signature }) => isTimestamp && !signature.fault && signature.trust !== 'notTrusted')
  const signatures = read
    .filter(({ isTimestamp, signature }) => !isTimestamp || signature.fault)
    .map(({ signature }): PaperSignature => {
      const stamp = stamps.find(({ signature: { end } }) => end > signature.end)?.signature
      return { ...signature, ...(stamp?.timestampedAt && !signature.timestampedAt && { timestampedAt: stamp.timestampedAt }) }
    })
  // What was signed last, by a person or a clock, ends the file.
  const last = Math.max(0, ...signatures.map(({ end }) => end), ...stamps.map(({ signature }) => signature.end))
  const isCovered = signatures.length > 0 && last >= sizeWithoutLineEnds(bytes)
  const size = isCovered ? Math.max(...signatures.map(({ end }) => end)) : bytes.length
  return { bytes, text: await readText(bytes), signatures, size }
}

/**
 * Whether a paper is the one that was given out for a version: it begins with the very bytes, behind which a signature is added in an incremental
 * update; or a program printed it anew before it was signed, and its text still carries the hash of the version.
 */
export const isPaperOf = ({ bytes, text }: Pick<ReadPaper, 'bytes' | 'text'>, hash: string, printed: Uint8Array): boolean =>
  (bytes.length > printed.length && bytes.subarray(0, printed.length).equals(printed)) || text.includes(hash)
