import { compareFractions, type Fraction, fraction, fractionOfPoints } from '../exact/fraction.ts'
import type { ClassBand } from '../framework/framework.ts'

const hundred = fraction(100n)

const isWithin = (percent: Fraction, band: ClassBand): boolean => {
  const low = compareFractions(percent, fractionOfPoints(band.from))
  const high = compareFractions(percent, fractionOfPoints(band.to))
  return (low > 0 || (low === 0 && band.fromInclusive)) && (high < 0 || (high === 0 && band.toInclusive))
}

/** The band a percent falls in; a percent that a bonus carries above 100 counts as 100; `undefined` where no band holds it. */
export const classOf = (percent: Fraction, bands: readonly ClassBand[]): string | undefined => {
  const counted = compareFractions(percent, hundred) > 0 ? hundred : percent
  return bands.find((band) => isWithin(counted, band))?.name
}
