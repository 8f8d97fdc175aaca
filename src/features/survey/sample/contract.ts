import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, numberInAddress } from '../../../contract/shapes.ts'

const ofSurvey = z.object({ surveyId: id })

export const respondentPlaces = ['listed', 'sample', 'reserve'] as const

export const newRespondent = z.object({
  unitCode: z.string().trim().min(1).max(60),
  group: z.string().trim().max(40).default(''),
  name: z.string().trim().min(1).max(200),
  contact: z.string().trim().max(200).default(''),
  /** Where the sample was drawn before the list came: by the province, for its communes. */
  place: z.enum(respondentPlaces).default('listed'),
})
export type NewRespondent = z.output<typeof newRespondent>

export const respondentShape = z.object({
  number: z.number().int(),
  unitCode: z.string(),
  unitName: z.string(),
  group: z.string(),
  name: z.string(),
  contact: z.string(),
  place: z.enum(respondentPlaces),
  /** Whether a link was made for this person, and whether it was used; what was answered nobody knows. */
  invited: z.boolean(),
  answered: z.boolean(),
})
export type Respondent = z.infer<typeof respondentShape>

/** A link made for one person; told this once. */
const invitation = z.object({ number: z.number().int(), name: z.string(), contact: z.string(), unitName: z.string(), token: z.string() })
export type Invited = z.infer<typeof invitation>

const counts = z.object({ listed: z.number().int(), sample: z.number().int(), reserve: z.number().int(), seed: z.string().optional() })

export const sampleRoutes = {
  respondents: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/respondents',
    act: 'readSurveyResponses',
    about: 'authority',
    summary: 'Who is asked by name, by number of the list; each look is in the log. `after` is `next` of the page before',
    params: ofSurvey,
    query: z.object({
      show: z.enum(['all', 'sample', 'unanswered']).default('all'),
      after: numberInAddress(0).default(0),
      limit: z.coerce.number().int().min(1).max(500).default(200),
    }),
    reply: z.object({ respondents: z.array(respondentShape), next: z.number().int().optional(), counts }),
  }),
  setRespondents: route({
    method: 'PUT',
    path: '/api/surveys/:surveyId/respondents',
    act: 'changeSurveys',
    about: 'authority',
    summary:
      'Put in the list of those who may be asked, instead of the one before; a place in the list is what is drawn by. A sample drawn elsewhere comes with it, with its seed',
    params: ofSurvey,
    body: z.object({
      respondents: z.array(newRespondent).min(1).max(50_000),
      /** What a sample that comes with the list was drawn by. */
      seed: z.string().trim().min(1).max(100).optional(),
    }),
    versioned: true,
    reply: counts,
  }),
  draw: route({
    method: 'POST',
    path: '/api/surveys/:surveyId/draw',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Draw as many of each stratum as are wanted, and a reserve in percent of them; with the same list and seed, the same people',
    params: ofSurvey,
    body: z.object({ seed: z.string().trim().min(1).max(100), reservePercent: z.number().int().min(0).max(200).default(10) }),
    reply: counts,
  }),
  invite: route({
    method: 'POST',
    path: '/api/surveys/:surveyId/invitations',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'A link for each of the sample who has none; with `again`, a new link for each who has not answered, the old one ending',
    params: ofSurvey,
    body: z.object({ again: z.boolean().default(false) }),
    reply: z.object({ invitations: z.array(invitation) }),
  }),
}
