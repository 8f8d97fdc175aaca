import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id } from '../../../contract/shapes.ts'

const ofSurvey = z.object({ surveyId: id })

export const wordShape = z.object({
  id,
  question: z.string(),
  unitName: z.string(),
  group: z.string(),
  /** Absent once redacted. */
  text: z.string().optional(),
})
export type Words = z.infer<typeof wordShape>

export const marksShape = z.object({
  unitName: z.string(),
  group: z.string(),
  answers: z.number().int(),
  tooFast: z.number().int(),
  alike: z.number().int(),
})

const year = z.object({
  surveyId: id,
  title: z.string(),
  year: z.number().int(),
  responses: z.number().int(),
  /** The mean positive share of all scaled questions, as a decimal; absent where it is withheld or nobody answered. */
  index: z.string().optional(),
  units: z.array(z.object({ code: z.string(), name: z.string(), index: z.string().optional() })),
})
export type SurveyYear = z.infer<typeof year>

export const resultRoutes = {
  words: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/words',
    act: 'readSurveyResponses',
    about: 'authority',
    summary: 'What was written freely, each by itself; `after` is `next` of the page before',
    params: ofSurvey,
    query: z.object({
      search: z.string().trim().max(100).default(''),
      question: z.string().max(40).default(''),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ words: z.array(wordShape), next: id.optional() }),
  }),
  redact: route({
    method: 'PUT',
    path: '/api/surveys/:surveyId/words/:wordsId',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Take names and the like out of what was written; without `text`, all of it. There is no way back',
    params: ofSurvey.extend({ wordsId: id }),
    body: z.object({ text: z.string().trim().max(4000).optional() }),
    reply: wordShape,
  }),
  marks: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/marks',
    act: 'readSurveyResponses',
    about: 'authority',
    summary: 'How many responses of each unit and group were too fast, or are alike to the last answer; none is left out for it',
    params: ofSurvey,
    reply: z.object({ marks: z.array(marksShape) }),
  }),
  years: route({
    method: 'GET',
    path: '/api/survey-years',
    act: 'readSurveys',
    about: 'authority',
    summary: 'Closed surveys over the years, each with its satisfaction index and those of its units',
    reply: z.object({ years: z.array(year) }),
  }),
  workbook: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/tabulation.xlsx',
    act: 'readSurveys',
    about: 'authority',
    summary: 'Questions, units and points as a workbook, thin cells withheld',
    params: ofSurvey,
    reply: 'file',
  }),
  tabulationCsv: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/tabulation.csv',
    act: 'readSurveys',
    about: 'authority',
    summary: 'Questions by unit as CSV, thin cells withheld',
    params: ofSurvey,
    reply: 'file',
  }),
  statistics: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/responses-spss.csv',
    act: 'readSurveyResponses',
    about: 'authority',
    summary: 'The responses of a closed survey in figures alone, as statistics programs read them',
    params: ofSurvey,
    reply: 'file',
  }),
  codeBook: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/responses-spss.sps',
    act: 'readSurveyResponses',
    about: 'authority',
    summary: 'The code book of that file: names, labels, levels and what is missing, as SPSS and PSPP run it',
    params: ofSurvey,
    reply: 'file',
  }),
}
