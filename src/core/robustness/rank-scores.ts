import { type Field, rankByKey } from '../results/rank.ts'

/** All units in one field; ties of a competition ranking need no order. */
const fieldOf = (units: number): Field => ({
  order: Int32Array.from({ length: units }, (_, unit) => unit),
  groups: new Int32Array(units),
  groupCount: 1,
})

/** Ranks of a column: 1 the highest score, equal scores share the smallest rank (1-2-2-4), 0 where the score is NaN. */
export const scoreRanker = (units: number): ((scores: Float64Array) => Int32Array) => {
  const field = fieldOf(units)
  return (scores) => rankByKey(field, scores, 'competition')
}
