import { decimalText } from '../exact/decimal.ts'
import { compareFractions, type Fraction, fractionOfPoints, subtractFractions, zeroFraction } from '../exact/fraction.ts'
import { type Points, parsePoints, pointsText, zeroPoints } from '../exact/points.ts'
import { roundFraction } from '../exact/round.ts'
import { errorAt, type Problem } from '../problem.ts'
import type { Trace } from '../score.ts'
import type { NestedRule } from './common.ts'
import type { AskedQuestion, Inputs, Question } from './inputs.ts'
import { pointsOfAmount } from './parameters.ts'
import { parseRule } from './parse-rule.ts'
import { questionsOfRule } from './questions-of-rule.ts'
import { kindOf, type Rule } from './registry.ts'
import { ruleMaximum } from './rule-maximum.ts'
import { scoreWithQuestions } from './score-rule.ts'
import { ruleTrace } from './trace.ts'

/** The row of the criteria table that a rule stands at. */
export interface RuledLeaf {
  readonly id: string
  readonly maxPoints: Points
  readonly rule?: { readonly kind: string }
}

/**
 * What facts give at one leaf: points (four decimals, as scores are kept), that it does not arise, what is still to be told, or what cannot be.
 * `questions` are all that the rule asks of these facts, answered or not.
 */
export type LeafOutcome = { readonly questions: readonly AskedQuestion[] } & (
  | { readonly status: 'scored'; readonly points: Points; readonly trace: Trace }
  | { readonly status: 'notApplicable'; readonly basis: string; readonly trace: Trace }
  | { readonly status: 'missing'; readonly needed: readonly Question[] }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] }
)

/** Kinds that need what one unit cannot tell of itself: other units, answers of a survey, marks of a panel, other blocks. */
const beyondOneUnit: ReadonlySet<string> = new Set(['peerRelative', 'survey', 'panel', 'groupAdjustment', 'bonusPenalty'])

const isOfOneUnit = (rule: NestedRule): boolean =>
  !beyondOneUnit.has(rule.kind) && (kindOf(rule).nested?.(rule) ?? []).every((each) => isOfOneUnit(each.rule))

interface Known {
  readonly max: Points
  readonly rule: Rule | undefined
  readonly takesFacts: boolean
}
const known = new WeakMap<object, Known>()

/** Each leaf is looked at again and again; its rule is read once. */
const knownOf = (leaf: RuledLeaf): Known | undefined => {
  if (!leaf.rule) return undefined
  const before = known.get(leaf.rule)
  if (before?.max === leaf.maxPoints) return before
  const parsed = parseRule(leaf.rule, ruleMaximum(leaf))
  const rule = parsed.ok ? parsed.value : undefined
  const takesFacts = rule !== undefined && rule.kind !== 'manual' && isOfOneUnit(rule) && !readsOtherNodes(rule)
  const read = { max: leaf.maxPoints, rule, takesFacts }
  known.set(leaf.rule, read)
  return read
}

/** The rule of a leaf, ready to score; nothing where it has none, or one that cannot be read with its maximum. */
export const ruleOfLeaf = (leaf: RuledLeaf): Rule | undefined => knownOf(leaf)?.rule

const readsOtherNodes = (rule: Rule): boolean =>
  scoreWithQuestions(rule, {}).questions.some(({ path, type }) => path[0] === 'nodes' || type === 'record')

/**
 * The rule by which whoever works on this leaf enters facts. Nothing where points are typed: without a rule, by a rule of points with a reason
 * (`manual`), and by one that needs other units, other criteria or a survey, which one unit cannot enter.
 */
export const factsRuleOf = (leaf: RuledLeaf): Rule | undefined => {
  const read = knownOf(leaf)
  return read?.takesFacts ? read.rule : undefined
}

const beyond = ({ id, maxPoints }: RuledLeaf, points: Points): readonly Problem[] => {
  const [min, max] = maxPoints < 0 ? [maxPoints, zeroPoints] : [zeroPoints, maxPoints]
  if (points > max) return [errorAt('abovePoints', id, { points: pointsText(points), max: pointsText(max) })]
  return points < min ? [errorAt('belowPoints', id, { points: pointsText(points), min: pointsText(min) })] : []
}

/** What the rule asks, in its order; units that stand beside a value in the rule go with its question. */
const withUnits = (rule: Rule, questions: readonly AskedQuestion[]): readonly AskedQuestion[] => {
  const units = new Map(questionsOfRule(rule).map(({ name, unit }) => [name, unit]))
  return questions.map((question) => {
    const unit = question.unit ?? units.get(question.name)
    return unit === undefined ? question : { ...question, unit }
  })
}

/** What a penalty's row loses by its rule, and the steps to it, none of which speaks of points that are left. */
const takenBy = (rule: Rule, result: { readonly points: Fraction; readonly trace: Trace }, max: Fraction) => {
  const parts = result.trace.parts ?? []
  if (rule.kind !== 'deduct' || rule.of) return { size: result.points, parts }
  const size = subtractFractions(pointsOfAmount(rule.base, max), result.points)
  const steps = parts.filter(({ facts }) => facts?.['did'] !== 'base')
  return { size, parts: steps.map((part) => (part.facts?.['did'] === 'forbidden' ? { ...part, result: decimalText(size) } : part)) }
}

/** At a penalty's row the rule says how much it takes: the points are below zero. */
const asPenalty = (rule: Rule, result: { readonly points: Fraction; readonly trace: Trace }, max: Fraction) => {
  const { size, parts } = takenBy(rule, result, max)
  const points = subtractFractions(zeroFraction, size)
  return { points, trace: ruleTrace('block', points, { counting: 'penalty', size, max }, parts) }
}

/**
 * Scores the facts of one leaf. At a penalty's row the points are below zero: what the rule gives is what is taken, and of a rule of deductions the
 * deductions themselves, the whole maximum where something forbids. Points that do not end are kept to four decimals, half up, and the trace says so.
 */
export const scoreLeaf = (leaf: RuledLeaf, rule: Rule, inputs: Inputs): LeafOutcome => {
  const { result: given, questions: asked } = scoreWithQuestions(rule, inputs, ruleMaximum(leaf))
  const questions = withUnits(rule, asked)
  if (given.status === 'refused') return { status: 'refused', problems: given.problems, questions }
  if (given.status === 'missing') return { status: 'missing', needed: given.needed, questions }
  if (given.status === 'notMeasured') return { status: 'missing', needed: [], questions }
  if (given.status === 'notApplicable') return { status: 'notApplicable', basis: given.basis, trace: given.trace, questions }
  const takes = leaf.maxPoints < 0 && (given.points.n > 0n || rule.kind === 'deduct')
  const result = takes ? asPenalty(rule, given, fractionOfPoints(ruleMaximum(leaf))) : given
  const points = parsePoints(roundFraction(result.points, 4)) ?? zeroPoints
  const problems = beyond(leaf, points)
  if (problems.length) return { status: 'refused', problems, questions }
  const kept = fractionOfPoints(points)
  if (compareFractions(kept, result.points) === 0) return { status: 'scored', points, trace: result.trace, questions }
  const rounded = ruleTrace('rounded', kept, { from: result.points, mode: 'halfUp', digits: '4' })
  return { status: 'scored', points, trace: { ...result.trace, parts: [...(result.trace.parts ?? []), rounded] }, questions }
}
