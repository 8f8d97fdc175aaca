import { z } from 'zod'
import { addFractions, type Fraction, subtractFractions, zeroFraction } from '../../exact/fraction.ts'
import { askFigure, given } from '../ask.ts'
import { commonFields, type NestedShape } from '../common.ts'
import { absolute, larger, negate, smaller, sumFractions } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored, traceOf, unresolved } from '../kind.ts'
import { amountShape, labelShape, pointsShape } from '../parameters.ts'
import type { RuleResult } from '../result.ts'
import { ruleTrace } from '../trace.ts'

const shape = (nested: NestedShape) =>
  z.strictObject({
    kind: z.literal('bonusPenalty'),
    ...commonFields,
    counting: z.enum(['bonus', 'penalty']),
    items: z
      .array(z.strictObject({ label: labelShape, cap: amountShape.optional(), rule: nested }))
      .min(1)
      .max(100),
    totalCap: pointsShape.optional().meta({
      description: 'Most that the total may reach with the bonus; counts where the input "total" says the points before the block',
    }),
  })
type BlockRule = z.output<ReturnType<typeof shape>>

const sizeOf = (result: RuleResult): Fraction => absolute('points' in result ? (result.points ?? zeroFraction) : zeroFraction)

/** What the block adds to a total that is known: never above the cap, never below nothing. */
const effective = (rule: BlockRule, points: Fraction, context: ScoreContext): Fraction | undefined => {
  if (given(context.ask, 'total') === undefined) return points
  const total = askFigure(context.ask, 'total', { from: zeroFraction })
  if (!total) return undefined
  const after = larger(addFractions(total, points), zeroFraction)
  // A total that stands above the cap already is not lowered by a bonus.
  const held = rule.totalCap ? smaller(after, larger(rule.totalCap, smaller(total, after))) : after
  return subtractFractions(held, total)
}

const block = (rule: BlockRule, results: readonly RuleResult[], context: ScoreContext): Outcome | undefined => {
  const sizes = results.map((result, index) => {
    const cap = rule.items[index]?.cap
    return cap ? smaller(sizeOf(result), context.points(cap)) : sizeOf(result)
  })
  const size = smaller(sumFractions(sizes), context.max)
  const points = effective(rule, rule.counting === 'bonus' ? size : negate(size), context)
  if (!points) return undefined
  const steps = results.map((result, index) =>
    ruleTrace('part', sizes[index] ?? zeroFraction, { label: rule.items[index]?.label ?? String(index + 1) }, traceOf(result)),
  )
  return scored(points, [ruleTrace('block', points, { counting: rule.counting, size, max: context.max }, steps)], zeroFraction)
}

/**
 * K18: a block of bonus or penalty items outside the maximum: each item by a rule of its own and capped on wish, the block capped by `max`. A penalty
 * gives negative points. Where the input `total` says the points before, the block adds no more than `totalCap` lets it and takes no more than there is.
 * Source: shapes 35 and 36 of the domain notes.
 */
export const bonusPenalty = ruleKind({
  shape,
  nested: ({ items }) => items.map(({ rule }, index) => ({ at: `items[${index}].rule`, rule })),
  amounts: ({ items }) => items.flatMap(({ cap }, index) => (cap ? [{ at: `items[${index}].cap`, amount: cap }] : [])),
  derivedMax: ({ items }, maxOf) => {
    const maxima = items.map(({ rule }) => maxOf(rule)).filter((each) => each !== undefined)
    return maxima.length === items.length ? sumFractions(maxima) : undefined
  },
  bounds: ({ counting }, max) => (counting === 'bonus' ? { min: zeroFraction, max } : { min: negate(max), max: zeroFraction }),
  score: (rule, context) => {
    const results = rule.items.map((item) => context.score(item.rule))
    const open = unresolved(results)
    if (open?.status === 'notMeasured') return { status: 'notMeasured', why: open.why }
    return open ? undefined : block(rule, results, context)
  },
  examples: [
    {
      name: 'a bonus section of five points at most, each item capped',
      rule: {
        kind: 'bonusPenalty',
        counting: 'bonus',
        max: '5',
        items: [
          { cap: '3', rule: { kind: 'perItem', max: '10', count: 'initiatives', each: '1' } },
          {
            rule: {
              kind: 'choice',
              max: '4',
              options: [
                { value: 'first', points: '4' },
                { value: 'none', points: '0' },
              ],
            },
          },
        ],
      },
      inputs: { initiatives: '6', choice: 'first' },
      expect: { status: 'scored', points: '5', appliedMax: '0' },
    },
    {
      name: 'a penalty takes away',
      rule: {
        kind: 'bonusPenalty',
        counting: 'penalty',
        max: '3',
        items: [{ rule: { kind: 'perItem', max: '3', count: 'violations', each: '1' } }],
      },
      inputs: { violations: '2' },
      expect: { status: 'scored', points: '-2', appliedMax: '0' },
    },
    {
      name: 'a bonus lifts no total above a hundred',
      rule: {
        kind: 'bonusPenalty',
        counting: 'bonus',
        max: '5',
        totalCap: '100',
        items: [{ rule: { kind: 'perItem', max: '5', count: 'initiatives', each: '1' } }],
      },
      inputs: { initiatives: '5', total: '98,5' },
      expect: { status: 'scored', points: '1.5', appliedMax: '0' },
    },
  ],
})
