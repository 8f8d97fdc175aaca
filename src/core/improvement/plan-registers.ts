import { z } from 'zod'
import { day, id, money, node, words } from './plan-shapes.ts'

/** What an agency keeps lists of beside the tasks of its plan. */
export const activityKinds = ['inspection', 'communication', 'initiative', 'assignment', 'petition', 'movement'] as const
export type ActivityKind = (typeof activityKinds)[number]

/** How often an activity comes back within the year of the plan. */
export const activityRhythms = ['month', 'quarter', 'halfYear'] as const
export type ActivityRhythm = (typeof activityRhythms)[number]

/** Ends of the spans on which is reported, each from the beginning of the year. */
export const reportPeriods = ['quarter1', 'halfYear', 'nineMonths', 'year'] as const
export type ReportPeriod = (typeof reportPeriods)[number]

/** How a division is judged for a span, as civil servants are classed by law. */
export const divisionMarks = ['excellent', 'good', 'completed', 'notCompleted'] as const
export type DivisionMark = (typeof divisionMarks)[number]

const activity = z.strictObject({
  id,
  kind: z.enum(activityKinds),
  title: words,
  division: words.optional(),
  until: day.optional(),
  /** Comes back so often; kept as one entry per time (`scheduledActivities`). */
  every: z.enum(activityRhythms).optional(),
  doneOn: day.optional(),
  /** Where it was held or posted: a room, a board, the address of a page. */
  place: words.optional(),
  /** What came of it: the report, the answer, the effect on those it was for. */
  result: words.optional(),
  findings: z
    .array(z.strictObject({ text: words, handling: words.optional(), handledOn: day.optional() }))
    .max(50)
    .default([]),
})

/** So many of a kind are wanted of a division, or of each where none is named. Source: seed plan 3, II.2.2.a (an initiative per division). */
const quota = z.strictObject({ kind: z.enum(activityKinds), division: words.optional(), wanted: z.number().int().min(1).max(1000) })

const mark = z.strictObject({
  division: words,
  /** One person of the division; absent where the division itself is judged. */
  person: words.optional(),
  period: z.enum(reportPeriods),
  mark: z.enum(divisionMarks),
  note: words.optional(),
  on: day,
})

/** The head whose task fell short, and what was decided on the side of the Party and of the government. Source: seed plan 0, part 3. */
const account = z.strictObject({
  id,
  task: id.optional(),
  leaf: node.optional(),
  division: words,
  head: words,
  finding: words,
  /** The rule that makes the head answer for it, as it is cited. Source: R000-03, R003-10 of the requirements. */
  ground: words.optional(),
  /** The same in the register of legal documents. */
  groundId: z.uuid().optional(),
  party: words.optional(),
  government: words.optional(),
  decidedOn: day.optional(),
})

/** What a division means to do for a task it leads, in steps of its own. Source: seed plan 0, part III (each division draws up its own plan). */
const step = z.strictObject({
  id,
  task: id,
  text: words,
  person: words.optional(),
  until: day.optional(),
  doneOn: day.optional(),
})

const reward = z.strictObject({
  id,
  kind: z.enum(['reward', 'discipline']),
  who: words,
  ground: words,
  form: words,
  decidedOn: day.optional(),
})

const budgetLine = z.strictObject({
  id,
  item: words,
  amount: money,
  /** What finance has allowed, once it has looked at it. */
  allowed: money.optional(),
  opinion: words.optional(),
})

/** The lists of a plan that go on being kept while it is carried out. */
export const registerShapes = {
  activities: z.array(activity).max(500).default([]),
  quotas: z.array(quota).max(100).default([]),
  marks: z.array(mark).max(500).default([]),
  accounts: z.array(account).max(200).default([]),
  steps: z.array(step).max(2000).default([]),
  rewards: z.array(reward).max(200).default([]),
  budget: z.array(budgetLine).max(200).default([]),
}
