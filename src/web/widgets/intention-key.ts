/** A fresh `Idempotency-Key`: one per intention. (`crypto.randomUUID` is not there where the page came over plain http inside an office.) */
export const intentionKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
