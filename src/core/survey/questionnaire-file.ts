import { z } from 'zod'
import { parseDecimal } from '../exact/decimal.ts'
import type { Fraction } from '../exact/fraction.ts'
import { type Points, parsePoints } from '../exact/points.ts'

/** What stands after `format` in the file; a reader refuses another one. */
export const questionnaireFormat = 'parindex/questionnaire@1'

/** The largest figure an answer can be: answers are kept as small whole numbers. */
export const largestAnswer = 32_000

const name = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/)
  .meta({ description: 'Letters without diacritics, digits and _, a letter first; it is a column of the responses file' })

const words = z.string().min(1).max(4000)
const text = z
  .union([words, z.record(z.string().regex(/^[a-z]{2,3}$/), words)])
  .meta({ description: 'Text in the first language, or one per language: {"vi":"…","en":"…"}' })

const points = z
  .string()
  .transform((written, context): Points => {
    const parsed = parsePoints(written)
    if (parsed !== undefined) return parsed
    context.issues.push({ code: 'custom', input: written, params: { problem: 'invalidPoints' } })
    return z.NEVER
  })
  .meta({ description: 'Points as text, at most four decimals: "0.75" or "0,75"' })

const weight = z
  .string()
  .max(40)
  .transform((written, context): Fraction => {
    const parsed = parseDecimal(written)
    if (parsed && parsed.n >= 0n) return parsed
    context.issues.push({ code: 'custom', input: written, message: 'weight' })
    return z.NEVER
  })
  .meta({ description: 'A weight that is not negative, as text: "60", "0.25"' })

const conditionShape = z.union([
  z.strictObject({ question: z.string().min(1).max(81), is: z.array(z.number().int().min(0).max(largestAnswer)).min(1).max(100) }),
  z.strictObject({
    get all() {
      return z.array(conditionShape).min(1).max(20)
    },
  }),
  z.strictObject({
    get any() {
      return z.array(conditionShape).min(1).max(20)
    },
  }),
])
/** When a question is asked: an earlier answer is one of several, or all or any of such conditions hold. */
export type Condition =
  | { readonly question: string; readonly is: readonly number[] }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }

const common = {
  id: name,
  text,
  help: text.optional(),
  required: z.boolean().default(false),
  dontKnow: z.boolean().default(false).meta({ description: 'Offers “do not know / no answer”, which stands apart from the scale' }),
  showIf: (conditionShape as z.ZodType<Condition, Condition>).optional(),
}
const scale = {
  from: z.number().int().min(0).max(1).default(1),
  to: z.number().int().min(1).max(100).default(5),
  labels: z.array(text).max(101).default([]).meta({ description: 'Words for the levels from the lowest, all of them or none' }),
  top: z
    .number()
    .int()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'How many of the highest levels are positive; left out: half of them, rounded down' }),
}
const options = z
  .array(z.strictObject({ code: z.number().int().min(0).max(999), text }))
  .min(1)
  .max(200)

const questionShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('scale'), ...common, ...scale }),
  z.strictObject({ kind: z.literal('yesNo'), ...common }),
  z.strictObject({ kind: z.literal('single'), ...common, options }),
  z.strictObject({ kind: z.literal('multiple'), ...common, options, most: z.number().int().min(1).max(200).optional() }),
  z.strictObject({
    kind: z.literal('matrix'),
    ...common,
    ...scale,
    rows: z
      .array(z.strictObject({ id: name, text }))
      .min(1)
      .max(100),
  }),
  z.strictObject({
    kind: z.literal('number'),
    ...common,
    from: z.number().int().min(0).max(largestAnswer).default(0),
    to: z.number().int().min(0).max(largestAnswer).default(largestAnswer),
    unit: text.optional(),
  }),
  z.strictObject({ kind: z.literal('text'), ...common, longest: z.number().int().min(1).max(4000).default(2000) }),
])

const leafShape = z.strictObject({
  leaf: z.string().min(1).max(200).meta({ description: 'Id of the leaf of the framework that gets the points, for every unit assessed' }),
  area: z.string().min(1).max(200).optional().meta({ description: 'Id of the area the leaf stands in, for sums by area' }),
  maxPoints: points,
  conversion: z.enum(['positiveShare', 'meanOverTop', 'meanFromBottom']).default('positiveShare').meta({
    description: 'a: positive answers / valid answers; b: mean / best level; c: (mean − worst) / (best − worst); each times the maximum',
  }),
  questions: z
    .array(z.string().min(1).max(81))
    .max(500)
    .default([])
    .meta({ description: 'Columns of the responses file; their shares count alike' }),
  parts: z
    .array(z.array(z.string().min(1).max(81)).min(1).max(500))
    .max(20)
    .default([])
    .meta({
      description: 'e: instead of questions. SIPAS as the plain mean of its parts, such as satisfaction with policies and with services',
    }),
  weighted: z
    .boolean()
    .default(false)
    .meta({ description: 'd: the mean over the groups of respondents by their weights; otherwise all answers together' }),
  minimumAnswers: z
    .number()
    .int()
    .min(1)
    .max(10_000_000)
    .optional()
    .meta({ description: 'Fewer valid answers to any question are no measurement' }),
  emptyGroup: z.enum(['notMeasured', 'rescale']).default('notMeasured').meta({
    description: 'A group without answers, where groups are weighted: nothing is measured, or the other weights re-scale',
  }),
})

/** The file of a questionnaire. */
export const questionnaireShape = z.strictObject({
  format: z.literal(questionnaireFormat),
  title: text,
  languages: z
    .array(z.string().regex(/^[a-z]{2,3}$/))
    .min(1)
    .max(10)
    .default(['vi'])
    .meta({ description: 'The first is that of plain texts' }),
  introduction: text.optional().meta({ description: 'Who asks, what for, how long it takes' }),
  purpose: text
    .optional()
    .meta({ description: 'What the answers are used for and how long they are kept; shown before the first question' }),
  thanks: text.optional(),
  suppressBelow: z.number().int().min(3).max(1000).default(5).meta({ description: 'Published figures of fewer respondents are withheld' }),
  minimumAnswers: z.number().int().min(1).max(10_000_000).default(1).meta({ description: 'For leaves that do not say their own' }),
  groups: z
    .array(
      z.strictObject({
        id: name,
        text,
        weight: weight.optional(),
        quota: z.number().int().min(0).max(10_000_000).optional().meta({ description: 'Answers wanted per unit' }),
        population: z.number().int().min(1).max(1_000_000_000).optional(),
      }),
    )
    .max(50)
    .default([]),
  sections: z
    .array(
      z.strictObject({
        id: name,
        title: text,
        note: text.optional(),
        groups: z.array(name).min(1).max(50).optional().meta({ description: 'Groups of respondents that are asked; left out: all' }),
        questions: z.array(questionShape).min(1).max(200),
      }),
    )
    .min(1)
    .max(50),
  leaves: z.array(leafShape).max(500).default([]),
})

/** A question with its defaults filled in. */
export type Question = z.output<typeof questionShape>
/** How answers become the points of one leaf. Source: conversions a–e of section 7.4 of the domain notes. */
export type LeafMeasure = z.output<typeof leafShape>
/** Text in one language, or one per language. */
export type Text = z.output<typeof text>
/** A questionnaire as asked: sections of questions, groups of respondents, and the leaves that get points from it. */
export type Questionnaire = z.output<typeof questionnaireShape>

/** The JSON Schema of the file: points and weights are text, what has a default may be left out. */
export const questionnaireSchema = (): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(questionnaireShape, { io: 'input', unrepresentable: 'any' }) as Readonly<Record<string, unknown>>
