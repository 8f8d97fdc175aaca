import { isFactKey, type FactKey } from '../facts/fact-catalogue.ts'
import type { Facts } from '../facts/fact-value.ts'
import type { Declaration, NestedRule } from './common.ts'
import { enterInput, inputAt } from './enter-input.ts'
import type { Inputs, InputValue } from './inputs.ts'
import { asRule, kindOf } from './registry.ts'

/** An input that the register of facts fills. `path` is the input's name, from the outside in. */
export interface FactInput {
  readonly path: readonly string[]
  readonly fact: FactKey
  readonly counts: boolean
}

/** Which inputs of a rule, or of the rules within it, come out of the register; a fact that the register does not have fills none. */
export const factInputsOf = (rule: NestedRule): readonly FactInput[] => {
  const own = (rule.inputs ?? []).flatMap(asFactInput)
  const nested = (kindOf(asRule(rule)).nested?.(asRule(rule)) ?? []).flatMap((each) => factInputsOf(each.rule))
  return [...new Map([...nested, ...own].map((input) => [input.path.join('.'), input])).values()]
}

const asFactInput = ({ name, fact, type }: Declaration): readonly FactInput[] =>
  fact !== undefined && isFactKey(fact) ? [{ path: name.split('.'), fact, counts: type === 'count' || type === 'figure' }] : []

/**
 * The inputs with what the register knows, where nothing was entered yet: a list counts as how many lines it has where the rule asks for a number; a flag becomes one.
 * What somebody entered stays, so that a correction is never overwritten.
 */
export const fillFromFacts = (inputs: Inputs, from: readonly FactInput[], facts: Facts): Inputs =>
  from.reduce((filled, { path, fact, counts }) => {
    const value = facts[fact]
    return value === undefined || inputAt(filled, path) !== undefined ? filled : enterInput(filled, path, asInput(value, counts))
  }, inputs)

const asInput = (value: NonNullable<Facts[FactKey]>, counts: boolean): InputValue => {
  if (typeof value !== 'string') return counts ? String(value.length) : value.map((line) => ({ ...line }))
  if (value === 'true' || value === 'false') return value === 'true'
  return value
}
