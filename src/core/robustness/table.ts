import type { Problem } from '../problem.ts'
import { faultIn } from './fault.ts'

/** One row of a table file, cells as text. */
export type Cells = readonly string[]

/** A row that is not blank, with its 1-based line. */
export interface Line {
  readonly cells: Cells
  readonly line: number
}

/** Text of a cell: trimmed and NFC, without byte order mark, empty where there is none. */
export const cellText = (text: string | undefined): string =>
  (text ?? '')
    .replace(/^\uFEFF/, '')
    .trim()
    .normalize('NFC')

/** Every row below the header that holds something. */
export const linesOf = (rows: readonly Cells[]): readonly Line[] =>
  rows.flatMap((cells, index) => (index === 0 || cells.every((cell) => cell.trim() === '') ? [] : [{ cells, line: index + 1 }]))

/** Reads cells by the name of their column, in any order; other columns are left alone. Absent columns are problems of line 1. */
export const readColumns = <Name extends string>(
  table: 'structure' | 'weights',
  rows: readonly Cells[],
  names: readonly Name[],
): { readonly read: (line: Line, name: Name) => string; readonly problems: readonly Problem[] } => {
  const header = (rows[0] ?? []).map((name) => cellText(name).toLowerCase())
  return {
    read: ({ cells }, name) => cellText(cells[header.indexOf(name)]),
    problems: names.filter((name) => !header.includes(name)).map((name) => faultIn(table, 'absentColumn', name, { line: 1 })),
  }
}

const shape = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:e[+-]?\d+)?$/i

/** Reads `1.5`, `1,5`, `-2e3`; `undefined` for anything else and for what no double can hold. */
export const parseNumber = (text: string): number | undefined => {
  const value = shape.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  return Number.isFinite(value) ? value : undefined
}

/** The line where a key came first, or `undefined` when it comes first now. */
export const firstLine = (seen: Map<string, number>, key: string, line: number): number | undefined => {
  const first = seen.get(key)
  if (first === undefined) seen.set(key, line)
  return first
}
