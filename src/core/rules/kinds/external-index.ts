import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import { compareFractions, divideFractions, fraction, multiplyFractions, subtractFractions, zeroFraction } from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { askFigure, given, object } from '../ask.ts'
import { commonFields } from '../common.ts'
import { ruleKind, scored } from '../kind.ts'
import { figureShape, nameShape } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

/**
 * K15: the value of another evaluation as a share of the maximum: (value − from) / (to − from). The input is the value as published; a value outside
 * its scale, or of another year than the rule's, is refused. Source: shapes 39, 42 and 45 of the domain notes (SIPAS, DTI, index of Decision 766/QĐ-TTg).
 */
export const externalIndex = ruleKind({
  shape: () =>
    z.strictObject({
      kind: z.literal('externalIndex'),
      ...commonFields,
      index: z.string().min(1).max(200).meta({ description: 'Name of the index' }),
      year: z.number().int().min(1990).max(2200).optional(),
      value: nameShape.default('value'),
      scale: z
        .strictObject({ from: figureShape.default(zeroFraction), to: figureShape })
        .default({ from: zeroFraction, to: fraction(100n) }),
    }),
  check: ({ scale: { from, to } }) =>
    compareFractions(from, to) < 0
      ? []
      : [errorAt('invalidValue', 'scale.to', { field: 'scale.to', value: decimalText(to), expected: `> ${decimalText(from)}` })],
  score: ({ index, year, value: input, scale: { from, to } }, context) => {
    const value = askFigure(context.ask, input, { from, to })
    const stated = given(context.ask, 'year')
    if (year !== undefined && stated !== undefined && String(stated) !== String(year))
      return object(context.ask, errorAt('invalidValue', 'year', { field: 'year', value: JSON.stringify(stated), expected: String(year) }))
    if (!value) return undefined
    const share = divideFractions(subtractFractions(value, from), subtractFractions(to, from))
    const points = multiplyFractions(share, context.max)
    return scored(points, [
      ruleTrace('index', points, { index, value, from, to, max: context.max, year: year === undefined ? undefined : String(year) }),
    ])
  },
  examples: [
    {
      name: 'satisfaction of 95.6 percent is worth 9.56 of ten points',
      rule: { kind: 'externalIndex', max: '10', index: 'SIPAS', year: 2020 },
      inputs: { value: '95,6' },
      expect: { status: 'scored', points: '9.56', appliedMax: '10' },
    },
    {
      name: 'an index between 0 and 1',
      rule: { kind: 'externalIndex', max: '4', index: 'DTI', scale: { from: '0', to: '1' } },
      inputs: { value: '0.7125' },
      expect: { status: 'scored', points: '2.85', appliedMax: '4' },
    },
    {
      name: 'a value above the scale is refused',
      rule: { kind: 'externalIndex', max: '4', index: 'DTI', scale: { from: '0', to: '1' } },
      inputs: { value: '71,25' },
      expect: { status: 'refused', points: null, appliedMax: '4' },
    },
  ],
})
