import { z } from 'zod'
import { decimalText } from '../../exact/decimal.ts'
import { compareFractions } from '../../exact/fraction.ts'
import { errorAt } from '../../problem.ts'
import { object } from '../ask.ts'
import { commonFields } from '../common.ts'
import { ruleKind, scored } from '../kind.ts'
import { figureShape, formulaShape, nameShape } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

/**
 * K12: points by a formula over named inputs, dates, other nodes (`node("1.1")`, read from the input `nodes`) and tables (`lookup(levels, level)`).
 * Exact throughout; a division by zero, figures that grow without end and a wrong type are refused. Points beyond the maximum (below the minimum)
 * are held there, or refused with `beyond: "refused"`. Source: shape 20 of the domain notes.
 */
export const formula = ruleKind({
  shape: () =>
    z.strictObject({
      kind: z.literal('formula'),
      ...commonFields,
      formula: formulaShape,
      tables: z
        .record(nameShape, z.record(z.string().min(1).max(200), figureShape))
        .optional()
        .meta({ description: 'Tables by name: key → figure' }),
      beyond: z.enum(['held', 'refused']).default('held'),
    }),
  score: (rule, context) => {
    const points = context.figure(rule.formula, rule.tables)
    if (points === undefined) return undefined
    if (rule.beyond === 'refused' && compareFractions(points, context.max) > 0)
      return object(context.ask, errorAt('abovePoints', 'formula', { points: decimalText(points), max: decimalText(context.max) }))
    return scored(points, [ruleTrace('formula', points, { formula: rule.formula.text })])
  },
  examples: [
    {
      name: 'a share of two figures with a bonus for early work',
      rule: { kind: 'formula', max: '2', formula: 'min(maxPoints, a / b * 1.5 + if(days(doneOn, "2022-12-10") >= 10, 0.5, 0))' },
      inputs: { a: '45', b: '60', doneOn: '2022-11-30' },
      expect: { status: 'scored', points: '1.625', appliedMax: '2' },
    },
    {
      name: 'a level out of a table times the points of another criterion',
      rule: {
        kind: 'formula',
        max: '3',
        formula: 'lookup(levels, level) * node("1.1")',
        tables: { levels: { good: '0.75', excellent: '1' } },
      },
      inputs: { level: 'good', nodes: { '1.1': '2' } },
      expect: { status: 'scored', points: '1.5', appliedMax: '3' },
    },
    {
      name: 'a division by zero is refused',
      rule: { kind: 'formula', max: '1', formula: 'a / b' },
      inputs: { a: '1', b: '0' },
      expect: { status: 'refused', points: null, appliedMax: '1' },
    },
    {
      name: 'every input that lacks is asked for',
      rule: { kind: 'formula', max: '1', formula: 'a / b' },
      inputs: {},
      expect: { status: 'missing', points: null, appliedMax: '1' },
    },
  ],
})
