import type { Condition } from './questionnaire-file.ts'

type Simple = Extract<Condition, { question: string }>

/** Alternatives, each of simple conditions that hold together; every condition can be said so. */
const alternatives = (condition: Condition): readonly (readonly Simple[])[] => {
  if ('question' in condition) return [[condition]]
  if ('any' in condition) return condition.any.flatMap(alternatives)
  return condition.all
    .map(alternatives)
    .reduce<readonly (readonly Simple[])[]>((so, next) => so.flatMap((each) => next.map((more) => [...each, ...more])), [[]])
}

/** A condition in one line: `q2 = 1, 2 & q3 = 1 ; q4 = 0`, where `&` binds tighter than `;`. */
export const conditionText = (condition: Condition): string =>
  alternatives(condition)
    .map((together) => together.map(({ question, is }) => `${question} = ${is.join(', ')}`).join(' & '))
    .join(' ; ')

const parseSimple = (text: string): Simple | undefined => {
  const [, question, values] = /^\s*([A-Za-z][A-Za-z0-9_.]{0,80})\s*=\s*(\d{1,5}(?:\s*,\s*\d{1,5})*)\s*$/.exec(text) ?? []
  return question && values ? { question, is: values.split(',').map(Number) } : undefined
}

const parseTogether = (text: string): Condition | undefined => {
  const parts = text.split('&').map(parseSimple)
  const [first] = parts
  if (!first || parts.some((part) => !part)) return undefined
  return parts.length === 1 ? first : { all: parts as Simple[] }
}

/** Reads {@link conditionText} back; `undefined` where it is none. */
export const parseCondition = (text: string): Condition | undefined => {
  const parts = text.split(';').map(parseTogether)
  const [first] = parts
  if (!first || parts.some((part) => !part)) return undefined
  return parts.length === 1 ? first : { any: parts as Condition[] }
}
