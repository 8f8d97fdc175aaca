/** Numbers in [0, 1) with 53 random bits; the same for the same seed on every machine. */
export type Random = () => number

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by))

/** Spreads a seed over the state, since neighbouring seeds must not give neighbouring numbers: SplitMix32, the finaliser of MurmurHash3. */
const splitMix = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return mixed ^ (mixed >>> 16)
  }
}

/** Four words of 32 bits, not all zero. */
export type State = readonly [number, number, number, number]

/** The generator xoshiro128** 1.1 (David Blackman and Sebastiano Vigna, 2018; public domain): 32 random bits a step, period 2^128 − 1. */
export const xoshiroWords = (state: State): (() => number) => {
  let [a, b, c, d] = state
  return () => {
    const word = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const shifted = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = rotate(d, 11)
    return word
  }
}

/** Numbers from xoshiro128**, two steps each. `seed`: an integer from 0 to 2^32 − 1. */
export const xoshiro = (seed: number): Random => {
  const spread = splitMix(seed)
  const step = xoshiroWords([spread(), spread(), spread(), spread()])
  return () => {
    const high = step() >>> 5
    const low = step() >>> 6
    return (high * 67_108_864 + low) / 9_007_199_254_740_992
  }
}
