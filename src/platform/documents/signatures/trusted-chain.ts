import { X509Certificate } from 'node:crypto'
import type { PaperSignature } from '../../../core/signed-paper.ts'

/** Chains of offices are three or four certificates long. */
const longestChain = 8

const isValidAt = (certificate: X509Certificate, at: Date): boolean =>
  new Date(certificate.validFrom) <= at && at <= new Date(certificate.validTo)

const isIssuedBy = (certificate: X509Certificate, issuer: X509Certificate): boolean =>
  issuer.ca && certificate.checkIssued(issuer) && certificate.verify(issuer.publicKey)

/**
 * Whether a signer's certificate leads to one of the roots that the installation names, over certificates that lie in the signature or among the
 * roots, each valid at that moment. `unknown` where no roots are named. Revocation is not asked for: that needs a network.
 */
export const trustOf = (
  signer: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
): PaperSignature['trust'] => {
  if (roots.length === 0) return 'unknown'
  const isRoot = (certificate: X509Certificate): boolean =>
    roots.some(({ fingerprint256 }) => fingerprint256 === certificate.fingerprint256)
  let certificate: X509Certificate | undefined = signer
  for (let step = 0; certificate && step < longestChain; step += 1) {
    if (!isValidAt(certificate, at)) return 'notTrusted'
    if (isRoot(certificate)) return 'trusted'
    const child: X509Certificate = certificate
    certificate = [...roots, ...others].find((each) => each.fingerprint256 !== child.fingerprint256 && isIssuedBy(child, each))
  }
  return 'notTrusted'
}

const timeStamping = '1.3.6.1.5.5.7.3.8'

/** Whether a clock is one that the installation trusts: its certificate is for time stamps, holds, and leads to a root. Without roots none is. */
export const isTrustedClock = (
  clock: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
): boolean => (clock.keyUsage ?? []).includes(timeStamping) && trustOf(clock, others, roots, at) === 'trusted'

/** The certificates of a text in PEM. */
export const parseRoots = (pem: string): readonly X509Certificate[] =>
  (pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []).map((each) => new X509Certificate(each))
