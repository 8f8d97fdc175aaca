import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import type { RouteContract } from './contract/route.ts'
import type { Telling } from './contract/telling.ts'
import { assignment } from './features/assignment/routes.ts'
import { endExplanations } from './features/appraisal/finish-explanation.ts'
import { appraisal } from './features/appraisal/routes.ts'
import { evidence } from './features/evidence/routes.ts'
import { servePublicDocuments } from './features/evidence/serve-public-documents.ts'
import { sweepUploadsJob } from './features/evidence/uploads/sweep-job.ts'
import { serveCalendarFiles } from './features/calendar/calendar-link.ts'
import { sendNoticesJob } from './features/calendar/notices/send-notices-job.ts'
import { tell } from './features/calendar/notices/tell.ts'
import { openByCalendarJob } from './features/calendar/open-by-calendar-job.ts'
import { remindOfStepsJob } from './features/calendar/reminders/remind-of-steps-job.ts'
import { calendar } from './features/calendar/routes.ts'
import { openCycleByCalendar, setDeadlineByCalendar } from './features/cycle/by-calendar.ts'
import { budget } from './features/budget/routes.ts'
import { cycles } from './features/cycle/routes.ts'
import { frameworks } from './features/framework/routes.ts'
import { guidance } from './features/guidance/routes.ts'
import { facts } from './features/facts/routes.ts'
import { home } from './features/home/routes.ts'
import { measured } from './features/measured/routes.ts'
import { tellBodiesOfResultsJob } from './features/legal-basis/bodies/tell-of-results-job.ts'
import { legalBasis } from './features/legal-basis/routes.ts'
import { remindOfTasksJob } from './features/improvement/remind-of-tasks-job.ts'
import { targetsOfCycle } from './features/improvement/targets-of-cycle.ts'
import { plansToFollow } from './features/improvement/following-of-units.ts'
import { indexes } from './features/indexes/routes.ts'
import { improvement } from './features/improvement/routes.ts'
import { organisation } from './features/organisation/routes.ts'
import { publicPage } from './features/publication/public/layout.ts'
import { servePostedPapers } from './features/papers/posting/serve-posted.ts'
import { servePublicPages } from './features/publication/public/serve.ts'
import { paperBatchJob } from './features/papers/batch-job.ts'
import { reportsToFollow } from './features/papers/periodic/following-of-units.ts'
import { papers } from './features/papers/routes.ts'
import { composeWorded } from './features/papers/templates/worded-paper.ts'
import { conferenceTasksToFollow } from './features/publication/conference/following-of-units.ts'
import { publication } from './features/publication/routes.ts'
import { questions } from './features/questions/routes.ts'
import { results } from './features/results/routes.ts'
import { selfAssessment } from './features/self-assessment/routes.ts'
import { ownSessionRoutes, serveEntry, type SessionSettings } from './features/session/routes.ts'
import { sealLogJob } from './platform/audit/seal-log.ts'
import { serveSurveyForm } from './features/survey/form/serve.ts'
import { moveIntakesJob } from './features/survey/move-intakes-job.ts'
import { rewriteSurveyFilesJob } from './features/survey/rewrite-files-job.ts'
import { loadSurveyReportFacts } from './features/survey/results/report-facts.ts'
import { loadUnitSatisfaction } from './features/survey/results/unit-satisfaction.ts'
import { survey } from './features/survey/routes.ts'
import type { Database } from './platform/database/database.ts'
import type { ActContext } from './platform/database/transaction.ts'
import { jobs } from './features/jobs/routes.ts'
import { parseRoots } from './platform/documents/signatures/trusted-chain.ts'
import { prepareFileFolders } from './platform/files/file-folders.ts'
import type { Job } from './platform/jobs/job-kind.ts'
import { startWorker } from './platform/jobs/worker.ts'
import type { MailSettings } from './platform/mail/mail.ts'
import { createHttp, type HttpSettings } from './platform/http/application.ts'
import { serveHealth } from './platform/http/health.ts'
import { serveMetrics } from './platform/http/metrics.ts'
import { openApi } from './platform/http/open-api.ts'
import { type Route, serveRoutes } from './platform/http/serve.ts'
import { servePages } from './platform/http/serve-pages.ts'

export interface AppSettings extends HttpSettings, SessionSettings {
  /** Folder of the built web pages. */
  readonly pagesDir: string
  /** Folder of stored files, content-addressed. */
  readonly filesDir: string
  /** What keys are derived from; see `src/platform/settings/secret.ts`. */
  readonly secret: string
  /** Where e-mail leaves; absent where none does. */
  readonly mail?: MailSettings
  /** Owner of the tables: for the one work that only an owner may do. */
  readonly ownerUrl?: string
  /** Certificates in PEM to which the chain of a signed paper has to lead; absent where none were named. */
  readonly trustedRoots?: string
  /** Whether this node works on jobs; in tests they are run when the test says so. */
  readonly worksOnJobs?: boolean
}

/** The work in the background of every feature. */
export const jobsOf = ({ secret, mail, ownerUrl }: AppSettings): readonly Job[] => [
  moveIntakesJob(),
  ...(ownerUrl === undefined ? [] : [rewriteSurveyFilesJob(ownerUrl)]),
  sealLogJob(secret),
  paperBatchJob(),
  sweepUploadsJob(),
  openByCalendarJob(openCycleByCalendar, endExplanations),
  remindOfStepsJob(mail !== undefined),
  tellBodiesOfResultsJob((context, tellings) => tell(context, mail !== undefined, tellings)),
  remindOfTasksJob((context, tellings) => tell(context, mail !== undefined, tellings)),
  ...(mail ? [sendNoticesJob(mail)] : []),
]

/** Features that tell people something do it through the notices of the calendar. */
const telling =
  ({ mail }: AppSettings) =>
  (context: ActContext, tellings: readonly Telling[]): Promise<number> =>
    tell(context, mail !== undefined, tellings)

/** The routes of every feature, in the order of the line that the architecture draws. */
const routesOf = (settings: AppSettings, database: Database): readonly Route[] => [
  ...ownSessionRoutes(settings),
  ...organisation,
  ...home([plansToFollow, conferenceTasksToFollow, reportsToFollow]),
  ...frameworks(settings.filesDir),
  ...legalBasis(settings.filesDir),
  ...indexes,
  ...cycles(telling(settings)),
  ...calendar({ secret: settings.secret, hasMail: settings.mail !== undefined, setDeadline: setDeadlineByCalendar }),
  ...assignment,
  ...selfAssessment(telling(settings), settings.filesDir, parseRoots(settings.trustedRoots ?? ''), targetsOfCycle),
  ...questions(telling(settings)),
  ...facts,
  ...evidence(settings.filesDir),
  ...guidance(settings.filesDir),
  ...appraisal(telling(settings)),
  ...survey(settings.filesDir),
  ...measured,
  ...results(database),
  ...publication(settings.filesDir, parseRoots(settings.trustedRoots ?? '')),
  ...papers(settings.filesDir, { facts: loadSurveyReportFacts, satisfaction: loadUnitSatisfaction }),
  ...improvement(composeWorded),
  ...budget(telling(settings)),
  ...jobs,
]

/** The whole application on an open database, ready to listen or to be injected. */
export const createApp = async (
  database: Database,
  settings: AppSettings,
  logger: FastifyBaseLogger | false = false,
): Promise<FastifyInstance> => {
  const stopClearing = await prepareFileFolders(settings.filesDir)
  const app = await createHttp(database, settings, logger)
  app.addHook('onClose', async () => stopClearing())
  const contracts: RouteContract[] = []
  app.addHook('onRoute', ({ config, method }) => {
    if (config?.contract && method !== 'HEAD') contracts.push(config.contract)
  })
  const worker = settings.worksOnJobs
    ? startWorker({ database, jobs: jobsOf(settings), filesDir: settings.filesDir, ...(logger && { logger }) })
    : undefined
  app.addHook('onClose', async () => worker?.stop())
  serveHealth(app, { database, filesDir: settings.filesDir, worker })
  serveMetrics(app)
  serveEntry(app, database, settings)
  servePublicPages(app, database)
  servePostedPapers(app, database, settings.filesDir, publicPage)
  servePublicDocuments(app, database, settings.filesDir)
  serveCalendarFiles(app, database, settings.secret)
  await serveSurveyForm(app, database)
  serveRoutes(app, { database, filesDir: settings.filesDir }, routesOf(settings, database))
  app.get('/api/openapi.json', () => openApi(contracts))
  await servePages(app, settings.pagesDir)
  return app
}
