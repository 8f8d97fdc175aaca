import type { FlowColumn } from './flow-heading.ts'
import { type TableRow, textCell } from './table.ts'
import { type RunUnit, unitRun } from './unit-run.ts'

/** Texts of a row by columns. */
export type FlowCells = Partial<Record<FlowColumn, string>>

/**
 * On the next page the name goes on first, then the units: the last words that complete them to what other rows have, wherever the page cut them
 * ("Các phòng Văn phòng" and "thuộc sở").
 */
export const completedUnits = (
  units: string,
  next: readonly string[],
  known: ReadonlySet<string>,
): { readonly units: string; readonly taken: number } => {
  const tokens = units.split(' ')
  for (let start = Math.max(0, next.length - 12); units !== '' && start < next.length; start++) {
    const words = next.slice(start)
    for (let at = tokens.length; at > 0; at--) {
      const completed = [...tokens.slice(0, at), ...words, ...tokens.slice(at)].join(' ')
      if (known.has(completed)) return { units: completed, taken: words.length }
    }
  }
  return { units, taken: 0 }
}

/** Where the units begin that stand before the points. */
export const unitStart = (text: string): number => {
  for (const match of text.matchAll(/(?<=\s)\p{Lu}/gu)) if (unitRun(text.slice(match.index))) return match.index
  return text.length
}

export const unitCells = (text: string, columns: readonly FlowColumn[]): FlowCells => {
  if (text === '') return {}
  if (!columns.includes('lead')) return columns.includes('coordinating') ? { coordinating: text } : { note: text }
  if (!columns.includes('coordinating')) return { lead: text }
  const cuts = cutsOf(unitRun(text))
  const [first] = cuts
  return first ? { lead: first.left, coordinating: first.right } : { lead: text }
}

interface Cut {
  readonly left: string
  readonly right: string
}

/** Every place where two names stand side by side without a comma: one of them is the border of the columns. */
const cutsOf = (units: readonly RunUnit[] | undefined): readonly Cut[] => {
  if (!units) return []
  const join = (list: readonly RunUnit[]): string => list.map(({ text }) => text).join(', ')
  return units.flatMap(({ isListed }, index) =>
    index === 0 || isListed ? [] : [{ left: join(units.slice(0, index)), right: join(units.slice(index)) }],
  )
}

/** Rows with more than one possible border take the one whose left side is a lead elsewhere. */
export const settleUnits = (rows: readonly TableRow[], columns: readonly FlowColumn[]): readonly TableRow[] => {
  const [lead, coordinating] = [columns.indexOf('lead'), columns.indexOf('coordinating')]
  if (lead < 0 || coordinating < 0) return rows
  const cutsByRow = rows.map((row) => cutsOf(unitRun(`${row.cells[lead]?.text ?? ''} ${row.cells[coordinating]?.text ?? ''}`.trim())))
  const leads = new Set(cutsByRow.flatMap((cuts) => (cuts.length === 1 ? [cuts[0]?.left] : [])))
  return rows.map((row, index) => {
    const cuts = cutsByRow[index] ?? []
    const best = cuts.length > 1 ? cuts.findLast(({ left }) => leads.has(left)) : undefined
    if (!best) return row
    return {
      ...row,
      cells: row.cells.map((cell, column) =>
        column === lead ? textCell(best.left) : column === coordinating ? textCell(best.right) : cell,
      ),
    }
  })
}
