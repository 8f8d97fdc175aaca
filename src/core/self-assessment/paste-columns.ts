import type { RuledLeaf } from '../rules/leaf-outcome.ts'
import type { ScoreSource } from '../vocabulary.ts'
import { readEntry } from './read-entry.ts'

/** A row of the sheet a block is laid over; rows stand in document order. */
export interface PasteRow extends RuledLeaf {
  readonly code: string
  readonly isLeaf: boolean
  readonly source: ScoreSource
}

type Block = readonly (readonly string[])[]

/** A code as people type it: `1.1.` and `1.1` are the same. */
const plain = (code: string): string => code.trim().replace(/\.+$/, '')

/** Rows by the code printed on them; a code that several rows share names none of them, an id always does. */
export const rowsByCode = (rows: readonly PasteRow[]): { readonly get: (code: string) => PasteRow | undefined } => {
  const found = new Map<string, PasteRow>()
  const repeated = new Set<string>()
  for (const row of rows) found.has(plain(row.code)) ? repeated.add(plain(row.code)) : found.set(plain(row.code), row)
  for (const code of repeated) found.delete(code)
  for (const row of rows) found.set(row.id, row)
  return { get: (code) => found.get(plain(code)) }
}

type ByCode = ReturnType<typeof rowsByCode>

const widthOf = (block: Block): number => Math.max(...block.map((cells) => cells.length))

/** The first column in which most lines name a row of the sheet, each another; a column of points happens to look like codes, but not so. */
export const codeColumnOf = (block: Block, byCode: ByCode): number | undefined => {
  const width = widthOf(block)
  if (width < 2) return undefined
  return Array.from({ length: width }, (_, column) => column).find((column) => {
    const named = block.flatMap((cells) => byCode.get(cells[column] ?? '')?.id ?? [])
    return named.length * 2 > block.length && new Set(named).size === named.length
  })
}

const isFigure = (text: string): boolean => /^[+-]?\d+(?:[.,]\d+)?$/.test(text)

/** Of the columns after the code: the first of figures that is not simply the column of maxima. */
export const pointsColumnOf = (block: Block, codes: number, byCode: ByCode): number | undefined => {
  const leaves = block.filter((cells) => byCode.get(cells[codes] ?? '')?.isLeaf)
  const after = Array.from({ length: widthOf(block) - codes - 1 }, (_, index) => codes + 1 + index)
  const columns = after.filter((column) => {
    const filled = leaves.map((cells) => cells[column] ?? '').filter(Boolean)
    return filled.length > 0 && filled.filter(isFigure).length * 2 > filled.length
  })
  const repeatsMaxima = (column: number): boolean =>
    leaves.every((cells) => {
      const row = byCode.get(cells[codes] ?? '')
      const points = row && readEntry(row, cells[column] ?? '')
      return points?.ok && points.value === row?.maxPoints
    })
  return columns.find((column) => columns.length === 1 || !repeatsMaxima(column))
}
