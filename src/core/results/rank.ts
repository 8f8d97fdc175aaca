import type { RankingMethod } from '../vocabulary.ts'
import { sortByKey } from './sort-by-key.ts'

/** Who is ranked among whom. */
export interface Field {
  /** Units in the order that decides what an ordinal ranking cannot: by unit id. */
  readonly order: Int32Array
  /** Number of the group of each unit; -1 takes no place. */
  readonly groups: Int32Array
  readonly groupCount: number
}

const isTie = (a: number, b: number, keys: Float64Array, tieKeys: readonly Float64Array[]): boolean =>
  keys[a] === keys[b] && tieKeys.every((each) => Object.is(each[a], each[b]))

/** Within each run of equal keys the tie-break keys decide in turn; what they leave equal stays in the order of the field. */
const breakTies = (sorted: Int32Array, keys: Float64Array, tieKeys: readonly Float64Array[]): void => {
  const rankOf = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value)
  const compare = (a: number, b: number): number => {
    for (const each of tieKeys) {
      const [x, y] = [rankOf(each[a]), rankOf(each[b])]
      if (x !== y) return x > y ? -1 : 1
    }
    return 0
  }
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1
    while (end < sorted.length && keys[sorted[end] as number] === keys[sorted[start] as number]) end++
    if (end - start > 1) sorted.set([...sorted.subarray(start, end)].sort(compare), start)
    start = end
  }
}

/**
 * Ranks by key within each group, 1 the best: `competition` gives 1-2-2-4, `dense` 1-2-2-3, `ordinal` 1-2-3-4 with ties in unit order.
 * 0 stands for units that take no place (NaN key or group -1).
 */
export const rankByKey = (field: Field, keys: Float64Array, method: RankingMethod, tieKeys: readonly Float64Array[] = []): Int32Array => {
  const ranks = new Int32Array(keys.length)
  const sorted = sortByKey(field.order, keys)
  if (tieKeys.length > 0) breakTies(sorted, keys, tieKeys)
  const last = new Int32Array(field.groupCount).fill(-1)
  const placed = new Int32Array(field.groupCount)
  const lastRank = new Int32Array(field.groupCount)
  for (const unit of sorted) {
    const group = field.groups[unit] as number
    if (group < 0 || Number.isNaN(keys[unit])) continue
    const before = last[group] as number
    const tied = method !== 'ordinal' && before >= 0 && isTie(before, unit, keys, tieKeys)
    placed[group] = (placed[group] as number) + 1
    if (!tied) lastRank[group] = method === 'dense' ? (lastRank[group] as number) + 1 : (placed[group] as number)
    last[group] = unit
    ranks[unit] = lastRank[group] as number
  }
  return ranks
}
