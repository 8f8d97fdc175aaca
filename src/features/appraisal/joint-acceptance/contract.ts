import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, moment, personRef, unitRef } from '../../../contract/shapes.ts'
import { nodeId } from '../shapes.ts'

/** Why a claim is left to a look of its own when many are accepted together. */
export const leftReasons = [
  'ofInterest',
  'notInTime',
  'notYours',
  'decided',
  'otherSource',
  'noClaim',
  'notApplicable',
  'disputed',
  'notByRule',
  'noEvidence',
] as const
export type LeftReason = (typeof leftReasons)[number]
/** Of these nothing is left to do in the round; points of other sources still have to come, as the list of work counts them. */
export const settledReasons: readonly LeftReason[] = ['decided']

export const jointFilter = z.object({
  /** One group of units; all where absent. */
  group: z.string().min(1).max(100).optional(),
  /** Areas or criteria; all where empty. */
  nodeIds: z.array(nodeId).max(200).default([]),
  /** What proves a claim: a document, or also an explanation in words. */
  proof: z.enum(['document', 'documentOrExplanation']).default('document'),
  /** Only claims that agree with what the rule of the leaf gives for the facts that the unit entered. */
  onlyByRule: z.boolean().default(false),
})
export type JointFilter = z.output<typeof jointFilter>

export const jointPreview = z.object({
  cycle: z.object({ id, title: z.string() }),
  /** What would be accepted, and of how many units. */
  leaves: z.number().int(),
  /** Names that very set, so that nothing is accepted that nobody saw. */
  seen: z.string(),
  /** `left`: still to be looked at one by one. */
  units: z.array(z.object({ unit: unitRef, leaves: z.number().int(), left: z.number().int() })),
  /** What is left to a look of its own, by reason. */
  left: z.partialRecord(z.enum(leftReasons), z.number().int()),
  /** At most so many units by one act. */
  limit: z.number().int(),
  groups: z.array(z.object({ group: z.string(), areas: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })) })),
})
export type JointPreview = z.infer<typeof jointPreview>

export const jointAcceptance = z.object({
  id,
  acceptedBy: personRef,
  acceptedAt: moment,
  units: z.number().int(),
  leaves: z.number().int(),
  /** How many still stand as they were accepted, in units whose round is not over: what taking back would undo. */
  standing: z.number().int(),
  takenBack: z.object({ by: z.string(), at: moment, leaves: z.number().int() }).optional(),
  version: z.number().int(),
})
export type JointAcceptance = z.infer<typeof jointAcceptance>

const ofCycle = z.object({ cycleId: id })
const path = '/api/cycles/:cycleId/joint-acceptances'
export const jointAcceptanceRoutes = {
  list: route({
    method: 'GET',
    path,
    act: 'readCycleProgress',
    about: 'cycle',
    summary: 'Claims that were accepted together over many units, newest first',
    params: ofCycle,
    reply: z.object({ acceptances: z.array(jointAcceptance) }),
  }),
  preview: route({
    method: 'POST',
    path: `${path}/preview`,
    act: 'acceptJointly',
    about: 'cycle',
    summary: 'What accepting together would accept, unit by unit, and what it would leave, by reason; changes nothing',
    params: ofCycle,
    body: jointFilter,
    reply: jointPreview,
  }),
  accept: route({
    method: 'POST',
    path,
    act: 'acceptJointly',
    about: 'cycle',
    summary: 'Accept together, by one act, what the preview told; refused where that is another by now',
    params: ofCycle,
    body: jointFilter.extend({ seen: z.string().max(64) }),
    idempotent: true,
    reply: z.object({ id, units: z.number().int(), leaves: z.number().int() }),
  }),
  takeBack: route({
    method: 'POST',
    path: `${path}/:acceptanceId/take-back`,
    act: 'acceptJointly',
    about: 'cycle',
    summary: 'Take back what was accepted together, as far as nobody has changed it since and the round of the unit is not over',
    params: z.object({ cycleId: id, acceptanceId: id }),
    body: z.object({}),
    versioned: true,
    reply: z.object({ takenBack: z.number().int(), kept: z.number().int() }),
  }),
}
