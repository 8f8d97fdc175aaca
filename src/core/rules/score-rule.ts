import { compareFractions, type Fraction, fraction, fractionOfPoints, zeroFraction } from '../exact/fraction.ts'
import type { Points } from '../exact/points.ts'
import { errorAt } from '../problem.ts'
import type { Trace } from '../score.ts'
import { type Ask, askText, createAsk, given, object, withDeclared } from './ask.ts'
import type { NestedRule } from './common.ts'
import { larger, roundTo, roundToStep, smaller } from './formula/arithmetic.ts'
import { figureOfFormula, flagOfFormula } from './formula/compile.ts'
import type { AskedQuestion, Inputs } from './inputs.ts'
import type { Outcome, ScoreContext } from './kind.ts'
import { maxOfRule } from './parse-rule.ts'
import { pointsOfAmount } from './parameters.ts'
import { kindOf, type Rule } from './registry.ts'
import type { RuleResult } from './result.ts'
import { scopeOf } from './scope.ts'
import { ruleTrace } from './trace.ts'

const contextOf = (ask: Ask, max: Fraction): ScoreContext => {
  const scope = scopeOf(ask, max)
  return {
    max,
    ask,
    scope,
    points: (amount) => pointsOfAmount(amount, max),
    figure: (formula, tables) => figureOfFormula(formula, tables ? scopeOf(ask, max, tables) : scope),
    flag: (formula) => flagOfFormula(formula, scope),
    score: (nested) => scoreWithin(nested, ask, max),
    maxOf: (nested) => maxOfRule(nested, max) ?? max,
  }
}

/** Maximum, minimum, grid and rounding, in this order; the bounds hold after rounding too. Each that changes something is a step of the trace. */
const finish = (rule: NestedRule, raw: Fraction, max: Fraction): { readonly points: Fraction; readonly steps: readonly Trace[] } => {
  const bounds = kindOf(rule).bounds?.(rule, max)
  const [least, most] = [rule.min ?? bounds?.min ?? zeroFraction, bounds?.max ?? max]
  const steps: Trace[] = []
  const move = (
    before: Fraction,
    after: Fraction,
    did: 'heldAbove' | 'heldBelow' | 'step' | 'rounded',
    facts: Record<string, string>,
  ): Fraction => {
    if (compareFractions(before, after) !== 0) steps.push(ruleTrace(did, after, { ...facts, from: before }))
    return after
  }
  const hold = (value: Fraction): Fraction =>
    move(move(value, smaller(value, most), 'heldAbove', {}), larger(smaller(value, most), least), 'heldBelow', {})
  const held = hold(raw)
  const mode = rule.round?.mode ?? 'halfUp'
  const stepped = rule.step ? move(held, roundToStep(held, rule.step, mode), 'step', { mode }) : held
  const rounded = rule.round
    ? move(stepped, roundTo(stepped, rule.round.digits, mode), 'rounded', { mode, digits: String(rule.round.digits) })
    : stepped
  return { points: rounded === held ? held : hold(rounded), steps }
}

/** What a criterion that does not arise leaves: its maximum goes, unless the rule says that it counts in full or as zero. */
const notApplicable = (rule: NestedRule, basis: string, max: Fraction, ask: Ask): RuleResult => {
  const treatment = rule.notApplicable
  if (treatment === 'refused') {
    object(ask, errorAt('applicabilityNotOffered', 'notApplicable', {}))
    return unsettled(ask, max)
  }
  const counts = treatment === 'full' || treatment === 'zero'
  const points = counts ? (treatment === 'full' ? max : zeroFraction) : null
  const trace = ruleTrace('notApplicable', points ?? '', { basis, kind: rule.kind, treatment })
  const appliedMax = counts ? max : zeroFraction
  return { status: 'notApplicable', basis, points, appliedMax, trace, ...(treatment && { treatment }) }
}

const unsettled = (ask: Ask, max: Fraction): RuleResult =>
  ask.problems.size > 0
    ? { status: 'refused', problems: [...ask.problems.values()], appliedMax: max }
    : { status: 'missing', needed: [...ask.needed.values()], appliedMax: max }

const settle = (rule: NestedRule, outcome: Outcome, max: Fraction, ask: Ask): RuleResult => {
  if (outcome.status === 'notApplicable') return notApplicable(rule, outcome.basis, max, ask)
  if (outcome.status === 'notMeasured') {
    const trace = ruleTrace('notMeasured', '', { why: outcome.why, kind: rule.kind })
    return { status: 'notMeasured', why: outcome.why, appliedMax: zeroFraction, trace }
  }
  const { points, steps } = finish(rule, outcome.points, max)
  const appliedMax = outcome.appliedMax ?? max
  const isBelow = compareFractions(points, appliedMax) < 0
  if (rule.reasonRequired && isBelow && askText(ask, 'reason') === undefined) return unsettled(ask, max)
  const all = [...outcome.steps, ...steps]
  return { status: 'scored', points, appliedMax, trace: ruleTrace('scored', points, { kind: rule.kind, max: appliedMax }, all) }
}

/** A basis that was given with the inputs says that the whole criterion does not arise; it counts for the outermost rule alone. */
const declaredAway = (ask: Ask): string | undefined =>
  given(ask, 'notApplicable') === undefined ? undefined : askText(ask, 'notApplicable')

const scoreWithin = (rule: NestedRule, around: Ask, maxAround: Fraction): RuleResult => {
  const ask = withDeclared(around, rule.inputs)
  const max = maxOfRule(rule, maxAround) ?? maxAround
  const outcome = kindOf(rule).score(rule, contextOf(ask, max))
  return outcome === undefined || ask.problems.size > 0 ? unsettled(ask, max) : settle(rule, outcome, max, ask)
}

/**
 * Scores one set of inputs by a rule. Missing inputs are questions, all that can be asked at this point; a figure that cannot be is refused with its
 * name; an input `notApplicable` (text: the basis) says that the criterion does not arise. Points are exact and, after step and rounding, lie between
 * minimum and maximum. `max` is the maximum of the criterion where the rule does not say one. The same function serves claim, appraisal and final.
 */
export const scoreRule = (rule: Rule, inputs: Inputs, max?: Points): RuleResult => scoreAsked(rule, createAsk(inputs, new Map()), max)

/** The result, and beside it every question that the rule asks of these inputs, answered or not, in its order: what a form shows. */
export const scoreWithQuestions = (
  rule: Rule,
  inputs: Inputs,
  max?: Points,
): { readonly result: RuleResult; readonly questions: readonly AskedQuestion[] } => {
  const asked = new Map<string, AskedQuestion>()
  const result = scoreAsked(rule, createAsk(inputs, new Map(), asked), max)
  return { result, questions: [...asked.values()] }
}

const scoreAsked = (rule: Rule, ask: Ask, max: Points | undefined): RuleResult => {
  const whole = maxOfRule(rule, max === undefined ? undefined : fractionOfPoints(max)) ?? fraction(0n)
  const basis = declaredAway(ask)
  if (basis !== undefined) return notApplicable(rule, basis, whole, ask)
  return scoreWithin(rule, ask, whole)
}
