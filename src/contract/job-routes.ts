import { z } from 'zod'
import { problemShape, id, moment } from './shapes.ts'
import { route } from './route.ts'

/** One's own work in the background, as a page shows it. Here and not in a feature, because every feature may start jobs and every page show them. */
export const jobShape = z.object({
  id,
  kind: z.string(),
  state: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  done: z.number().int(),
  /** How much there is in all; absent until the work knows. */
  whole: z.number().int().optional(),
  createdAt: moment,
  endedAt: moment.optional(),
  /** What the work gave, in the shape of its kind. */
  result: z.unknown().optional(),
  problems: z.array(problemShape),
})
export type JobView = z.infer<typeof jobShape>

const ofJob = z.object({ jobId: id })

export const jobRoutes = {
  own: route({
    method: 'GET',
    path: '/api/jobs',
    act: 'useOwnJobs',
    about: 'authority',
    summary: 'Work in the background that one asked for, newest first; the last fifty',
    query: z.object({ kind: z.string().max(100).optional() }),
    reply: z.object({ jobs: z.array(jobShape) }),
  }),
  one: route({
    method: 'GET',
    path: '/api/jobs/:jobId',
    act: 'useOwnJobs',
    about: 'authority',
    summary: 'How far a job is that one asked for',
    params: ofJob,
    reply: jobShape,
  }),
  cancel: route({
    method: 'POST',
    path: '/api/jobs/:jobId/cancel',
    act: 'useOwnJobs',
    about: 'authority',
    summary: 'Stop a job that one asked for; what it did stays',
    params: ofJob,
    reply: jobShape,
  }),
}
