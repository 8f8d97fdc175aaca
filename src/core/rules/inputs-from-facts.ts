import { parseDecimal } from '../exact/decimal.ts'
import { compareFractions } from '../exact/fraction.ts'
import { type FactKey, factField, isFactKey } from '../facts/fact-catalogue.ts'
import type { Facts, FactValue } from '../facts/fact-value.ts'
import { fold } from '../fold.ts'
import type { Declaration, NestedRule } from './common.ts'
import { enterInput, inputAt } from './enter-input.ts'
import type { Inputs, InputValue } from './inputs.ts'
import { asRule, kindOf } from './registry.ts'

/**
 * An input that the register of facts fills. `path` is the input's name, from the outside in. `line` names the line of a list whose day of sending it is: what a
 * rule with several due dates calls the thing ("Báo cáo quý I").
 */
export interface FactInput {
  readonly path: readonly string[]
  readonly fact: FactKey
  readonly counts: boolean
  readonly line?: string
}

/** Which inputs of a rule, or of the rules within it, come out of the register; a fact that the register does not have fills none. */
export const factInputsOf = (rule: NestedRule): readonly FactInput[] => {
  const own = (rule.inputs ?? []).flatMap((declared) => perItem(rule, declared) ?? asFactInput(declared))
  const nested = (kindOf(asRule(rule)).nested?.(asRule(rule)) ?? []).flatMap((each) => factInputsOf(each.rule))
  return [...new Map([...nested, ...own].map((input) => [input.path.join('.'), input])).values()]
}

interface WithItems extends NestedRule {
  readonly input?: string
  readonly items?: readonly { readonly name: string; readonly label?: string | undefined }[]
}

/** A rule with several due dates whose input is a list of the register: each date comes out of the line that is called the same. */
const perItem = (rule: NestedRule, { name, fact }: Declaration): readonly FactInput[] | undefined => {
  if (rule.kind !== 'deadline' || fact === undefined || !isFactKey(fact) || factField(fact).type !== 'list') return undefined
  const { input = 'doneOn', items } = rule as WithItems
  if (input !== name || !items) return undefined
  return items.map((item) => ({ path: [name, item.name], fact, counts: false, line: item.label ?? item.name }))
}

const asFactInput = ({ name, fact, type }: Declaration): readonly FactInput[] =>
  fact !== undefined && isFactKey(fact) ? [{ path: name.split('.'), fact, counts: type === 'count' || type === 'figure' }] : []

/**
 * The inputs with what the register knows, where nothing was entered yet: a list counts as how many lines it has where the rule asks for a number; a flag becomes one.
 * What somebody entered stays, so that a correction is never overwritten.
 */
export const fillFromFacts = (inputs: Inputs, from: readonly FactInput[], facts: Facts): Inputs =>
  from.reduce((filled, input) => {
    const value = valueOf(input, facts)
    return value === undefined || inputAt(filled, input.path) !== undefined ? filled : enterInput(filled, input.path, value)
  }, inputs)

/** The inputs with what the register knows in the place of what stood there; what it does not know stays. */
export const retakeFromFacts = (inputs: Inputs, from: readonly FactInput[], facts: Facts): Inputs =>
  from.reduce((taken, input) => {
    const value = valueOf(input, facts)
    return value === undefined ? taken : enterInput(taken, input.path, value)
  }, inputs)

/** Inputs that say something else than the register does now: corrected by a person, or the register changed since. An input that nobody entered is none. */
export const unlikeFacts = (inputs: Inputs, from: readonly FactInput[], facts: Facts): readonly FactInput[] =>
  from.filter((input) => {
    const [entered, known] = [inputAt(inputs, input.path), valueOf(input, facts)]
    return entered !== undefined && known !== undefined && !isSame(entered, known)
  })

const isSame = (a: InputValue, b: InputValue): boolean => {
  const [one, other] = [a, b].map((each) => (typeof each === 'string' || typeof each === 'number' ? parseDecimal(String(each)) : undefined))
  return one && other ? compareFractions(one, other) === 0 : JSON.stringify(a) === JSON.stringify(b)
}

const valueOf = ({ fact, counts, line }: FactInput, facts: Facts): InputValue | undefined => {
  const value = facts[fact]
  if (value === undefined) return undefined
  return line === undefined ? asInput(value, counts) : sentOn(value, line)
}

/** The day on which the line of a list was sent whose name or period the thing is called by: "Quý I" for "Báo cáo quý I". */
const sentOn = (value: FactValue, called: string): InputValue | undefined => {
  if (typeof value === 'string') return undefined
  const wanted = ` ${fold(called)}`
  return value.find(({ name = '', period = '' }) => [period, name].some((each) => each !== '' && wanted.endsWith(` ${fold(each)}`)))?.[
    'sent'
  ]
}

const asInput = (value: FactValue, counts: boolean): InputValue => {
  if (typeof value !== 'string') return counts ? String(value.length) : value.map((line) => ({ ...line }))
  if (value === 'true' || value === 'false') return value === 'true'
  return value
}
