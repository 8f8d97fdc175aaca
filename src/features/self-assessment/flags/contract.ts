import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, isoDate, moment, personRef } from '../../../contract/shapes.ts'

const ofSheet = z.object({ cycleId: id, unitId: id })
const ofLeaf = ofSheet.extend({ nodeId: z.string().min(1).max(200) })

const leaf = { nodeId: z.string(), code: z.string() }

/** “No documents” at one leaf. */
export const absenceShape = z.object({
  ...leaf,
  reason: z.string(),
  version: z.number().int(),
  declaredAt: moment,
  declaredBy: personRef,
  /** Documents came since: the declaration no longer says anything. */
  hasDocuments: z.boolean(),
})
export type EvidenceAbsence = z.infer<typeof absenceShape>

/** What of one leaf is dated after the cut-off of its cycle. */
export const lateLeafShape = z.object({
  ...leaf,
  documents: z.array(z.object({ title: z.string(), issuedOn: isoDate })),
  /** Facts of the register that were changed later. */
  facts: z.array(z.object({ key: z.string(), on: isoDate })),
  /** Days among the facts that were entered. */
  days: z.array(isoDate),
})
export type LateLeaf = z.infer<typeof lateLeafShape>

/** `documented`: leaves with documents, where there is nothing to declare. */
export const flagsShape = z.object({
  cutOff: isoDate.optional(),
  absences: z.array(absenceShape),
  documented: z.array(z.string()),
  late: z.array(lateLeafShape),
})
export type SheetFlagsOf = z.infer<typeof flagsShape>

const path = '/api/cycles/:cycleId/units/:unitId/self-assessment'

export const flagRoutes = {
  flags: route({
    method: 'GET',
    path: `${path}/flags`,
    act: 'readSelfAssessment',
    about: 'cycleUnit',
    summary: 'Leaves with a declaration that there are no documents, and leaves with facts or documents dated after the cut-off',
    params: ofSheet,
    reply: flagsShape,
  }),
  declare: route({
    method: 'PUT',
    path: `${path}/absences/:nodeId`,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'Declare that a leaf has no documents, with the reason; version 0 where nothing was declared',
    params: ofLeaf,
    body: z.object({ reason: z.string().trim().min(1).max(2000) }),
    versioned: true,
    reply: z.object({ version: z.number().int() }),
  }),
  withdraw: route({
    method: 'DELETE',
    path: `${path}/absences/:nodeId`,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'Take such a declaration back',
    params: ofLeaf,
    versioned: true,
    reply: 'nothing',
  }),
}
