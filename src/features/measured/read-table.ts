import { decimalText, parseDecimal } from '../../core/exact/decimal.ts'
import { fold } from '../../core/fold.ts'
import { errorAt, type Problem } from '../../core/problem.ts'

/** The rows of a table, heading row first, each cell as text. */
export type TableRows = readonly (readonly string[])[]

export interface ReadValue {
  readonly unitId: string
  /** A decimal with a point, as published. */
  readonly value: string
  readonly line: number
}

export interface ReadTable {
  readonly columns: readonly string[]
  readonly unitColumn: string
  readonly valueColumn: string
  readonly values: readonly ReadValue[]
  readonly problems: readonly Problem[]
}

type FindUnit = (text: string) => string | undefined

const cell = (row: readonly string[], at: number): string => row[at]?.trim() ?? ''

/** The column in which most rows are what is looked for; the later one where two are equal and `last`. */
const fullest = (columns: readonly string[], body: TableRows, fits: (text: string) => boolean, except = -1): number => {
  const counts = columns.map((_, at) => (at === except ? -1 : body.filter((row) => fits(cell(row, at))).length))
  const most = Math.max(0, ...counts)
  return most === 0 ? -1 : counts.lastIndexOf(most)
}

/**
 * Reads value by unit out of a published table. Columns that are not named are found: the one that names units, and the last one of figures. A unit that is not
 * in the cycle, one that stands twice, and a cell that is no figure are problems; an empty cell says nothing.
 */
export const readTable = (
  [heading = [], ...body]: TableRows,
  named: { readonly unitColumn: string; readonly valueColumn: string },
  findUnit: FindUnit,
): ReadTable => {
  const folded = heading.map(fold)
  const at = (name: string, found: () => number): number => (name === '' ? found() : folded.indexOf(fold(name)))
  const unitAt = at(named.unitColumn, () => fullest(heading, body, (text) => findUnit(text) !== undefined))
  const valueAt = at(named.valueColumn, () => fullest(heading, body, (text) => parseDecimal(text) !== undefined, unitAt))
  const problems: Problem[] = []
  if (unitAt < 0) problems.push(errorAt('missingField', 'heading', { field: named.unitColumn || 'unit' }, 1))
  if (valueAt < 0) problems.push(errorAt('missingField', 'heading', { field: named.valueColumn || 'value' }, 1))
  const shape = { columns: heading, unitColumn: heading[unitAt] ?? '', valueColumn: heading[valueAt] ?? '' }
  if (problems.length > 0) return { ...shape, values: [], problems }
  const seen = new Map<string, number>()
  const values = body.flatMap((row, index): readonly ReadValue[] => {
    const [name, text, line] = [cell(row, unitAt), cell(row, valueAt), index + 2]
    if (name === '' || text === '') return []
    const [unitId, figure] = [findUnit(name), parseDecimal(text)]
    const first = unitId === undefined ? undefined : seen.get(unitId)
    if (unitId === undefined) problems.push(errorAt('unknownUnit', name, { unit: name }, line))
    else if (first !== undefined) problems.push(errorAt('duplicateLine', name, { unit: name, node: shape.valueColumn, first }, line))
    else if (!figure)
      problems.push(errorAt('invalidValue', name, { field: shape.valueColumn, value: text.slice(0, 80), expected: 'figure' }, line))
    else {
      seen.set(unitId, line)
      return [{ unitId, value: decimalText(figure), line }]
    }
    return []
  })
  return { ...shape, values, problems }
}
