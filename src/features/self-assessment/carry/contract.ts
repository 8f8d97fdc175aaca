import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id } from '../../../contract/shapes.ts'
import { workbookPreview } from '../workbook/contract.ts'

const ofSheet = z.object({ cycleId: id, unitId: id })

/** Another cycle of the year in which the unit has a result of its own; `isDecided` once that was approved, before that it is what the unit claims there. */
const source = z.object({ id, title: z.string(), isDecided: z.boolean(), answered: z.number().int() })
export type CarrySource = z.infer<typeof source>

const path = '/api/cycles/:cycleId/units/:unitId/self-assessment/carry'

/** The result of a cycle within, as the self-assessment in the cycle above. It is saved like any other claims. */
export const carryRoutes = {
  sources: route({
    method: 'GET',
    path,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'Other cycles of the year in which the unit has a result that could be carried over',
    params: ofSheet,
    reply: z.object({ sources: z.array(source) }),
  }),
  preview: route({
    method: 'GET',
    path: `${path}/:fromId`,
    act: 'changeSelfAssessment',
    about: 'cycleUnit',
    summary: 'What carrying the result of that cycle over by codes would change, against what stands; nothing is stored',
    params: ofSheet.extend({ fromId: id }),
    reply: workbookPreview,
  }),
}
