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
export type LeafOutcome = {
  readonly questions: readonly AskedQuestion[]
} /** `appliedMax` only where the rule left a part of the maximum out. */ & (
  | { readonly status: 'scored'; readonly points: Points; readonly appliedMax?: Points; readonly trace: Trace }
  | { readonly status: 'notApplicable'; readonly basis: string; readonly trace: Trace }
  /** `awaitsPeers`: the unit has told all it can; points come once the values of the others are there. */
  | { readonly status: 'missing'; readonly needed: readonly Question[]; readonly awaitsPeers?: true }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] }
)

/** Kinds that need what one unit cannot tell of itself: answers of a survey, marks of a panel, other rows. */
const beyondOneUnit: ReadonlySet<string> = new Set(['peerRelative', 'survey', 'panel', 'bonusPenalty'])

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
  // Relative to others, a unit still tells its own value; the second pass brings those of the others.
  const isTold = rule !== undefined && (rule.kind === 'peerRelative' || isOfOneUnit(rule))
  const takesFacts = isTold && rule.kind !== 'manual' && !readsOtherNodes(rule)
  const read = { max: leaf.maxPoints, rule, takesFacts }
  known.set(leaf.rule, read)
  return read
}

/** The rule of a leaf, ready to score; nothing where it has none, or one that cannot be read with its maximum. */
export const ruleOfLeaf = (leaf: RuledLeaf): Rule | undefined => knownOf(leaf)?.rule

/** What is known of the others: no unit is asked for it. */
const isOfPeers = (rule: Rule, { name }: Pick<Question, 'name'>): boolean =>
  rule.kind === 'peerRelative' && (name === rule.unit || name === rule.peers || name.startsWith(`${rule.peers}.`))

const readsOtherNodes = (rule: Rule): boolean =>
  scoreWithQuestions(rule, {}).questions.some(
    (question) => !isOfPeers(rule, question) && (question.path[0] === 'nodes' || question.type === 'record'),
  )

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

/** What the rule asks, in its order; units and names that stand beside a value in the rule go with its question. */
const withUnits = (rule: Rule, questions: readonly AskedQuestion[]): readonly AskedQuestion[] => {
  const said = new Map(questionsOfRule(rule).map((each) => [each.name, each]))
  return questions.map((question) => {
    const { unit, label = question.label } = said.get(question.name) ?? {}
    return { ...question, ...(question.label === question.name && { label }), ...(unit !== undefined && { unit: question.unit ?? unit }) }
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

/** Whether a unit has told all that its leaf asks, and only the values of the others lack. */
export const awaitsPeers = (leaf: RuledLeaf, { inputs }: { readonly inputs?: Inputs | undefined }): boolean => {
  const rule = inputs && factsRuleOf(leaf)
  const outcome = rule && scoreLeaf(leaf, rule, inputs)
  return outcome?.status === 'missing' && outcome.awaitsPeers === true
}

/** What the points are measured against, where that is less than the leaf's maximum; kept to four decimals, as points are. */
const reducedMaximum = ({ maxPoints }: RuledLeaf, { appliedMax }: { readonly appliedMax: Fraction }): Points | undefined => {
  if (maxPoints <= 0 || compareFractions(appliedMax, fractionOfPoints(maxPoints)) >= 0) return undefined
  return parsePoints(roundFraction(appliedMax, 4))
}

/** The maximum that applied to points which came from these facts; `undefined` where it is the whole, or where somebody gave other points. */
export const appliedMaximum = (leaf: RuledLeaf, points: Points, inputs: Inputs): Points | undefined => {
  const rule = factsRuleOf(leaf)
  const outcome = rule && scoreLeaf(leaf, rule, inputs)
  return outcome?.status === 'scored' && outcome.points === points ? outcome.appliedMax : undefined
}

/**
 * Scores the facts of one leaf. At a penalty's row the points are below zero: what the rule gives is what is taken, and of a rule of deductions the
 * deductions themselves, the whole maximum where something forbids. Points that do not end are kept to four decimals, half up, and the trace says so.
 */
export const scoreLeaf = (leaf: RuledLeaf, rule: Rule, inputs: Inputs): LeafOutcome => {
  const { result: given, questions: asked } = scoreWithQuestions(rule, inputs, ruleMaximum(leaf))
  const questions = withUnits(rule, asked).filter((question) => !isOfPeers(rule, question))
  if (given.status === 'refused') return { status: 'refused', problems: given.problems, questions }
  if (given.status === 'missing') {
    const needed = given.needed.filter((question) => !isOfPeers(rule, question))
    return { status: 'missing', needed, ...(needed.length === 0 && given.needed.length > 0 && { awaitsPeers: true }), questions }
  }
  if (given.status === 'notMeasured') return { status: 'missing', needed: [], questions }
  if (given.status === 'notApplicable') return { status: 'notApplicable', basis: given.basis, trace: given.trace, questions }
  const takes = leaf.maxPoints < 0 && (given.points.n > 0n || rule.kind === 'deduct')
  const result = takes ? asPenalty(rule, given, fractionOfPoints(ruleMaximum(leaf))) : given
  const points = parsePoints(roundFraction(result.points, 4)) ?? zeroPoints
  const problems = beyond(leaf, points)
  if (problems.length) return { status: 'refused', problems, questions }
  const kept = fractionOfPoints(points)
  const applied = reducedMaximum(leaf, given)
  const scored = { status: 'scored', points, ...(applied !== undefined && { appliedMax: applied }), questions } as const
  if (compareFractions(kept, result.points) === 0) return { ...scored, trace: result.trace }
  const rounded = ruleTrace('rounded', kept, { from: result.points, mode: 'halfUp', digits: '4' })
  return { ...scored, trace: { ...result.trace, parts: [...(result.trace.parts ?? []), rounded] } }
}
