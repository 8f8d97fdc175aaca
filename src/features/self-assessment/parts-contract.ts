import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, personRef, unitRef } from '../../contract/shapes.ts'
import { partStates } from '../../core/self-assessment/part.ts'

const ofSheet = z.object({ cycleId: id, unitId: id })
const ofPart = ofSheet.extend({ divisionId: id })

/** What one division says of the leaves it was given, in figures, and how far it is. */
export const partShape = z.object({
  division: unitRef,
  state: z.enum(partStates),
  version: z.number().int(),
  leads: z.number().int(),
  leaves: z.number().int(),
  answered: z.number().int(),
  points: z.string(),
  appliedMax: z.string(),
  percent: z.string().optional(),
  /** Why it was given back, or taken in before the division handed it in. */
  reason: z.string().optional(),
  changedAt: moment,
  changedBy: personRef.optional(),
  handedInAt: moment.optional(),
  handedInBy: personRef.optional(),
  /** Whether the person who asks works in this division, and whether as its head. */
  mine: z.enum(['officer', 'head']).optional(),
})
export type Part = z.infer<typeof partShape>

const reason = z.string().trim().min(1).max(2000)
const changed = z.object({ version: z.number().int(), state: z.enum(partStates) })
export type ChangedPart = z.infer<typeof changed>

const partsPath = '/api/cycles/:cycleId/units/:unitId/self-assessment/parts'
const partPath = `${partsPath}/:divisionId` as const

export const partRoutes = {
  parts: route({
    method: 'GET',
    path: partsPath,
    act: 'readParts',
    about: 'cycleUnit',
    summary: 'The parts of a unit’s divisions with their state and totals; whoever works in a division sees its own',
    params: ofSheet,
    reply: z.object({ parts: z.array(partShape) }),
  }),
  finish: route({
    method: 'POST',
    path: `${partPath}/finish`,
    act: 'finishPart',
    about: 'cycleUnit',
    summary: 'A division calls its part finished, or takes it up again',
    params: ofPart,
    body: z.object({ isFinished: z.boolean() }),
    versioned: true,
    reply: changed,
  }),
  handIn: route({
    method: 'POST',
    path: `${partPath}/hand-in`,
    act: 'handInPart',
    about: 'cycleUnit',
    summary: 'The head of a division hands its part in to the Office of the unit',
    params: ofPart,
    versioned: true,
    reply: changed,
  }),
  giveBack: route({
    method: 'POST',
    path: `${partPath}/return`,
    act: 'settleParts',
    about: 'cycleUnit',
    summary: 'The Office gives a part back to its division, with a reason',
    params: ofPart,
    body: z.object({ reason }),
    versioned: true,
    reply: changed,
  }),
  merge: route({
    method: 'POST',
    path: `${partPath}/merge`,
    act: 'settleParts',
    about: 'cycleUnit',
    summary: 'The Office takes a part into the unit’s self-assessment; one that was not handed in only with a reason',
    params: ofPart,
    body: z.object({ reason: reason.optional() }),
    versioned: true,
    reply: changed,
  }),
}
