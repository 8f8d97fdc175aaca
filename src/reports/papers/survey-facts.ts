import { z } from 'zod'

const words = z.string().trim().min(1).max(2000)
const count = z.number().int().nonnegative()
const percent = z.string().regex(/^\d{1,3}(\.\d{1,12})?$/)
const points = z.string().regex(/^\d{1,6}(\.\d{1,6})?$/)
const said200 = z.array(words).max(200).default([])

/**
 * What a survey found, as its report says it; percents are decimal text 0–100. Units and questions with too few answers come without figures: what is withheld on pages
 * is withheld on paper.
 */
export const surveyReportFactsShape = z.strictObject({
  /** Its title, as a sentence goes on with it: `Khảo sát sự hài lòng …`. */
  survey: words,
  year: z.number().int(),
  collectedFrom: z.iso.date().optional(),
  collectedUntil: z.iso.date().optional(),
  sent: count.optional(),
  valid: count,
  method: words.optional(),
  groups: z
    .array(z.strictObject({ name: words, sent: count.optional(), valid: count }))
    .max(200)
    .default([]),
  index: z.strictObject({ percent, margin: percent.optional(), low: percent.optional(), high: percent.optional() }).optional(),
  previous: z.strictObject({ year: z.number().int(), percent }).optional(),
  areas: z
    .array(z.strictObject({ name: words, percent, previous: percent.optional() }))
    .max(200)
    .default([]),
  units: z
    .array(
      z.strictObject({
        name: words,
        valid: count.optional(),
        percent: percent.nullable().optional(),
        rank: z.number().int().positive().optional(),
        withheld: z.boolean().optional(),
      }),
    )
    .max(5000)
    .default([]),
  /** What the survey gives the index, by unit and criterion. */
  points: z
    .array(z.strictObject({ unit: words, leaf: words, points: points.nullable(), maxPoints: points }))
    .max(20_000)
    .default([]),
  questions: z
    .array(
      z.strictObject({
        text: words,
        answers: z.array(z.strictObject({ label: words, count: count.optional(), percent: percent.optional() })).max(50),
      }),
    )
    .max(300)
    .default([]),
  words: said200,
  findings: said200,
  proposals: said200,
})
export type SurveyReportFacts = z.infer<typeof surveyReportFactsShape>
