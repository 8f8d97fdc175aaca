import type { X509Certificate } from 'node:crypto'
import type { AlgorithmIdentifier, SignerInfo } from 'pkijs'

/** Digests that stand; a paper under SHA-1 or MD5 can be made to fit another one. */
export const hashes: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

const shortestRsa = 2048
const weakHashes = new Set(['SHA-1', 'MD5'])

const isStrongKey = ({ publicKey }: X509Certificate): boolean =>
  publicKey.asymmetricKeyType === 'ec' || (publicKey.asymmetricKeyDetails?.modulusLength ?? 0) >= shortestRsa

/** Whether digest, algorithm and key of a signature are such that nobody makes one over other bytes. `hashOf` names the digest of an algorithm. */
export const isStrong = (info: SignerInfo, certificate: X509Certificate, hashOf: (algorithm: AlgorithmIdentifier) => string): boolean =>
  Object.hasOwn(hashes, info.digestAlgorithm.algorithmId) &&
  !weakHashes.has(hashOf(info.signatureAlgorithm).toUpperCase()) &&
  isStrongKey(certificate)
