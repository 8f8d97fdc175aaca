import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import { compareFractions, divideFractions, type Fraction, fraction, multiplyFractions, zeroFraction } from '../../exact/fraction.ts'
import { errorAt, type Problem } from '../../problem.ts'
import { askFigure, askNames, given } from '../ask.ts'
import { commonFields } from '../common.ts'
import { smaller, sumFractions } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored } from '../kind.ts'
import { figureShape, labelShape, nameShape } from '../parameters.ts'
import { answersOf, type Counts, shareOfQuestions, weightedShare } from '../survey-statistic.ts'
import { ruleTrace } from '../trace.ts'

const shape = z.strictObject({
  kind: z.literal('survey'),
  ...commonFields,
  input: nameShape.default('survey').meta({
    description: 'Input with the answers: question → level → number of answers; with groups: question → group → level → number of answers',
  }),
  questions: z.array(z.string().min(1).max(60)).max(500).default([]),
  groups: z
    .array(z.strictObject({ name: nameShape, label: labelShape, weight: figureShape }))
    .max(50)
    .default([])
    .meta({ description: 'Groups of respondents with their weights' }),
  statistic: z.enum(['topShare', 'mean', 'percent']).default('topShare').meta({
    description:
      'Share of answers in the highest levels; mean of the levels; or a percent that was worked out elsewhere (input "percent", number of answers in "responses")',
  }),
  top: z.number().int().min(1).max(10).default(2).meta({ description: 'How many of the highest levels are positive' }),
  scale: z.strictObject({ from: z.number().int().min(0).max(10), to: z.number().int().min(1).max(10) }).default({ from: 1, to: 5 }),
  conversion: z
    .enum(['overTop', 'fromBottom'])
    .default('overTop')
    .meta({ description: 'mean / best level, or (mean − worst) / (best − worst)' }),
  minimumResponses: z
    .number()
    .int()
    .min(0)
    .max(10_000_000)
    .default(1)
    .meta({ description: 'Fewer valid answers to a question are no measurement' }),
  emptyGroup: z
    .enum(['notMeasured', 'rescale'])
    .default('notMeasured')
    .meta({ description: 'A group without answers: nothing is measured, or the other weights re-scale' }),
})
type SurveyRule = z.output<typeof shape>

const levelsOf = ({ scale: { from, to } }: SurveyRule): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

/** Answers by level; a level that nobody chose may be left out, one that the scale lacks is refused. */
const countsAt = (rule: SurveyRule, place: readonly string[], context: ScoreContext): Counts | undefined => {
  const names = askNames(context.ask, place)
  if (!names) return undefined
  const levels = levelsOf(rule)
  const strange = names.filter((name) => !levels.some((level) => String(level) === name))
  for (const name of strange) {
    const at = [...place, name].join('.')
    const range = { from: String(rule.scale.from), to: String(rule.scale.to) }
    context.ask.problems.set(`outOfRange ${at}`, errorAt('outOfRange', at, { field: at, value: name, ...range }))
  }
  const read = levels.map((level) => {
    const at = [...place, String(level)]
    return [
      level,
      given(context.ask, at) === undefined ? zeroFraction : askFigure(context.ask, at, { from: zeroFraction, whole: true }),
    ] as const
  })
  const known = read.flatMap(([level, count]) => (count ? [[level, count] as const] : []))
  return strange.length === 0 && known.length === read.length ? new Map(known) : undefined
}

interface Group {
  readonly label: string
  readonly weight: Fraction
  readonly questions: readonly Counts[]
}

const groupsOf = (rule: SurveyRule, context: ScoreContext): readonly Group[] | undefined => {
  const groups = rule.groups.length > 0 ? rule.groups : [{ name: '', weight: fraction(1n) }]
  const read = groups.map(({ name, label = name, weight }: SurveyRule['groups'][number]) => {
    const counts = rule.questions.map((question) => countsAt(rule, [rule.input, question, ...(name === '' ? [] : [name])], context))
    const known = counts.filter((each) => each !== undefined)
    return known.length === counts.length ? { label, weight, questions: known } : undefined
  })
  const known = read.filter((each) => each !== undefined)
  return known.length === read.length ? known : undefined
}

/** Valid answers to the question that has the fewest. */
const fewestAnswers = (rule: SurveyRule, groups: readonly Group[]): Fraction =>
  rule.questions.map((_, index) => sumFractions(groups.flatMap(({ questions }) => questions[index] ?? []).map(answersOf))).reduce(smaller)

const measured = (rule: SurveyRule, groups: readonly Group[], context: ScoreContext): Outcome => {
  const answers = fewestAnswers(rule, groups)
  const responses = ruleTrace('responses', answers, { least: String(rule.minimumResponses) })
  if (answers.n < BigInt(rule.minimumResponses)) return { status: 'notMeasured', why: 'tooFewResponses' }
  const { statistic, top, conversion, scale } = rule
  const measure = { statistic: statistic === 'mean' ? statistic : ('topShare' as const), top, conversion, ...scale }
  const shares = groups.map((group) => ({ ...group, share: shareOfQuestions(group.questions, measure) }))
  const known = shares.flatMap(({ label, weight, share }) => (share ? [{ label, weight, share }] : []))
  const share = known.length < shares.length && rule.emptyGroup === 'notMeasured' ? undefined : weightedShare(known)
  if (!share) return { status: 'notMeasured', why: 'groupWithoutAnswers' }
  const points = multiplyFractions(share, context.max)
  const byGroup = rule.groups.length > 0 ? known.map(({ label, weight, share: own }) => ruleTrace('share', own, { label, weight })) : []
  return scored(points, [responses, ruleTrace('statistic', points, { share, statistic, max: context.max }, byGroup)])
}

const ofPercent = (rule: SurveyRule, context: ScoreContext): Outcome | undefined => {
  const percent = askFigure(context.ask, 'percent', { from: zeroFraction, to: fraction(100n) })
  const responses = rule.minimumResponses > 1 ? askFigure(context.ask, 'responses', { from: zeroFraction, whole: true }) : undefined
  if (rule.minimumResponses > 1 && !responses) return undefined
  if (responses && compareFractions(responses, fraction(BigInt(rule.minimumResponses))) < 0)
    return { status: 'notMeasured', why: 'tooFewResponses' }
  if (!percent) return undefined
  const points = multiplyFractions(divideFractions(percent, fraction(100n)), context.max)
  return scored(points, [
    ruleTrace('statistic', points, { share: divideFractions(percent, fraction(100n)), statistic: 'percent', max: context.max }),
  ])
}

const problemsOf = ({ statistic, questions, scale, top, groups }: SurveyRule): readonly Problem[] => [
  ...(statistic !== 'percent' && questions.length === 0 ? [errorAt('missingField', 'questions', { field: 'questions' })] : []),
  ...(scale.from < scale.to
    ? []
    : [errorAt('invalidValue', 'scale.to', { field: 'scale.to', value: String(scale.to), expected: `> ${scale.from}` })]),
  ...(top <= scale.to - scale.from
    ? []
    : [errorAt('invalidValue', 'top', { field: 'top', value: String(top), expected: `≤ ${scale.to - scale.from}` })]),
  ...groups.flatMap(({ weight }, index) =>
    weight.n < 0n
      ? [errorAt('outOfRange', `groups[${index}].weight`, { field: `groups[${index}].weight`, value: decimalText(weight), from: '0' })]
      : [],
  ),
]

/**
 * K14: answers to a survey as points: the share of positive answers, mean / best level, or (mean − worst) / (best − worst), times the maximum; the plain
 * mean over questions, the weighted mean over groups of respondents; or a percent worked out elsewhere. Below the minimum of valid answers to any
 * question, or with a group that nobody answered for, it is not measured. Source: shapes 38–40, conversions a–e of section 7.4 of the domain notes.
 */
export const survey = ruleKind({
  shape: () => shape,
  check: problemsOf,
  score: (rule, context) => {
    if (rule.statistic === 'percent') return ofPercent(rule, context)
    const groups = groupsOf(rule, context)
    return groups && measured(rule, groups, context)
  },
  examples: [
    {
      name: 'the share of satisfied answers',
      rule: { kind: 'survey', max: '1', questions: ['q1'], minimumResponses: 30 },
      inputs: { survey: { q1: { '1': '2', '2': '3', '3': '15', '4': '50', '5': '30' } } },
      expect: { status: 'scored', points: '0.8', appliedMax: '1' },
    },
    {
      name: 'the mean from the bottom of the scale',
      rule: { kind: 'survey', max: '2', questions: ['q1'], statistic: 'mean', conversion: 'fromBottom' },
      inputs: { survey: { q1: { '3': 10, '5': 10 } } },
      expect: { status: 'scored', points: '1.5', appliedMax: '2' },
    },
    {
      name: 'groups of respondents with weights',
      rule: {
        kind: 'survey',
        max: '1',
        questions: ['q1'],
        statistic: 'mean',
        groups: [
          { name: 'delegates', weight: '60' },
          { name: 'officials', weight: '40' },
        ],
      },
      inputs: { survey: { q1: { delegates: { '5': '10' }, officials: { '3': '20', '4': '20' } } } },
      expect: { status: 'scored', points: '0.88', appliedMax: '1' },
    },
    {
      name: 'too few answers are no measurement',
      rule: { kind: 'survey', max: '1', questions: ['q1'], minimumResponses: 30 },
      inputs: { survey: { q1: { '4': '10', '5': '12' } } },
      expect: { status: 'notMeasured', points: null, appliedMax: '0' },
    },
  ],
})
