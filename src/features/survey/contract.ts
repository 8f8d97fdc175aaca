import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate } from '../../contract/shapes.ts'
import { madeLinks, newLinks } from './link-shapes.ts'

export const surveyStages = ['draft', 'collecting', 'closed'] as const

const title = z.string().trim().min(1).max(300)

/** How far one unit × group of respondents is. `answers` are those that left the intake; the ones in it wait for others to stand beside. */
export const stratumShape = z.object({
  unitId: id,
  unitCode: z.string(),
  unitName: z.string(),
  group: z.string(),
  population: z.number().int().optional(),
  wanted: z.number().int(),
  /** Links that take one answer, and how many of them were used. Of closed surveys the links are gone. */
  links: z.number().int(),
  used: z.number().int(),
  answers: z.number().int(),
})

export const surveyShape = z.object({
  id,
  title: z.string(),
  stage: z.enum(surveyStages),
  cycleId: id.optional(),
  opensOn: isoDate.optional(),
  closesOn: isoDate.optional(),
  tooFastSeconds: z.number().int(),
  answers: z.number().int(),
  version: z.number().int(),
})
export type Survey = z.infer<typeof surveyShape>

export const surveyDetail = surveyShape.extend({
  questionnaire: z.looseObject({}),
  questionnaireHash: z.string().optional(),
  strata: z.array(stratumShape),
  channels: z.record(z.string(), z.number().int()),
  /** Responses in the intake: they join the others in batches of at least twenty. */
  waiting: z.number().int(),
  tooFast: z.number().int(),
  identitiesErased: z.number().int().optional(),
})
export type SurveyDetail = z.infer<typeof surveyDetail>

const head = {
  title,
  cycleId: id.optional(),
  opensOn: isoDate.optional(),
  closesOn: isoDate.optional(),
  tooFastSeconds: z.number().int().min(0).max(3600).default(60),
}
export const newSurvey = z.object({ ...head, questionnaire: z.looseObject({}) })
export type NewSurvey = z.output<typeof newSurvey>

export const stratumWanted = z.object({
  unitId: id,
  group: z.string().max(40).default(''),
  population: z.number().int().min(0).max(1_000_000_000).optional(),
  wanted: z.number().int().min(0).max(1_000_000).default(0),
})
export type StratumWanted = z.output<typeof stratumWanted>

/** What a survey can be about: units valid today by group; cycles that can take its points. */
export const surveyChoices = z.object({
  groups: z.array(z.object({ group: z.string(), unitIds: z.array(id) })),
  cycles: z.array(z.object({ id, title: z.string() })),
})

/** What carrying changes, and what it leaves alone: units outside the appraisal, leaves that no survey measures or with another maximum. */
export const carriedPoints = z.object({
  changed: z.array(z.object({ unitName: z.string(), nodeId: z.string(), before: z.string(), after: z.string() })),
  same: z.number().int(),
  leftOut: z.array(z.object({ unitName: z.string(), nodeId: z.string().optional(), why: z.enum(['notInCycle', 'stage', 'leaf']) })),
})
export type CarriedPoints = z.infer<typeof carriedPoints>

const ofSurvey = z.object({ surveyId: id })

export const surveyRoutes = {
  list: route({
    method: 'GET',
    path: '/api/surveys',
    act: 'readSurveys',
    about: 'authority',
    summary: 'Surveys, newest first; `after` is `next` of the page before',
    query: z.object({ after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
    reply: z.object({ surveys: z.array(surveyShape), next: id.optional() }),
  }),
  choices: route({
    method: 'GET',
    path: '/api/survey-choices',
    act: 'readSurveys',
    about: 'authority',
    summary: 'Groups of units that a survey can be about',
    reply: surveyChoices,
  }),
  show: route({
    method: 'GET',
    path: '/api/surveys/:surveyId',
    act: 'readSurveys',
    about: 'authority',
    summary: 'A survey with its questionnaire and how far each unit and group is',
    params: ofSurvey,
    reply: surveyDetail,
  }),
  add: route({
    method: 'POST',
    path: '/api/surveys',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Add a survey with its questionnaire, as a draft',
    body: newSurvey,
    reply: surveyDetail,
  }),
  change: route({
    method: 'PUT',
    path: '/api/surveys/:surveyId',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Change a draft: its title, days and questionnaire',
    params: ofSurvey,
    body: newSurvey,
    versioned: true,
    reply: surveyDetail,
  }),
  setStrata: route({
    method: 'PUT',
    path: '/api/surveys/:surveyId/strata',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Say which units and groups are asked, how many there are, how many answers are wanted',
    params: ofSurvey,
    body: z.object({ strata: z.array(stratumWanted).min(1).max(50_000) }),
    versioned: true,
    reply: surveyDetail,
  }),
  start: route({
    method: 'POST',
    path: '/api/surveys/:surveyId/start',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Freeze the questionnaire and begin to collect',
    params: ofSurvey,
    versioned: true,
    reply: surveyDetail,
  }),
  addLinks: route({
    method: 'POST',
    path: '/api/surveys/:surveyId/links',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Make links to answer by; their tokens are told this once and kept nowhere',
    params: ofSurvey,
    body: newLinks,
    reply: madeLinks,
  }),
  close: route({
    method: 'POST',
    path: '/api/surveys/:surveyId/close',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'End the fieldwork: write every answer anew in an order of chance, erase links and identities',
    params: ofSurvey,
    versioned: true,
    reply: surveyDetail,
  }),
  tabulation: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/tabulation',
    act: 'readSurveys',
    about: 'authority',
    summary: 'Counts, means, shares, margins and points, thin cells withheld',
    params: ofSurvey,
    reply: z.looseObject({ responses: z.number().int() }),
  }),
  carryPoints: route({
    method: 'POST',
    path: '/api/surveys/:surveyId/points',
    act: 'changeSurveys',
    about: 'authority',
    summary:
      'Carry the points of a closed survey into the leaves of its cycle that a survey measures; with `preview` only say what would change',
    params: ofSurvey,
    body: z.object({ preview: z.boolean().default(false) }),
    reply: carriedPoints,
  }),
  responses: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/responses.csv',
    act: 'readSurveyResponses',
    about: 'authority',
    summary:
      'The responses of a closed survey as a file that `parindex tabulate` reads; its name and its last number say how many there are',
    params: ofSurvey,
    reply: 'file',
  }),
}
