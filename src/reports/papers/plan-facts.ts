import { z } from 'zod'
import { parsePoints, type Points, subtractPoints, sumPoints, zeroPoints } from '../../core/exact/points.ts'
import { causeSides } from '../../core/vocabulary.ts'

const words = z.string().trim().min(1).max(2000)
const points = z.string().refine((text) => parsePoints(text) !== undefined, { params: { problem: 'invalidPoints' } })
const rank = z.number().int().positive()

/** A criterion that lost points, with what people found out. `facts` is the paper's words: `02/25 nhiệm vụ`. */
const loss = z.strictObject({
  code: words,
  name: words,
  area: words,
  maxPoints: points,
  points,
  facts: words.optional(),
  causes: z.array(z.string()).default([]),
})

const task = z.strictObject({
  title: words,
  /** Name of the area it belongs to; a general task has none. */
  area: words.optional(),
  leaves: z.array(z.string()).default([]),
  leadUnit: words.optional(),
  coordinatingUnits: z.array(words).default([]),
  deadline: words.optional(),
  product: words.optional(),
})

const targetRow = z.strictObject({
  code: z.string(),
  name: words,
  /** A row that only heads others has no points. */
  maxPoints: points.optional(),
  result: points.optional(),
  /** By year. */
  targets: z.record(z.string().regex(/^\d{4}$/), points).default({}),
  requirements: z.array(words).default([]),
  leadUnits: z.array(words).default([]),
  coordinatingUnits: z.array(words).default([]),
})

/**
 * What remedial and improvement plans are made of: the result, what was lost and why, tasks, goals and targets. Figures are decimal text.
 * The plan of the improvement feature fills it; a file may too.
 */
export const planFactsShape = z.strictObject({
  unit: words,
  /** The year that was evaluated. */
  year: z.number().int(),
  /** The year in which the plan is carried out. */
  actionYear: z.number().int(),
  result: z
    .strictObject({
      points,
      maxPoints: points,
      previousPoints: points.optional(),
      rank: rank.optional(),
      of: rank.optional(),
      areas: z.array(z.strictObject({ name: words, points, maxPoints: points, rank: rank.optional(), of: rank.optional() })).default([]),
    })
    .optional(),
  purposes: z.array(words).default([]),
  requirements: z.array(words).default([]),
  strengths: z.array(words).default([]),
  /** Documents that everybody has to study. */
  study: z.array(words).default([]),
  causes: z.array(z.strictObject({ id: z.string(), text: words, side: z.enum(causeSides) })).default([]),
  losses: z.array(loss).default([]),
  goal: z.strictObject({ points: points.optional(), maxPoints: points.optional(), rank: rank.optional(), of: rank.optional() }).optional(),
  /** What each area shall reach. */
  areaTargets: z.array(z.strictObject({ area: words, points, maxPoints: points })).default([]),
  tasks: z.array(task).min(1),
  targets: z.strictObject({ years: z.array(z.number().int()).min(1).max(3), rows: z.array(targetRow).min(1) }).optional(),
  /** Who follows the plan up: the office of the agency. */
  coordinator: words,
})
export type PlanFacts = z.infer<typeof planFactsShape>
export type PlanLoss = PlanFacts['losses'][number]
export type PlanTask = PlanFacts['tasks'][number]
export type PlanTargetRow = z.infer<typeof targetRow>

/** Points out of text that the shape has let through. */
export const planPoints = (text: string | undefined): Points => parsePoints(text ?? '') ?? zeroPoints

export const lostPoints = ({ maxPoints, points: got }: PlanLoss): Points => subtractPoints(planPoints(maxPoints), planPoints(got))

/** Sum of a column of the targets over rows that have points of their own. */
export const columnTotal = (rows: readonly PlanTargetRow[], column: (row: PlanTargetRow) => string | undefined): Points =>
  sumPoints(rows.map((row) => planPoints(column(row))))
