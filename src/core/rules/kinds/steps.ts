import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import { compareFractions, type Fraction } from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { labelOf, object } from '../ask.ts'
import { type Band, bandAmounts, bandFacts, bandHolds, bandShape, checkBands } from '../bands.ts'
import { commonFields } from '../common.ts'
import { type Outcome, ruleKind, type ScoreContext, scored } from '../kind.ts'
import { amountShape, formulaShape, inputFormula } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

/** The value lies below or above every band: it is no value of this scale. */
const outside = (bands: readonly Band[], field: string, value: Fraction, context: ScoreContext): undefined => {
  const lows = bands.flatMap(({ from }) => from ?? []).toSorted(compareFractions)
  const highs = bands.flatMap(({ to }) => to ?? []).toSorted(compareFractions)
  const [low, high] = [lows[0], highs.at(-1)]
  const range = { ...(low && { from: decimalText(low) }), ...(high && { to: decimalText(high) }) }
  return object(context.ask, errorAt('outOfRange', field, { field, value: decimalText(value), ...range }))
}

const ofBand = (band: Band, value: Fraction, field: string, context: ScoreContext): Outcome | undefined => {
  const points = band.points ? context.points(band.points) : band.formula && context.figure(band.formula)
  return (
    points &&
    scored(points, [
      ruleTrace('input', value, { name: field, label: labelOf(context.ask, field) }),
      ruleTrace('band', points, { ...bandFacts(band), value }),
    ])
  )
}

/**
 * K3: bands of a value, each with its points or a formula for them. Edges are explicit; bands that overlap, hold nothing or leave a gap (unless
 * `otherwise` says what happens there) are refused when the rule is read. A value beyond every band is refused with the figure, or gets `otherwise`.
 * Source: shapes 12–14, 21 and 23 of the domain notes.
 */
export const steps = ruleKind({
  shape: () =>
    z.strictObject({
      kind: z.literal('steps'),
      ...commonFields,
      value: formulaShape.default(inputFormula('value')),
      unit: z.string().max(20).optional().meta({ description: 'Unit of the value, for the sentence: "%"' }),
      bands: z.array(bandShape).min(1).max(100),
      otherwise: amountShape.optional(),
    }),
  amounts: ({ bands, otherwise }) => [...bandAmounts(bands), ...(otherwise ? [{ at: 'otherwise', amount: otherwise }] : [])],
  check: ({ bands, otherwise }) => checkBands(bands, otherwise !== undefined),
  score: ({ value: formula, bands, otherwise }, context) => {
    const value = context.figure(formula)
    if (value === undefined) return undefined
    const band = bands.find((each) => bandHolds(each, value))
    if (band) return ofBand(band, value, formula.text, context)
    if (!otherwise) return outside(bands, formula.text, value, context)
    const points = context.points(otherwise)
    return scored(points, [ruleTrace('otherwise', points, { value })])
  },
  examples: [
    {
      name: 'the edge of 90 belongs to the middle band',
      rule: {
        kind: 'steps',
        max: '2',
        unit: '%',
        bands: [
          { from: '90', fromInclusive: false, to: '100', toInclusive: true, points: '2' },
          { from: '70', to: '90', toInclusive: true, points: '1' },
          { from: '0', to: '70', points: '0' },
        ],
      },
      inputs: { value: '90' },
      expect: { status: 'scored', points: '1', appliedMax: '2' },
    },
    {
      name: 'all: full; from 80 to below 100: half; below: nothing, of two counts',
      rule: {
        kind: 'steps',
        max: '1',
        value: 'done / planned * 100',
        bands: [
          { from: '100', to: '100', toInclusive: true, points: '100%' },
          { from: '80', to: '100', points: '50%' },
          { to: '80', points: '0%' },
        ],
      },
      inputs: { done: '17', planned: '20' },
      expect: { status: 'scored', points: '0.5', appliedMax: '1' },
    },
    {
      name: 'a percent above a hundred is refused',
      rule: { kind: 'steps', max: '1', bands: [{ from: '0', to: '100', toInclusive: true, points: '1' }] },
      inputs: { value: '101,5' },
      expect: { status: 'refused', points: null, appliedMax: '1' },
    },
    {
      name: 'points of a band by a formula',
      rule: {
        kind: 'steps',
        max: '4',
        bands: [
          { from: '98', points: '100%' },
          { from: '0', to: '98', formula: 'value * maxPoints / 98' },
        ],
      },
      inputs: { value: '49' },
      expect: { status: 'scored', points: '2', appliedMax: '4' },
    },
  ],
})
