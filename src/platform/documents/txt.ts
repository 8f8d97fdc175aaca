import type { RawDocument } from '../../core/document/raw-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { decodeText } from './decode-text.ts'

/** A text file: its lines as they stand. A page break (form feed) ends a line. */
export const readTxt = (bytes: Uint8Array): Result<RawDocument> => {
  const lines = decodeText(bytes).split(/\r\n|[\n\r\f\v\u2028\u2029]/)
  if (lines.every((line) => line.trim() === '')) return refuse(errorAt('unreadableFile', '', { reason: 'empty' }))
  return accept({ format: 'txt', blocks: [{ kind: 'text', lines: lines.map((text, at) => ({ text, line: at + 1 })) }] })
}
