import { fold } from '../../fold.ts'

/** The words of a name and its pairs of neighbouring words; signs and tone marks do not count. */
export const pairsOf = (name: string): ReadonlySet<string> => {
  const words = fold(name).match(/[a-z0-9]+/g) ?? []
  return new Set([...words, ...words.slice(1).map((word, index) => `${words[index]} ${word}`)])
}

/** How much alike two names are by their {@link pairsOf}, from 0 to 1: the share that both have (Dice's coefficient). */
export const likenessOf = (one: ReadonlySet<string>, other: ReadonlySet<string>): number => {
  if (one.size + other.size === 0) return 0
  let both = 0
  for (const pair of one) if (other.has(pair)) both++
  return (2 * both) / (one.size + other.size)
}
