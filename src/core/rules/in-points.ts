import { divideFractions, fraction, fractionOfPoints, multiplyFractions } from '../exact/fraction.ts'
import { decimalText, parseDecimal } from '../exact/decimal.ts'
import { type Points, parsePoints } from '../exact/points.ts'

const pointsOfShare = (text: string, max: Points): string => {
  const share = parseDecimal(text.slice(0, -1))
  if (!share) return text
  const points = decimalText(multiplyFractions(divideFractions(share, fraction(100n)), fractionOfPoints(max)))
  return parsePoints(points) === undefined ? text : points
}

/**
 * A rule file whose amounts in percent (`"50%"`) are written as points of a maximum, as decisions print them; one that does not end in four decimals
 * stays a percent.
 */
export const inPoints = <Value>(value: Value, max: Points): Value => {
  if (typeof value === 'string') return (/^\d+(?:\.\d+)?%$/.test(value) ? pointsOfShare(value, max) : value) as Value
  if (Array.isArray(value)) return value.map((each: unknown) => inPoints(each, max)) as Value
  if (typeof value !== 'object' || value === null) return value
  // The amounts of a rule within a rule are shares of its own maximum.
  const own = 'kind' in value && 'max' in value && typeof value.max === 'string' ? parsePoints(inPoints(value.max, max)) : undefined
  const most = own ?? max
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inPoints(each, key === 'max' ? max : most)])) as Value
}
