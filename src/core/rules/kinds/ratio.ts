import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import {
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { labelOf, object } from '../ask.ts'
import { commonFields } from '../common.ts'
import { type Outcome, ruleKind, type ScoreContext, scored } from '../kind.ts'
import { figureShape, formulaShape, inputFormula } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const shape = z.strictObject({
  kind: z.literal('ratio'),
  ...commonFields,
  numerator: formulaShape.default(inputFormula('numerator')),
  denominator: formulaShape.default(inputFormula('denominator')),
  complement: z
    .boolean()
    .default(false)
    .meta({ description: '(denominator − numerator) / denominator: the numerator counts what went wrong' }),
  zeroDenominator: z.enum(['notApplicable', 'max', 'zero', 'refused']).default('notApplicable').meta({ description: 'What 0 of 0 gives' }),
  over: z
    .enum(['refused', 'cap'])
    .default('refused')
    .meta({ description: 'A numerator above the denominator: refused, or it counts as equal' }),
  floor: figureShape.optional().meta({ description: 'Percent below which there are no points' }),
})
type RatioRule = z.output<typeof shape>

const hundred = fraction(100n)
const one = fraction(1n)

const ofNothing = (policy: RatioRule['zeroDenominator'], context: ScoreContext): Outcome | undefined => {
  if (policy === 'notApplicable') return { status: 'notApplicable', basis: '0/0' }
  if (policy === 'refused') return object(context.ask, errorAt('divisionByZero', 'denominator', { formula: 'numerator / denominator' }))
  const points = policy === 'max' ? context.max : zeroFraction
  return scored(points, [ruleTrace('zeroDenominator', points)])
}

/** Whether both figures can be used: none negative, the numerator not above the denominator unless that is capped. */
const fits = (rule: RatioRule, a: Fraction, b: Fraction, context: ScoreContext): boolean => {
  const refuse = (field: string, value: Fraction, to?: Fraction): void => {
    object(context.ask, errorAt('outOfRange', field, { field, value: decimalText(value), from: '0', ...(to && { to: decimalText(to) }) }))
  }
  if (a.n < 0n) refuse(rule.numerator.text, a)
  if (b.n < 0n) refuse(rule.denominator.text, b)
  if (a.n < 0n || b.n < 0n) return false
  if (rule.over === 'cap' || compareFractions(a, b) <= 0) return true
  refuse(rule.numerator.text, a, b)
  return false
}

/**
 * K5: points = a / b × maximum of two entered figures, or of what is left of b (`complement`). 0 of 0 follows `zeroDenominator`; a above b is refused
 * with the figure, or capped. Below `floor` percent there are none. Source: shapes 15 and 17 of the domain notes (index of Decision 766/QĐ-TTg).
 */
export const ratio = ruleKind({
  shape: () => shape,
  score: (rule, context) => {
    const a = context.figure(rule.numerator)
    const b = context.figure(rule.denominator)
    if (a === undefined || b === undefined || !fits(rule, a, b, context)) return undefined
    if (b.n === 0n) return ofNothing(rule.zeroDenominator, context)
    const plain = divideFractions(a, b)
    const share = compareFractions(plain, one) > 0 ? one : plain
    const counted = rule.complement ? subtractFractions(one, share) : share
    const percent = multiplyFractions(counted, hundred)
    const isBelow = rule.floor !== undefined && compareFractions(percent, rule.floor) < 0
    const points = isBelow ? zeroFraction : multiplyFractions(counted, context.max)
    return scored(points, [
      ruleTrace('input', a, { name: rule.numerator.text, label: labelOf(context.ask, rule.numerator.text) }),
      ruleTrace('input', b, { name: rule.denominator.text, label: labelOf(context.ask, rule.denominator.text) }),
      isBelow
        ? ruleTrace('belowFloor', points, { value: percent, floor: rule.floor })
        : ruleTrace('ratio', points, {
            numerator: a,
            denominator: b,
            percent,
            max: context.max,
            complement: rule.complement ? 'yes' : undefined,
          }),
    ])
  },
  examples: [
    {
      name: 'dossiers settled in time of all dossiers',
      rule: { kind: 'ratio', max: '2', round: { digits: 2 } },
      inputs: { numerator: '341', denominator: '420' },
      expect: { status: 'scored', points: '1.62', appliedMax: '2' },
    },
    {
      name: 'unsatisfied answers count against',
      rule: { kind: 'ratio', max: '4', numerator: 'unsatisfied', denominator: 'answers', complement: true },
      inputs: { unsatisfied: '15', answers: '120' },
      expect: { status: 'scored', points: '3.5', appliedMax: '4' },
    },
    {
      name: 'no dossier arose: the criterion does not apply',
      rule: { kind: 'ratio', max: '2' },
      inputs: { numerator: '0', denominator: '0' },
      expect: { status: 'notApplicable', points: null, appliedMax: '0' },
    },
    {
      name: 'no dossier arose: full points where the decision says so',
      rule: { kind: 'ratio', max: '2', zeroDenominator: 'max' },
      inputs: { numerator: '0', denominator: '0' },
      expect: { status: 'scored', points: '2', appliedMax: '2' },
    },
    {
      name: 'more settled than received is refused',
      rule: { kind: 'ratio', max: '2' },
      inputs: { numerator: '11', denominator: '10' },
      expect: { status: 'refused', points: null, appliedMax: '2' },
    },
  ],
})
