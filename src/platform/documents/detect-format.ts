import type { UnreadableReason } from '../../core/problem-facts/document.ts'

export type DetectedFormat = 'txt' | 'docx' | 'xlsx' | 'ods' | 'csv' | 'pdf' | 'json'

const startsWith = (bytes: Uint8Array, ...magic: readonly number[]): boolean => magic.every((byte, at) => bytes[at] === byte)
const includesText = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1')

/** Names within an OLE container are UTF-16LE: `EncryptedPackage` marks a modern Office file behind a password. */
const oleName = (name: string): string => [...name].map((letter) => `${letter}\0`).join('')

/**
 * The format of a file by its content; the name decides only between text formats (.csv, .json, .txt), which have no mark of their own.
 * Refusals: `encrypted` (Office with password), `oldFormat` (.doc, .xls), `unknownFormat` (another archive, a picture, a program).
 */
export const detectFormat = (bytes: Uint8Array, fileName: string): DetectedFormat | UnreadableReason => {
  if (bytes.length === 0) return 'empty'
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return includesText(bytes, oleName('EncryptedPackage')) ? 'encrypted' : 'oldFormat'
  if (startsWith(bytes, 0x50, 0x4b)) return archiveFormat(bytes)
  // Leading bytes before the mark are common in files saved by mail programs; readers accept it within the first KiB.
  if (includesText(bytes.subarray(0, 1024), '%PDF-')) return 'pdf'
  if (startsWith(bytes, 0x7b, 0x5c, 0x72, 0x74, 0x66)) return 'oldFormat'
  return textFormat(bytes, fileName)
}

/** The names of an archive's entries stand uncompressed in its directory. */
const archiveFormat = (bytes: Uint8Array): DetectedFormat | UnreadableReason => {
  if (includesText(bytes, 'word/document')) return 'docx'
  if (includesText(bytes, 'xl/workbook')) return 'xlsx'
  if (includesText(bytes, 'opendocument.spreadsheet')) return 'ods'
  return includesText(bytes, '[Content_Types].xml') ? 'broken' : 'unknownFormat'
}

const textFormat = (bytes: Uint8Array, fileName: string): DetectedFormat | UnreadableReason => {
  if (isBinary(bytes)) return 'unknownFormat'
  const head = Buffer.from(bytes.subarray(0, 256))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf)?\s+|\0/g, '')
    .replace(/^\xef\xbb\xbf/, '')
  const extension = fileName.toLowerCase().replace(/^.*\./s, '')
  if (/^[[{]/.test(head) && extension !== 'txt' && extension !== 'csv') return 'json'
  return extension === 'csv' || extension === 'tsv' ? 'csv' : 'txt'
}

/** Control characters other than white space do not occur in text; zeros do in UTF-16, at every second place. */
const isBinary = (bytes: Uint8Array): boolean => {
  const sample = bytes.subarray(0, 8192)
  if (startsWith(sample, 0xff, 0xfe) || startsWith(sample, 0xfe, 0xff)) return false
  const controls = sample.reduce((count, byte) => count + (byte < 9 || (byte > 13 && byte < 32) ? 1 : 0), 0)
  const zeros = sample.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0)
  return controls - zeros > sample.length / 50 || (zeros > 0 && zeros < sample.length / 5)
}
