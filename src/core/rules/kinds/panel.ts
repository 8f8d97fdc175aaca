import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import { compareFractions, divideFractions, type Fraction, multiplyFractions, zeroFraction } from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { askFigure, askNames, given, lack } from '../ask.ts'
import { commonFields } from '../common.ts'
import { meanFraction } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored } from '../kind.ts'
import { figureShape, labelShape, nameShape } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const shape = z.strictObject({
  kind: z.literal('panel'),
  ...commonFields,
  input: nameShape.default('marks').meta({ description: 'Input with the marks by member; null says: gave none' }),
  members: z
    .array(z.strictObject({ name: nameShape, label: labelShape }))
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Without it whoever is in the input' }),
  scale: figureShape.optional().meta({ description: 'Best mark; the maximum where left out' }),
  missing: z
    .enum(['asked', 'leftOut', 'zero'])
    .default('asked')
    .meta({ description: 'A mark that is not there: it is waited for, left out of the mean, or 0' }),
  atLeast: z.number().int().min(1).max(200).default(1).meta({ description: 'Fewer marks than this are no measurement' }),
  trim: z
    .number()
    .int()
    .min(0)
    .max(50)
    .default(0)
    .meta({ description: 'So many highest and so many lowest marks are left out of the mean' }),
})
type PanelRule = z.output<typeof shape>

interface Mark {
  readonly label: string
  readonly mark: Fraction
}

/** One member's mark: `null` where there is none and the policy leaves it out. */
const markOf = (rule: PanelRule, name: string, best: Fraction, context: ScoreContext): Fraction | null | undefined => {
  const place = [rule.input, name]
  const value = given(context.ask, place)
  if (value !== undefined && value !== null) return askFigure(context.ask, place, { from: zeroFraction, to: best })
  if (rule.missing === 'zero') return zeroFraction
  return rule.missing === 'leftOut' ? null : lack(context.ask, place, 'figure')
}

const marksOf = (rule: PanelRule, best: Fraction, context: ScoreContext): readonly Mark[] | undefined => {
  const stated = rule.members?.map(({ name, label = name }) => ({ name, label }))
  const members = stated ?? askNames(context.ask, rule.input)?.map((name) => ({ name, label: name }))
  const marks = members?.map(({ name, label }) => ({ label, mark: markOf(rule, name, best, context) }))
  if (!marks || marks.some(({ mark }) => mark === undefined)) return undefined
  return marks.flatMap(({ label, mark }) => (mark ? [{ label, mark }] : []))
}

const meanOf = (rule: PanelRule, marks: readonly Mark[], best: Fraction, context: ScoreContext): Outcome => {
  const sorted = marks.map(({ mark }) => mark).toSorted(compareFractions)
  const kept = sorted.slice(rule.trim, sorted.length - rule.trim)
  const mean = meanFraction(kept)
  const points = multiplyFractions(divideFractions(mean, best), context.max)
  const facts = { mean, count: String(marks.length), kept: String(kept.length), scale: best, max: context.max }
  return scored(points, [
    ruleTrace(
      'marks',
      points,
      facts,
      marks.map(({ label, mark }) => ruleTrace('mark', mark, { label })),
    ),
  ])
}

/**
 * K16: the mean of the marks of a panel, as a share of the best mark, times the maximum. Marks that are not there follow a policy; the highest and
 * lowest may be trimmed; fewer than `atLeast`, or none after trimming, is not measured. Source: shape 43 of the domain notes.
 */
export const panel = ruleKind({
  shape: () => shape,
  check: ({ scale }) =>
    scale && scale.n <= 0n ? [errorAt('invalidValue', 'scale', { field: 'scale', value: decimalText(scale), expected: '> 0' })] : [],
  score: (rule, context) => {
    const best = rule.scale ?? context.max
    const marks = marksOf(rule, best, context)
    if (!marks) return undefined
    if (best.n === 0n || marks.length < rule.atLeast || marks.length <= 2 * rule.trim) return { status: 'notMeasured', why: 'tooFewMarks' }
    return meanOf(rule, marks, best, context)
  },
  examples: [
    {
      name: 'the mean of the chair and two vice-chairs',
      rule: { kind: 'panel', max: '5', members: [{ name: 'chair' }, { name: 'viceFirst' }, { name: 'viceSecond' }] },
      inputs: { marks: { chair: '4.5', viceFirst: '4', viceSecond: '5' } },
      expect: { status: 'scored', points: '4.5', appliedMax: '5' },
    },
    {
      name: 'a mark that was not given is left out',
      rule: { kind: 'panel', max: '5', missing: 'leftOut', members: [{ name: 'chair' }, { name: 'viceFirst' }, { name: 'viceSecond' }] },
      inputs: { marks: { chair: '4.5', viceFirst: '4', viceSecond: null } },
      expect: { status: 'scored', points: '4.25', appliedMax: '5' },
    },
    {
      name: 'the highest and the lowest mark out of a hundred are left out',
      rule: { kind: 'panel', max: '5', scale: '100', trim: 1 },
      inputs: { marks: { a: '100', b: '80', c: '70', d: '10' } },
      expect: { status: 'scored', points: '3.75', appliedMax: '5' },
    },
    {
      name: 'a mark that is waited for',
      rule: { kind: 'panel', max: '5', members: [{ name: 'chair' }, { name: 'vice' }] },
      inputs: { marks: { chair: '4.5' } },
      expect: { status: 'missing', points: null, appliedMax: '5' },
    },
  ],
})
