import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'

/** One row of a table file, cells as text. */
export type Cells = readonly string[]

const required = ['unit', 'code', 'points'] as const
const optional = ['status', 'round', 'treatment', 'group', 'ranked'] as const
/** Columns of a score sheet in CSV; the first three must be there, columns of other names are passed over. */
export type ScoreColumn = (typeof required)[number] | (typeof optional)[number]

/** Reads a cell of a row by the name of its column: trimmed, NFC, empty where the column is not there. */
export type ReadCell = (cells: Cells, column: ScoreColumn) => string

/** Finds the columns by name, in any order, a byte order mark ignored; absent required ones are problems of line 1. */
export const readHeader = (header: Cells): Result<ReadCell> => {
  const names = header.map((name) => name.replace(/^\uFEFF/, '').trim())
  const absent = required.filter((name) => !names.includes(name))
  if (absent.length > 0) return refuse(...absent.map((field) => errorAt('missingField', field, { field }, 1)))
  return accept((cells, column) => {
    const index = names.indexOf(column)
    return index < 0 ? '' : (cells[index] ?? '').trim().normalize('NFC')
  })
}
