import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, personRef, unitRef } from '../../contract/shapes.ts'
import { questionCircles, questionSides } from '../../core/self-assessment/question.ts'

const side = z.enum(questionSides)
const nodeId = z.string().min(1).max(200)
const text = z
  .string()
  .trim()
  .min(1)
  .max(4000)
  .transform((written) => written.normalize('NFC'))

export const questionShape = z.object({
  id,
  nodeId: z.string(),
  circle: z.enum(questionCircles),
  askedBy: side,
  state: z.enum(['open', 'answered']),
  version: z.number().int(),
  messages: z.array(z.object({ side, text: z.string(), at: moment, by: personRef, division: z.string().optional() })),
})
export type Question = z.infer<typeof questionShape>

/** A thread as a list over all units shows it. */
export const listedQuestion = questionShape.extend({
  cycle: z.object({ id, title: z.string() }),
  unit: unitRef,
  leaf: z.object({ code: z.string(), name: z.string() }),
  /** Whether the answer is due from the side of whoever reads. */
  isMine: z.boolean(),
})
export type ListedQuestion = z.infer<typeof listedQuestion>

const ofUnit = z.object({ cycleId: id, unitId: id })
const ofLeaf = ofUnit.extend({ nodeId })

export const questionRoutes = {
  list: route({
    method: 'GET',
    path: '/api/questions',
    act: 'listQuestions',
    about: 'authority',
    summary:
      'Threads that the person may take part in, those that wait for an answer first asked for; `after` is `next` of the page before',
    query: z.object({
      state: z.enum(['open', 'answered']).default('open'),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: z.object({ questions: z.array(listedQuestion), next: id.optional() }),
  }),
  ofLeaf: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/nodes/:nodeId/questions',
    act: 'readQuestions',
    about: 'cycleUnit',
    summary: 'What is asked and answered at one leaf, oldest first',
    params: ofLeaf,
    reply: z.object({ questions: z.array(questionShape) }),
  }),
  ask: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/units/:unitId/nodes/:nodeId/questions',
    act: 'askQuestions',
    about: 'cycleUnit',
    summary: 'Begin a thread at a leaf: within the unit, or between the unit and its appraisers',
    params: ofLeaf,
    body: z.object({ circle: z.enum(questionCircles), text }),
    reply: questionShape,
  }),
  say: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/units/:unitId/questions/:questionId/messages',
    act: 'askQuestions',
    about: 'cycleUnit',
    summary: 'Answer in a thread, or ask further',
    params: ofUnit.extend({ questionId: id }),
    body: z.object({ text }),
    versioned: true,
    reply: questionShape,
  }),
}
