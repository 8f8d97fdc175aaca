import { readFile } from 'node:fs/promises'
import { readDocumentFile } from '../../platform/documents/read-document-file.ts'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { approvePlan, closePlan, reopenPlan } from './approve-plan.ts'
import { changePlan } from './change-plan.ts'
import { changeSteps } from './change-steps.ts'
import { improvementRoutes as routes } from './contract.ts'
import { showHome } from './list-plans.ts'
import { showOverview } from './overview.ts'
import { readPast, savePast, showPast } from './past-results.ts'
import { planPaper, type WordPaper } from './plan-paper.ts'
import { answerRecommendation, listRecommendations } from './recommendations.ts'
import { raiseDifficulty, reportProgress } from './report-progress.ts'
import { showPlan } from './show-plan.ts'
import { startPlan } from './start-plan.ts'

/** Routes of plans, their following, and of results of earlier years. */
export const improvement = (wordPaper: WordPaper): readonly Route[] => [
  bind(routes.home, ({ params }, context) => showHome(context, params.unitId)),
  bind(routes.start, ({ params, body }, context) => startPlan(context, params.unitId, body)),
  bind(routes.plan, ({ params }, context) => showPlan(context, params)),
  bind(routes.change, ({ params, body, ifMatch }, context) => changePlan(context, params, ifMatch, body)),
  bind(routes.approve, ({ params, body, ifMatch }, context) => approvePlan(context, params, ifMatch, body)),
  bind(routes.reopen, ({ params, ifMatch }, context) => reopenPlan(context, params, ifMatch)),
  bind(routes.close, ({ params, ifMatch }, context) => closePlan(context, params, ifMatch)),
  bind(routes.report, ({ params, body }, context) => reportProgress(context, params, body)),
  bind(routes.raise, ({ params, body }, context) => raiseDifficulty(context, params, body)),
  bind(routes.steps, ({ params, body, ifMatch }, context) => changeSteps(context, params, ifMatch, body)),
  bind(routes.paper, ({ params, query }, context) => planPaper(context, wordPaper, params, query)),
  bind(routes.overview, ({ query }, context) => showOverview(context, query)),
  bind(routes.recommendations, ({ query }, context) => listRecommendations(context, query)),
  bind(routes.answerRecommendation, ({ params, body, ifMatch }, context) => answerRecommendation(context, params, ifMatch, body)),
  bind(routes.past, ({ params }, context) => showPast(context, params)),
  bindUpload(routes.readPast, {
    prepare: async ({ upload: { file, fileName } }) => readDocumentFile(await readFile(file.path), fileName),
    handle: ({ params }, context, reading) => readPast(context, params, reading),
  }),
  bind(routes.savePast, ({ params, body, ifMatch }, context) => savePast(context, params, ifMatch, body)),
]
