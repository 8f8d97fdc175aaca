import { nestsDeeperThan } from '../nesting.ts'
import { errorAt, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'

/**
 * A value that a rule reads by name: figures as text (`"95,5"`; whole JSON numbers too), dates as text, flags, lists and records of these.
 * `null` says that something is known not to be there (not done, no mark); a name that is absent is a question.
 */
export type InputValue = string | number | boolean | null | readonly InputValue[] | { readonly [name: string]: InputValue }
export type Inputs = { readonly [name: string]: InputValue }

/** What a rule still has to be told. `label` is what the rule says, else the name itself; `src/language` has words for usual names. */
export interface Question {
  readonly name: string
  readonly type: QuestionType
  readonly label: string
  readonly unit?: string
  readonly choices?: readonly string[]
}
/** A question as a form asks it: where its answer stands among the inputs, from the outside in, and what its choices are called. */
export interface AskedQuestion extends Question {
  readonly path: readonly string[]
  readonly choiceLabels?: readonly string[]
  /** `null` is an answer: known not to be there. */
  readonly orNone?: boolean
}
export type QuestionType = 'figure' | 'count' | 'date' | 'flag' | 'choice' | 'text' | 'list' | 'record'

const limits = { levels: 6, entries: 20_000 } as const

const valueProblems = (value: unknown, at: string): readonly Problem[] => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return []
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? [] : [errorAt('invalidValue', at, { field: at, value: String(value), expected: 'figure' })]
  if (typeof value !== 'object') return [errorAt('invalidValue', at, { field: at, value: typeof value, expected: 'text' })]
  const entries = Object.entries(value)
  if (entries.length > limits.entries)
    return [errorAt('tooLarge', at, { what: 'rows', limit: String(limits.entries), actual: String(entries.length) })]
  return entries.flatMap(([key, each]) => valueProblems(each, at === '' ? key : `${at}.${key}`))
}

/**
 * Reads a set of inputs out of JSON. A number with decimals is refused: JSON cannot say it exactly, so it has to be text; so is a value that
 * nests deeper than six levels or has more than 20,000 entries.
 */
export const parseInputs = (input: unknown): Result<Inputs> => {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse(
      errorAt('invalidValue', 'inputs', { field: 'inputs', value: JSON.stringify(input)?.slice(0, 80) ?? '', expected: 'record' }),
    )
  if (nestsDeeperThan(input, limits.levels))
    return refuse(errorAt('tooLarge', 'inputs', { what: 'levels', limit: String(limits.levels), actual: `> ${limits.levels}` }))
  const problems = valueProblems(input, '')
  return problems.length > 0 ? refuse(...problems) : accept(input as Inputs)
}
