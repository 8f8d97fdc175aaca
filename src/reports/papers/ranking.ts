import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  subtractFractions,
  zeroFraction,
} from '../../core/exact/fraction.ts'
import { parseDecimal } from '../../core/exact/decimal.ts'
import { roundFraction } from '../../core/exact/round.ts'

export interface RankedArea {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly maxPoints: string
}

/** One line of a ranking; figures are decimal text, null where nothing is known. */
export interface RankedUnit {
  readonly unit: string
  readonly points: string | null
  readonly percent: string | null
  readonly rank: number | null
  readonly class?: string | undefined
  readonly missing?: number | undefined
  readonly change?: { readonly percent: string | null; readonly rank: number | null } | undefined
  /** By id of the area. */
  readonly areas: Readonly<Record<string, { readonly points: string | null; readonly percent: string | null }>>
}

/** A leaf and how many units did not reach its maximum. */
export interface LostLeafOfGroup {
  readonly code: string
  readonly name: string
  readonly units: number
  readonly of: number
  readonly lost: string
}

export interface RankingGroup {
  readonly group: string
  readonly areas: readonly RankedArea[]
  readonly units: readonly RankedUnit[]
  /** Most points lost first. */
  readonly lostLeaves?: readonly LostLeafOfGroup[] | undefined
}

export interface Ranking {
  readonly year: number
  readonly groups: readonly RankingGroup[]
}

/** In the order of an annex: by rank, units of one rank by name, those without rank last. */
export const inOrderOfRank = (units: readonly RankedUnit[]): readonly RankedUnit[] => {
  const byName = new Intl.Collator('vi')
  return [...units].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || byName.compare(a.unit, b.unit))
}

const meanOf = (values: readonly Fraction[]): Fraction =>
  divideFractions(
    values.reduce((sum, value) => addFractions(sum, value), zeroFraction),
    fraction(BigInt(values.length)),
  )

const percentsOf = (texts: readonly (string | null | undefined)[]): readonly Fraction[] =>
  texts.flatMap((text) => {
    const value = text == null ? undefined : parseDecimal(text)
    return value === undefined ? [] : [value]
  })

/** Mean, highest and lowest of percents, two decimals; undefined where there are none. */
export const spreadOf = (texts: readonly (string | null | undefined)[]) => {
  const values = [...percentsOf(texts)].sort(compareFractions)
  const [lowest] = values
  const highest = values.at(-1)
  if (lowest === undefined || highest === undefined) return undefined
  const mean = meanOf(values)
  const text = (value: Fraction): string => roundFraction(value, 2)
  return {
    mean: text(mean),
    highest: text(highest),
    lowest: text(lowest),
    spread: text(subtractFractions(highest, lowest)),
    aboveMean: values.filter((value) => compareFractions(value, mean) >= 0).length,
  }
}

/** How many units each class has, in the order in which the classes come down the ranking. */
export const classCounts = (units: readonly RankedUnit[]): readonly { readonly name: string; readonly count: number }[] => {
  const counts = new Map<string, number>()
  for (const { class: name } of inOrderOfRank(units)) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count }))
}
