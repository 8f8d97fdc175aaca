import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, inputsShape, moment, unitRef } from '../../contract/shapes.ts'
import { editShape } from '../../core/results/edits.ts'
import { totalShape } from './shapes.ts'

const edits = z.array(editShape).max(500)

/** What is tried on: a framework file, and the packed scores of every unit that the reader may see. */
export const trialReply = z.object({
  cycle: z.object({ id, year: z.number().int(), title: z.string() }),
  group: z.string(),
  groups: z.array(z.string()),
  framework: z.record(z.string(), z.unknown()),
  leaves: z.array(z.string()),
  units: z.array(z.object({ unit: unitRef, ranked: z.boolean(), scores: z.string() })),
  /** Of the own unit, the facts behind its scores, by leaf. */
  facts: z.record(z.string(), inputsShape).optional(),
})
export type TrialReply = z.infer<typeof trialReply>

/** Facts behind scores, by unit and by leaf. */
export const factsReply = z.object({ facts: z.record(z.string(), z.record(z.string(), inputsShape)) })
export type FactsReply = z.infer<typeof factsReply>

/** What becomes of the own unit among the others, whose scores stay with the server: its own row, and counts. */
export const placeReply = z.object({
  before: totalShape,
  after: totalShape,
  class: z.string().optional(),
  rankedUnits: z.number().int(),
  /** Units that stood before the own one and now stand behind it, and the other way round. */
  overtaken: z.number().int(),
  overtakenBy: z.number().int(),
})
export type TrialPlace = z.infer<typeof placeReply>

export const scenarioShape = z.object({
  id,
  cycleId: id,
  group: z.string(),
  name: z.string(),
  edits,
  version: z.number().int(),
  changedAt: moment,
})
export type Scenario = z.infer<typeof scenarioShape>

const name = z.string().trim().min(1).max(200)
const ofUnit = z.object({ unitId: id, publicationId: id })

export const scenarioRoutes = {
  trial: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/trial',
    act: 'readResults',
    about: 'cycle',
    summary: 'Framework and scores of a group, to try changes on in the browser',
    params: z.object({ cycleId: id }),
    query: z.object({ group: z.string().optional() }),
    reply: trialReply,
  }),
  facts: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/trial-facts',
    act: 'readResults',
    about: 'cycle',
    summary: 'The facts of every unit behind some criteria, to try another rule on in the browser',
    params: z.object({ cycleId: id }),
    query: z.object({
      group: z.string().optional(),
      nodes: z.string().max(4000).default('').meta({ description: 'Ids of leaves, parted by commas' }),
    }),
    reply: factsReply,
  }),
  ownTrial: route({
    method: 'GET',
    path: '/api/units/:unitId/trials/:publicationId',
    act: 'tryOwnScenario',
    about: 'unit',
    summary: 'Framework, scores and facts of the own unit in a publication',
    params: ofUnit,
    reply: trialReply,
  }),
  ownPlace: route({
    method: 'POST',
    path: '/api/units/:unitId/trials/:publicationId/place',
    act: 'tryOwnScenario',
    about: 'unit',
    summary: 'Where the own unit would stand with these changes; nothing of other units is told',
    params: ofUnit,
    body: z.object({ edits }),
    reply: placeReply,
  }),
  list: route({
    method: 'GET',
    path: '/api/scenarios',
    act: 'keepScenarios',
    about: 'authority',
    summary: 'What the person has tried, newest first',
    query: z.object({ cycleId: id.optional() }),
    reply: z.object({ scenarios: z.array(scenarioShape) }),
  }),
  keep: route({
    method: 'POST',
    path: '/api/scenarios',
    act: 'keepScenarios',
    about: 'authority',
    summary: 'Keep what was tried under a name, for oneself',
    body: z.object({ cycleId: id, group: z.string(), name, edits }),
    reply: scenarioShape,
  }),
  change: route({
    method: 'PUT',
    path: '/api/scenarios/:scenarioId',
    act: 'keepScenarios',
    about: 'authority',
    summary: 'Change a scenario of one’s own',
    params: z.object({ scenarioId: id }),
    body: z.object({ name, edits }),
    reply: scenarioShape,
    versioned: true,
  }),
  drop: route({
    method: 'DELETE',
    path: '/api/scenarios/:scenarioId',
    act: 'keepScenarios',
    about: 'authority',
    summary: 'Throw a scenario of one’s own away',
    params: z.object({ scenarioId: id }),
    reply: 'nothing',
    versioned: true,
  }),
}
