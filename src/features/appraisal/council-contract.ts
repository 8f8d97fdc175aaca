import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, moment, personRef, pointsShape, roundShape, seenVersion, treatmentShape, unitRef } from '../../contract/shapes.ts'
import { councilKinds, councilRoles, newCouncil, term } from './council-shapes.ts'
import { meeting } from './meetings/contract.ts'
import { claimSide, decisionSide, explainedSide, nodeId } from './shapes.ts'

const ofCycle = z.object({ cycleId: id })
const cyclePath = '/api/cycles/:cycleId'

export const council = z.object({
  kind: z.enum(councilKinds),
  decisionNumber: z.string(),
  decidedOn: isoDate,
  version: z.number().int(),
  members: z.array(z.object({ person: personRef, role: z.enum(councilRoles), ...term })),
})
export type Council = z.infer<typeof council>

export const assignment = z.object({
  id,
  person: personRef,
  unitGroup: z.string(),
  unit: unitRef.optional(),
  /** Empty: every area. */
  nodeId: z.string(),
})
export const interest = z.object({
  person: personRef,
  unit: unitRef,
  reason: z.string(),
  declaredAt: moment,
  waiver: z.object({ by: z.string(), reason: z.string(), at: moment }).optional(),
})
export type Interest = z.infer<typeof interest>

export const councils = z.object({
  cycle: z.object({ id, title: z.string() }),
  councils: z.array(council),
  assignments: z.array(assignment),
  interests: z.array(interest),
  /** Who appraises or sits on a council, with the units they serve in: there they have an interest without declaring it. */
  people: z.array(personRef.extend({ roles: z.array(z.string()), servesIn: z.array(unitRef) })),
  groups: z.array(
    z.object({
      unitGroup: z.string(),
      areas: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
      units: z.array(unitRef),
    }),
  ),
})
export type Councils = z.infer<typeof councils>

/** Every person named for every area of every unit named; no unit is every unit of the group, no area every area. */
export const division = z.object({
  personIds: z.array(id).min(1).max(200),
  unitGroup: z.string().min(1).max(100),
  unitIds: z.array(id).max(5000).default([]),
  nodeIds: z.array(nodeId).max(200).default([]),
})
export type Division = z.output<typeof division>

const vote = { votesFor: z.int().min(0).max(999), votesAgainst: z.int().min(0).max(999), abstained: z.int().min(0).max(999) }
export const agendaItem = z.object({
  unit: unitRef,
  nodeId: z.string(),
  code: z.string(),
  name: z.string(),
  area: z.string(),
  maxPoints: z.string(),
  claim: claimSide.optional(),
  /** What earlier rounds gave, in their order. */
  given: z.array(decisionSide.extend({ round: roundShape })),
  explained: explainedSide.optional(),
  decision: decisionSide.extend(vote).optional(),
  version: z.number().int(),
  /** Figures were changed after the council decided. */
  isOvertaken: z.boolean(),
  /** Members who may vote on this unit. */
  voters: z.number().int(),
  /** Members who may not, having an interest. */
  excluded: z.array(z.string()),
  /** Whether the reader may record a decision here. */
  canDecide: z.boolean(),
})
export type AgendaItem = z.infer<typeof agendaItem>

export const agenda = z.object({
  cycle: z.object({ id, title: z.string() }),
  items: z.array(agendaItem),
  members: z.number().int(),
  canFinish: z.boolean(),
  meetings: z.array(meeting),
  /** Members whose term runs today. */
  people: z.array(personRef),
  canRecord: z.boolean(),
})
export type Agenda = z.infer<typeof agenda>

export const councilDecision = z.object({
  nodeId,
  version: seenVersion,
  status: z.enum(['scored', 'notApplicable']),
  points: pointsShape.optional(),
  treatment: treatmentShape.optional(),
  reason: z.string().trim().min(1).max(4000),
  ...vote,
})
export type CouncilDecision = z.output<typeof councilDecision>

export const councilRoutes = {
  councils: route({
    method: 'GET',
    path: `${cyclePath}/councils`,
    act: 'readCouncils',
    about: 'cycle',
    summary: 'The appraisal council and its team, how the work is divided, who has an interest where',
    params: ofCycle,
    reply: councils,
  }),
  setUp: route({
    method: 'PUT',
    path: `${cyclePath}/councils`,
    act: 'changeCouncils',
    about: 'cycle',
    summary: 'Set up the council or its team by a decision, with members, roles and terms; replaces the one before',
    params: ofCycle,
    body: newCouncil,
    reply: z.object({ version: z.number().int() }),
  }),
  divide: route({
    method: 'POST',
    path: `${cyclePath}/assignments`,
    act: 'changeCouncils',
    about: 'cycle',
    summary: 'Divide areas and units among people, in bulk; what is given already stays',
    params: ofCycle,
    body: division,
    reply: z.object({ added: z.number().int() }),
  }),
  takeBack: route({
    method: 'POST',
    path: `${cyclePath}/assignments/take-back`,
    act: 'changeCouncils',
    about: 'cycle',
    summary: 'Take assignments back',
    params: ofCycle,
    body: z.object({ ids: z.array(id).min(1).max(5000) }),
    reply: z.object({ removed: z.number().int() }),
  }),
  declareInterest: route({
    method: 'POST',
    path: `${cyclePath}/interests`,
    act: 'declareInterest',
    about: 'cycle',
    summary: 'Declare an interest of one’s own in a unit; from then on one does not decide about it',
    params: ofCycle,
    body: z.object({ unitId: id, reason: z.string().trim().min(1).max(2000) }),
    reply: z.object({ unitId: id }),
  }),
  waiveInterest: route({
    method: 'POST',
    path: `${cyclePath}/interests/waive`,
    act: 'waiveInterest',
    about: 'cycle',
    summary: 'The chair lets a person decide about a unit in spite of an interest, with the reason',
    params: ofCycle,
    body: z.object({ personId: id, unitId: id, reason: z.string().trim().min(1).max(2000) }),
    reply: z.object({ unitId: id }),
  }),
  agenda: route({
    method: 'GET',
    path: `${cyclePath}/council-agenda`,
    act: 'readAgenda',
    about: 'cycle',
    summary: 'What is before the council: everything still disputed, with the figures of every round and the votes so far',
    params: ofCycle,
    reply: agenda,
  }),
  decide: route({
    method: 'POST',
    path: `${cyclePath}/units/:unitId/council-decisions`,
    act: 'decideInCouncil',
    about: 'cycleUnit',
    summary: 'Record what the council decided on one leaf: points, reason, votes for, against and abstained',
    params: z.object({ cycleId: id, unitId: id }),
    body: councilDecision,
    reply: z.object({ version: z.number().int() }),
  }),
  finish: route({
    method: 'POST',
    path: `${cyclePath}/finish-council`,
    act: 'finishCouncil',
    about: 'cycle',
    summary: 'Finish every unit of which the council has decided everything; tells how many matters are left',
    params: ofCycle,
    body: z.object({}),
    idempotent: true,
    reply: z.object({ units: z.number().int(), left: z.number().int() }),
  }),
}
