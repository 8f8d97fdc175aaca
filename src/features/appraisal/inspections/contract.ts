import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, isoDate, personRef, unitRef } from '../../../contract/shapes.ts'
import { findingOutcomes, inspectionDuties } from '../../../core/appraisal/check-inspection.ts'
import { nodeId } from '../shapes.ts'

const text = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((words) => words.normalize('NFC').trim())
const finding = z.object({ nodeId, outcome: z.enum(findingOutcomes), words: text(4000).default('') })

export const writtenInspection = z.object({
  isAnnounced: z.boolean(),
  /** Number and day of the decision that orders it, as printed. */
  decision: text(200).optional(),
  plannedOn: isoDate,
  heldOn: isoDate.optional(),
  record: text(20_000).optional(),
  result: text(8000).optional(),
  team: z.array(z.object({ personId: id, duty: z.enum(inspectionDuties) })).max(30),
  findings: z.array(finding).max(500),
})
export type InspectionBody = z.output<typeof writtenInspection>

export const inspection = z.object({
  id,
  version: z.number().int(),
  unit: unitRef,
  isAnnounced: z.boolean(),
  decision: z.string().optional(),
  plannedOn: isoDate,
  heldOn: isoDate.optional(),
  record: z.string().optional(),
  result: z.string().optional(),
  team: z.array(z.object({ person: personRef, duty: z.enum(inspectionDuties) })),
  findings: z.array(
    z.object({ nodeId: z.string(), code: z.string(), name: z.string(), outcome: z.enum(findingOutcomes), words: z.string() }),
  ),
})
export type Inspection = z.infer<typeof inspection>

const ofCycle = z.object({ cycleId: id })
const ofUnit = z.object({ cycleId: id, unitId: id })
const unitPath = '/api/cycles/:cycleId/units/:unitId/inspections'

export const inspectionRoutes = {
  list: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/inspections',
    act: 'readInspections',
    about: 'cycle',
    summary: 'Visits to units in a cycle, announced or not, those to come first',
    params: ofCycle,
    reply: z.object({
      cycle: z.object({ id, title: z.string() }),
      canChange: z.boolean(),
      inspections: z.array(inspection),
      units: z.array(unitRef),
      people: z.array(personRef),
    }),
  }),
  ofUnit: route({
    method: 'GET',
    path: unitPath,
    act: 'readUnitInspections',
    about: 'cycleUnit',
    summary: 'Visits to one unit; the unit itself sees those announced and those held. With the leaves that findings may be about',
    params: ofUnit,
    reply: z.object({
      inspections: z.array(inspection),
      leaves: z.array(z.object({ nodeId: z.string(), code: z.string(), name: z.string() })),
    }),
  }),
  plan: route({
    method: 'POST',
    path: unitPath,
    act: 'changeInspections',
    about: 'cycleUnit',
    summary: 'Plan a visit, or write down one that was held, before the appraisal ends',
    params: ofUnit,
    body: writtenInspection,
    idempotent: true,
    reply: z.object({ id, version: z.number().int() }),
  }),
  write: route({
    method: 'PUT',
    path: `${unitPath}/:inspectionId`,
    act: 'changeInspections',
    about: 'cycleUnit',
    summary: 'Write a visit anew: its team and day, its record and result, what was found on which leaf',
    params: z.object({ cycleId: id, unitId: id, inspectionId: id }),
    body: writtenInspection,
    versioned: true,
    reply: z.object({ id, version: z.number().int() }),
  }),
}
