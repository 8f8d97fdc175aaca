import { accept } from '../../core/result.ts'
import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { readFile } from 'node:fs/promises'
import type { Upload } from '../../platform/http/request.ts'
import { readRows } from '../../platform/documents/read-rows.ts'
import { addLinks } from './add-links.ts'
import { carryPoints } from './carry-points.ts'
import { closeSurvey } from './close-survey.ts'
import { surveyRoutes } from './contract.ts'
import { paperRoutes } from './paper/contract.ts'
import { enterPaper, waitingPapers } from './paper/enter-paper.ts'
import { importResponses } from './paper/import-responses.ts'
import { resultRoutes } from './results/contract.ts'
import { satisfactionYears } from './results/satisfaction.ts'
import { statisticsCodeBook, statisticsFile } from './results/statistics-files.ts'
import { listMarks, listWords, redactWords } from './results/words.ts'
import { tabulationCsv, tabulationWorkbook } from './results/workbook.ts'
import { sampleRoutes } from './sample/contract.ts'
import { inviteSample } from './sample/invite.ts'
import { drawRespondents, listRespondents, setRespondents } from './sample/respondents.ts'
import { addSurvey, changeSurvey, setStrata, startSurvey } from './design-survey.ts'
import { designRoutes } from './design/contract.ts'
import { earlierQuestions } from './design/earlier-questions.ts'
import { loadLeaves } from './design/load-leaves.ts'
import { previewForm } from './design/preview.ts'
import { questionnaireJson, questionnaireXlsx, readQuestionnaireFile } from './design/questionnaire-files.ts'
import { exportResponses } from './export-responses.ts'
import { loadChoices } from './load-choices.ts'
import { listSurveys, showSurvey } from './show-survey.ts'
import { showTabulation } from './tabulate-survey.ts'

const rowsOf = async ({ upload: { file, fileName } }: { readonly upload: Upload }) => readRows(await readFile(file.path), fileName)

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
  bind(designRoutes.leaves, ({ params }, context) => loadLeaves(context, params.surveyId)),
  bind(designRoutes.earlierQuestions, ({ query }, context) => earlierQuestions(context, query)),
  bind(designRoutes.preview, ({ body }, context) => previewForm(context, body)),
  bindUpload(designRoutes.read, { prepare: readQuestionnaireFile, handle: async (_, _context, file) => accept(file) }),
  bind(designRoutes.json, ({ params }, context) => questionnaireJson(context, params.surveyId)),
  bind(designRoutes.xlsx, ({ params }, context) => questionnaireXlsx(context, params.surveyId)),
  bind(sampleRoutes.respondents, ({ params, query }, context) => listRespondents(context, params.surveyId, query)),
  bind(sampleRoutes.setRespondents, ({ params, ifMatch, body }, context) => setRespondents(context, params.surveyId, ifMatch, body)),
  bind(sampleRoutes.draw, ({ params, body }, context) => drawRespondents(context, params.surveyId, body)),
  bind(sampleRoutes.invite, ({ params, body }, context) => inviteSample(context, params.surveyId, body.again)),
  bind(paperRoutes.waiting, ({ params }, context) => waitingPapers(context, params.surveyId)),
  bind(paperRoutes.enter, ({ params, body }, context) => enterPaper(context, params.surveyId, body)),
  bindUpload(paperRoutes.importFile, {
    prepare: rowsOf,
    handle: ({ params }, context, rows) => importResponses(context, params.surveyId, rows),
  }),
  bind(resultRoutes.words, ({ params, query }, context) => listWords(context, params.surveyId, query)),
  bind(resultRoutes.redact, ({ params, body }, context) => redactWords(context, params.surveyId, params.wordsId, body.text)),
  bind(resultRoutes.marks, ({ params }, context) => listMarks(context, params.surveyId)),
  bind(resultRoutes.years, (_, context) => satisfactionYears(context)),
  bind(resultRoutes.workbook, ({ params }, context) => tabulationWorkbook(context, params.surveyId)),
  bind(resultRoutes.tabulationCsv, ({ params }, context) => tabulationCsv(context, params.surveyId)),
  bind(resultRoutes.statistics, ({ params }, context) => statisticsFile(context, filesDir, params.surveyId)),
  bind(resultRoutes.codeBook, ({ params }, context) => statisticsCodeBook(context, params.surveyId)),
]
