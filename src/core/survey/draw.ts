import { groupBy } from './group-by.ts'

/** Somebody who may be drawn, by the key of the list: a number in it, never a name. */
export interface Listed {
  readonly key: string
  readonly stratum: string
}

/** Who is drawn, and who takes the place of whoever cannot be reached, in turn. */
export interface Drawn {
  readonly sample: readonly Listed[]
  readonly reserve: readonly Listed[]
}

/**
 * Draws from a list so that anyone can draw again: everyone gets the SHA-256 of `seed:key`, and in each stratum the smallest are taken, the next ones
 * stand in reserve. The order of the list does not matter, a second draw with the same seed gives the same people, and adding somebody moves at
 * most one other out. Where a stratum has fewer than asked for, all are taken. Keys are unique.
 */
export const drawSample = (
  list: readonly Listed[],
  sizes: ReadonlyMap<string, { readonly sample: number; readonly reserve: number }>,
  seed: string,
  sha256: (text: string) => string,
): Drawn => {
  const lots = list.map((each) => ({ each, lot: sha256(`${seed}:${each.key}`) }))
  const ordered = lots.sort((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0)).map(({ each }) => each)
  const strata = [...groupBy(ordered, ({ stratum }) => stratum)].sort(([a], [b]) => (a < b ? -1 : 1))
  const taken = strata.map(([stratum, people]) => {
    const { sample, reserve } = sizes.get(stratum) ?? { sample: 0, reserve: 0 }
    return { sample: people.slice(0, sample), reserve: people.slice(sample, sample + reserve) }
  })
  return { sample: taken.flatMap(({ sample }) => sample), reserve: taken.flatMap(({ reserve }) => reserve) }
}
