import { createHash, hkdfSync, randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileOf = (dataDir: string): string => join(dataDir, 'secret.key')

/**
 * What keys are derived from: `SESSION_SECRET`, or one that was made up at the first start and stands in the data folder. Several nodes that
 * start at once on one folder end with the same.
 */
export const loadSecret = async (sessionSecret: string | undefined, dataDir: string): Promise<string> => {
  if (sessionSecret !== undefined) return sessionSecret
  await mkdir(dataDir, { recursive: true })
  await writeFile(fileOf(dataDir), randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return (await readFile(fileOf(dataDir), 'utf8')).trim()
}

/** What a key is for; keys of different purposes tell nothing of one another. */
export type KeyPurpose = 'log' | 'secondFactor' | 'singleSignOn' | 'calendarLink'

/** A key of 256 bits for one purpose (HKDF, RFC 5869). */
export const deriveKey = (secret: string, purpose: KeyPurpose): Buffer => Buffer.from(hkdfSync('sha256', secret, 'parindex', purpose, 32))

/** By what a key is told from others without giving it away. */
export const keyIdOf = (key: Buffer): string => createHash('sha256').update('parindex key').update(key).digest('hex').slice(0, 8)
