import type { Points } from '../exact/points.ts'
import { sumPoints } from '../exact/points.ts'
import { fold } from './clean-text.ts'
import { hasPoints, type PrintedRow } from './printed-row.ts'
import { isCalculationLine } from './row-words.ts'

/** What stands below a node without code: lines of its calculation, and rows that are nodes whose code is missing. */
export interface LinesBelow {
  readonly calculations: readonly string[]
  readonly nodes: readonly PrintedRow[]
}

/**
 * Tells lines of calculation from nodes without code. A line by its words, by reaching down from the criterion's cell, or by its points: several
 * lines of which the best is the criterion's maximum are its levels, lines that add up to it its parts. A row that names a lead is a node.
 */
export const calculationRuns = (
  nodes: readonly PrintedRow[],
  lines: ReadonlyMap<number, readonly PrintedRow[]>,
): ReadonlyMap<number, LinesBelow> => new Map([...lines].map(([index, rows]) => [index, sortLines(nodes[index], rows)] as const))

const sortLines = (owner: PrintedRow | undefined, rows: readonly PrintedRow[]): LinesBelow => {
  if (owner !== undefined && addUp(owner, rows)) return { calculations: [], nodes: rows.map((row) => partOf(owner, row)) }
  const areLevels = owner !== undefined && levelsOf(owner, rows)
  const calculations: string[] = []
  const nodes: PrintedRow[] = []
  for (const row of rows) {
    const isLine =
      row.continuesAbove || isCalculationLine(row.name) || (areLevels && !row.texts.lead) || !(hasPoints(row) || row.texts.lead)
    if (isLine && !(row.texts.lead && !row.continuesAbove)) calculations.push(lineText(row))
    else nodes.push(row)
  }
  return { calculations, nodes }
}

const alternative = /^(?:khong|chua|duoi|tu \d|tren \d|dat|truoc|sau|thieu|cham|tre|qua han|neu|truong hop|\d+ ?%)/

/** Rows whose points add up to the criterion's, none of them an alternative to another, are its parts whose codes are missing. */
const addUp = (owner: PrintedRow, rows: readonly PrintedRow[]): boolean => {
  const max = pointsOf(owner)
  const points = rows.flatMap((row) => pointsOf(row) ?? [])
  if (max === undefined || points.length < 2 || points.length < rows.length || rows.some((row) => row.continuesAbove)) return false
  return (
    sumPoints(points) === max && points.every((each) => each > 0 && each < max) && !rows.some((row) => alternative.test(fold(row.name)))
  )
}

const partOf = (owner: PrintedRow, row: PrintedRow): PrintedRow => ({
  ...row,
  name: row.name.replace(/^[-–+*•→]\s*/u, ''),
  nameLevel: owner.nameLevel + 1,
})

const levelsOf = (owner: PrintedRow, rows: readonly PrintedRow[]): boolean => {
  const max = pointsOf(owner)
  const points = rows.flatMap((row) => pointsOf(row) ?? [])
  if (max === undefined || points.length < 2) return false
  return sumPoints(points) === max || Math.max(...points) === max
}

const pointsOf = (row: PrintedRow): Points | undefined => {
  const figure = row.figures['max']
  return figure?.kind === 'points' ? figure.points : undefined
}

/** The line as printed, its points after a colon where they stood in a cell of their own. */
const lineText = (row: PrintedRow): string => {
  const text = [row.name, row.texts.calculation].filter((part) => part !== undefined && part !== '').join(' ')
  const figure = row.figures['max']
  if (figure?.kind !== 'points' || /\d\s*(?:điểm|diem|đ)?\s*[.;]?$/iu.test(text)) return text
  // A workbook keeps a number, which has no sign of its own: it is written as the paper would.
  const printed = figure.sign === undefined ? figure.raw.replace('.', ',') : figure.raw
  return text === '' ? printed : `${text.replace(/\s*[:;]$/u, '')}: ${printed}`
}
