import { fold as foldLetters } from '../fold.ts'

/** Letters and digits alone, words parted by one blank: signs are no difference between names. */
const fold = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** More names than any table has; keeps a hostile one from being compared pair by pair. */
const maxNames = 500

/** Names of one unit, the first as first printed, and the spelling to settle on. */
export interface SpellingGroup {
  readonly spellings: readonly string[]
  readonly proposed: string
  /** The name by which the second spelling was first met. */
  readonly second: string
}

const owners = /^(?:ban|so|cuc|chi cuc|tinh|thanh pho|tp|huyen|quan|thi xa|xa|phuong|ubnd|co quan|ubnd (?:tinh|huyen|xa|phuong|thanh pho))$/

/**
 * Names that are one unit in several spellings: equal but for case, diacritics and signs ("QL&ĐT", "QL&DT"), with and without the owner
 * ("Văn phòng", "Văn phòng Ban"), or an abbreviation of another ("Phòng QLĐT", "Phòng Quản lý đô thị"). `names` in printed order, repeats included.
 */
export const spellingGroups = (names: readonly string[]): readonly SpellingGroup[] => {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  const groups: string[][] = []
  for (const name of [...counts.keys()].slice(0, maxNames)) {
    const group = groups.find((each) => each.some((other) => isSameUnit(other, name)))
    if (group) group.push(name)
    else groups.push([name])
  }
  return groups
    .filter((group) => group.length > 1)
    .map((spellings) => ({ spellings, proposed: proposedOf(spellings, counts), second: spellings[1] ?? '' }))
}

/** "Kinh tế - Hạ tầng", "Kinh tế và Hạ tầng" and "Kinh tế, hạ tầng" are one. */
const compared = (name: string): string => fold(name.replaceAll('&', ' va ')).replace(/ va /gu, ' ')

const isSameUnit = (one: string, other: string): boolean => {
  const [a, b] = [compared(one), compared(other)]
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (long.startsWith(`${short} `) && owners.test(long.slice(short.length + 1)) && !/^(?:cac|ban|so|ubnd)$/.test(short)) return true
  return isAbbreviation(one, other) || isAbbreviation(other, one)
}

/** The last word of the short name is made of capitals and gives the initials of what the long name says instead. */
const isAbbreviation = (short: string, long: string): boolean => {
  const words = short.trim().split(/\s+/u)
  const initials = words.at(-1) ?? ''
  if (!/^[\p{Lu}&-]{2,8}$/u.test(initials)) return false
  const head = words.slice(0, -1).map(fold)
  const longWords = long
    .trim()
    .split(/[\s,–-]+/u)
    .filter(Boolean)
  if (longWords.length <= words.length || head.some((word, index) => fold(longWords[index] ?? '') !== word)) return false
  const rest = longWords.slice(head.length).map(fold)
  const letters = fold(initials.replace(/[&-]/gu, ''))
  return initialsOf(rest) === letters || initialsOf(rest.filter((word) => word !== 'va')) === letters
}

const initialsOf = (words: readonly string[]): string => words.map((word) => word[0] ?? '').join('')

/** A full name before an abbreviation, then the most frequent, then the one with most diacritics. */
const proposedOf = (spellings: readonly string[], counts: ReadonlyMap<string, number>): string => {
  const full = spellings.filter((name) => spellings.some((other) => isAbbreviation(other, name)))
  const candidates = full.length > 0 ? full : spellings
  const sameLetters = candidates.every((name) => compared(name) === compared(candidates[0] ?? ''))
  const marks = (name: string): number =>
    name
      .normalize('NFD')
      .replace(/ va\u0300 /gu, ' ')
      .match(/\p{M}|[đĐ]/gu)?.length ?? 0
  return [...candidates].sort((a, b) =>
    sameLetters
      ? marks(b) - marks(a) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0)
      : (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || marks(b) - marks(a),
  )[0] as string
}
