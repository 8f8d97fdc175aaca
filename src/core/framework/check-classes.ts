import { parsePoints, pointsText, zeroPoints } from '../exact/points.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { ClassBand } from './framework.ts'

const isEmpty = (band: ClassBand): boolean => band.from > band.to || (band.from === band.to && !(band.fromInclusive && band.toInclusive))

const between = (below: ClassBand, above: ClassBand): readonly Problem[] => {
  const shared = below.to > above.from || (below.to === above.from && below.toInclusive && above.fromInclusive)
  if (shared) return [errorAt('overlappingClasses', 'classes', { first: below.name, second: above.name })]
  const touches = below.to === above.from && (below.toInclusive || above.fromInclusive)
  return touches ? [] : [warningAt('classGap', 'classes', { below: below.name, above: above.name })]
}

const edges = (lowest: ClassBand, highest: ClassBand): readonly Problem[] => {
  const top = parsePoints('100') ?? zeroPoints
  return [
    ...(lowest.from > 0 || !lowest.fromInclusive ? [warningAt('classGap', 'classes', { below: '0', above: lowest.name })] : []),
    ...(highest.to < top || !highest.toInclusive
      ? [warningAt('classGap', 'classes', { below: highest.name, above: pointsText(top) })]
      : []),
  ]
}

/** Bands of the percent from 0 to 100: empty ones, shared edges (a percent with two classes) and gaps (a percent with none). From low to high. */
export const checkClasses = (bands: readonly ClassBand[]): readonly Problem[] => {
  const empty = bands.filter(isEmpty).map((band) =>
    errorAt('invalidValue', 'classes', {
      field: band.name,
      value: `${pointsText(band.from)}–${pointsText(band.to)}`,
      expected: 'from < to',
    }),
  )
  const sorted = bands.filter((band) => !isEmpty(band)).sort((a, b) => a.from - b.from || a.to - b.to)
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (!lowest || !highest) return empty
  return [...empty, ...sorted.slice(1).flatMap((band, index) => between(sorted[index] ?? lowest, band)), ...edges(lowest, highest)]
}
