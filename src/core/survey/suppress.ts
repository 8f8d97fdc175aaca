import { groupBy } from './group-by.ts'

/** One cell of a table of counts with its margins: `row` or `column` is absent in a margin, both in the grand total. */
export interface Cell {
  readonly row?: string
  readonly column?: string
  readonly count: number
}

const margin = '\u0000all'
const rowOf = ({ row }: Cell): string => `row ${row ?? margin}`
const columnOf = ({ column }: Cell): string => `column ${column ?? margin}`

/** Adds up to the rest of its line: the margin of a row, or of a column. */
const isMarginOf = (line: string, cell: Cell): boolean => (line.startsWith('row') ? cell.column : cell.row) === undefined

/**
 * Withheld cells as edges between their row and their column: every line is a sum, so what is published fixes a withheld cell exactly where its
 * edge is a bridge of that graph (the equations of a table are those of a flow). Found by depth-first search with low points (Tarjan 1974).
 */
const findBridge = (withheld: ReadonlySet<Cell>): Cell | undefined => {
  const edges = groupBy(
    [...withheld].flatMap((cell) => [
      { at: rowOf(cell), to: columnOf(cell), cell },
      { at: columnOf(cell), to: rowOf(cell), cell },
    ]),
    ({ at }) => at,
  )
  const [order, low] = [new Map<string, number>(), new Map<string, number>()]
  for (const start of edges.keys()) {
    if (order.has(start)) continue
    const stack: { at: string; by?: Cell; next: number }[] = [{ at: start, next: 0 }]
    order.set(start, order.size)
    low.set(start, order.size - 1)
    while (stack.length > 0) {
      const top = stack.at(-1)
      if (!top) break
      const edge = edges.get(top.at)?.[top.next++]
      if (edge) {
        if (edge.cell === top.by) continue
        const seen = order.get(edge.to)
        if (seen !== undefined) low.set(top.at, Math.min(low.get(top.at) ?? seen, seen))
        else {
          low.set(edge.to, order.size)
          order.set(edge.to, order.size)
          stack.push({ at: edge.to, by: edge.cell, next: 0 })
        }
        continue
      }
      stack.pop()
      const above = stack.at(-1)
      if (!above || !top.by) continue
      const lowest = low.get(top.at) ?? 0
      if (lowest > (order.get(above.at) ?? 0)) return top.by
      low.set(above.at, Math.min(low.get(above.at) ?? lowest, lowest))
    }
  }
  return undefined
}

/** A line whose margin is published gives the withheld ones together: they have to be as many people as a cell has to be. */
const findThinLine = (lines: ReadonlyMap<string, readonly Cell[]>, withheld: ReadonlySet<Cell>, least: number): string | undefined => {
  for (const [line, cells] of lines) {
    const hidden = cells.filter((cell) => withheld.has(cell))
    if (hidden.length === 0 || hidden.some((cell) => isMarginOf(line, cell))) continue
    if (hidden.reduce((sum, { count }) => sum + count, 0) < least) return line
  }
  return undefined
}

/** The cheapest cell to withhold too: the smallest that holds somebody, an inner one before a margin. */
const cheapest = (cells: readonly Cell[], withheld: ReadonlySet<Cell>): Cell | undefined => {
  const isMargin = (cell: Cell): number => Number(cell.row === undefined) + Number(cell.column === undefined)
  return cells.filter((cell) => !withheld.has(cell) && cell.count > 0).sort((a, b) => isMargin(a) - isMargin(b) || a.count - b.count)[0]
}

/**
 * Cells that are not published: those of fewer than `least` respondents (an empty cell tells of nobody), and as many others as it takes that no
 * withheld one can be worked out by subtraction along rows, columns or both, nor fewer than `least` people together. `cells` has every inner cell,
 * every margin and the total.
 */
export const withhold = (cells: readonly Cell[], least: number): ReadonlySet<Cell> => {
  const lines = new Map([...groupBy(cells, rowOf), ...groupBy(cells, columnOf)])
  const withheld = new Set(cells.filter(({ count }) => count > 0 && count < least))
  for (;;) {
    const thin = findThinLine(lines, withheld, least)
    const bridge = thin === undefined ? findBridge(withheld) : undefined
    if (thin === undefined && bridge === undefined) return withheld
    const around = thin === undefined && bridge ? [rowOf(bridge), columnOf(bridge)] : [thin ?? '']
    const next = around.map((line) => cheapest(lines.get(line) ?? [], withheld)).find((cell) => cell !== undefined)
    // Nothing is left around it: the whole table is as thin as the cell.
    if (next === undefined) return new Set(cells.filter(({ count }) => count > 0))
    withheld.add(next)
  }
}
