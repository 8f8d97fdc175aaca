import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, unitRef } from '../../contract/shapes.ts'
import { reportPeriods } from '../../core/improvement/plan-registers.ts'
import { taskStates } from '../../core/vocabulary.ts'

export const planPapers = ['remedialPlan', 'improvementPlan', 'roadmapPlan'] as const

/** What may become of a recommendation on the criteria: a proposal for the next version, still to be looked at, or declined. */
export const recommendationOutcomes = ['takenUp', 'considering', 'declined'] as const

const approveBody = z.object({ number: z.string().trim().max(60).default(''), on: isoDate })
export const progressBody = z.object({
  taskId: z.string().min(1).max(60),
  state: z.enum(taskStates),
  share: z.number().int().min(0).max(100),
  note: z.string().trim().max(2000).default(''),
  evidenceId: id.optional(),
  period: z.enum(reportPeriods).optional(),
})
export type ProgressReport = z.output<typeof progressBody>

const difficultyBody = z.object({ by: z.string().trim().min(1).max(200), text: z.string().trim().min(1).max(2000) })

const stepsBody = z.object({
  taskId: z.string().min(1).max(60),
  steps: z
    .array(
      z.object({
        text: z.string().trim().min(1).max(2000),
        person: z.string().trim().min(1).max(200).optional(),
        until: isoDate.optional(),
        doneOn: isoDate.optional(),
      }),
    )
    .max(50),
})
export type StepsBody = z.output<typeof stepsBody>

const answerBody = z.object({
  outcome: z.enum(recommendationOutcomes),
  text: z.string().trim().min(1).max(2000),
  /** The draft of the next version; only where the recommendation is taken up. */
  frameworkId: id.optional(),
})
export type RecommendationAnswer = z.output<typeof answerBody>

/** What the head of a paper needs and the plan does not say; each has a usual wording. */
const paperQuery = z.object({
  kind: z.enum(planPapers),
  format: z.enum(['docx', 'pdf', 'xlsx']),
  place: z.string().trim().max(100).optional(),
  mark: z.string().trim().max(60).optional(),
  signerTitle: z.string().trim().max(100).optional(),
  coordinator: z.string().trim().max(200).optional(),
  /** The plan of one division: its own tasks, with its steps. */
  division: z.string().trim().max(2000).optional(),
})
export type PaperQuery = z.output<typeof paperQuery>

const recommendationLine = z.object({
  planId: id,
  unit: unitRef,
  year: z.number(),
  id: z.string(),
  addressee: z.string(),
  text: z.string(),
  version: z.number(),
  outcome: z.enum(recommendationOutcomes).optional(),
  answer: z.string().optional(),
  answeredOn: isoDate.optional(),
  framework: z.object({ id, title: z.string() }).optional(),
})
export type RecommendationLine = z.infer<typeof recommendationLine>

const overviewLine = z.object({
  id,
  unit: unitRef,
  title: z.string(),
  actionYear: z.number(),
  tasks: z.number(),
  late: z.number(),
  endangered: z.number(),
  done: z.number(),
  atStake: z.string(),
})
export type OverviewLine = z.infer<typeof overviewLine>

/** Routes of approving, following and looking over plans; `view` is what a plan's page shows. */
export const followRoutes = <View extends z.ZodType, Params extends z.ZodType>(view: View, ofPlan: Params) => ({
  approve: route({
    method: 'POST',
    path: '/api/units/:unitId/improvement-plans/:planId/approval',
    act: 'approveImprovement',
    about: 'unit',
    summary: 'Approve the plan as it stands: it is kept with its number, day and hash',
    params: ofPlan,
    body: approveBody,
    versioned: true,
    idempotent: true,
    reply: view,
  }),
  reopen: route({
    method: 'POST',
    path: '/api/units/:unitId/improvement-plans/:planId/reopening',
    act: 'approveImprovement',
    about: 'unit',
    summary: 'Open an approved plan again, to be changed and approved as its next edition',
    params: ofPlan,
    versioned: true,
    reply: view,
  }),
  close: route({
    method: 'POST',
    path: '/api/units/:unitId/improvement-plans/:planId/closing',
    act: 'approveImprovement',
    about: 'unit',
    summary: 'Close a plan that has been carried out',
    params: ofPlan,
    versioned: true,
    reply: view,
  }),
  report: route({
    method: 'POST',
    path: '/api/units/:unitId/improvement-plans/:planId/progress',
    act: 'followTasks',
    about: 'unit',
    summary: 'Report how a task goes; reports are added, never changed',
    params: ofPlan,
    body: progressBody,
    idempotent: true,
    reply: view,
  }),
  raise: route({
    method: 'POST',
    path: '/api/units/:unitId/improvement-plans/:planId/difficulties',
    act: 'followTasks',
    about: 'unit',
    summary: 'Raise a difficulty to the leadership',
    params: ofPlan,
    body: difficultyBody,
    idempotent: true,
    reply: view,
  }),
  steps: route({
    method: 'PUT',
    path: '/api/units/:unitId/improvement-plans/:planId/steps',
    act: 'followTasks',
    about: 'unit',
    summary: 'Replace the steps in which a division carries out one task that it leads',
    params: ofPlan,
    body: stepsBody,
    versioned: true,
    reply: view,
  }),
  paper: route({
    method: 'GET',
    path: '/api/units/:unitId/improvement-plans/:planId/paper',
    act: 'readImprovement',
    about: 'unit',
    summary: 'The plan as an official paper, a draft: number and day stay open, what it rests on is filled in by hand',
    params: ofPlan,
    query: paperQuery,
    reply: 'file',
  }),
  overview: route({
    method: 'GET',
    path: '/api/improvement-plans',
    act: 'readAllImprovement',
    about: 'authority',
    summary: 'Approved plans of all units with what is late and at stake; `after` is `next` of the page before',
    query: z.object({ after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
    reply: z.object({ plans: z.array(overviewLine), next: id.optional() }),
  }),
  recommendations: route({
    method: 'GET',
    path: '/api/improvement-recommendations',
    act: 'readAllImprovement',
    about: 'authority',
    summary: 'Recommendations of approved plans on the criteria, for the next version of the set',
    query: z.object({ after: id.optional() }),
    reply: z.object({
      recommendations: z.array(recommendationLine),
      next: id.optional(),
      /** Drafts for which a recommendation can become a proposal. */
      drafts: z.array(z.object({ id, title: z.string() })),
    }),
  }),
  answerRecommendation: route({
    method: 'PUT',
    path: '/api/improvement-recommendations/:planId/:recommendationId',
    act: 'answerRecommendations',
    about: 'authority',
    summary: 'Answer a recommendation on the criteria, or take it up as a proposal for a draft; version 0 where there is no answer yet',
    params: z.object({ planId: id, recommendationId: z.string().min(1).max(60) }),
    body: answerBody,
    versioned: true,
    reply: recommendationLine,
  }),
})
