import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  fractionOfPoints,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../exact/fraction.ts'
import type { Points } from '../exact/points.ts'

/** One leaf of one unit on which several people gave points, by person. `maxPoints` is not zero. */
export interface RatedLeaf {
  readonly key: string
  readonly maxPoints: Points
  readonly points: ReadonlyMap<string, Points>
}

/** How far apart the points of one leaf lie; nothing where fewer than two people gave any. */
export interface LeafSpread {
  readonly key: string
  readonly least: Points
  readonly most: Points
  /** The mean of what was given, in points. */
  readonly mean: Fraction
}

/** One person beside the others, over the leaves that others rated too. All three absent where there is no such leaf. */
export interface RaterAgreement {
  readonly rater: string
  readonly rated: number
  /** The mean of own points less the mean of the others', in points: positive for who gives more. */
  readonly meanDifference?: Fraction
  /** The same without its sign, leaf by leaf: how far off at all. */
  readonly meanAbsolute?: Fraction
  /** Of all pairs of this person with another on one leaf, how many gave the very same points: 0 to 1. */
  readonly sameShare?: Fraction
}

const sumOf = (list: readonly Fraction[]): Fraction => list.reduce(addFractions, zeroFraction)
const meanOf = (list: readonly Fraction[]): Fraction | undefined =>
  list.length ? divideFractions(sumOf(list), fraction(BigInt(list.length))) : undefined
const absolute = (value: Fraction): Fraction => fraction(value.n < 0n ? -value.n : value.n, value.d)

/** Leaves on which two people or more gave points, in their order, those furthest apart told by `least` and `most`. */
export const leafSpreads = (leaves: readonly RatedLeaf[]): readonly LeafSpread[] =>
  leaves.flatMap(({ key, points }) => {
    const given = [...points.values()].toSorted((a, b) => a - b)
    const [least, most, mean] = [given[0], given.at(-1), meanOf(given.map(fractionOfPoints))]
    return given.length < 2 || least === undefined || most === undefined || !mean ? [] : [{ key, least, most, mean }]
  })

/** Each person against the mean of the others on the same leaves, in the order of `raters`. */
export const raterAgreements = (leaves: readonly RatedLeaf[], raters: readonly string[]): readonly RaterAgreement[] =>
  raters.map((rater) => {
    const pairs = leaves.flatMap(({ points }) => {
      const own = points.get(rater)
      const others = [...points].flatMap(([other, value]) => (other === rater ? [] : [value]))
      const mean = meanOf(others.map(fractionOfPoints))
      return own === undefined || !mean ? [] : [{ own, others, difference: subtractFractions(fractionOfPoints(own), mean) }]
    })
    const same = pairs.map(({ own, others }) => others.filter((other) => other === own).length)
    const compared = pairs.map(({ others }) => others.length)
    const [meanDifference, meanAbsolute] = [
      meanOf(pairs.map(({ difference }) => difference)),
      meanOf(pairs.map(({ difference }) => absolute(difference))),
    ]
    const whole = compared.reduce((sum, each) => sum + each, 0)
    return {
      rater,
      rated: leaves.filter(({ points }) => points.has(rater)).length,
      ...(meanDifference && { meanDifference }),
      ...(meanAbsolute && { meanAbsolute }),
      ...(whole > 0 && { sameShare: fraction(BigInt(same.reduce((sum, each) => sum + each, 0)), BigInt(whole)) }),
    }
  })

const squared = (value: Fraction): Fraction => multiplyFractions(value, value)
const whole = (count: number): Fraction => fraction(BigInt(count))

/**
 * How well any one of these people can stand for another: the intraclass correlation ICC(2,1), two-way random effects, absolute agreement, single rater, over the leaves
 * that all of `raters` rated, each as a share of its maximum. 1 where all give the same; near 0, also below, where people differ as much as leaves do. Absent with fewer
 * than two such leaves or two people, and where nothing varies at all. Exact.
 * Source: P. E. Shrout, J. L. Fleiss, "Intraclass correlations: uses in assessing rater reliability", Psychological Bulletin 86 (1979), 420–428; their table 2 is the test.
 */
export const intraclassCorrelation = (leaves: readonly RatedLeaf[], raters: readonly string[]): Fraction | undefined => {
  const rows = leaves.flatMap(({ maxPoints, points }) => {
    const shares = raters.flatMap((rater) => {
      const given = points.get(rater)
      return given === undefined ? [] : [divideFractions(fractionOfPoints(given), fractionOfPoints(maxPoints))]
    })
    return shares.length === raters.length ? [shares] : []
  })
  const [n, k] = [rows.length, raters.length]
  if (n < 2 || k < 2) return undefined
  const all = meanOf(rows.flat()) ?? zeroFraction
  const deviations = (list: readonly (readonly Fraction[])[], times: number): Fraction =>
    multiplyFractions(sumOf(list.map((each) => squared(subtractFractions(meanOf(each) ?? zeroFraction, all)))), whole(times))
  const columns = raters.map((_, at) => rows.flatMap((row) => row[at] ?? []))
  const [betweenLeaves, betweenRaters] = [deviations(rows, k), deviations(columns, n)]
  const total = sumOf(rows.flat().map((share) => squared(subtractFractions(share, all))))
  const rest = subtractFractions(subtractFractions(total, betweenLeaves), betweenRaters)
  const meanLeaves = divideFractions(betweenLeaves, whole(n - 1))
  const meanRaters = divideFractions(betweenRaters, whole(k - 1))
  const meanRest = divideFractions(rest, whole((n - 1) * (k - 1)))
  const below = sumOf([
    meanLeaves,
    multiplyFractions(meanRest, whole(k - 1)),
    divideFractions(multiplyFractions(subtractFractions(meanRaters, meanRest), whole(k)), whole(n)),
  ])
  return compareFractions(below, zeroFraction) === 0 ? undefined : divideFractions(subtractFractions(meanLeaves, meanRest), below)
}

/** What a correlation means for dividing the work. Source: T. K. Koo, M. Y. Li, Journal of Chiropractic Medicine 15 (2016), 155–163: 0.5, 0.75, 0.9. */
export type AgreementLevel = 'poor' | 'moderate' | 'good' | 'excellent'
const levels: readonly (readonly [AgreementLevel, Fraction])[] = [
  ['excellent', fraction(9n, 10n)],
  ['good', fraction(3n, 4n)],
  ['moderate', fraction(1n, 2n)],
]
export const agreementLevel = (correlation: Fraction): AgreementLevel =>
  levels.find(([, from]) => compareFractions(correlation, from) >= 0)?.[0] ?? 'poor'
