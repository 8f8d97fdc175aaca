import { fold } from '../fold.ts'
import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'

/** One row of a table file, cells as text. */
export type Cells = readonly string[]

const required = ['unit', 'code', 'points'] as const
const optional = ['status', 'round', 'treatment', 'group', 'ranked', 'appliedMax'] as const
/** Columns of a score sheet in CSV; the first three must be there, columns of other names are passed over. */
export type ScoreColumn = (typeof required)[number] | (typeof optional)[number]

/** Headings of offices' own workbooks beside the names of the contract, folded. */
const headings: Readonly<Record<ScoreColumn, readonly string[]>> = {
  unit: ['don vi', 'ten don vi', 'co quan', 'co quan, don vi'],
  code: ['ma', 'ma so', 'ma tieu chi', 'tieu chi', 'stt tieu chi'],
  points: ['diem', 'so diem', 'diem so', 'diem dat', 'diem dat duoc'],
  status: ['trang thai', 'tinh trang'],
  round: ['vong', 'vong cham', 'luot', 'lan cham'],
  treatment: ['cach xu ly', 'xu ly'],
  group: ['nhom', 'khoi', 'nhom don vi'],
  appliedMax: ['diem toi da ap dung', 'diem toi da duoc ap dung'],
  ranked: ['xep hang', 'co xep hang', 'duoc xep hang'],
}

/** Reads a cell of a row by the name of its column: trimmed, NFC, empty where the column is not there. */
export type ReadCell = (cells: Cells, column: ScoreColumn) => string

/** Finds the columns by name, or by a Vietnamese heading, in any order, a byte order mark ignored; absent required ones are problems of line 1. */
export const readHeader = (header: Cells): Result<ReadCell> => {
  const names = header.map((name) => name.replace(/^\uFEFF/, '').trim())
  const folded = names.map(fold)
  const placeOf = (column: ScoreColumn): number => {
    const own = names.indexOf(column)
    return own >= 0 ? own : folded.findIndex((name) => headings[column].includes(name))
  }
  const places = new Map([...required, ...optional].map((column) => [column, placeOf(column)] as const))
  const absent = required.filter((name) => (places.get(name) ?? -1) < 0)
  if (absent.length > 0) return refuse(...absent.map((field) => errorAt('missingField', field, { field }, 1)))
  return accept((cells, column) => {
    const index = places.get(column) ?? -1
    return index < 0 ? '' : (cells[index] ?? '').trim().normalize('NFC')
  })
}
