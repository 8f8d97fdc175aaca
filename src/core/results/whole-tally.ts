import { fraction, fractionOfPoints } from '../exact/fraction.ts'
import { type Points, pointsText } from '../exact/points.ts'
import type { RankingPolicy } from '../framework/framework.ts'
import { type ScoreSource, sources } from '../vocabulary.ts'
import { comparedPercent, percentOf } from './compared-percent.ts'
import type { LeafColumns } from './leaf-columns.ts'
import type { Plan } from './plan.ts'
import { type SumColumn, sumColumn, sumTotal } from './sum-columns.ts'
import { columnOfNode, type SumText, type Tally, totalColumn } from './tally.ts'

/** p/m in percent with six decimals, half up; exact because 10^8·p stays below 2^53. */
const percentText = (points: number, max: number): string => {
  const size = Math.abs(points) * 100_000_000
  const quotient = Math.floor(size / max)
  const rounded = 2 * (size - quotient * max) >= max ? quotient + 1 : quotient
  const text = String(rounded).padStart(7, '0')
  return `${points < 0 && rounded > 0 ? '-' : ''}${text.slice(0, -6)}.${text.slice(-6)}`
}

const isKnown = (sum: SumColumn, unit: number): boolean => (sum.counted[unit] as number) > 0

const textOf = (sum: SumColumn, unit: number): SumText => {
  const [points, max] = [sum.points[unit] as number, sum.appliedMax[unit] as number]
  const known = isKnown(sum, unit)
  return {
    points: known ? pointsText(points as Points) : null,
    appliedMax: pointsText(max as Points),
    percent: known && max > 0 ? percentText(points, max) : null,
  }
}

const gcd = (a: number, b: number): number => {
  let [x, y] = [Math.abs(a), b]
  while (y !== 0) [x, y] = [y, x % y]
  return x
}

const exactText = (sum: SumColumn, unit: number): string | null => {
  const [points, max] = [sum.points[unit] as number, sum.appliedMax[unit] as number]
  if (!isKnown(sum, unit) || max === 0) return null
  const divisor = gcd(points, max)
  return `${points / divisor}/${max / divisor}`
}

/**
 * What ranks compare: the quotient p/m as a double (equal quotients give equal doubles, different ones different ones, see `fitsWholeNumbers`), or the
 * points alone where every unit has the same maximum, whose short bits sort faster.
 */
const quotientKeys = (sum: SumColumn, precision: RankingPolicy['precision']): Float64Array => {
  const keys = new Float64Array(sum.points.length)
  const first = sum.appliedMax[0]
  const isShared = precision === 'full' && sum.appliedMax.every((max) => max === first)
  for (let unit = 0; unit < keys.length; unit++) {
    const [points, max] = [sum.points[unit] as number, sum.appliedMax[unit] as number]
    if (!isKnown(sum, unit) || max === 0) keys[unit] = Number.NaN
    else keys[unit] = isShared ? points : precision === 'full' ? points / max : roundedKey(points, max, precision)
  }
  return keys
}

/** The percent that is compared, in units of its last decimal. */
const roundedKey = (points: number, max: number, precision: number): number => {
  const percent = percentOf(fraction(BigInt(points)), fraction(BigInt(max)))
  const compared = percent && comparedPercent(percent, precision)
  return compared ? Number((compared.n * 10n ** BigInt(precision)) / compared.d) : Number.NaN
}

/** Sums in whole ten-thousandths over typed arrays, each column added up when it is first asked for. */
export const wholeTally = (plan: Plan, leaves: LeafColumns): Tally => {
  const units = leaves.missing.length
  const cache: (SumColumn | undefined)[] = []
  const ofNode = (node: number): SumColumn => (cache[columnOfNode(node)] ??= sumColumn(plan, leaves, node))
  const total = (): SumColumn => (cache[totalColumn] ??= sumTotal(plan, plan.areas.map(ofNode), plan.adjustments.map(ofNode), units))
  const column = (index: number): SumColumn => (index === totalColumn ? total() : ofNode(index - 1))
  const sourceTotals = sumSources(plan, leaves)
  const knownPoints = (sum: SumColumn) => Float64Array.from(sum.points, (points, unit) => (isKnown(sum, unit) ? points : Number.NaN))
  return {
    total: (unit) => ({
      points: isKnown(total(), unit) ? fractionOfPoints(total().points[unit] as Points) : null,
      appliedMax: fractionOfPoints(total().appliedMax[unit] as Points),
    }),
    sum: (unit, index) => textOf(column(index), unit),
    exact: (unit, index) => exactText(column(index), unit),
    keys: (index) => quotientKeys(column(index), plan.framework.ranking.precision),
    sourceKeys: (source) => Float64Array.from(sourceTotals()[source]),
    pointKeys: (index) => knownPoints(column(index)),
    bySource: (unit) =>
      Object.fromEntries(sources.map((source) => [source, pointsText(sourceTotals()[source][unit] as Points)])) as Record<
        ScoreSource,
        string
      >,
    missing: (unit) => leaves.missing[unit] as number,
  }
}

/** Points by source for all units, added up once. */
const sumSources = (plan: Plan, leaves: LeafColumns): (() => Readonly<Record<ScoreSource, Int32Array>>) => {
  let sums: Record<ScoreSource, Int32Array> | undefined
  return () => {
    if (sums) return sums
    const totals = Object.fromEntries(sources.map((source) => [source, new Int32Array(leaves.missing.length)])) as Record<
      ScoreSource,
      Int32Array
    >
    leaves.columns.forEach(({ points }, index) => {
      const target = totals[plan.leaves[index]?.node.source ?? 'appraised']
      for (let unit = 0; unit < target.length; unit++) target[unit] = (target[unit] as number) + (points[unit] as number)
    })
    sums = totals
    return totals
  }
}
