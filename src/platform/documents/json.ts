import type { RawCell, RawDocument } from '../../core/document/raw-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { decodeText } from './decode-text.ts'

/**
 * Rows as JSON: a list of lists (`[["STT","Tiêu chí"],["1","…"]]`), or a list of objects, whose keys are the headings.
 * A framework file is no document; `readFrameworkFile` takes it.
 */
export const readJson = (bytes: Uint8Array): Result<RawDocument> => {
  const value = parseJson(decodeText(bytes))
  const rows = value === undefined ? undefined : rowsOf(value)
  if (!rows) return refuse(errorAt('unreadableFile', '', { reason: value === undefined ? 'broken' : 'unknownFormat' }))
  const grid = rows.map((row, at) => ({ line: at + 1, cells: row.flatMap(cellOf) })).filter((row) => row.cells.length > 0)
  if (grid.length === 0) return refuse(errorAt('unreadableFile', '', { reason: 'empty' }))
  return accept({ format: 'json', blocks: [{ kind: 'grid', rows: grid }] })
}

export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const rowsOf = (value: unknown): readonly (readonly unknown[])[] | undefined => {
  const list = Array.isArray(value) ? value : isRecord(value) ? value['rows'] : undefined
  if (!Array.isArray(list)) return undefined
  if (list.every(Array.isArray)) return list
  if (!list.every(isRecord)) return undefined
  const headings = [...new Set(list.flatMap(Object.keys))]
  return [headings, ...list.map((row) => headings.map((heading) => row[heading]))]
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const cellOf = (value: unknown, column: number): readonly RawCell[] => {
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : typeof value === 'number' ? String(value) : ''
  return text === '' ? [] : [{ column, text, ...(typeof value === 'number' ? { isNumber: true } : {}) }]
}
