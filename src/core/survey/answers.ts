import type { Column } from './columns.ts'

/** “Không biết / không trả lời”: said, and no level of any scale. */
export const dontKnow = -1
/** A question that this respondent was not asked. */
export const notAsked = -2
/** A question that was asked and left open. */
export const noAnswer = -3

/** A level, code or figure (or {@link dontKnow}), several codes, or words. What was left open is not there at all. */
export type Answer = number | readonly number[] | string
/** Answers of one respondent by column id. */
export type Answers = ReadonlyMap<string, Answer>

/** How many places of a stored response a column takes: one per option where several may be chosen, else one. */
export const slotsOf = ({ measure, values }: Column): number => (measure === 'several' ? values.length : 1)

const slotsFor = (column: Column, answer: Answer | undefined): readonly number[] => {
  const { measure, values } = column
  if (measure !== 'several') return [typeof answer === 'number' ? answer : answer === undefined ? noAnswer : 1]
  if (typeof answer === 'object') return values.map((value) => (answer.includes(value) ? 1 : 0))
  return values.map(() => (answer === undefined ? noAnswer : dontKnow))
}

/**
 * One response as it is kept: whole numbers in the order of the columns, without empty places. Of words it says only that there are some (1);
 * the words themselves are kept apart, so that who gives a name away in them does not give the other answers away.
 */
export const encodeAnswers = (columns: readonly Column[], asked: ReadonlySet<string>, answers: Answers): number[] =>
  columns.flatMap((column) =>
    asked.has(column.id) ? slotsFor(column, answers.get(column.id)) : Array.from({ length: slotsOf(column) }, () => notAsked),
  )
