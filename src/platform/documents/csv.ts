import { parseCsv } from 'hucre/csv'
import type { RawDocument, RawRow } from '../../core/document/raw-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { decodeText } from './decode-text.ts'

/** A comma-, semicolon- or tab-separated file. A cell keeps its text as it stands; whether it is a number is for the reader of the table. */
export const readCsv = (bytes: Uint8Array): Result<RawDocument> => {
  const rows = csvRows(bytes)
  const grid = rows.map((row, at) => rowOf(row, at + 1)).filter((row) => row.cells.length > 0)
  if (grid.length === 0) return refuse(errorAt('unreadableFile', '', { reason: 'empty' }))
  return accept({ format: 'csv', blocks: [{ kind: 'grid', rows: grid }] })
}

/** Every row of the file as text, empty ones and a first line `sep=;` of Excel as empty rows too, so that positions are lines. */
export const csvRows = (bytes: Uint8Array): readonly (readonly string[])[] => {
  const text = decodeText(bytes)
  // Excel writes the delimiter of its locale into a first line of its own.
  const named = /^sep=(.)\r?\n/.exec(text)
  const body = named ? text.slice(named[0].length) : text
  const rows = parseCsv(body, { delimiter: named?.[1] ?? delimiterOf(body), typeInference: false }).map((row) => row.map(String))
  return named ? [[], ...rows] : rows
}

const rowOf = (row: readonly string[], line: number): RawRow => ({
  line,
  cells: row.map((text, column) => ({ column, text: text.replace(/\r\n?/g, '\n').trim() })).filter((cell) => cell.text !== ''),
})

/**
 * The sign that parts the columns: the one that gives the same number of cells in most lines outside quotes. A decimal comma parts only the
 * lines that hold a figure, so in Vietnamese files the semicolon or the tab wins as it should.
 */
const delimiterOf = (text: string): string => {
  const lines = text
    .slice(0, 200_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 200)
  const score = (delimiter: string): number => {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const parts = line.split(delimiter).length
      if (parts > 1) counts.set(parts, (counts.get(parts) ?? 0) + 1)
    }
    return Math.max(0, ...[...counts].map(([parts, times]) => times * Math.log2(parts)))
  }
  const [best = ','] = ['\t', ';', ',', '|'].sort((first, second) => score(second) - score(first))
  return best
}
