import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id } from '../../../contract/shapes.ts'

const ofSurvey = z.object({ surveyId: id })

export const typedPaper = z.object({
  unitId: id,
  group: z.string().max(40).default(''),
  number: z.string().trim().min(1).max(40),
  /** Cells as a responses file writes them, by column; an empty one is left out. */
  typed: z.record(z.string().max(81), z.string().max(8000)),
  /** Differences between both entries were looked at on the paper: this is what it says. */
  isSettled: z.boolean().default(false),
  /** Whoever entered it first enters it again, because there is nobody else: it is done, and the log says so. */
  isByOne: z.boolean().default(false),
})
export type TypedPaper = z.output<typeof typedPaper>

export const paperTaken = z.object({
  /** `samePerson`: nothing was taken; whoever entered it first is to leave the second entry to somebody else, or to say that there is nobody. */
  state: z.enum(['first', 'samePerson', 'differs', 'taken', 'takenBefore']),
  /** Where both entries are unlike. */
  differences: z.array(z.object({ column: z.string(), first: z.string(), second: z.string() })),
})
export type PaperTaken = z.infer<typeof paperTaken>

export const largestResponses = 20 * 1024 * 1024

export const paperRoutes = {
  waiting: route({
    method: 'GET',
    path: '/api/surveys/:surveyId/papers',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Numbers of papers that were typed once and wait for the second entry',
    params: ofSurvey,
    reply: z.object({
      papers: z.array(z.object({ number: z.string(), unitId: id, group: z.string(), isOwn: z.boolean() })),
    }),
  }),
  enter: route({
    method: 'POST',
    path: '/api/surveys/:surveyId/papers',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Enter a paper: first once, then a second time; where both agree it is taken, and where not the differences come back',
    params: ofSurvey,
    body: typedPaper,
    reply: paperTaken,
  }),
  importFile: route({
    method: 'POST',
    path: '/api/surveys/:surveyId/response-files',
    act: 'changeSurveys',
    about: 'authority',
    summary: 'Take responses out of a workbook or a CSV; what a file with the same response_id brought before counts once',
    params: ofSurvey,
    upload: { maxBytes: largestResponses },
    reply: z.object({ taken: z.number().int(), takenBefore: z.number().int(), doubts: z.number().int() }),
  }),
}
