import { z } from 'zod'
import { fraction, multiplyFractions, zeroFraction } from '../../exact/fraction.ts'
import { errorAt, type Problem } from '../../problem.ts'
import { askFlag, withDeclared } from '../ask.ts'
import { commonFields } from '../common.ts'
import { smaller } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored } from '../kind.ts'
import { amountShape, formulaShape, full, labelShape, nameShape, nothing } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const shape = z.strictObject({
  kind: z.literal('conditions'),
  ...commonFields,
  conditions: z
    .array(
      z.strictObject({
        name: nameShape.meta({ description: 'Input that says true or false, unless test is given' }),
        label: labelShape,
        test: formulaShape.optional().meta({ description: 'A formula that gives yes or no, such as "percent >= 90"' }),
      }),
    )
    .min(1)
    .max(100),
  need: z.enum(['all', 'any', 'atLeast']).default('all'),
  atLeast: z.number().int().min(1).max(100).optional().meta({ description: 'How many have to hold (need: atLeast)' }),
  points: amountShape.default(full),
  otherwise: amountShape.default(nothing),
  partial: z.enum(['none', 'share', 'each', 'levels']).default('none').meta({
    description: 'Where not enough hold: nothing (otherwise), the share of those that hold, so many points each, or points by their number',
  }),
  each: amountShape.optional(),
  levels: z
    .array(z.strictObject({ met: z.number().int().min(0).max(100), points: amountShape }))
    .max(100)
    .optional(),
})
type ConditionsRule = z.output<typeof shape>

/** What each condition says is what its input is called, unless the rule declares it otherwise. */
const labelled = ({ conditions, inputs = [] }: ConditionsRule) =>
  conditions.flatMap(({ name, label }) => (label === undefined || inputs.some((each) => each.name === name) ? [] : [{ name, label }]))

const neededOf = ({ need, atLeast, conditions }: ConditionsRule): number =>
  need === 'all' ? conditions.length : need === 'any' ? 1 : (atLeast ?? 1)

const problemsOf = ({ conditions, need, atLeast, partial, each, levels }: ConditionsRule): readonly Problem[] => [
  ...conditions.flatMap(({ name }, index) =>
    conditions.findIndex((other) => other.name === name) < index
      ? [errorAt('alreadyExists', `conditions[${index}].name`, { what: 'name', value: name })]
      : [],
  ),
  ...(need === 'atLeast' && atLeast === undefined ? [errorAt('missingField', 'atLeast', { field: 'atLeast' })] : []),
  ...(atLeast !== undefined && atLeast > conditions.length
    ? [errorAt('invalidValue', 'atLeast', { field: 'atLeast', value: String(atLeast), expected: `≤ ${conditions.length}` })]
    : []),
  ...(partial === 'each' && each === undefined ? [errorAt('missingField', 'each', { field: 'each' })] : []),
  ...(partial === 'levels' && levels === undefined ? [errorAt('missingField', 'levels', { field: 'levels' })] : []),
]

/** Points where fewer hold than are needed. */
const partialPoints = (rule: ConditionsRule, met: number, context: ScoreContext) => {
  const whole = context.points(rule.points)
  if (rule.partial === 'share') return multiplyFractions(whole, fraction(BigInt(met), BigInt(neededOf(rule))))
  if (rule.partial === 'each') return smaller(multiplyFractions(context.points(rule.each ?? nothing), fraction(BigInt(met))), whole)
  const level = rule.levels?.filter((each) => each.met <= met).toSorted((a, b) => b.met - a.met)[0]
  return rule.partial === 'levels' ? (level ? context.points(level.points) : zeroFraction) : context.points(rule.otherwise)
}

/**
 * K7: all, any, or at least k of several conditions, each a yes-or-no input or a test on inputs; partial points by share, by each, or by level.
 * It is settled as soon as the answers at hand settle it: one "no" of "all" without partial points needs no further question.
 * Source: shapes 10, 11, 21 and 27 of the domain notes.
 */
export const conditions = ruleKind({
  shape: () => shape,
  amounts: ({ points, otherwise, levels = [] }) => [
    { at: 'points', amount: points },
    { at: 'otherwise', amount: otherwise },
    ...levels.map((level, index) => ({ at: `levels[${index}].points`, amount: level.points })),
  ],
  check: problemsOf,
  score: (rule, context): Outcome | undefined => {
    const ask = withDeclared(context.ask, labelled(rule))
    const answers = rule.conditions.map(({ name, test }) => (test ? context.flag(test) : askFlag(ask, name)))
    const met = answers.filter((each) => each === true).length
    const open = answers.filter((each) => each === undefined).length
    const needed = neededOf(rule)
    const isSettled = open === 0 || met >= needed || (rule.partial === 'none' && met + open < needed)
    if (!isSettled) return undefined
    const points = met >= needed ? context.points(rule.points) : partialPoints(rule, met, context)
    const steps = rule.conditions.map(({ name, label = name }, index) =>
      ruleTrace('condition', answers[index] === undefined ? '' : String(answers[index]), { label }),
    )
    return scored(points, [
      ruleTrace('conditions', points, { met: String(met), of: String(answers.length), needed: String(needed) }, steps),
    ])
  },
  examples: [
    {
      name: 'tasks finished and budget provided',
      rule: { kind: 'conditions', max: '1', conditions: [{ name: 'tasksFinished' }, { name: 'budgetProvided' }] },
      inputs: { tasksFinished: true, budgetProvided: false },
      expect: { status: 'scored', points: '0', appliedMax: '1' },
    },
    {
      name: 'one no settles it without asking on',
      rule: { kind: 'conditions', max: '1', conditions: [{ name: 'tasksFinished' }, { name: 'budgetProvided' }] },
      inputs: { tasksFinished: false },
      expect: { status: 'scored', points: '0', appliedMax: '1' },
    },
    {
      name: 'points by the number of reports that were sent',
      rule: {
        kind: 'conditions',
        max: '20',
        partial: 'levels',
        levels: [
          { met: 3, points: '15' },
          { met: 2, points: '10' },
          { met: 1, points: '5' },
        ],
        conditions: [{ name: 'q1' }, { name: 'q2' }, { name: 'q3' }, { name: 'q4' }],
      },
      inputs: { q1: true, q2: true, q3: true, q4: false },
      expect: { status: 'scored', points: '15', appliedMax: '20' },
    },
    {
      name: 'two of three, one of them a test on a figure',
      rule: {
        kind: 'conditions',
        max: '1',
        need: 'atLeast',
        atLeast: 2,
        conditions: [{ name: 'plan' }, { name: 'report' }, { name: 'rate', test: 'percent >= 90' }],
      },
      inputs: { plan: true, report: false, percent: '90' },
      expect: { status: 'scored', points: '1', appliedMax: '1' },
    },
  ],
})
