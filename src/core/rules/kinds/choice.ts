import { z } from 'zod'
import { errorAt } from '../../problem.ts'
import { askChoice } from '../ask.ts'
import { commonFields } from '../common.ts'
import { ruleKind, scored } from '../kind.ts'
import { amountShape, labelShape, nameShape } from '../parameters.ts'
import { ruleTrace } from '../trace.ts'

const optionShape = z
  .strictObject({
    value: z.string().trim().min(1).max(200).normalize().meta({ description: 'What the input says when this one is chosen' }),
    label: labelShape,
    points: amountShape.optional(),
    notApplicable: z.literal(true).optional().meta({ description: 'Choosing it says that the criterion does not arise' }),
  })
  .meta({ description: 'One choice: its points, or that the criterion does not apply' })

/**
 * K1: one of several stated answers, each with its points. The input `choice` (or the one named by `input`) is the `value` of an option; any other
 * word is refused with the words on offer. An option may say that the criterion does not apply.
 * Source: shapes 1–7 of the domain notes (yes/no, on time/late/none, excellent/good/completed, minor/serious violation).
 */
export const choice = ruleKind({
  shape: () =>
    z.strictObject({
      kind: z.literal('choice'),
      ...commonFields,
      input: nameShape.default('choice'),
      options: z.array(optionShape).min(1).max(100),
    }),
  amounts: ({ options }) => options.flatMap(({ points }, index) => (points ? [{ at: `options[${index}].points`, amount: points }] : [])),
  check: ({ options }) =>
    options.flatMap(({ value, points, notApplicable }, index) => [
      ...(options.findIndex((each) => each.value === value) < index
        ? [errorAt('alreadyExists', `options[${index}].value`, { what: 'value', value })]
        : []),
      ...((points === undefined) === (notApplicable === undefined)
        ? [errorAt('exactlyOneOf', `options[${index}]`, { fields: ['points', 'notApplicable'] })]
        : []),
    ]),
  score: ({ input, options }, context) => {
    const chosen = askChoice(context.ask, input, options)
    const option = options.find(({ value }) => value === chosen)
    if (!option) return undefined
    if (!option.points) return { status: 'notApplicable', basis: option.label ?? option.value }
    const points = context.points(option.points)
    return scored(points, [ruleTrace('choice', points, { choice: option.label ?? option.value })])
  },
  examples: [
    {
      name: 'issued on time, late or not at all',
      rule: {
        kind: 'choice',
        max: '1',
        options: [
          { value: 'onTime', points: '100%' },
          { value: 'late', points: '0.5' },
          { value: 'none', points: '0' },
        ],
      },
      inputs: { choice: 'late' },
      expect: { status: 'scored', points: '0.5', appliedMax: '1' },
    },
    {
      name: 'an answer that takes the criterion out of the maximum',
      rule: {
        kind: 'choice',
        max: '2',
        options: [
          { value: 'yes', points: '100%' },
          { value: 'no', points: '0%' },
          { value: 'doesNotArise', notApplicable: true },
        ],
      },
      inputs: { choice: 'doesNotArise' },
      expect: { status: 'notApplicable', points: null, appliedMax: '0' },
    },
    {
      name: 'an answer that is not on offer is refused',
      rule: {
        kind: 'choice',
        max: '1',
        options: [
          { value: 'yes', points: '1' },
          { value: 'no', points: '0' },
        ],
      },
      inputs: { choice: 'perhaps' },
      expect: { status: 'refused', points: null, appliedMax: '1' },
    },
    {
      name: 'no answer yet is a question',
      rule: {
        kind: 'choice',
        max: '1',
        options: [
          { value: 'yes', points: '1' },
          { value: 'no', points: '0' },
        ],
      },
      inputs: {},
      expect: { status: 'missing', points: null, appliedMax: '1' },
    },
  ],
})
