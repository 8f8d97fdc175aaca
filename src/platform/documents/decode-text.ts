import { fromLegacyFont } from '../../core/document/legacy-font.ts'

/**
 * Bytes of a text file as text, NFC. UTF-8 and UTF-16 by their marks or by their shape; older Vietnamese files are windows-1258, TCVN3 or
 * VNI, whichever gives the fewest signs inside words.
 */
export const decodeText = (bytes: Uint8Array): string =>
  decodeBytes(bytes)
    .replace(/^\ufeff/, '')
    .normalize('NFC')

const decodeBytes = (bytes: Uint8Array): string => {
  const wide = wideEncoding(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeSingleByte(bytes)
  }
}

/** UTF-16 without mark shows by zeros at every second byte of Latin text. */
const wideEncoding = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (odd > sample.length / 5 && even < odd / 4) return 'utf-16le'
  if (even > sample.length / 5 && odd < even / 4) return 'utf-16be'
  return undefined
}

/** A UTF-8 file with a few damaged bytes stays UTF-8, the damage shown as U+FFFD; else the reading is taken that leaves the fewest signs. */
const decodeSingleByte = (bytes: Uint8Array): string => {
  const utf8 = new TextDecoder('utf-8').decode(bytes)
  const damaged = utf8.split('\ufffd').length - 1
  const sound = utf8.match(/[\u00c0-\u1ef9]/g)?.length ?? 0
  if (sound > damaged) return utf8
  const signs = Buffer.from(bytes).toString('latin1')
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const readings = [windows, fromLegacyFont(signs, 'TCVN3'), fromLegacyFont(signs, 'VNI')]
  return readings.reduce((best, text) => (signsInWords(text) < signsInWords(best) ? text : best))
}

/** Signs next to a letter, or letters that Vietnamese does not have. */
const signsInWords = (text: string): number =>
  (text.match(/[\p{L}\p{M}][\u0080-\u00bf\u00d7\u00f7]|[\u0080-\u00bf\u00d7\u00f7][\p{L}\p{M}]|[åäëïöüÿçñøæßþœ]/giu) ?? []).length
