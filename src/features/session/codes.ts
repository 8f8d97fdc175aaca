import { createHash, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const period = 30

/** RFC 6238 as every authenticator knows it: SHA-1, six digits, thirty seconds. */
const totpOf = (secret: string, label: string, issuer: string): TOTP =>
  new TOTP({ secret: Secret.fromBase32(secret), label, issuer, algorithm: 'SHA1', digits: 6, period })

/** 160 bits, as RFC 4226 recommends. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR picture says to the app. */
export const addressOfSecret = (secret: string, signInName: string, authority: string): string =>
  totpOf(secret, signInName, authority).toString()

/** The step whose code was given, one before and one after for clocks that differ; `undefined` where none fits. */
export const stepOfCode = (secret: string, code: string, now: Date): number | undefined => {
  const delta = totpOf(secret, '', '').validate({ token: code.replaceAll(' ', ''), timestamp: now.getTime(), window: 1 })
  return delta === null ? undefined : Math.floor(now.getTime() / 1000 / period) + delta
}

/** Letters and digits that are not taken for one another on paper. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const howMany = 8

/** Codes on paper for whoever lost the app, each good for once (ten letters, 49 bits). */
export const newRecoveryCodes = (): readonly string[] =>
  Array.from({ length: howMany }, () =>
    [1, 2].map(() => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-'),
  )

/** What is kept of a recovery code, however it was typed. */
export const hashOfRecoveryCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .digest()
