import { bind, type Route } from '../../platform/http/serve.ts'
import { addLinks } from './add-links.ts'
import { carryPoints } from './carry-points.ts'
import { closeSurvey } from './close-survey.ts'
import { surveyRoutes } from './contract.ts'
import { addSurvey, changeSurvey, setStrata, startSurvey } from './design-survey.ts'
import { exportResponses } from './export-responses.ts'
import { loadChoices } from './load-choices.ts'
import { listSurveys, showSurvey } from './show-survey.ts'
import { showTabulation } from './tabulate-survey.ts'

export const survey = (filesDir: string): readonly Route[] => [
  bind(surveyRoutes.list, ({ query }, context) => listSurveys(context, query)),
  bind(surveyRoutes.choices, (_, context) => loadChoices(context)),
  bind(surveyRoutes.show, ({ params }, context) => showSurvey(context, params.surveyId)),
  bind(surveyRoutes.add, ({ body }, context) => addSurvey(context, body)),
  bind(surveyRoutes.change, ({ params, ifMatch, body }, context) => changeSurvey(context, params.surveyId, ifMatch, body)),
  bind(surveyRoutes.setStrata, ({ params, ifMatch, body }, context) => setStrata(context, params.surveyId, ifMatch, body.strata)),
  bind(surveyRoutes.start, ({ params, ifMatch }, context) => startSurvey(context, params.surveyId, ifMatch)),
  bind(surveyRoutes.addLinks, ({ params, body }, context) => addLinks(context, params.surveyId, body)),
  bind(surveyRoutes.close, ({ params, ifMatch }, context) => closeSurvey(context, params.surveyId, ifMatch)),
  bind(surveyRoutes.tabulation, ({ params }, context) => showTabulation(context, params.surveyId)),
  bind(surveyRoutes.carryPoints, ({ params, body }, context) => carryPoints(context, params.surveyId, body.preview)),
  bind(surveyRoutes.responses, ({ params }, context) => exportResponses(context, filesDir, params.surveyId)),
]
