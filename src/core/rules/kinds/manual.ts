import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import { compareFractions, divideFractions, type Fraction, zeroFraction } from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { askFigure, askText, object } from '../ask.ts'
import { commonFields } from '../common.ts'
import { ruleKind, type ScoreContext, scored } from '../kind.ts'
import { nameShape } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

/** Whether entered points lie between the bounds and on the grid; each fault is refused with the figure. */
const isAllowed = (points: Fraction, input: string, min: Fraction, step: Fraction | undefined, context: ScoreContext): boolean => {
  const value = decimalText(points)
  const isAbove = compareFractions(points, context.max) > 0
  const isBelow = compareFractions(points, min) < 0
  const isOff = step !== undefined && step.n > 0n && divideFractions(points, step).d !== 1n
  if (isAbove) object(context.ask, errorAt('abovePoints', input, { points: value, max: decimalText(context.max) }))
  if (isBelow) object(context.ask, errorAt('belowPoints', input, { points: value, min: decimalText(min) }))
  if (isOff) object(context.ask, errorAt('offStep', input, { field: input, value, step: decimalText(step) }))
  return !isAbove && !isBelow && !isOff
}

/**
 * K17: points that a person enters, between minimum and maximum and on the grid, with a reason, always or only below the maximum.
 * Source: shapes 32 and 44 of the domain notes.
 */
export const manual = ruleKind({
  shape: () =>
    z.strictObject({
      kind: z.literal('manual'),
      ...commonFields,
      input: nameShape.default('points'),
      reason: z.enum(['always', 'belowMax']).default('always').meta({ description: 'When the input "reason" has to be there' }),
    }),
  score: ({ input, reason, min, step }, context) => {
    const points = askFigure(context.ask, input)
    const isAllowedHere = points !== undefined && isAllowed(points, input, min ?? zeroFraction, step, context)
    const needsReason = reason === 'always' || (points !== undefined && compareFractions(points, context.max) < 0)
    const why = needsReason ? askText(context.ask, 'reason') : undefined
    if (!points || !isAllowedHere || (needsReason && why === undefined)) return undefined
    return scored(points, [ruleTrace('entered', points, { reason: why })])
  },
  examples: [
    {
      name: 'a value with its reason',
      rule: { kind: 'manual', max: '2', step: '0.25' },
      inputs: { points: '1,75', reason: 'Report no. 12 lacks its annex' },
      expect: { status: 'scored', points: '1.75', appliedMax: '2' },
    },
    {
      name: 'without a reason it is not complete',
      rule: { kind: 'manual', max: '2' },
      inputs: { points: '1.75' },
      expect: { status: 'missing', points: null, appliedMax: '2' },
    },
    {
      name: 'more than the maximum is refused',
      rule: { kind: 'manual', max: '2' },
      inputs: { points: '2.5', reason: 'x' },
      expect: { status: 'refused', points: null, appliedMax: '2' },
    },
  ],
})
