import type { Problem } from '../problem.ts'
import { type Answer, type Answers, dontKnow } from './answers.ts'
import type { Column } from './columns.ts'
import { responseDoubt, responseFault } from './fault.ts'

interface Place {
  readonly line?: number
  readonly response?: string
}

const chosenProblems = (column: Column, chosen: readonly number[], place: Place): readonly Problem[] => {
  const { id, values, question } = column
  const most = question.kind === 'multiple' ? question.most : undefined
  return [
    ...chosen
      .filter((value) => !values.includes(value))
      .map((value) => responseFault('notOffered', id, { ...place, value: String(value), other: values.join(', ') })),
    ...(most !== undefined && chosen.length > most
      ? [responseFault('tooManyChoices', id, { ...place, value: String(chosen.length), other: String(most) })]
      : []),
  ]
}

const numberProblems = (column: Column, answer: number, place: Place): readonly Problem[] => {
  const { id, values, question, measure } = column
  if (answer === dontKnow) return question.dontKnow ? [] : [responseFault('noDontKnow', id, place)]
  if (!Number.isInteger(answer)) return [responseFault('notWhole', id, { ...place, value: String(answer) })]
  if (question.kind === 'number')
    return answer >= question.from && answer <= question.to
      ? []
      : [responseFault('outOfRange', id, { ...place, value: String(answer), other: `${question.from}–${question.to}` })]
  return measure !== 'words' && values.includes(answer)
    ? []
    : [responseFault('notOffered', id, { ...place, value: String(answer), other: values.join(', ') })]
}

const answerProblems = (column: Column, answer: Answer, place: Place): readonly Problem[] => {
  if (typeof answer === 'object' && column.measure === 'several') return chosenProblems(column, answer, place)
  if (typeof answer === 'number' && (column.measure !== 'several' || answer === dontKnow)) return numberProblems(column, answer, place)
  const longest = column.question.kind === 'text' ? column.question.longest : 0
  if (typeof answer === 'string' && longest > 0)
    return answer.length <= longest
      ? []
      : [responseFault('tooLong', column.id, { ...place, value: String(answer.length), other: String(longest) })]
  return [responseFault('notOffered', column.id, { ...place, value: String(answer), other: column.values.join(', ') })]
}

/**
 * What cannot stand in one response, in the order of the columns. An answer to a question that was not asked is a doubt and is left aside;
 * with `isComplete`, a required question that was asked and left open is a problem.
 */
export const checkAnswers = (
  columns: readonly Column[],
  asked: ReadonlySet<string>,
  answers: Answers,
  { isComplete = false, ...place }: Place & { readonly isComplete?: boolean } = {},
): readonly Problem[] =>
  columns.flatMap((column) => {
    const answer = answers.get(column.id)
    const isOpen = answer === undefined || answer === '' || (typeof answer === 'object' && answer.length === 0)
    if (!asked.has(column.id)) return isOpen ? [] : [responseDoubt('notAsked', column.id, { ...place, value: String(answer) })]
    if (isOpen) return isComplete && column.question.required ? [responseFault('required', column.id, place)] : []
    return answerProblems(column, answer, place)
  })
