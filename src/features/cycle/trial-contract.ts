import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id } from '../../contract/shapes.ts'

/** What goes with a trial cycle, counted. */
export const whatGoesShape = z.object({
  units: z.number().int(),
  scores: z.number().int(),
  evidenceLinks: z.number().int(),
  explanations: z.number().int(),
  votes: z.number().int(),
  papers: z.number().int(),
})
export type WhatGoes = z.infer<typeof whatGoesShape>

const ofCycle = z.object({ cycleId: id })

export const trialRoutes = {
  trials: route({
    method: 'GET',
    path: '/api/trial-cycles',
    act: 'readCycles',
    about: 'authority',
    summary: 'Which cycles are trials, so that every page of one can say so',
    reply: z.object({ cycleIds: z.array(id) }),
  }),
  whatGoes: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/rehearsal',
    act: 'deleteTrial',
    about: 'cycle',
    summary: 'What would be deleted with a trial cycle',
    params: ofCycle,
    reply: whatGoesShape,
  }),
  deleteTrial: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/rehearsal/delete',
    act: 'deleteTrial',
    about: 'cycle',
    summary: 'Delete a trial cycle whole, at any stage, with scores, links to documents, appraisal and results; its name is typed',
    params: ofCycle,
    body: z.object({ title: z.string().max(400) }),
    versioned: true,
    reply: whatGoesShape,
  }),
}
