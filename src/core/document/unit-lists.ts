import type { PrintedRow } from './printed-row.ts'
import { knownUnits, splitUnits } from './unit-names.ts'

/** The units a row assigns its work to. */
export interface RowUnits {
  readonly leadUnits: readonly string[]
  readonly coordinatingUnits: readonly string[]
}

/** Parts the cells of units; what stands alone in some cell of the table helps to part the others. */
export const unitLists = (rows: readonly PrintedRow[]): ((row: PrintedRow) => RowUnits) => {
  const cells = rows.flatMap((row) => [row.texts.lead, row.texts.coordinating].filter((text) => text !== undefined))
  const known = knownUnits(cells)
  const read = new Map<PrintedRow, RowUnits>()
  return (row) => {
    const units = read.get(row) ?? {
      leadUnits: splitUnits(row.texts.lead ?? '', known),
      coordinatingUnits: splitUnits(row.texts.coordinating ?? '', known),
    }
    read.set(row, units)
    return units
  }
}
