import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import { divideFractions, type Fraction, fraction, multiplyFractions, zeroFraction } from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { askFigure, given, lack, noteAsked, object } from '../ask.ts'
import { commonFields } from '../common.ts'
import { roundTo, smaller } from '../formula/arithmetic.ts'
import { ruleKind, type ScoreContext, scored } from '../kind.ts'
import { amountShape, full, nameShape } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

/** A count that was entered, or the length of an itemised list; a list and a count that differ are refused. */
const countOf = (input: string, items: string | undefined, context: ScoreContext): Fraction | undefined => {
  const listed = items === undefined ? undefined : given(context.ask, items)
  if (items !== undefined) noteAsked(context.ask, items, 'list')
  if (items !== undefined && listed === undefined && given(context.ask, input) === undefined) return lack(context.ask, items, 'list')
  if (!Array.isArray(listed)) return askFigure(context.ask, input, { from: zeroFraction, whole: true })
  const length = fraction(BigInt(listed.filter((item) => typeof item !== 'string' || item.trim() !== '').length))
  if (given(context.ask, input) === undefined) return length
  const count = askFigure(context.ask, input, { from: zeroFraction, whole: true })
  if (!count || count.n === length.n) return count
  const text = decimalText(length)
  return object(context.ask, errorAt('outOfRange', input, { field: input, value: decimalText(count), from: text, to: text }))
}

/**
 * K6: so many points for each item, up to a cap (the maximum where left out); `per` items count as one step. The count is a whole number, or the
 * length of the list named by `items`, whose entries carry their evidence; where neither is there, the list is asked for. Source: shapes 19, 22 and 23 of the domain notes.
 */
export const perItem = ruleKind({
  shape: () =>
    z.strictObject({
      kind: z.literal('perItem'),
      ...commonFields,
      count: nameShape.default('count').meta({ description: 'Input with the number of items' }),
      items: nameShape.optional().meta({ description: 'Input with the list of items, instead of their number' }),
      each: amountShape,
      per: z
        .number()
        .int()
        .min(1)
        .max(100_000)
        .default(1)
        .meta({ description: 'Points for every so many items; what is left over does not count' }),
      cap: amountShape.default(full),
      itemName: z.string().max(100).optional().meta({ description: 'What one item is called, for the sentence' }),
    }),
  amounts: ({ cap }) => [{ at: 'cap', amount: cap }],
  score: ({ count: input, items, each, per, cap }, context) => {
    const count = countOf(input, items, context)
    if (count === undefined) return undefined
    const times = roundTo(divideFractions(count, fraction(BigInt(per))), 0, 'floor')
    const points = smaller(multiplyFractions(times, context.points(each)), context.points(cap))
    return scored(points, [ruleTrace('perItem', points, { count, per: String(per), each: context.points(each), cap: context.points(cap) })])
  },
  examples: [
    {
      name: 'half a point for every regulation issued, two at most',
      rule: { kind: 'perItem', max: '2', each: '0.5' },
      inputs: { count: '3' },
      expect: { status: 'scored', points: '1.5', appliedMax: '2' },
    },
    {
      name: 'the cap holds',
      rule: { kind: 'perItem', max: '2', each: '0.5' },
      inputs: { count: '9' },
      expect: { status: 'scored', points: '2', appliedMax: '2' },
    },
    {
      name: 'an itemised list is counted',
      rule: { kind: 'perItem', max: '2', each: '0.5', items: 'initiatives' },
      inputs: { initiatives: [{ title: 'A' }, { title: 'B' }] },
      expect: { status: 'scored', points: '1', appliedMax: '2' },
    },
    {
      name: 'half an item is refused',
      rule: { kind: 'perItem', max: '2', each: '0.5' },
      inputs: { count: '2.5' },
      expect: { status: 'refused', points: null, appliedMax: '2' },
    },
  ],
})
