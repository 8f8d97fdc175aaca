import { decimalText } from '../exact/decimal.ts'
import { compareFractions, type Fraction, fractionOfPoints, zeroFraction } from '../exact/fraction.ts'
import type { Points } from '../exact/points.ts'
import { nestsDeeperThan } from '../nesting.ts'
import { errorAt, hasErrors, type Problem } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import { shapeProblems } from '../shape-problems.ts'
import type { NestedRule } from './common.ts'
import { pointsOfAmount } from './parameters.ts'
import { asRule, kindOf, type Rule, ruleShape } from './registry.ts'

/** Arrays and objects within one another: a rule in a rule costs three of them, so about ten rules deep. */
const deepest = 32

/** The maximum of a rule: its own, what its parts give, or that of the rule around it. */
export const maxOfRule = (rule: NestedRule, around: Fraction | undefined): Fraction | undefined =>
  rule.max ?? kindOf(rule).derivedMax?.(rule, (nested) => maxOfRule(nested, undefined)) ?? around

const under = (at: string, place: string): string => (at === '' ? place : place === '' ? at : `${at}.${place}`)

const commonProblems = (rule: NestedRule, max: Fraction | undefined, at: string): readonly Problem[] => {
  const bounds = max && kindOf(rule).bounds?.(rule, max)
  const min = rule.min ?? bounds?.min ?? zeroFraction
  return [
    ...(max === undefined ? [errorAt('missingField', under(at, 'max'), { field: under(at, 'max') })] : []),
    ...(max && max.n < 0n ? [errorAt('belowPoints', under(at, 'max'), { points: decimalText(max), min: '0' })] : []),
    ...(max && max.n >= 0n && compareFractions(min, max) > 0
      ? [errorAt('abovePoints', under(at, 'min'), { points: decimalText(min), max: decimalText(max) })]
      : []),
    ...(rule.step && rule.step.n <= 0n
      ? [errorAt('invalidValue', under(at, 'step'), { field: under(at, 'step'), value: decimalText(rule.step), expected: '> 0' })]
      : []),
  ]
}

const amountProblems = (rule: NestedRule, max: Fraction, at: string): readonly Problem[] =>
  (kindOf(rule).amounts?.(rule) ?? []).flatMap(({ at: place, amount }) => {
    const points = pointsOfAmount(amount, max)
    return compareFractions(points, max) > 0
      ? [errorAt('abovePoints', under(at, place), { points: decimalText(points), max: decimalText(max) })]
      : []
  })

/** What the shape of single fields cannot see: maxima, amounts above them, edges, choices of one out of several; in this rule and in all within it. */
const ruleProblems = (rule: NestedRule, around: Fraction | undefined, at: string): readonly Problem[] => {
  const kind = kindOf(rule)
  const max = maxOfRule(rule, around)
  const own = (kind.check?.(rule) ?? []).map((problem) => ({ ...problem, at: under(at, problem.at) }))
  const nested = (kind.nested?.(rule) ?? []).flatMap(({ at: place, rule: inner }) => ruleProblems(inner, max, under(at, place)))
  return [...commonProblems(rule, max, at), ...(max ? amountProblems(rule, max, at) : []), ...own, ...nested]
}

/**
 * Reads a rule out of JSON, with every problem at once, each at its path: first those of the shape, then those of what it says. `max` is the maximum
 * of the criterion it stands at, which a rule need not repeat. Nesting is bounded, so that a hostile file is refused at once.
 */
export const parseRule = (input: unknown, max?: Points): Result<Rule> => {
  if (nestsDeeperThan(input, deepest))
    return refuse(errorAt('tooLarge', '', { what: 'levels', limit: String(deepest), actual: `> ${deepest}` }))
  const shape = ruleShape.safeParse(input)
  if (!shape.success) return refuse(...shapeProblems(shape.error, input))
  const problems = ruleProblems(shape.data, max === undefined ? undefined : fractionOfPoints(max), '')
  return hasErrors(problems) ? refuse(...problems) : accept(asRule(shape.data))
}
