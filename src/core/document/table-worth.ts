import { sumPoints } from '../exact/points.ts'
import { printedMaxOf } from './framework-of-table.ts'
import { hasPoints } from './printed-row.ts'
import type { ReadTable } from './read-table.ts'
import type { Branch } from './tree.ts'

/**
 * How much sense a reading makes: rows with a code, a name and points count for it, and sums that come out; figures that are none, rows without name and
 * sums that do not come out count against it.
 */
export const worthOf = ({ all, rows }: ReadTable): number => {
  let worth = 0
  for (const { row } of all) {
    const figures = Object.values(row.figures)
    if (row.name !== '' && (row.code || hasPoints(row))) worth += hasPoints(row) ? 1 : 0.3
    if (row.name === '' || figures.some((figure) => figure.kind === 'text')) worth -= 0.6
    if (/^\d+[.,]\d+$|\s\d+[.,]\d+$/u.test(row.name)) worth -= 0.5
    if (row.name.length > 600) worth -= 1
  }
  return worth + sumsOf(all) + (rows.totals.some(hasPoints) ? 1 : 0)
}

/** One for each printed sum that its children give, one off for each that they do not. */
const sumsOf = (all: readonly Branch[]): number =>
  all.reduce((worth, { row, children }) => {
    const printed = printedMaxOf(row)
    if (children.length === 0 || printed === undefined) return worth
    const maxima = children.flatMap((child) => printedMaxOf(child.row) ?? [])
    return worth + (maxima.length === children.length && sumPoints(maxima) === printed ? 1 : -1)
  }, 0)

/** Of several readings of one text the first, unless a later one makes clearly more sense: separators that were printed are not guessed. */
export const firstGoodOf = (readings: readonly ReadTable[]): ReadTable | undefined => {
  let chosen: { readonly table: ReadTable; readonly worth: number } | undefined
  for (const table of readings) {
    const worth = worthOf(table)
    if (!chosen || worth > chosen.worth * 1.1 + 0.5) chosen = { table, worth }
  }
  return chosen?.table
}

/** The table that holds most; of equal ones the first. */
export const bestOf = (tables: readonly ReadTable[]): ReadTable | undefined => {
  let best: { readonly table: ReadTable; readonly worth: number } | undefined
  for (const table of tables) {
    const worth = worthOf(table)
    if (!best || worth > best.worth) best = { table, worth }
  }
  return best?.table
}
