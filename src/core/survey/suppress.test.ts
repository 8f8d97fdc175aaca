import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { divideFractions, type Fraction, fraction, multiplyFractions, subtractFractions } from '../exact/fraction.ts'
import { type Cell, withhold } from './suppress.ts'

/** A whole table with its margins. */
const tableOf = (counts: readonly (readonly number[])[]): readonly Cell[] => {
  const rows = counts.map((line, row) => ({ row: `u${row}`, line }))
  const sum = (list: readonly number[]) => list.reduce((total, each) => total + each, 0)
  const width = counts[0]?.length ?? 0
  return [
    ...rows.flatMap(({ row, line }) => line.map((count, column) => ({ row, column: `g${column}`, count }))),
    ...rows.map(({ row, line }) => ({ row, count: sum(line) })),
    ...Array.from({ length: width }, (_, column) => ({ column: `g${column}`, count: sum(counts.map((line) => line[column] ?? 0)) })),
    { count: sum(counts.flat()) },
  ]
}

const name = ({ row = 'all', column = 'all' }: Cell): string => `${row} ${column}`
const withheldOf = (counts: readonly (readonly number[])[], least = 5) => [...withhold(tableOf(counts), least)].map(name).sort()

/** Every sum of the table as one line of coefficients over the withheld cells: what a reader with pencil and paper knows. */
const equations = (cells: readonly Cell[], hidden: readonly Cell[]): Fraction[][] => {
  const lines = [...new Set(cells.map(({ row }) => row))].map((row) =>
    hidden.map((cell) => (cell.row === row ? (cell.column === undefined ? -1n : 1n) : 0n)),
  )
  const columns = [...new Set(cells.map(({ column }) => column))].map((column) =>
    hidden.map((cell) => (cell.column === column ? (cell.row === undefined ? -1n : 1n) : 0n)),
  )
  return [...lines, ...columns].map((line) => line.map((each) => fraction(each)))
}

/** Gauss: the withheld cells that the published sums leave one value only. */
const solvable = (cells: readonly Cell[], hidden: readonly Cell[]): readonly Cell[] => {
  const matrix = equations(cells, hidden)
  let rank = 0
  const pivots: number[] = []
  for (let column = 0; column < hidden.length; column++) {
    const found = matrix.findIndex((line, index) => index >= rank && (line[column]?.n ?? 0n) !== 0n)
    if (found < 0) continue
    const pivot = matrix[found] ?? []
    matrix[found] = matrix[rank] ?? []
    const scale = pivot[column] ?? fraction(1n)
    const unit = pivot.map((each) => divideFractions(each, scale))
    matrix[rank] = unit
    for (const [index, line] of matrix.entries()) {
      const by = line[column] ?? fraction(0n)
      if (index === rank || by.n === 0n) continue
      matrix[index] = line.map((each, at) => subtractFractions(each, multiplyFractions(by, unit[at] ?? fraction(0n))))
    }
    pivots.push(column)
    rank++
  }
  return pivots.flatMap((column, index) => {
    const others = (matrix[index] ?? []).filter((each, at) => at !== column && each.n !== 0n)
    return others.length === 0 ? (hidden[column] ?? []) : []
  })
}

describe('what is withheld', () => {
  it('is nothing where every cell has enough people or nobody', () => {
    expect(
      withheldOf([
        [5, 0],
        [9, 30],
      ]),
    ).toStrictEqual([])
  })

  it('is the thin cell, and what it takes that no subtraction gives it back', () => {
    expect(
      withheldOf([
        [3, 20, 30],
        [20, 8, 30],
        [20, 20, 40],
      ]),
    ).toStrictEqual(['u0 g0', 'u0 g1', 'u1 g0', 'u1 g1'])
  })

  it('takes in so many that the withheld of one line are no thin cell together', () => {
    // 1 and 2 stand in one line; their sum would be three people.
    const withheld = withheldOf([
      [1, 2, 40],
      [30, 30, 30],
      [30, 30, 30],
    ])
    expect(withheld).toContain('u0 g2')
  })

  it('is everything where the whole is thin', () => {
    expect(withheldOf([[2, 1]])).toStrictEqual(['all all', 'all g0', 'all g1', 'u0 all', 'u0 g0', 'u0 g1'])
  })

  it('cannot be worked out from all that is published, whatever the table', () => {
    const any = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
    fc.assert(
      fc.property(any, (counts) => {
        const cells = tableOf(counts)
        const withheld = withhold(cells, 5)
        expect(cells.filter((cell) => cell.count > 0 && cell.count < 5 && !withheld.has(cell))).toStrictEqual([])
        if (withheld.size === cells.filter(({ count }) => count > 0).length) return
        expect(solvable(cells, [...withheld]).map(name)).toStrictEqual([])
      }),
      { seed: 55, numRuns: 300 },
    )
  })

  it('leaves no line whose withheld cells are fewer people together than one cell may be', () => {
    const any = fc.array(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), { minLength: 3, maxLength: 6 })
    fc.assert(
      fc.property(any, (counts) => {
        const cells = tableOf(counts)
        const withheld = withhold(cells, 5)
        if (withheld.size === cells.filter(({ count }) => count > 0).length) return
        for (const row of new Set(cells.map((cell) => cell.row))) {
          const line = cells.filter((cell) => cell.row === row)
          const hidden = line.filter((cell) => withheld.has(cell))
          if (hidden.length === 0 || hidden.some(({ column }) => column === undefined)) continue
          expect(hidden.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(5)
        }
      }),
      { seed: 56 },
    )
  })
})
