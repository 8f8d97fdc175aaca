import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, roundShape } from '../../contract/shapes.ts'

/** A leaf whose points depend on the other units, in one round, with what the last pass took down. */
export const peerLeaf = z.object({
  unitGroup: z.string(),
  nodeId: z.string(),
  code: z.string(),
  name: z.string(),
  round: roundShape,
  /** Units with a value. */
  units: z.number().int(),
  takenAt: moment.optional(),
  best: z.object({ value: z.string(), units: z.array(z.string()) }).optional(),
})
export type PeerLeaf = z.infer<typeof peerLeaf>

const ofCycle = z.object({ cycleId: id })

export const peerRoutes = {
  read: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/peer-points',
    act: 'readCycleProgress',
    about: 'cycle',
    summary: 'Criteria whose points depend on the other units of the group, with the values that were taken down last',
    params: ofCycle,
    reply: z.object({ leaves: z.array(peerLeaf) }),
  }),
  compute: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/peer-points',
    act: 'computePeerPoints',
    about: 'cycle',
    summary: 'Give the points of these criteria by the facts as they stand: once more on the same facts changes nothing',
    params: ofCycle,
    reply: z.object({
      passed: z.array(
        z.object({ unitGroup: z.string(), nodeId: z.string(), round: roundShape, units: z.number().int(), changed: z.number().int() }),
      ),
    }),
  }),
}
