import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** NIST SP 800-63B: length counts, composition rules do not. */
export const minPasswordLength = 10

/** Hashes at once: each takes 19 MiB and one of the four threads that also read files. */
const mostAtOnce = 2
const waiting: (() => void)[] = []
let hashing = 0

/** Runs when one of few places is free; first come, first served. */
const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
  if (hashing < mostAtOnce) hashing += 1
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else hashing -= 1
  }
}

/** Argon2id with the parameters OWASP recommends for a small server (19 MiB, two passes). */
export const hashPassword = (password: string): Promise<string> =>
  inTurn(() => hash(password.normalize('NFKC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 }))

/** Hashed once at start, so that an unknown name takes as long as a wrong password. */
const nobody = hashPassword('nobody')

export const isPassword = async (password: string, passwordHash: string | null | undefined): Promise<boolean> => {
  const known = passwordHash ?? (await nobody)
  const isRight = await inTurn(() => verify(known, password.normalize('NFKC')))
  return isRight && passwordHash != null
}

/** Letters and digits that are not taken for one another when read out: no i, l, o, 0, 1. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for the first sign-in, three groups of four (59 bits): to be handed over once and changed at once. */
export const newOneTimePassword = (): string =>
  Array.from({ length: 3 }, () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')).join('-')
