declare const brand: unique symbol

/**
 * Points of a criterion, exact: an integer count of ten-thousandths of a point, so `0.75` is 7500.
 * Built only by {@link parsePoints} and by the functions of this file; a bare `number` never becomes points.
 * Bound: |points| ≤ 9,007,199,254 (ten-thousandths stay below 2^53); sums of a whole framework stay far below it.
 */
export type Points = number & { readonly [brand]: 'Points' }

/** Parts of one point: points are counted in ten-thousandths, as four decimals are entered at most. */
export const pointsScale = 10_000
/** No points: a score of zero, which is neither missing nor not applicable. */
export const zeroPoints = 0 as Points

const shape = /^([+-]?)(\d{1,9})(?:[.,](\d{1,4}))?$/

/** Reads `"0,75"` or `"0.75"`: at most nine digits before the sign and four after it. Anything else is `undefined`. */
export const parsePoints = (text: string): Points | undefined => {
  const match = shape.exec(text.trim())
  if (!match) return undefined
  const [, sign, whole = '0', part = ''] = match
  const size = Number(whole) * pointsScale + Number(part.padEnd(4, '0'))
  return (sign === '-' && size !== 0 ? -size : size) as Points
}

/** `"0.75"`: a decimal point, no trailing zeros; the form of files and of the HTTP interface. */
export const pointsText = (points: Points): string => {
  const size = Math.abs(points)
  const whole = Math.floor(size / pointsScale)
  const part = String(size % pointsScale)
    .padStart(4, '0')
    .replace(/0+$/, '')
  return `${points < 0 ? '-' : ''}${whole}${part ? `.${part}` : ''}`
}

/** a + b, exact. */
export const addPoints = (a: Points, b: Points): Points => (a + b) as Points
/** a − b, exact; may be negative. */
export const subtractPoints = (a: Points, b: Points): Points => (a - b) as Points
/** The sum of all, exact; zero of none. */
export const sumPoints = (list: Iterable<Points>): Points => {
  let total = 0
  for (const points of list) total += points
  return total as Points
}
