import { dontKnow, noAnswer, slotsOf } from './answers.ts'
import type { Column } from './columns.ts'

/** Where the answers of a column stand in a response, and where they are counted in a tally. */
interface Place {
  readonly column: Column
  readonly slot: number
  readonly counter: number
}

/** Where every column stands; made once per questionnaire. */
export interface TallyPlan {
  readonly places: ReadonlyMap<string, Place>
  readonly slots: number
  readonly counters: number
  readonly list: readonly Place[]
}

/**
 * Counted answers of some respondents: how many responses, and per column “do not know”, no answer, then one counter per level or code
 * (several choices: first how many answered; figures: how many, their sum, the sum of their squares; words: how many).
 * Sums stay below 2^53: figures are at most 32,000 and there are fewer than 8 million responses.
 */
export interface Tally {
  responses: number
  readonly counters: number[]
}

const countersOf = ({ measure, values }: Column): number => {
  if (measure === 'figure') return 5
  if (measure === 'words') return 3
  return 2 + values.length + (measure === 'several' ? 1 : 0)
}

/** Lays the columns out one after the other. */
export const planTally = (columns: readonly Column[]): TallyPlan => {
  let [slot, counter] = [0, 0]
  const list = columns.map((column) => {
    const place = { column, slot, counter }
    slot += slotsOf(column)
    counter += countersOf(column)
    return place
  })
  return { list, places: new Map(list.map((place) => [place.column.id, place])), slots: slot, counters: counter }
}

export const emptyTally = ({ counters }: TallyPlan): Tally => ({ responses: 0, counters: Array.from({ length: counters }, () => 0) })

/** Counts one column of one response into a tally; `sign` −1 takes it out again. */
const countColumn = ({ column, slot, counter }: Place, encoded: ArrayLike<number>, counters: number[], sign: 1 | -1): void => {
  const add = (offset: number, by = 1): void => {
    counters[counter + offset] = (counters[counter + offset] ?? 0) + by * sign
  }
  const value = encoded[slot] ?? noAnswer
  if (value < 0) {
    if (value === dontKnow) add(0)
    else if (value === noAnswer) add(1)
    return
  }
  if (column.measure === 'figure') {
    add(2)
    add(3, value)
    add(4, value * value)
  } else if (column.measure === 'words') add(2)
  else if (column.measure === 'several') {
    add(2)
    for (let option = 0; option < column.values.length; option++) if (encoded[slot + option] === 1) add(3 + option)
  } else add(2 + column.values.indexOf(value))
}

/** Counts one encoded response into a tally, in place: a million of them must not make a million tallies. `sign` −1 takes it out again. */
export const countResponse = (plan: TallyPlan, tally: Tally, encoded: ArrayLike<number>, sign: 1 | -1 = 1): void => {
  tally.responses += sign
  for (const place of plan.list) countColumn(place, encoded, tally.counters, sign)
}

/** The tally of all respondents of several tallies together. */
export const sumTallies = (plan: TallyPlan, tallies: Iterable<Tally>): Tally => {
  const sum = emptyTally(plan)
  for (const { responses, counters } of tallies) {
    sum.responses += responses
    for (let index = 0; index < counters.length; index++) sum.counters[index] = (sum.counters[index] ?? 0) + (counters[index] ?? 0)
  }
  return sum
}

/** What one column has in a tally, in words. `valid` are answers that count: levels, codes, figures, words; never “do not know”. */
export interface ColumnCount {
  readonly valid: number
  readonly dontKnow: number
  readonly noAnswer: number
  /** By level or code, those that nobody chose too; empty for figures and words. */
  readonly byValue: ReadonlyMap<number, number>
  /** Of figures. */
  readonly sum: number
  readonly squares: number
}

/** Reads one column out of a tally. */
export const countOf = ({ places }: TallyPlan, { counters }: Tally, columnId: string): ColumnCount => {
  const place = places.get(columnId)
  if (!place) throw new Error(`no column ${columnId}`)
  const { column, counter } = place
  const at = (offset: number): number => counters[counter + offset] ?? 0
  const first = column.measure === 'several' ? 3 : 2
  const byValue = new Map(column.values.map((value, index) => [value, at(first + index)]))
  const isSum = column.measure === 'levels' || column.measure === 'options'
  const isFigure = column.measure === 'figure'
  return {
    valid: isSum ? [...byValue.values()].reduce((total, count) => total + count, 0) : at(2),
    dontKnow: at(0),
    noAnswer: at(1),
    byValue,
    sum: isFigure ? at(3) : 0,
    squares: isFigure ? at(4) : 0,
  }
}
