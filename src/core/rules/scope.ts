import { decimalText } from '../exact/decimal.ts'
import type { Fraction } from '../exact/fraction.ts'
import { errorAt } from '../problem.ts'
import { type Ask, askDate, askFigure, askFlag, askList, askText, figureOf, given, lack, object } from './ask.ts'
import { parseDate } from '../dates.ts'
import type { Scope, Value, Wanted } from './formula/formula.ts'
import type { InputValue } from './inputs.ts'

/** Tables that a rule keeps: name → key → figure. */
export type Tables = Readonly<Record<string, Readonly<Record<string, Fraction>>>>

const faultCode = (code: 'divisionByZero' | 'calculationTooLarge', text: string) => errorAt(code, 'formula', { formula: text })

const wantedOf = (ask: Ask, name: string): Wanted => {
  const type = ask.declared.get(name)?.type
  if (type === 'figure' || type === 'count') return 'figure'
  if (type === 'flag' || type === 'date' || type === 'list') return type
  return 'any'
}

/** A value whose type nothing tells: a figure where it reads as one, a date as one, else text. */
const guess = (value: InputValue): Value | undefined => {
  if (typeof value === 'boolean') return value
  if (typeof value === 'number' || typeof value === 'string') {
    const text = String(value).normalize('NFC').trim()
    return figureOf(value) ?? parseDate(text) ?? text
  }
  return undefined
}

const readAny = (ask: Ask, name: string): Value | undefined => {
  const value = given(ask, name)
  const type = ask.declared.get(name)?.type
  if (value === undefined || value === null) return lack(ask, name, type ?? 'text')
  if (type === 'text' || type === 'choice') return askText(ask, name)
  return (
    guess(value) ?? object(ask, errorAt('invalidValue', name, { field: name, value: JSON.stringify(value).slice(0, 80), expected: 'text' }))
  )
}

const readList = (ask: Ask, name: string): readonly Fraction[] | undefined => {
  const list = askList(ask, name)
  const figures = list?.map((_, index) => askFigure(ask, [name, String(index)]))
  const known = figures?.filter((each) => each !== undefined)
  return known?.length === list?.length ? known : undefined
}

const readName = (ask: Ask, name: string, wanted: Wanted): Value | undefined => {
  const asked = wanted === 'any' ? wantedOf(ask, name) : wanted
  if (asked === 'figure') return askFigure(ask, name)
  if (asked === 'flag') return askFlag(ask, name)
  if (asked === 'list')
    return typeof given(ask, name) === 'object' || given(ask, name) === undefined ? readList(ask, name) : askFigure(ask, name)
  if (asked === 'date') return askDate(ask, name) ?? (given(ask, name) === null ? lack(ask, name, 'date') : undefined)
  return readAny(ask, name)
}

/**
 * What a formula reads: inputs by name, other nodes out of the input `nodes`, tables of the rule or of the inputs, and `maxPoints`, the
 * maximum of the rule. What lacks or does not fit is noted with the asker.
 */
export const scopeOf = (ask: Ask, max: Fraction, tables: Tables = {}): Scope => ({
  read: (name, wanted) => (name === 'maxPoints' ? max : readName(ask, name, wanted)),
  node: (id) => askFigure(ask, ['nodes', id]),
  lookUp: (table, key) => {
    const own = Object.hasOwn(tables, table) ? tables[table] : undefined
    if (own && Object.hasOwn(own, key)) return own[key]
    if (own || (given(ask, table) !== undefined && given(ask, [table, key]) === undefined))
      return object(ask, errorAt('noSuchEntry', 'formula', { table, key: key.slice(0, 80) }))
    return given(ask, table) === undefined ? lack(ask, table, 'record') : askFigure(ask, [table, key])
  },
  fault: (code, text) =>
    object(
      ask,
      code === 'wrongType'
        ? errorAt('invalidValue', 'formula', { field: 'formula', value: text, expected: 'figure' })
        : faultCode(code, text),
    ),
})

/** A figure for the eye of a trace. */
export const figureText = (value: Value): string => {
  if (typeof value === 'boolean' || typeof value === 'string') return String(value)
  return Array.isArray(value) ? value.map((each: Value) => figureText(each)).join('; ') : decimalText(value as Fraction)
}
