import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, statusShape, unitRef } from '../../../contract/shapes.ts'
import { nodeId } from '../shapes.ts'

const side = z.object({ status: statusShape, points: z.string().optional() })

export const comparison = z.object({
  /** Units of the group that have handed in. */
  units: z.number().int(),
  spread: z.array(z.object({ points: z.string(), claimed: z.number().int(), given: z.number().int() })),
  /** Other units, those that say most first; at most thirty. */
  alike: z.array(z.object({ unit: unitRef, claimed: side.optional(), given: side.extend({ reason: z.string().optional() }).optional() })),
})
export type Comparison = z.infer<typeof comparison>

export const comparisonRoutes = {
  leaf: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/appraisal/comparison',
    act: 'readAppraisalComparison',
    about: 'cycleUnit',
    summary: 'The same leaf over the units of the group that have handed in: what is claimed and given how often, and the units most alike',
    params: z.object({ cycleId: id, unitId: id }),
    query: z.object({ node: nodeId }),
    reply: comparison,
  }),
}
