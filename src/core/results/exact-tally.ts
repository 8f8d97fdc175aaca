import { decimalText } from '../exact/decimal.ts'
import { compareFractions, divideFractions, type Fraction, fractionText } from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import { type ScoreSource, sources } from '../vocabulary.ts'
import { comparedPercent, percentOf } from './compared-percent.ts'
import type { Plan } from './plan.ts'
import type { Sum, UnitSums } from './sum-unit.ts'
import { type SumText, type Tally, totalColumn } from './tally.ts'

const textOf = (sum: Sum): SumText => {
  const percent = percentOf(sum.points, sum.appliedMax)
  return {
    points: sum.points && decimalText(sum.points),
    appliedMax: decimalText(sum.appliedMax),
    percent: percent && roundFraction(percent, 6),
  }
}

const exactText = ({ points, appliedMax }: Sum): string | null =>
  points === null || appliedMax.n === 0n ? null : fractionText(divideFractions(points, appliedMax))

/** Quotients as numbers in the same order: the least is 0, equal ones are equal, `null` is NaN. */
export const orderKeys = (values: readonly (Fraction | null)[]): Float64Array => {
  const keys = new Float64Array(values.length).fill(Number.NaN)
  const sorted = values.flatMap((value, unit) => (value ? [{ value, unit }] : [])).sort((a, b) => compareFractions(a.value, b.value))
  let key = -1
  sorted.forEach(({ value, unit }, index) => {
    const before = sorted[index - 1]
    if (!before || compareFractions(before.value, value) !== 0) key++
    keys[unit] = key
  })
  return keys
}

/** Sums in exact quotients: for what does not end in decimals (redistribution, carried shares) and for traces; the reference of the faster way. */
export const exactTally = (plan: Plan, units: readonly UnitSums[]): Tally => {
  const { precision } = plan.framework.ranking
  const sumOf = (unit: UnitSums | undefined, column: number): Sum => {
    const sum = column === totalColumn ? unit?.total : unit?.nodes[column - 1]
    if (!sum) throw new RangeError(`no sum in column ${column}`)
    return sum
  }
  const compared = (sum: Sum): Fraction | null => {
    const percent = percentOf(sum.points, sum.appliedMax)
    return percent && comparedPercent(percent, precision)
  }
  return {
    total: (unit) => sumOf(units[unit], totalColumn),
    sum: (unit, column) => textOf(sumOf(units[unit], column)),
    exact: (unit, column) => exactText(sumOf(units[unit], column)),
    keys: (column) => orderKeys(units.map((unit) => compared(sumOf(unit, column)))),
    sourceKeys: (source) => orderKeys(units.map((unit) => unit.bySource[source])),
    pointKeys: (column) => orderKeys(units.map((unit) => sumOf(unit, column).points)),
    bySource: (unit) =>
      Object.fromEntries(sources.map((source) => [source, textOfSource(units[unit], source)])) as Record<ScoreSource, string>,
    missing: (unit) => units[unit]?.missing ?? 0,
  }
}

const textOfSource = (unit: UnitSums | undefined, source: ScoreSource): string => (unit ? decimalText(unit.bySource[source]) : '0')
