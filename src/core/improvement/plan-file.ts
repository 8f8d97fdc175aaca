import { z } from 'zod'
import { causeSides, lossKinds, sources, taskStates } from '../vocabulary.ts'
import { registerShapes } from './plan-registers.ts'
import { day, id, money, names, node, points, words, year } from './plan-shapes.ts'

// The file form of a plan: what is kept, sent and read. Points are text with a decimal point, dates ISO.

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
  /** Documents of the unit's register that the facts rest on. */
  documents: z.array(z.uuid()).max(50).default([]),
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
  budget: money.optional(),
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
  code: z.string().max(200).default(''),
  area: node,
  source: z.enum(sources),
  /** Rows that head this one and its neighbours and have no points, below the area. */
  headings: z
    .array(z.strictObject({ code: z.string().max(200), name: words }))
    .max(5)
    .default([]),
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

/** An area of the result: how many leaves it has, and what it got. */
const area = z.strictObject({
  id: node,
  code: z.string().max(200).default(''),
  name: words,
  leaves: z.number().int().min(0).max(100_000).default(0),
  maxPoints: points,
  points: points.optional(),
  rank: z.number().int().min(1).max(100_000).optional(),
  of: z.number().int().min(1).max(100_000).optional(),
})
/** The result that the plan starts from. */
const result = z.strictObject({
  points,
  maxPoints: points,
  previousPoints: points.optional(),
  rank: z.number().int().min(1).max(100_000).optional(),
  of: z.number().int().min(1).max(100_000).optional(),
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
  result: result.optional(),
  areas: z.array(area).max(100).default([]),
  losses: z.array(loss).max(1000).default([]),
  causes: z.array(cause).max(500).default([]),
  tasks: z.array(task).max(500).default([]),
  targetYears: z.array(year).max(3).default([]),
  targets: z.array(targetRow).max(2000).default([]),
  goals: z.array(goal).max(100).default([]),
  recommendations: z.array(recommendation).max(200).default([]),
  difficulties: z.array(difficulty).max(500).default([]),
  reviews: z.array(review).max(50).default([]),
  ...registerShapes,
})
/** A plan in its file form. */
export type PlanFile = z.output<typeof planShape>

type PlanInput = z.input<typeof planShape>
/** Some whole parts of a plan; what is left out is not said, and so has no default. */
export type PlanParts = { readonly [Part in keyof PlanFile]?: PlanFile[Part] | undefined }
export const planPartsShape = z.strictObject(
  Object.fromEntries(
    Object.entries(planShape.shape).map(([part, shape]) => [part, (shape instanceof z.ZodDefault ? shape.unwrap() : shape).optional()]),
  ),
) as unknown as z.ZodType<PlanParts, { readonly [Part in keyof PlanInput]?: PlanInput[Part] | undefined }>

/** Parts that go on changing once a plan is approved: what is said of it while it is carried out. */
export const livingParts = [
  'recommendations',
  'difficulties',
  'reviews',
  'activities',
  'marks',
  'accounts',
  'steps',
  'rewards',
  'budget',
] as const satisfies readonly (keyof PlanFile)[]
