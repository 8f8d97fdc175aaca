import { z } from 'zod'
import { addFractions, type Fraction, subtractFractions, zeroFraction } from '../../exact/fraction.ts'
import { commonFields, type NestedShape } from '../common.ts'
import { smaller, sumFractions } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored, traceOf, unresolved } from '../kind.ts'
import { amountShape, labelShape } from '../parameters.ts'
import type { RuleResult } from '../result.ts'
import { ruleTrace } from '../trace.ts'

const shape = (nested: NestedShape) =>
  z.strictObject({
    kind: z.literal('sum'),
    ...commonFields,
    parts: z
      .array(
        z.strictObject({
          label: labelShape,
          cap: amountShape.optional().meta({ description: 'Most that this part may give' }),
          rule: nested,
        }),
      )
      .min(1)
      .max(50),
  })
type SumRule = z.output<ReturnType<typeof shape>>

/** Points of a part, where it has some: a part out of the maximum counts nothing. */
const pointsOf = (result: RuleResult): Fraction => ('points' in result ? (result.points ?? zeroFraction) : zeroFraction)

const total = (rule: SumRule, results: readonly RuleResult[], context: ScoreContext): Outcome => {
  const capped = results.map((result, index) => {
    const cap = rule.parts[index]?.cap
    return cap ? smaller(pointsOf(result), context.points(cap)) : pointsOf(result)
  })
  const lost = sumFractions(
    results.map((result, index) => {
      const part = rule.parts[index]
      return part ? subtractFractions(context.maxOf(part.rule), result.appliedMax) : zeroFraction
    }),
  )
  const points = smaller(sumFractions(capped), context.max)
  const steps = results.map((result, index) =>
    ruleTrace('part', capped[index] ?? zeroFraction, { label: rule.parts[index]?.label ?? String(index + 1) }, traceOf(result)),
  )
  const sumOfMaxima = rule.parts.reduce((sum, part) => addFractions(sum, context.maxOf(part.rule)), zeroFraction)
  const appliedMax = smaller(context.max, subtractFractions(sumOfMaxima, lost))
  return scored(points, [ruleTrace('sum', points, {}, steps)], lost.n === 0n ? context.max : appliedMax)
}

/**
 * K8: several rules added up, each with a cap of its own on wish, the whole up to the maximum (the sum of the maxima of its parts where left out).
 * A part that does not apply leaves the maximum; where none applies, the whole does not. Source: shapes 19, 24 and 26 of the domain notes.
 */
export const sum = ruleKind({
  shape,
  nested: ({ parts }) => parts.map(({ rule }, index) => ({ at: `parts[${index}].rule`, rule })),
  amounts: ({ parts }) => parts.flatMap(({ cap }, index) => (cap ? [{ at: `parts[${index}].cap`, amount: cap }] : [])),
  derivedMax: ({ parts }, maxOf) => {
    const maxima = parts.map(({ rule }) => maxOf(rule)).filter((each) => each !== undefined)
    return maxima.length === parts.length ? sumFractions(maxima) : undefined
  },
  score: (rule, context) => {
    const results = rule.parts.map((part) => context.score(part.rule))
    const open = unresolved(results)
    if (open?.status === 'notMeasured') return { status: 'notMeasured', why: open.why }
    if (open) return undefined
    const [first] = results
    const isOut = results.every((each) => each.status === 'notApplicable' && each.appliedMax.n === 0n)
    return isOut && first?.status === 'notApplicable' ? { status: 'notApplicable', basis: first.basis } : total(rule, results, context)
  },
  examples: [
    {
      name: 'a ratio and one point for each application, five at most',
      rule: {
        kind: 'sum',
        max: '50',
        parts: [
          { rule: { kind: 'ratio', max: '45' } },
          { cap: '5', rule: { kind: 'perItem', max: '5', count: 'applications', each: '1' } },
        ],
      },
      inputs: { numerator: '4', denominator: '5', applications: '7' },
      expect: { status: 'scored', points: '41', appliedMax: '50' },
    },
    {
      name: 'a half that does not apply leaves the maximum',
      rule: {
        kind: 'sum',
        parts: [
          {
            rule: {
              kind: 'choice',
              max: '0.5',
              options: [
                { value: 'yes', points: '100%' },
                { value: 'no', points: '0' },
              ],
            },
          },
          { rule: { kind: 'ratio', max: '0.5' } },
        ],
      },
      inputs: { choice: 'yes', numerator: '0', denominator: '0' },
      expect: { status: 'scored', points: '0.5', appliedMax: '0.5' },
    },
  ],
})
