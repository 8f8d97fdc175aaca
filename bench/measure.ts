/** The shortest of several runs in milliseconds: what the work costs without what disturbs it. */
export const bestOf = (rounds: number, work: () => unknown): number => {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    work()
    best = Math.min(best, performance.now() - start)
  }
  return best
}

export const milliseconds = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`

/** One line of figures, as a person and as a script can read it. */
export const printRow = (title: string, figures: Readonly<Record<string, string>>): void => {
  const text = Object.entries(figures).map(([name, figure]) => `${name} ${figure}`)
  console.log(`  ${title.padEnd(48)} ${text.join('  ')}`)
}

/** Numbers in [0, 1) that are the same for the same seed on every machine (mulberry32). */
export const random = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
