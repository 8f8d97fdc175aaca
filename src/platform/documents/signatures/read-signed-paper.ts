import { X509Certificate } from 'node:crypto'
import { clockTolerance, momentOfSigning, type PaperSignature, type SignedPaper } from '../../../core/signed-paper.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { readInLimits } from '../read-in-limits.ts'
import { addsOnlySignatures } from './added-to-form.ts'
import type { CmsSignature, Stamp } from './read-cms.ts'
import type { FoundSignature } from './read-signatures.ts'
import { isTrustedClock, trustOf } from './trusted-chain.ts'

/** Our paper and a few pictures of stamps are far smaller. */
const largestPaper = 12 * 1024 * 1024

/** A PDF that came back, read as far as that needs neither the version it should be of nor the moment. */
export interface ReadPaper {
  readonly bytes: Buffer
  readonly signatures: readonly FoundSignature[]
}

/** Reads the signatures of a PDF in a thread of its own, within limits of size, time and memory. */
export const readPaper = async (bytes: Buffer): Promise<Result<ReadPaper>> => {
  if (bytes.length > largestPaper) return refuse(errorAt('signedPaperRefused', 'file', { reason: 'tooBig' }))
  const read = await readInLimits<readonly FoundSignature[]>({ bytes, fileName: 'ban-ky.pdf', as: 'signatures' })
  return read.ok ? accept({ bytes, signatures: read.value }) : read
}

/** By what a paper is weighed: the roots that the installation names, the moment, and the paper that was given out. */
export interface Scales {
  readonly roots: readonly X509Certificate[]
  readonly now: Date
  readonly printed: Uint8Array
}

const certificates = (ders: readonly Uint8Array[]): readonly X509Certificate[] => ders.map((der) => new X509Certificate(der))

/** A clock nobody trusts says nothing: anybody can make one. Nor does one that is ahead of ours. */
const momentOf = (stamp: Stamp | undefined, { roots, now }: Scales): string | undefined => {
  if (!stamp || Date.parse(stamp.at) > now.getTime() + clockTolerance) return undefined
  return isTrustedClock(new X509Certificate(stamp.certificate), certificates(stamp.others), roots, now) ? stamp.at : undefined
}

const iso = (text: string): string => new Date(text).toISOString()

const weighOne = (read: CmsSignature, at: Pick<PaperSignature, 'end' | 'signedAt' | 'timestampedAt'>, scales: Scales): PaperSignature => {
  const certificate = new X509Certificate(read.certificate)
  const signature = { ...at, ...read.names, ...(read.fault && { fault: read.fault }) }
  const moment = new Date(momentOfSigning(signature, scales.now.toISOString()))
  return {
    ...signature,
    validFrom: iso(certificate.validFrom),
    validUntil: iso(certificate.validTo),
    trust: trustOf(certificate, certificates(read.others), scales.roots, moment),
  }
}

/** Line ends behind the last mark of a file are no content. */
const sizeWithoutLineEnds = (bytes: Buffer): number => {
  let size = bytes.length
  while (size > 0 && (bytes[size - 1] === 0x0a || bytes[size - 1] === 0x0d)) size -= 1
  return size
}

/** What was added to the paper that was given out: only signatures, something else, or it is another paper. */
const contentOf = ({ bytes, signatures }: ReadPaper, printed: Uint8Array): SignedPaper['content'] => {
  const isForm = bytes.length > printed.length && bytes.subarray(0, printed.length).equals(printed)
  if (!isForm || signatures.some(({ gapStart }) => gapStart < printed.length)) return 'other'
  return addsOnlySignatures(bytes, printed.length) ? 'issued' : 'changed'
}

/**
 * Weighs what was read. A time stamp over the whole file confirms when the signatures before it were there and covers what lies before it, but only where
 * its issuer is trusted; it is no signature itself.
 */
export const weighPaper = (paper: ReadPaper, scales: Scales): SignedPaper => {
  const { bytes } = paper
  const clocks = paper.signatures.flatMap(({ end, found }) => {
    const moment = 'clock' in found ? momentOf(found.clock, scales) : undefined
    return moment ? [{ end, moment }] : []
  })
  const signatures = paper.signatures.flatMap(({ end, statedAt, found }): readonly PaperSignature[] => {
    if ('clock' in found) return []
    if ('unread' in found) return [{ fault: found.unread, end, signer: '', trust: 'unknown' }]
    const signedAt = found.signedAt ?? statedAt
    const timestampedAt = momentOf(found.stamp, scales) ?? clocks.find((clock) => clock.end > end)?.moment
    return [weighOne(found, { end, ...(signedAt && { signedAt }), ...(timestampedAt && { timestampedAt }) }, scales)]
  })
  return {
    signatures,
    size: sizeWithoutLineEnds(bytes),
    coveredUntil: Math.max(0, ...[...signatures, ...clocks].map(({ end }) => end)),
    content: contentOf(paper, scales.printed),
  }
}
