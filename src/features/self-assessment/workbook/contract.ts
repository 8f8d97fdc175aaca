import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, moment, personRef, problemShape } from '../../../contract/shapes.ts'
import { claimShape } from '../contract.ts'

const ofSheet = z.object({ cycleId: id, unitId: id })

/** Workbooks of the largest sets of criteria stay far below. */
export const maxWorkbookBytes = 4 * 1024 * 1024

/** `conflict`: changed in the file and by somebody else, to something else. */
const kind = z.enum(['taken', 'conflict'])

const named = z.object({ id, title: z.string() })

const leafPreview = z.object({
  nodeId: z.string(),
  code: z.string(),
  name: z.string(),
  /** The leaf as it stands now; version 0 where nobody has touched it. */
  stands: claimShape.omit({ nodeId: true, changedAt: true, changedBy: true }),
  changedAt: moment.optional(),
  changedBy: personRef.optional(),
  /** `facts`: those that were changed, in words. */
  value: z
    .object({ kind, mine: claimShape.pick({ status: true, points: true, inputs: true }), facts: z.array(z.string()).optional() })
    .optional(),
  explanation: z.object({ kind, mine: z.string() }).optional(),
  documents: z.object({ kind, stands: z.number().int(), added: z.array(named), removed: z.array(named) }).optional(),
})
export type LeafPreview = z.infer<typeof leafPreview>

export const workbookPreview = z.object({
  /** Leaves with at least one field to save or to choose, in the order of the file. */
  leaves: z.array(leafPreview),
  /** Fields that were changed to what already stands. */
  alreadySame: z.number().int(),
  /** Cells that cannot be taken, every one; and remarks on rows, which name no cell. */
  problems: z.array(z.object({ sheet: z.string(), cell: z.string().optional(), problem: problemShape })),
})
export type WorkbookPreview = z.infer<typeof workbookPreview>

const path = '/api/cycles/:cycleId/units/:unitId/self-assessment/workbook'

/** Filling in a self-assessment offline: a workbook out, and what it would change when it comes back. It is saved like any other claims. */
export const workbookRoutes = {
  write: route({
    method: 'GET',
    path,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'The sheet as an Excel workbook to fill in offline; knows its authority, cycle, unit, framework and the versions of its rows',
    params: ofSheet,
    reply: 'file',
  }),
  preview: route({
    method: 'POST',
    path: `${path}/previews`,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'What a filled-in workbook would change, cell by cell against what changed meanwhile; nothing is stored',
    params: ofSheet,
    upload: { maxBytes: maxWorkbookBytes },
    reply: workbookPreview,
  }),
}
