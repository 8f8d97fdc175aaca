import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id } from '../../../contract/shapes.ts'

const ofSurvey = z.object({ surveyId: id })

/** A leaf of the survey's cycle that a survey measures. */
export const measuredLeaf = z.object({
  leaf: z.string(),
  code: z.string(),
  name: z.string(),
  maxPoints: z.string(),
  area: z.string(),
  areaName: z.string(),
  unitGroup: z.string(),
})
export type MeasuredLeaf = z.infer<typeof measuredLeaf>

export const earlierQuestion = z.object({ surveyId: id, surveyTitle: z.string(), sectionTitle: z.string(), question: z.looseObject({}) })
export type EarlierQuestion = z.infer<typeof earlierQuestion>

/** The largest file of a questionnaire. */
export const largestQuestionnaire = 2 * 1024 * 1024

export const designRoutes = {
  leaves: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/leaves',
    act: 'readSurveys',
    about: 'authority',
    summary: 'Leaves of the survey’s cycle that a survey measures',
    params: ofSurvey,
    reply: z.object({ leaves: z.array(measuredLeaf) }),
  }),
  earlierQuestions: route({
    method: 'GET',
    path: '/api/survey-questions',
    act: 'readSurveys',
    about: 'authority',
    summary: 'Questions of all surveys, of the newest first; `search` in their words, `offset` is `next` of the page before',
    query: z.object({ search: z.string().trim().max(100).default(''), offset: z.coerce.number().int().min(0).max(100_000).default(0) }),
    reply: z.object({ questions: z.array(earlierQuestion), next: z.number().int().optional() }),
  }),
  preview: route({
    method: 'POST',
    path: '/api/survey-previews',
    act: 'readSurveys',
    about: 'authority',
    summary: 'A questionnaire as its form on a screen or on paper; nothing is stored',
    body: z.object({
      questionnaire: z.looseObject({}),
      group: z.string().max(40).default(''),
      as: z.enum(['screen', 'paper']),
      unitName: z.string().max(300).default(''),
      /** The first of the questionnaire where absent or none of its own. */
      language: z.string().max(3).optional(),
    }),
    reply: z.object({ html: z.string() }),
  }),
  read: route({
    method: 'POST',
    path: '/api/survey-questionnaires',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'A questionnaire out of its JSON, or the parts of it that a table says; nothing is stored',
    upload: { maxBytes: largestQuestionnaire },
    reply: z.object({ questionnaire: z.looseObject({}).optional(), parts: z.looseObject({}).optional() }),
  }),
  json: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/questionnaire.json',
    act: 'readSurveys',
    about: 'authority',
    summary: 'The questionnaire as its file',
    params: ofSurvey,
    reply: 'file',
  }),
  xlsx: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/questionnaire.xlsx',
    act: 'readSurveys',
    about: 'authority',
    summary: 'The questionnaire as a workbook that can be read in again: questions, groups, points, languages',
    params: ofSurvey,
    reply: 'file',
  }),
}
