import { compareFractions } from '../exact/fraction.ts'
import { parseDecimal } from '../exact/decimal.ts'
import { errorAt, type Problem } from '../problem.ts'

/** Scale and years of an index; figures are text with a decimal point, both ends count. */
export interface IndexFrame {
  readonly scaleFrom: string
  readonly scaleTo: string
  readonly sinceYear?: number | undefined
  readonly untilYear?: number | undefined
}

/** What an index says in a year: a value on its scale, a place among so many, or both. */
export interface IndexSaying {
  readonly year: number
  readonly value?: string | undefined
  readonly rank?: number | undefined
  readonly rankedOf?: number | undefined
}

const isBelow = (a: string, b: string): boolean => {
  const [one, other] = [parseDecimal(a), parseDecimal(b)]
  return one !== undefined && other !== undefined && compareFractions(one, other) < 0
}

/**
 * What keeps a saying from being taken: neither value nor place; a value beyond the scale; a year in which the index was not determined; a place beyond the
 * number of those ranked. So PAPI (10–80) cannot be entered as PAR INDEX (0–100).
 */
export const checkIndexValue = (index: IndexFrame, { year, value, rank, rankedOf }: IndexSaying): readonly Problem[] => [
  ...(value === undefined && rank === undefined ? [errorAt('missingField', 'value', { field: 'value' })] : []),
  ...(value !== undefined && (isBelow(value, index.scaleFrom) || isBelow(index.scaleTo, value))
    ? [errorAt('outOfRange', 'value', { field: 'value', value, from: index.scaleFrom, to: index.scaleTo })]
    : []),
  ...(year < (index.sinceYear ?? year) || year > (index.untilYear ?? year)
    ? [
        errorAt('outOfRange', 'year', {
          field: 'year',
          value: String(year),
          ...(index.sinceYear !== undefined && { from: String(index.sinceYear) }),
          ...(index.untilYear !== undefined && { to: String(index.untilYear) }),
        }),
      ]
    : []),
  ...(rank !== undefined && rankedOf !== undefined && rank > rankedOf
    ? [errorAt('outOfRange', 'rank', { field: 'rank', value: String(rank), from: '1', to: String(rankedOf) })]
    : []),
]

/** What keeps an index from being named so: a scale or years that end before they begin, or values that stand and would fall outside. */
export const checkIndex = (index: IndexFrame, values: readonly IndexSaying[]): readonly Problem[] => [
  ...(isBelow(index.scaleFrom, index.scaleTo)
    ? []
    : [errorAt('outOfRange', 'scaleTo', { field: 'scaleTo', value: index.scaleTo, from: index.scaleFrom })]),
  ...((index.sinceYear ?? 0) > (index.untilYear ?? Number.POSITIVE_INFINITY)
    ? [errorAt('outOfRange', 'untilYear', { field: 'untilYear', value: String(index.untilYear), from: String(index.sinceYear) })]
    : []),
  ...values.flatMap((saying) => checkIndexValue(index, saying)),
]
