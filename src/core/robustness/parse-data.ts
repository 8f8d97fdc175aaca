import type { Problem } from '../problem.ts'
import { faultIn } from './fault.ts'
import type { StructureNode } from './structure.ts'
import { type Cells, cellText, firstLine, type Line, linesOf, parseNumber } from './table.ts'

/** Data of indicators: one column of doubles per code, in the order of `units`; NaN is missing. */
export interface IndicatorData {
  readonly units: readonly string[]
  readonly columns: ReadonlyMap<string, Float64Array>
}

const checkHeader = (header: readonly string[], levels: ReadonlyMap<string, number>): readonly Problem[] => {
  const seen = new Map<string, number>()
  const problems = header.flatMap((code, column): readonly Problem[] => {
    if (column === 0) return code.toLowerCase() === 'unit' ? [] : [faultIn('data', 'absentColumn', 'unit', { line: 1 })]
    const first = firstLine(seen, code, column + 1)
    if (first !== undefined) return [faultIn('data', 'repeatedColumn', code, { line: 1, value: `${column + 1}`, other: `${first}` })]
    const level = levels.get(code)
    if (level === undefined) return [faultIn('data', 'unknownCode', code, { line: 1, value: `${column + 1}` })]
    return level > 1 ? [faultIn('data', 'aggregateCode', code, { line: 1 })] : []
  })
  const absent = [...levels].filter(([code, level]) => level === 1 && !seen.has(code))
  return [...problems, ...absent.map(([code]) => faultIn('data', 'absentIndicator', code, { line: 1 }))]
}

/** Empty is missing, and so is `NA`, R's word for it. */
const isMissing = (text: string): boolean => text === '' || text === 'NA'

const readRow = (
  header: readonly string[],
  { cells, line }: Line,
): { readonly values: readonly number[]; readonly problems: readonly Problem[] } => {
  const unit = cellText(cells[0])
  const problems: Problem[] = unit === '' ? [faultIn('data', 'noUnit', '', { line })] : []
  const values = header.map((code, column) => {
    const text = cellText(cells[column])
    if (column === 0 || isMissing(text)) return Number.NaN
    const value = parseNumber(text)
    if (value === undefined) problems.push(faultIn('data', 'notNumber', unit, { line, value: text, other: code }))
    return value ?? Number.NaN
  })
  const count = cells.length
  if (cells.slice(header.length).some((cell) => cell.trim() !== ''))
    problems.push(faultIn('data', 'tooManyCells', unit, { line, value: `${count}`, other: `${header.length}` }))
  return { values, problems }
}

/**
 * Reads the rows of a data file: first column `unit`, then one column per indicator of the structure; a cell that is empty or `NA` is missing.
 * Every problem is listed by line; the data are whole only where there is none.
 */
export const readIndicatorData = (
  rows: readonly Cells[],
  nodes: readonly StructureNode[],
): { readonly data: IndicatorData; readonly problems: readonly Problem[] } => {
  const header = (rows[0] ?? []).map(cellText)
  while (header.at(-1) === '') header.pop()
  const problems: Problem[] = header.length === 0 ? [faultIn('data', 'absentColumn', 'unit', { line: 1 })] : []
  problems.push(...checkHeader(header, new Map(nodes.map(({ code, level }) => [code, level]))))
  const lines = linesOf(rows)
  const columns = header.map(() => new Float64Array(lines.length))
  const seen = new Map<string, number>()
  const units = lines.map((each, row) => {
    const unit = cellText(each.cells[0])
    const first = unit === '' ? undefined : firstLine(seen, unit, each.line)
    if (first !== undefined) problems.push(faultIn('data', 'repeatedUnit', unit, { line: each.line, other: `${first}` }))
    const read = readRow(header, each)
    problems.push(...read.problems)
    for (const [column, value] of read.values.entries()) columns[column]?.fill(value, row, row + 1)
    return unit
  })
  if (units.length === 0) problems.push(faultIn('data', 'noUnits', ''))
  return {
    data: { units, columns: new Map(header.flatMap((code, at) => (at === 0 ? [] : [[code, columns[at] ?? new Float64Array()]]))) },
    problems,
  }
}
