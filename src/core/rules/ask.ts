import { decimalText, parseDecimal } from '../exact/decimal.ts'
import { compareFractions, type Fraction } from '../exact/fraction.ts'
import { errorAt, type Problem } from '../problem.ts'
import type { Declaration } from './common.ts'
import { parseDate } from '../dates.ts'
import type { AskedQuestion, Inputs, InputValue, Question, QuestionType } from './inputs.ts'

/** An input by its name, or an entry of one by its names from the outside in. */
export type Place = string | readonly string[]

export interface Bounds {
  readonly from?: Fraction | undefined
  readonly to?: Fraction | undefined
  readonly whole?: boolean | undefined
}

/** What a rule lacks and what it refuses, gathered while it reads; the same for a rule and all that is nested in it. */
export interface Ask {
  readonly inputs: Inputs
  readonly declared: ReadonlyMap<string, Declaration>
  readonly needed: Map<string, Question>
  readonly problems: Map<string, Problem>
  /** Everything that was asked for, answered or not, in the order of asking; kept only for who wants to show it. */
  readonly asked?: Map<string, AskedQuestion>
}

const longest = 40

export const createAsk = (inputs: Inputs, declared: ReadonlyMap<string, Declaration>, asked?: Map<string, AskedQuestion>): Ask => ({
  inputs,
  declared,
  needed: new Map(),
  problems: new Map(),
  ...(asked && { asked }),
})

/** The same gathering with more names declared: what a nested rule says of its inputs. */
export const withDeclared = (ask: Ask, more: readonly Declaration[] | undefined): Ask =>
  more === undefined ? ask : { ...ask, declared: new Map([...ask.declared, ...more.map((each) => [each.name, each] as const)]) }

const nameOf = (place: Place): string => (typeof place === 'string' ? place : place.join('.'))

/** What the rule calls an input, where it says so. */
export const labelOf = (ask: Ask, name: string): string | undefined => ask.declared.get(name)?.label

/** The value as it was given; `undefined` where there is none (an empty text is none). */
export const given = (ask: Ask, place: Place): InputValue | undefined => {
  const keys = typeof place === 'string' ? [place] : place
  let value: InputValue | undefined = ask.inputs
  for (const key of keys) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined
    value = (value as { readonly [name: string]: InputValue })[key]
  }
  return typeof value === 'string' && value.trim() === '' ? undefined : value
}

/** Notes a problem; the same code at the same place counts once. Gives `undefined`, which is what a reader has then. */
export const object = (ask: Ask, problem: Problem): undefined => {
  ask.problems.set(`${problem.code} ${problem.at}`, problem)
  return undefined
}

const questionAt = (ask: Ask, place: Place, type: QuestionType, choices?: readonly string[]): Question => {
  const name = nameOf(place)
  const { label = name, unit } = ask.declared.get(name) ?? {}
  return { name, type, label, ...(unit !== undefined && { unit }), ...(choices && { choices }) }
}

/** Notes that an input is asked for, whether it is there or not. */
export const noteAsked = (ask: Ask, place: Place, type: QuestionType, choices?: readonly Choice[], orNone = false): void => {
  if (!ask.asked || ask.asked.has(nameOf(place))) return
  const path = typeof place === 'string' ? [place] : place
  const question = questionAt(
    ask,
    place,
    type,
    choices?.map(({ value }) => value),
  )
  const choiceLabels = choices?.map(({ value, label = value }) => label)
  ask.asked.set(question.name, { ...question, path, ...(choiceLabels && { choiceLabels }), ...(orNone && { orNone }) })
}

/** Notes that an input is lacking. */
export const lack = (ask: Ask, place: Place, type: QuestionType, choices?: readonly Choice[]): undefined => {
  noteAsked(ask, place, type, choices)
  const question = questionAt(
    ask,
    place,
    type,
    choices?.map(({ value }) => value),
  )
  ask.needed.set(question.name, question)
  return undefined
}

const shown = (value: InputValue): string => (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 80)

const wrong = (ask: Ask, place: Place, value: InputValue, expected: string): undefined => {
  const at = nameOf(place)
  return object(ask, errorAt('invalidValue', at, { field: at, value: shown(value), expected }))
}

/** A value as a figure, where it is one; a whole JSON number is exact, any other does not come this far. */
export const figureOf = (value: InputValue): Fraction | undefined => {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && text.length <= longest ? parseDecimal(text.replace(/\s*%$/, '')) : undefined
}

const declaredBound = (text: Fraction | undefined, own: Fraction | undefined, pick: 1 | -1): Fraction | undefined =>
  text && own ? (compareFractions(text, own) * pick > 0 ? text : own) : (text ?? own)

/** Reads a figure within the bounds of the rule and of its declaration; out of bounds is refused with the figure. */
export const askFigure = (ask: Ask, place: Place, bounds: Bounds = {}): Fraction | undefined => {
  const name = nameOf(place)
  const declared = ask.declared.get(name)
  const whole = bounds.whole === true || declared?.type === 'count'
  noteAsked(ask, place, whole ? 'count' : 'figure')
  const value = given(ask, place)
  if (value === undefined || value === null) return lack(ask, place, whole ? 'count' : 'figure')
  const figure = figureOf(value)
  if (!figure) return wrong(ask, place, value, whole ? 'wholeNumber' : 'figure')
  const from = declaredBound(declared?.from, bounds.from, 1)
  const to = declaredBound(declared?.to, bounds.to, -1)
  if (whole && figure.d !== 1n) return object(ask, errorAt('notWhole', name, { field: name, value: decimalText(figure) }))
  return withinBounds(ask, name, figure, from, to) ? figure : undefined
}

const withinBounds = (ask: Ask, name: string, figure: Fraction, from: Fraction | undefined, to: Fraction | undefined): boolean => {
  const isBelow = from !== undefined && compareFractions(figure, from) < 0
  const isAbove = to !== undefined && compareFractions(figure, to) > 0
  if (!isBelow && !isAbove) return true
  const range = { ...(from && { from: decimalText(from) }), ...(to && { to: decimalText(to) }) }
  object(ask, errorAt('outOfRange', name, { field: name, value: decimalText(figure), ...range }))
  return false
}

/** Reads a date; `null` is "not done". */
export const askDate = (ask: Ask, place: Place): string | null | undefined => {
  noteAsked(ask, place, 'date')
  const value = given(ask, place)
  if (value === undefined) return lack(ask, place, 'date')
  if (value === null) return null
  return (typeof value === 'string' ? parseDate(value) : undefined) ?? wrong(ask, place, value, 'date')
}

/** Reads a date that may be known not to be there: something was not done. */
export const askDateOrNone = (ask: Ask, place: Place): string | null | undefined => {
  noteAsked(ask, place, 'date', undefined, true)
  return askDate(ask, place)
}

export const askFlag = (ask: Ask, place: Place): boolean | undefined => {
  noteAsked(ask, place, 'flag')
  const value = given(ask, place)
  if (value === undefined || value === null) return lack(ask, place, 'flag')
  return typeof value === 'boolean' ? value : wrong(ask, place, value, 'flag')
}

export const askText = (ask: Ask, place: Place): string | undefined => {
  noteAsked(ask, place, 'text')
  const value = given(ask, place)
  if (value === undefined || value === null) return lack(ask, place, 'text')
  return typeof value === 'string' ? value.normalize('NFC').trim() : wrong(ask, place, value, 'text')
}

/** One of the words that an input may be, and what it is called where it is not called by itself. */
export interface Choice {
  readonly value: string
  readonly label?: string | undefined
}

/** Reads one of some words; another word is refused with the words that are offered. */
export const askChoice = (ask: Ask, place: Place, choices: readonly Choice[]): string | undefined => {
  noteAsked(ask, place, 'choice', choices)
  const value = given(ask, place)
  if (value === undefined || value === null) return lack(ask, place, 'choice', choices)
  const text = typeof value === 'string' ? value.normalize('NFC').trim() : undefined
  const words = choices.map((choice) => choice.value)
  return words.find((each) => each === text) ?? wrong(ask, place, value, words.join(' | '))
}

export const askList = (ask: Ask, place: Place): readonly InputValue[] | undefined => {
  noteAsked(ask, place, 'list')
  const value = given(ask, place)
  if (value === undefined || value === null) return lack(ask, place, 'list')
  return Array.isArray(value) ? value : wrong(ask, place, value, 'list')
}

/** Reads the names of a record; its entries are read by their own readers, each at its place. */
export const askNames = (ask: Ask, place: Place): readonly string[] | undefined => {
  noteAsked(ask, place, 'record')
  const value = given(ask, place)
  if (value === undefined || value === null) return lack(ask, place, 'record')
  return typeof value === 'object' && !Array.isArray(value) ? Object.keys(value) : wrong(ask, place, value, 'record')
}
