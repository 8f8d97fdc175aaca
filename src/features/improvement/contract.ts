import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, moment, personRef, problemShape, unitRef } from '../../contract/shapes.ts'
import { pastResultShape } from '../../core/improvement/past-result.ts'
import { planPartsShape, planShape } from '../../core/improvement/plan-file.ts'
import { reportPeriods } from '../../core/improvement/plan-registers.ts'
import { taskStates } from '../../core/vocabulary.ts'
import { followRoutes, recommendationOutcomes } from './follow-contract.ts'

/** Largest paper of a past result that is taken. */
export const maxPaperBytes = 20 * 1024 * 1024

const year = z.coerce.number().int().min(2000).max(2100)
export const planStages = ['draft', 'approved', 'closed'] as const

const planLine = z.object({
  id,
  title: z.string(),
  year: z.number(),
  actionYear: z.number(),
  stage: z.enum(planStages),
  tasks: z.number(),
  losses: z.number(),
  lost: z.string(),
  changedAt: moment,
})
export type PlanLine = z.infer<typeof planLine>

const home = z.object({
  unit: unitRef,
  plans: z.array(planLine),
  /** Published results of the unit, newest of each year. */
  results: z.array(z.object({ publicationId: id, year: z.number(), title: z.string(), rank: z.number().nullable(), of: z.number() })),
  past: z.array(
    z.object({ year: z.number(), title: z.string(), rows: z.number(), points: z.string(), maxPoints: z.string(), version: z.number() }),
  ),
})
export type ImprovementHome = z.infer<typeof home>

const edition = z.object({ edition: z.number(), number: z.string(), approvedOn: isoDate, approvedBy: z.string(), hash: z.string() })

const progressEntry = z.object({
  taskId: z.string(),
  on: isoDate,
  at: moment,
  by: personRef,
  state: z.enum(taskStates),
  share: z.number(),
  note: z.string(),
  period: z.enum(reportPeriods).optional(),
  evidence: z.object({ id, title: z.string() }).optional(),
})
export type ProgressShown = z.infer<typeof progressEntry>

export const planView = z.object({
  id,
  unit: unitRef,
  stage: z.enum(planStages),
  version: z.number(),
  plan: planShape,
  today: isoDate,
  /** The day from which time is counted for standings. */
  start: isoDate,
  editions: z.array(edition),
  progress: z.array(progressEntry),
  problems: z.array(problemShape),
  /** Shares of the maximum of the other units ranked in the year of the result, as `n/d`, for what a place needs. */
  field: z.array(z.string().regex(/^-?\d+\/\d+$/)),
  /** Results of target years that are known by now, by year and leaf. */
  reached: z.record(z.string(), z.record(z.string(), z.string())),
  documents: z.array(z.object({ id, title: z.string() })),
  /** Divisions of the unit as the register has them, each with whoever heads it. */
  divisions: z.array(z.object({ name: z.string(), head: z.string().optional() })),
  /** Legal documents that an account of a head can rest on. */
  grounds: z.array(z.object({ id, title: z.string() })),
  /** Tasks of which the reader may report: of the whole plan for the unit's officers and head, else those of their division or in which they are named. */
  ownTasks: z.array(z.string()),
  /** What the office that owns the method answered to recommendations on the criteria. */
  answers: z.array(
    z.object({ id: z.string(), outcome: z.enum(recommendationOutcomes), text: z.string(), on: isoDate, framework: z.string().optional() }),
  ),
  mayChange: z.boolean(),
  mayApprove: z.boolean(),
  mayFollow: z.boolean(),
})
export type PlanView = z.infer<typeof planView>

const ofUnit = z.object({ unitId: id })
const ofPlan = z.object({ unitId: id, planId: id })

const startBody = z.object({
  title: z.string().trim().min(1).max(500),
  actionYear: year,
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('publication'), publicationId: id }),
    z.object({ kind: z.literal('past'), year }),
    z.object({ kind: z.literal('plan'), planId: id }),
  ]),
})
export type PlanStart = z.output<typeof startBody>

const pastView = z.object({ year: z.number(), version: z.number(), past: pastResultShape })

export const improvementRoutes = {
  home: route({
    method: 'GET',
    path: '/api/units/:unitId/improvement',
    act: 'readImprovement',
    about: 'unit',
    summary: 'Plans of a unit, and the results from which it can make one',
    params: ofUnit,
    reply: home,
  }),
  start: route({
    method: 'POST',
    path: '/api/units/:unitId/improvement-plans',
    act: 'changeImprovement',
    about: 'unit',
    summary: 'Begin a plan from a published result, a past result, or an earlier plan whose open tasks go on',
    params: ofUnit,
    body: startBody,
    idempotent: true,
    reply: planView,
  }),
  plan: route({
    method: 'GET',
    path: '/api/units/:unitId/improvement-plans/:planId',
    act: 'readImprovement',
    about: 'unit',
    summary: 'A plan with its doubts, its progress and what its targets came to; overseers see it as it was last approved',
    params: ofPlan,
    reply: planView,
  }),
  change: route({
    method: 'PUT',
    path: '/api/units/:unitId/improvement-plans/:planId/parts',
    act: 'changeImprovement',
    about: 'unit',
    summary: 'Replace whole parts of a plan; once it is approved only the lists that are kept while it is carried out',
    params: ofPlan,
    body: planPartsShape,
    versioned: true,
    reply: planView,
  }),
  past: route({
    method: 'GET',
    path: '/api/units/:unitId/past-results/:year',
    act: 'readImprovement',
    about: 'unit',
    summary: 'A result of an earlier year as its paper has it',
    params: z.object({ unitId: id, year }),
    reply: pastView,
  }),
  readPast: route({
    method: 'POST',
    path: '/api/units/:unitId/past-results/:year/readings',
    act: 'changeImprovement',
    about: 'unit',
    summary: 'Read the table of a paper (roadmap, score sheet, ranking) as a past result; nothing is stored',
    params: z.object({ unitId: id, year }),
    upload: { maxBytes: maxPaperBytes },
    reply: z.object({ past: pastResultShape, problems: z.array(problemShape) }),
  }),
  savePast: route({
    method: 'PUT',
    path: '/api/units/:unitId/past-results/:year',
    act: 'changeImprovement',
    about: 'unit',
    summary: 'Keep a result of an earlier year, typed or read from its paper; version 0 where there was none',
    params: z.object({ unitId: id, year }),
    body: pastResultShape,
    versioned: true,
    reply: pastView,
  }),
  ...followRoutes(planView, ofPlan),
}
