import { z } from 'zod'
import { parsePoints, pointsText } from '../core/exact/points.ts'
import { parseInputs } from '../core/rules/inputs.ts'
import { nodeLevels, rankings, roles, rounds, scoreStatuses, sources, stages, treatments } from '../core/vocabulary.ts'

/** Shapes that several contracts share. */
export const id = z.uuid()
/** Points as text with a decimal point or comma, at most four decimals; comes out with a point and no trailing zeros. */
export const pointsShape = z
  .string()
  .refine((text) => parsePoints(text) !== undefined, 'points')
  .transform((text) => {
    const points = parsePoints(text)
    return points === undefined ? text : pointsText(points)
  })
  .meta({ description: 'Points as text, at most four decimals, for example "0.75"' })
export const isoDate = z.iso.date()
/** Facts by name as they travel: text, whole numbers, yes and no, lists and records of these; figures with decimals are text. */
export const inputsShape = z
  .record(z.string().min(1).max(200), z.json())
  .refine((inputs) => parseInputs(inputs).ok, 'inputs')
  .meta({ description: 'Facts by name, as the rule of the leaf asks for them; figures with decimals as text' })
/** The version of a row that a person saw; 0 where there was none. */
export const seenVersion = z.int32().min(0)
/** A number by which things are counted from 1: of a paper, a version, a place in a ranking; as large as a column of four bytes holds. */
export const countingNumber = z.int32().min(1)
/** The same in an address, where every number is text; 0 where `from` says so. */
export const numberInAddress = (from: 0 | 1) => z.coerce.number().int().min(from).max(2_147_483_647)
/** A moment in UTC, ISO 8601. */
export const moment = z.iso.datetime()
/** An hour of the day on the authority's clock: `17:00`. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const roundShape = z.enum(rounds)
export const stageShape = z.enum(stages)
export const statusShape = z.enum(scoreStatuses)
export const treatmentShape = z.enum(treatments)
export const levelShape = z.enum(nodeLevels)
export const sourceShape = z.enum(sources)
export const rankingShape = z.enum(rankings)

/** A problem as it travels: its facts plus the sentence for the eye. */
/** The decision by which something was published, by its number as printed and its day. */
export const decisionShape = z.object({ number: z.string().trim().min(1).max(100), date: isoDate })

export const problemShape = z.looseObject({
  code: z.string(),
  at: z.string(),
  severity: z.enum(['error', 'warning']),
  line: z.number().optional(),
  message: z.string(),
})
export type ProblemMessage = z.infer<typeof problemShape>

export const unitRef = z.object({ id, code: z.string(), name: z.string() })
export const personRef = z.object({ id, name: z.string() })
/** A role held by a person, in one unit or in the whole authority. */
export const roleGrantShape = z.object({ role: z.enum(roles), unit: unitRef.optional() })
