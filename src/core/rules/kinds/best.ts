import { z } from 'zod'
import { compareFractions } from '../../exact/fraction.ts'
import { commonFields, type NestedShape } from '../common.ts'
import { larger } from '../formula/arithmetic.ts'
import { maxLeft, ruleKind, scored, traceOf } from '../kind.ts'
import { labelShape } from '../parameters.ts'
import type { RuleResult } from '../result.ts'
import { ruleTrace } from '../trace.ts'

type Scored = Extract<RuleResult, { status: 'scored' }>

/**
 * K9: the highest (or lowest) of several rules. Those that do not apply or were not measured are left out; where all are, so is the whole. One that
 * is still missing is asked for, unless the highest possible is reached already or `skipMissing` lets the rest decide.
 * Source: shape 25 of the domain notes, and alternatives of shape 20.
 */
export const best = ruleKind({
  shape: (nested: NestedShape) =>
    z.strictObject({
      kind: z.literal('best'),
      ...commonFields,
      pick: z.enum(['highest', 'lowest']).default('highest'),
      skipMissing: z.boolean().default(false),
      of: z
        .array(z.strictObject({ label: labelShape, rule: nested }))
        .min(1)
        .max(50),
    }),
  nested: ({ of }) => of.map(({ rule }, index) => ({ at: `of[${index}].rule`, rule })),
  derivedMax: ({ of }, maxOf) => {
    const maxima = of.map(({ rule }) => maxOf(rule)).filter((each) => each !== undefined)
    return maxima.length === of.length ? maxima.reduce(larger) : undefined
  },
  score: ({ pick, of, skipMissing }, context) => {
    const results = of.map(({ rule }) => context.score(rule))
    const known = results.filter((each): each is Scored => each.status === 'scored')
    const direction = pick === 'highest' ? 1 : -1
    const chosen = known.toSorted((a, b) => direction * compareFractions(b.points, a.points))[0]
    const isMissing = results.some(({ status }) => status === 'missing')
    const isSettled = chosen !== undefined && (skipMissing || (pick === 'highest' && compareFractions(chosen.points, context.max) >= 0))
    if (isMissing && !isSettled) return undefined
    if (chosen) {
      const alternative = of[results.indexOf(chosen)]
      const label = alternative?.label ?? String(results.indexOf(chosen) + 1)
      const step = ruleTrace(
        pick === 'highest' ? 'best' : 'worst',
        chosen.points,
        { label, of: String(known.length) },
        known.flatMap(traceOf),
      )
      return scored(chosen.points, [step], alternative && maxLeft(context, alternative.rule, chosen))
    }
    const [first] = results
    if (first?.status === 'notMeasured') return { status: 'notMeasured', why: first.why }
    return first?.status === 'notApplicable' ? { status: 'notApplicable', basis: first.basis } : undefined
  },
  examples: [
    {
      name: 'the higher of two alternatives',
      rule: {
        kind: 'best',
        max: '10',
        of: [
          { rule: { kind: 'perItem', max: '10', count: 'certificates', each: '2' } },
          { rule: { kind: 'linear', max: '10', value: 'percent' } },
        ],
      },
      inputs: { certificates: '3', percent: '75' },
      expect: { status: 'scored', points: '7.5', appliedMax: '10' },
    },
    {
      name: 'an alternative that is still missing is asked for',
      rule: {
        kind: 'best',
        max: '10',
        of: [
          { rule: { kind: 'perItem', max: '10', count: 'certificates', each: '2' } },
          { rule: { kind: 'linear', max: '10', value: 'percent' } },
        ],
      },
      inputs: { certificates: '3' },
      expect: { status: 'missing', points: null, appliedMax: '10' },
    },
  ],
})
