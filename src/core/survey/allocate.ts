import {
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import { sumFractions } from '../rules/formula/arithmetic.ts'
import { squareRoot } from './square-root.ts'

export const allocations = ['proportional', 'equal', 'neyman'] as const
export type Allocation = (typeof allocations)[number]

/** Part of the population that is drawn by itself: a unit, a group of respondents, or one of the other. */
export interface Stratum {
  readonly id: string
  readonly population: number
  /** Share of positive answers to expect, for Neyman; left out: one half. */
  readonly share?: Fraction
}

const half = fraction(1n, 2n)
const one = fraction(1n)

const needOf = ({ population, share = half }: Stratum, allocation: Allocation): Fraction => {
  if (population === 0) return zeroFraction
  if (allocation === 'equal') return one
  const size = fraction(BigInt(population))
  if (allocation === 'proportional') return size
  // Neyman: N·σ, the deviation of a share being √(p(1−p)).
  return multiplyFractions(size, squareRoot(multiplyFractions(share, subtractFractions(one, share))))
}

/** Whole parts first, then one more to the largest remainders; equal remainders go by order, so that the same lists give the same plan. */
const largestRemainders = (total: number, needs: readonly Fraction[]): readonly number[] => {
  const sum = sumFractions(needs)
  if (sum.n === 0n) return needs.map(() => 0)
  const exact = needs.map((need) => divideFractions(multiplyFractions(fraction(BigInt(total)), need), sum))
  const floors = exact.map((value) => Number(roundFraction(value, 0, 'floor')))
  const left = total - floors.reduce((all, each) => all + each, 0)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: subtractFractions(value, fraction(BigInt(floors[index] ?? 0))) }))
    .sort((first, second) => compareFractions(second.remainder, first.remainder) || first.index - second.index)
  const lucky = new Set(byRemainder.slice(0, left).map(({ index }) => index))
  return floors.map((floor, index) => floor + (lucky.has(index) ? 1 : 0))
}

/** What each stratum that is not full asks for. Where all are sure to answer alike, Neyman has no opinion and people count. */
const needsOf = (strata: readonly Stratum[], full: ReadonlySet<number>, allocation: Allocation): readonly Fraction[] => {
  const needs = (by: Allocation) => strata.map((stratum, index) => (full.has(index) ? zeroFraction : needOf(stratum, by)))
  const asked = needs(allocation)
  return asked.some(({ n }) => n > 0n) ? asked : needs('proportional')
}

/**
 * Spreads a sample over strata: in proportion to their people, alike, or after Neyman in proportion to people × deviation. The parts are whole and
 * add up exactly to `total`, or to the whole population where that is less; nobody is asked twice, so what a stratum cannot hold goes to the
 * others by the same rule. Source: Cochran, sections 5.3 and 5.5; Hamilton's method of largest remainders.
 */
export const allocate = (total: number, strata: readonly Stratum[], allocation: Allocation): readonly number[] => {
  const given = strata.map(() => 0)
  const full = new Set<number>()
  for (;;) {
    const left = total - [...full].reduce((sum, index) => sum + (given[index] ?? 0), 0)
    const open = needsOf(strata, full, allocation)
    const parts = largestRemainders(Math.max(0, left), open)
    const over = strata.flatMap(({ population }, index) => (!full.has(index) && (parts[index] ?? 0) > population ? [index] : []))
    for (const [index, part] of parts.entries()) if (!full.has(index)) given[index] = part
    if (over.length === 0) return given
    for (const index of over) {
      full.add(index)
      given[index] = strata[index]?.population ?? 0
    }
  }
}
