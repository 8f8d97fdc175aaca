import type { z } from 'zod'
import { type Fraction, subtractFractions } from '../exact/fraction.ts'
import type { Problem } from '../problem.ts'
import type { Trace } from '../score.ts'
import type { ScoreStatus } from '../vocabulary.ts'
import type { Ask } from './ask.ts'
import type { NestedRule, NestedShape } from './common.ts'
import type { Formula, Scope } from './formula/formula.ts'
import type { Inputs } from './inputs.ts'
import type { Amount } from './parameters.ts'
import type { RuleResult } from './result.ts'
import type { Tables } from './scope.ts'

/** What a kind makes of inputs before maximum, minimum, step and rounding; `undefined` where something lacks or was refused. */
export type Outcome =
  | { readonly status: 'scored'; readonly points: Fraction; readonly appliedMax?: Fraction; readonly steps: readonly Trace[] }
  | { readonly status: 'notApplicable'; readonly basis: string }
  | { readonly status: 'notMeasured'; readonly why: string }

/** What a kind works with. Everything it reads is noted in `ask`: it asks for all that it can, then gives up with `undefined`. */
export interface ScoreContext {
  readonly max: Fraction
  readonly ask: Ask
  readonly scope: Scope
  readonly points: (amount: Amount) => Fraction
  readonly figure: (formula: Formula, tables?: Tables) => Fraction | undefined
  readonly flag: (formula: Formula) => boolean | undefined
  /** Scores a nested rule on the same inputs; what it lacks counts as lacking here. */
  readonly score: (nested: NestedRule) => RuleResult
  readonly maxOf: (nested: NestedRule) => Fraction
}

/** A rule of this kind on one set of inputs, and what has to come of it: test, documentation and help at once. */
export interface RuleExample {
  readonly name: string
  readonly rule: { readonly kind: string } & Readonly<Record<string, unknown>>
  readonly inputs: Inputs
  readonly expect: { readonly status: ScoreStatus; readonly points: string | null; readonly appliedMax: string }
}

interface Placed {
  readonly at: string
}

/** Everything that the program knows of one kind of rule. */
export interface RuleKind<Rule> {
  readonly shape: (nested: NestedShape) => z.ZodType<Rule>
  /** Rules inside the rule, each with its place in the file. */
  readonly nested?: (rule: Rule) => readonly (Placed & { readonly rule: NestedRule })[]
  /** Amounts that may not exceed the maximum of the rule. */
  readonly amounts?: (rule: Rule) => readonly (Placed & { readonly amount: Amount })[]
  /** The maximum where the rule does not say one, out of the maxima of its parts. */
  readonly derivedMax?: (rule: Rule, maxOf: (nested: NestedRule) => Fraction | undefined) => Fraction | undefined
  readonly check?: (rule: Rule) => readonly Problem[]
  /** Other bounds than from `min` (or 0) to `max`. */
  readonly bounds?: (rule: Rule, max: Fraction) => { readonly min: Fraction; readonly max: Fraction }
  readonly score: (rule: Rule, context: ScoreContext) => Outcome | undefined
  readonly examples: readonly RuleExample[]
}

/** States a kind; the type of its rule follows from its shape. */
export const ruleKind = <Rule>(kind: RuleKind<Rule>): RuleKind<Rule> => kind

/** Points with the steps that led to them. */
export const scored = (points: Fraction, steps: readonly Trace[], appliedMax?: Fraction): Outcome => ({
  status: 'scored',
  points,
  steps,
  ...(appliedMax && { appliedMax }),
})

/** The maximum that is left where a nested rule stands for the whole and a part of it does not apply. */
export const maxLeft = (context: ScoreContext, nested: NestedRule, result: RuleResult): Fraction =>
  subtractFractions(context.max, subtractFractions(context.maxOf(nested), result.appliedMax))

/** The trace of a nested result, where it has one. */
export const traceOf = (result: RuleResult): readonly Trace[] => ('trace' in result ? [result.trace] : [])

/** The first of some results that leaves the whole without points, by weight: refused, missing, then not measured. */
export const unresolved = (results: readonly RuleResult[]): RuleResult | undefined =>
  results.find(({ status }) => status === 'refused') ??
  results.find(({ status }) => status === 'missing') ??
  results.find(({ status }) => status === 'notMeasured')
