const digitBits = 11
const digits = 1 << digitBits
const mask = digits - 1

/**
 * The bits of a double as two unsigned words that sort like the number, descending: a positive number inverted, a negative one as it stands, NaN last; -0 sorts as 0.
 */
const descendingWords = (keys: Float64Array): { readonly low: Uint32Array; readonly high: Uint32Array } => {
  const bits = new Uint32Array(keys.slice().buffer)
  const low = new Uint32Array(keys.length)
  const high = new Uint32Array(keys.length)
  for (let index = 0; index < keys.length; index++) {
    const [lower, upper] = [bits[2 * index] as number, bits[2 * index + 1] as number]
    const isNegative = (keys[index] as number) < 0
    low[index] = isNegative ? lower : ~lower
    high[index] = Number.isNaN(keys[index]) ? 0xffffffff : isNegative ? upper : ~upper & 0x7fffffff
  }
  return { low, high }
}

/** One stable pass of a radix sort; nothing moves where all digits are equal. */
const pass = (from: Int32Array, to: Int32Array, words: Uint32Array, shift: number, counts: Int32Array): boolean => {
  counts.fill(0)
  for (let index = 0; index < from.length; index++) {
    const digit = ((words[from[index] as number] as number) >>> shift) & mask
    counts[digit] = (counts[digit] as number) + 1
  }
  const first = ((words[from[0] as number] as number) >>> shift) & mask
  if (counts[first] === from.length) return false
  let sum = 0
  for (let digit = 0; digit < digits; digit++) {
    const count = counts[digit] as number
    counts[digit] = sum
    sum += count
  }
  for (let index = 0; index < from.length; index++) {
    const unit = from[index] as number
    const digit = ((words[unit] as number) >>> shift) & mask
    to[counts[digit] as number] = unit
    counts[digit] = (counts[digit] as number) + 1
  }
  return true
}

/**
 * Units from the greatest key to the least, NaN last; units of equal keys stay in the given order. A radix sort over the bits of the doubles:
 * linear, and several times faster than a comparison sort for thousands of units.
 */
export const sortByKey = (order: Int32Array, keys: Float64Array): Int32Array => {
  if (order.length === 0) return new Int32Array(0)
  const { low, high } = descendingWords(keys)
  const counts = new Int32Array(digits)
  let [from, to] = [Int32Array.from(order), new Int32Array(order.length)]
  for (const words of [low, high]) {
    for (let shift = 0; shift < 32; shift += digitBits) {
      if (pass(from, to, words, shift, counts)) [from, to] = [to, from]
    }
  }
  return from
}
