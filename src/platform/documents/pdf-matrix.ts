/** Places in a PDF are given by matrices `[a b c d e f]` (ISO 32000-1, 8.3.4). */
export type Matrix = readonly [number, number, number, number, number, number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** First `inner`, then `outer`. */
export const multiply = (outer: Matrix, inner: Matrix): Matrix => [
  outer[0] * inner[0] + outer[2] * inner[1],
  outer[1] * inner[0] + outer[3] * inner[1],
  outer[0] * inner[2] + outer[2] * inner[3],
  outer[1] * inner[2] + outer[3] * inner[3],
  outer[0] * inner[4] + outer[2] * inner[5] + outer[4],
  outer[1] * inner[4] + outer[3] * inner[5] + outer[5],
]

export const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y]

/** A matrix as a library hands it over: a list of numbers, typed or not; anything else is taken for no change at all. */
export const matrixOf = (value: unknown): Matrix => {
  const list = value && typeof value === 'object' ? Object.values(value).map(Number) : []
  const [a, b, c, d, e, f] = list
  return list.length === 6 && list.every(Number.isFinite) ? ([a, b, c, d, e, f] as Matrix) : identity
}
