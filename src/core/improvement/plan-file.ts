import { z } from 'zod'
import { causeSides, lossKinds, sources, taskStates } from '../vocabulary.ts'

// The file form of a plan: what is kept, sent and read. Points are text with a decimal point, dates ISO.

const id = z.string().min(1).max(60)
const node = z.string().min(1).max(200)
const words = z.string().trim().min(1).max(2000)
const points = z.string().regex(/^-?\d{1,9}(?:\.\d{1,4})?$/)
const day = z.iso.date()
const year = z.number().int().min(2000).max(2100)
const names = z.array(words).max(100).default([])

const loss = z.strictObject({
  leaf: node,
  code: z.string().max(200),
  name: words,
  area: node,
  source: z.enum(sources),
  maxPoints: points,
  points,
  lost: points,
  missing: z.boolean().default(false),
  disputed: z.boolean().default(false),
  repeatedFrom: z.array(year).max(30).default([]),
  kind: z.enum(lossKinds).optional(),
  facts: words.optional(),
  causes: z.array(id).max(30).default([]),
})

const cause = z.strictObject({ id, text: words, side: z.enum(causeSides), division: words.optional() })

const task = z.strictObject({
  id,
  title: words,
  area: node.optional(),
  leaves: z.array(node).max(200).default([]),
  leadUnit: words.optional(),
  coordinatingUnits: names,
  persons: names,
  product: words.optional(),
  deadline: words.optional(),
  until: day.optional(),
  requirements: names,
  /** In đồng, whole. */
  budget: z
    .string()
    .regex(/^\d{1,15}$/)
    .optional(),
  estimate: z
    .strictObject({
      gains: z.record(node, points),
      effort: z.number().int().min(0).max(100_000),
      likelihood: z.number().int().min(1).max(100),
    })
    .optional(),
  state: z.enum(taskStates).default('notStarted'),
  share: z.number().int().min(0).max(100).default(0),
  doneOn: day.optional(),
})

const targetRow = z.strictObject({
  leaf: node,
  area: node,
  source: z.enum(sources),
  name: words,
  maxPoints: points,
  result: points.optional(),
  targets: z.record(z.string().regex(/^20\d{2}$/), points).default({}),
})

const goal = z.strictObject({
  year,
  area: node.optional(),
  points: points.optional(),
  rank: z.number().int().min(1).max(100_000).optional(),
})
const recommendation = z.strictObject({
  id,
  addressee: words,
  text: words,
  /** To be taken up as a proposal for the next version of the criteria. */
  onCriteria: z.boolean().default(false),
  answer: words.optional(),
  answeredOn: day.optional(),
})
const difficulty = z.strictObject({ id, raisedOn: day, by: words, text: words, direction: words.optional(), directedOn: day.optional() })
const review = z.strictObject({ on: day, opinions: names, conclusion: words })

/** The word by which the file of a plan names its form. */
export const planFormat = 'parindex/plan@1'

/** One unit's plan after a result: what was lost and why, what is done about it, what is aimed at. */
export const planShape = z.strictObject({
  format: z.literal(planFormat).default(planFormat),
  title: words,
  /** The year that was evaluated, and the one in which the plan is carried out. */
  year,
  actionYear: year,
  purposes: names,
  requirements: names,
  strengths: names,
  study: names,
  losses: z.array(loss).max(1000).default([]),
  causes: z.array(cause).max(500).default([]),
  tasks: z.array(task).max(500).default([]),
  targetYears: z.array(year).max(3).default([]),
  targets: z.array(targetRow).max(2000).default([]),
  goals: z.array(goal).max(100).default([]),
  recommendations: z.array(recommendation).max(200).default([]),
  difficulties: z.array(difficulty).max(500).default([]),
  reviews: z.array(review).max(50).default([]),
})
/** A plan in its file form. */
export type PlanFile = z.output<typeof planShape>
