import { agreementLevel, intraclassCorrelation, leafSpreads, type RatedLeaf, raterAgreements } from '../../../core/appraisal/agreement.ts'
import { compareFractions, divideFractions, fractionOfPoints, subtractFractions, zeroFraction } from '../../../core/exact/fraction.ts'
import { parsePoints, type Points, pointsText, zeroPoints } from '../../../core/exact/points.ts'
import { roundFraction } from '../../../core/exact/round.ts'
import type { CalibrationHead, CalibrationLeaf, Differences } from './contract.ts'

export interface GivenPoints {
  readonly personId: string
  readonly unitId: string
  readonly nodeId: string
  readonly points: string
  readonly note: string
}

const keyOf = (unitId: string, nodeId: string): string => `${unitId} ${nodeId}`
const pointsOf = (text: string): Points => parsePoints(text) ?? zeroPoints

const ratedOf = (leaves: readonly CalibrationLeaf[], given: ReadonlyMap<string, readonly GivenPoints[]>): readonly RatedLeaf[] =>
  leaves.map(({ unit, nodeId, maxPoints }) => {
    const key = keyOf(unit.id, nodeId)
    return {
      key,
      maxPoints: pointsOf(maxPoints),
      points: new Map((given.get(key) ?? []).map(({ personId, points }) => [personId, pointsOf(points)])),
    }
  })

/** How far apart a leaf is, as a share of its maximum: points of small and of large leaves stand in one list. */
const apart = (least: Points, most: Points, max: Points) =>
  max === 0
    ? zeroFraction
    : divideFractions(subtractFractions(fractionOfPoints(most), fractionOfPoints(least)), fractionOfPoints(Math.abs(max) as Points))

/** What was given side by side, rounded for the eye: points and coefficient to two decimals, percents to whole ones. */
export const differencesOf = (
  { people }: CalibrationHead,
  leaves: readonly CalibrationLeaf[],
  points: readonly GivenPoints[],
): Differences => {
  const given = Map.groupBy(points, ({ unitId, nodeId }) => keyOf(unitId, nodeId))
  const rated = ratedOf(leaves, given)
  const raters = people.map(({ person }) => person.id)
  const through = raters.filter((rater) => rated.every((leaf) => leaf.points.has(rater)))
  const correlation = intraclassCorrelation(rated, through)
  const maxima = new Map(rated.map(({ key, maxPoints }) => [key, maxPoints]))
  const spreads = leafSpreads(rated)
    .map((spread) => ({ ...spread, apart: apart(spread.least, spread.most, maxima.get(spread.key) ?? zeroPoints) }))
    .toSorted((a, b) => compareFractions(b.apart, a.apart))
  const names = new Map(people.map(({ person }) => [person.id, person]))
  return {
    leaves: spreads.map(({ key, least, most, mean }) => {
      const [unitId = '', nodeId = ''] = key.split(' ')
      return {
        unitId,
        nodeId,
        least: pointsText(least),
        most: pointsText(most),
        mean: roundFraction(mean, 2),
        given: (given.get(key) ?? []).map(({ personId, points: text, note }) => ({ personId, points: pointsText(pointsOf(text)), note })),
      }
    }),
    people: raterAgreements(rated, raters).map(({ rater, rated: count, meanDifference, meanAbsolute, sameShare }) => ({
      person: names.get(rater) ?? { id: rater, name: '' },
      rated: count,
      ...(meanDifference && { meanDifference: roundFraction(meanDifference, 2) }),
      ...(meanAbsolute && { meanAbsolute: roundFraction(meanAbsolute, 2) }),
      ...(sameShare && { same: roundFraction({ n: sameShare.n * 100n, d: sameShare.d }, 0) }),
    })),
    ...(correlation && {
      correlation: { value: roundFraction(correlation, 2), level: agreementLevel(correlation), people: through.length },
    }),
  }
}
