import { z } from 'zod'
import { treatments } from '../vocabulary.ts'
import { figureShape, labelShape, nameShape, pointsShape } from './parameters.ts'

const declarationShape = z.strictObject({
  name: nameShape,
  type: z.enum(['figure', 'count', 'date', 'flag', 'choice', 'text', 'list', 'record']).optional(),
  label: labelShape,
  unit: z.string().max(40).optional(),
  from: figureShape.optional(),
  to: figureShape.optional(),
  enteredBy: z.enum(['self', 'appraiser', 'survey', 'system', 'leader', 'import']).optional(),
  source: z.string().max(500).optional(),
  fact: z
    .string()
    .max(80)
    .optional()
    .meta({ description: 'Key of the register of facts, from which the input is filled: "oneStop.filesOnTime"' }),
})
/** What a rule says of one of its inputs: how it is asked for, in which unit, within which bounds, who enters it, out of what. */
export type Declaration = z.output<typeof declarationShape>

/** Parameters that every kind of rule has. Source: the catalogue of rule kinds, K1–K19. */
export const commonFields = {
  max: pointsShape.optional().meta({ description: 'Maximum points; a nested rule without it has that of the rule around it' }),
  min: pointsShape.optional().meta({ description: 'Minimum points; 0 where it is left out' }),
  step: pointsShape
    .optional()
    .meta({ description: 'Grid: computed points go to the nearest multiple (by round.mode), entered ones have to be one' }),
  round: z
    .strictObject({ digits: z.number().int().min(0).max(6), mode: z.enum(['halfUp', 'halfEven', 'floor', 'ceiling']).default('halfUp') })
    .optional()
    .meta({ description: 'Rounding of the points, once, at the end; without it they stay exact' }),
  notApplicable: z
    .enum([...treatments, 'refused'])
    .optional()
    .meta({ description: 'What becomes of the maximum where the criterion does not arise; refused: it applies to every unit' }),
  evidence: z
    .strictObject({
      required: z.boolean(),
      minCount: z.number().int().min(1).max(1000).optional(),
      kinds: z.array(z.string().min(1).max(500)).max(50).optional(),
    })
    .optional(),
  reasonRequired: z.boolean().optional().meta({ description: 'Points below the maximum need the input "reason"' }),
  scorer: z.enum(['self', 'appraiser', 'survey', 'system', 'leader', 'import']).optional().meta({ description: 'Who enters the inputs' }),
  note: z.string().max(4000).optional(),
  inputs: z.array(declarationShape).max(100).optional(),
} as const

/** A rule inside another one: its kind and common parameters are known here, the rest to its own kind. */
export type NestedRule = { readonly kind: string } & {
  readonly [Name in keyof typeof commonFields]?: z.output<(typeof commonFields)[Name]>
}
export type NestedShape = z.ZodType<NestedRule>
