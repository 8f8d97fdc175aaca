import type { ColumnStatistics } from './describe-column.ts'
import { type Cell, withhold } from './suppress.ts'
import type { ColumnTable, Tabulation } from './tabulate.ts'

/** What must not be published: cells of columns by unit and group (absent: all of them), and points of leaves. */
export interface Withheld {
  readonly isCellWithheld: (column: string, unit: string | undefined, group: string | undefined) => boolean
  readonly isLeafWithheld: (unit: string, leaf: string) => boolean
}

const keyOf = (column: string, unit: string | undefined, group: string | undefined): string =>
  JSON.stringify([column, unit ?? null, group ?? null])

/** How many people a cell is of: those who answered, and where none did, those who said that they do not know or left it open. */
const peopleIn = (statistics: ColumnStatistics | undefined): number =>
  statistics ? statistics.valid || statistics.dontKnow + statistics.noAnswer : 0

const cellsOf = ({ total, units }: ColumnTable): readonly Cell[] => {
  const groups = [...total.groups.keys()]
  const rows = [...units]
  return [
    ...rows.flatMap(([row, figures]) => groups.map((column) => ({ row, column, count: peopleIn(figures.groups.get(column)) }))),
    ...rows.map(([row, figures]) => ({ row, count: peopleIn(figures.all) })),
    ...groups.map((column) => ({ column, count: peopleIn(total.groups.get(column)) })),
    { count: peopleIn(total.all) },
  ]
}

/**
 * Cells below the questionnaire's threshold, with those that keep them from being worked out by subtraction; each question is a table of its own,
 * counted by valid answers. Points of a leaf are withheld where a cell that they are made of is.
 */
export const withheldIn = ({ columns, questionnaire }: Tabulation): Withheld => {
  const cells = columns.flatMap((table) =>
    [...withhold(cellsOf(table), questionnaire.suppressBelow)].map(({ row, column }) => keyOf(table.column.id, row, column)),
  )
  const hidden = new Set(cells)
  const isCellWithheld = (column: string, unit: string | undefined, group: string | undefined) => hidden.has(keyOf(column, unit, group))
  return {
    isCellWithheld,
    isLeafWithheld: (unit, leaf) => {
      const measure = questionnaire.leaves.find((each) => each.leaf === leaf)
      const groups = measure?.weighted ? questionnaire.groups.filter(({ weight }) => weight && weight.n > 0n) : [undefined]
      const ids = [...(measure?.questions ?? []), ...(measure?.parts.flat() ?? [])]
      return ids.some((id) => groups.some((group) => isCellWithheld(id, unit, group?.id)))
    },
  }
}
