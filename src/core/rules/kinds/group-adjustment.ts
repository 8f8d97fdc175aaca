import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  subtractFractions,
  zeroFraction,
} from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import type { Trace } from '../../score.ts'
import { askFigure, given, noteAsked, object } from '../ask.ts'
import { commonFields } from '../common.ts'
import { sumFractions } from '../formula/arithmetic.ts'
import { type Outcome, ruleKind, type ScoreContext, scored } from '../kind.ts'
import { labelShape, nameShape, pointsShape } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const shape = z.strictObject({
  kind: z.literal('groupAdjustment'),
  ...commonFields,
  input: nameShape.default('blocks').meta({
    description: 'Input with the blocks by name: {"points", "appliedMax"?}; null says: the block is absent (no survey was held)',
  }),
  blocks: z
    .array(z.strictObject({ name: nameShape, label: labelShape, max: pointsShape }))
    .min(1)
    .max(50),
  removed: nameShape.default('removedMax').meta({ description: 'Input with the maximum taken out for this unit; 0 where it is not given' }),
  absent: z.enum(['rescale', 'zero', 'carry']).default('rescale').meta({
    description: 'A block that is absent leaves the maximum, counts zero, or carries the percent of the input "previous" by its name',
  }),
  rescale: z.boolean().default(true).meta({ description: 'Bring the points to the scale of max: points / maximum that is left × max' }),
})
type AdjustmentRule = z.output<typeof shape>

interface Block {
  readonly points: Fraction
  readonly max: Fraction
  readonly trace: Trace
}

const absentBlock = (rule: AdjustmentRule, name: string, label: string, max: Fraction, context: ScoreContext): Block | undefined => {
  if (rule.absent === 'rescale') return { points: zeroFraction, max: zeroFraction, trace: ruleTrace('removed', max, { block: label }) }
  if (rule.absent === 'zero') return { points: zeroFraction, max, trace: ruleTrace('zeroBlock', zeroFraction, { label, max }) }
  const percent = askFigure(context.ask, ['previous', name], { from: zeroFraction, to: fraction(100n) })
  if (!percent) return undefined
  const points = divideFractions(multiplyFractions(percent, max), fraction(100n))
  return { points, max, trace: ruleTrace('carried', points, { label, percent, max }) }
}

const blockOf = (
  rule: AdjustmentRule,
  { name, label = name, max }: AdjustmentRule['blocks'][number],
  context: ScoreContext,
): Block | undefined => {
  const value = given(context.ask, [rule.input, name])
  if (value === undefined) {
    askFigure(context.ask, [rule.input, name, 'points'], { from: zeroFraction, to: max })
    return undefined
  }
  if (value === null) return absentBlock(rule, name, label, max, context)
  const isStated = given(context.ask, [rule.input, name, 'appliedMax']) !== undefined
  const applied = isStated ? askFigure(context.ask, [rule.input, name, 'appliedMax'], { from: zeroFraction, to: max }) : max
  const points = askFigure(context.ask, [rule.input, name, 'points'], { from: zeroFraction, to: applied })
  return points && applied && { points, max: applied, trace: ruleTrace('part', points, { label, max: applied }) }
}

const adjust = (rule: AdjustmentRule, blocks: readonly Block[], removed: Fraction, context: ScoreContext): Outcome | undefined => {
  const points = sumFractions(blocks.map((block) => block.points))
  const whole = sumFractions(blocks.map((block) => block.max))
  const left = subtractFractions(whole, removed)
  if (left.n === 0n && points.n === 0n) return { status: 'notApplicable', basis: 'nothingLeft' }
  if (compareFractions(points, left) > 0) {
    const most = decimalText(subtractFractions(whole, points))
    return object(
      context.ask,
      errorAt('outOfRange', rule.removed, { field: rule.removed, value: decimalText(removed), from: '0', to: most }),
    )
  }
  const steps = [...blocks.map(({ trace }) => trace), ...(removed.n > 0n ? [ruleTrace('removed', removed, { label: rule.removed })] : [])]
  if (!rule.rescale) return scored(points, [ruleTrace('sum', points, { max: left }, steps)], left)
  const scaled = multiplyFractions(divideFractions(points, left), context.max)
  return scored(scaled, [ruleTrace('rescaled', scaled, { points, left, max: context.max }, steps)])
}

/**
 * K19: points of blocks measured against the maximum that is left, after what was taken out for a unit and where a block is absent, and brought to
 * the scale. With nothing left nothing applies. Source: shapes 31, 37 and 41 of the domain notes.
 */
export const groupAdjustment = ruleKind({
  shape: () => shape,
  derivedMax: ({ blocks }) => blocks.reduce((sum, { max }) => addFractions(sum, max), zeroFraction),
  score: (rule, context) => {
    const blocks = rule.blocks.map((block) => blockOf(rule, block, context))
    const known = blocks.filter((each) => each !== undefined)
    noteAsked(context.ask, rule.removed, 'figure')
    const removed =
      given(context.ask, rule.removed) === undefined ? zeroFraction : askFigure(context.ask, rule.removed, { from: zeroFraction })
    return known.length === blocks.length && removed ? adjust(rule, known, removed, context) : undefined
  },
  examples: [
    {
      name: 'no survey was held: the appraised part is brought to a hundred',
      rule: {
        kind: 'groupAdjustment',
        max: '100',
        blocks: [
          { name: 'appraised', max: '70' },
          { name: 'survey', max: '30' },
        ],
      },
      inputs: { blocks: { appraised: { points: '63' }, survey: null } },
      expect: { status: 'scored', points: '90', appliedMax: '100' },
    },
    {
      name: 'sixteen points do not arise for the unit',
      rule: { kind: 'groupAdjustment', max: '100', round: { digits: 2 }, blocks: [{ name: 'all', max: '100' }] },
      inputs: { blocks: { all: { points: '68.32' } }, removedMax: '16' },
      expect: { status: 'scored', points: '81.33', appliedMax: '100' },
    },
    {
      name: 'the same without bringing it to a hundred',
      rule: { kind: 'groupAdjustment', max: '100', rescale: false, blocks: [{ name: 'all', max: '100' }] },
      inputs: { blocks: { all: { points: '68.32' } }, removedMax: '16' },
      expect: { status: 'scored', points: '68.32', appliedMax: '84' },
    },
  ],
})
