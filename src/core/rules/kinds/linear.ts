import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import {
  addFractions,
  compareFractions,
  divideFractions,
  fraction,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { labelOf, object } from '../ask.ts'
import { commonFields } from '../common.ts'
import { ruleKind, scored } from '../kind.ts'
import { smaller } from '../formula/arithmetic.ts'
import { amountShape, figureShape, formulaShape, full, inputFormula, nothing } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

/**
 * K4: points in proportion to a value: `low` at `from`, `high` at `to`, in between on a straight line. Below `floor` there are `floorPoints`
 * (nothing where left out; at the floor itself the line counts); a value above `cap` counts as the cap. A value below `from`, or above `to`
 * without a cap, is refused with the figure. Source: shapes 15–17 of the domain notes.
 */
export const linear = ruleKind({
  shape: () =>
    z.strictObject({
      kind: z.literal('linear'),
      ...commonFields,
      value: formulaShape.default(inputFormula('value')),
      unit: z.string().max(20).optional(),
      from: figureShape.default(zeroFraction),
      to: figureShape.default(fraction(100n)),
      low: amountShape.default(nothing).meta({ description: 'Points at from; 0 where left out' }),
      high: amountShape.default(full).meta({ description: 'Points at to; the maximum where left out' }),
      floor: figureShape.optional().meta({ description: 'Below this value: floorPoints' }),
      floorPoints: amountShape.default(nothing),
      cap: figureShape.optional().meta({ description: 'A value above it counts as it; without it a value above to is refused' }),
    }),
  amounts: ({ low, high, floorPoints }) => [
    { at: 'low', amount: low },
    { at: 'high', amount: high },
    { at: 'floorPoints', amount: floorPoints },
  ],
  check: ({ from, to }) =>
    compareFractions(from, to) < 0
      ? []
      : [errorAt('invalidValue', 'to', { field: 'to', value: decimalText(to), expected: `> ${decimalText(from)}` })],
  score: ({ value: formula, from, to, low, high, floor, floorPoints, cap }, context) => {
    const value = context.figure(formula)
    if (value === undefined) return undefined
    const isBelow = compareFractions(value, from) < 0
    if (isBelow || (!cap && compareFractions(value, to) > 0)) {
      const range = { from: decimalText(from), to: decimalText(to) }
      return object(context.ask, errorAt('outOfRange', formula.text, { field: formula.text, value: decimalText(value), ...range }))
    }
    const entered = ruleTrace('input', value, { name: formula.text, label: labelOf(context.ask, formula.text) })
    if (floor && compareFractions(value, floor) < 0) {
      const points = context.points(floorPoints)
      return scored(points, [entered, ruleTrace('belowFloor', points, { value, floor })])
    }
    const counted = cap ? smaller(value, cap) : value
    const share = divideFractions(subtractFractions(counted, from), subtractFractions(to, from))
    const [least, most] = [context.points(low), context.points(high)]
    const points = addFractions(least, multiplyFractions(share, subtractFractions(most, least)))
    const capped = counted === value ? [] : [ruleTrace('capped', counted, { value })]
    return scored(points, [entered, ...capped, ruleTrace('proportion', points, { value: counted, from, to, low: least, high: most })])
  },
  examples: [
    {
      name: 'percent times the maximum from 70 percent on',
      rule: { kind: 'linear', max: '2', unit: '%', floor: '70' },
      inputs: { value: '85,5' },
      expect: { status: 'scored', points: '1.71', appliedMax: '2' },
    },
    {
      name: 'nothing below the floor',
      rule: { kind: 'linear', max: '2', unit: '%', floor: '70' },
      inputs: { value: '69.99' },
      expect: { status: 'scored', points: '0', appliedMax: '2' },
    },
    {
      name: 'full points from 98 percent, in proportion below',
      rule: { kind: 'linear', max: '4', unit: '%', to: '98', cap: '98' },
      inputs: { value: '100' },
      expect: { status: 'scored', points: '4', appliedMax: '4' },
    },
    {
      name: 'what does not end stays exact',
      rule: { kind: 'linear', max: '1', from: '0', to: '3' },
      inputs: { value: '1' },
      expect: { status: 'scored', points: '0.333333', appliedMax: '1' },
    },
  ],
})
