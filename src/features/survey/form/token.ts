import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'

/** 120 bits that no one guesses, in letters that fit a QR code and a hand-written note. */
export const newToken = (): string => randomBytes(15).toString('base64url')

/** What a token or a receipt looks like; anything else is not looked up. */
export const isToken = (text: string): boolean => /^[A-Za-z0-9_-]{16,64}$/.test(text)

/** Hashes of one token for different ends tell nothing of one another. */
export const hashFor = (end: 'link' | 'draft' | 'receipt', token: string): Buffer =>
  createHash('sha256').update(`parindex survey ${end}:`).update(token).digest()

const keyOf = (token: string): Buffer => Buffer.from(hkdfSync('sha256', token, 'parindex survey', 'draft', 32))

/** Seals a draft with a key that only the link holds: whoever has the database alone cannot read it. */
export const sealDraft = (token: string, draft: unknown): Buffer => {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), nonce)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(draft), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Opens a draft; `undefined` where the seal is broken or of another link. */
export const openDraft = (token: string, sealed: Buffer): unknown => {
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(12, 28))
    return JSON.parse(Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8'))
  } catch {
    return undefined
  }
}
