import { jobRoutes } from '../../contract/job-routes.ts'
import { bind, type Route } from '../../platform/http/serve.ts'
import { cancelJob, listOwnJobs, loadOwnJob } from './own-jobs.ts'

export const jobs: readonly Route[] = [
  bind(jobRoutes.own, ({ query }, context) => listOwnJobs(context, query.kind)),
  bind(jobRoutes.one, ({ params }, context) => loadOwnJob(context, params.jobId)),
  bind(jobRoutes.cancel, ({ params }, context) => cancelJob(context, params.jobId)),
]
