import { z } from 'zod'
import { id, isoDate, seenVersion } from '../../contract/shapes.ts'

export const councilKinds = ['council', 'team'] as const
export const councilRoles = ['chair', 'secretary', 'member', 'lead'] as const
export type CouncilRole = (typeof councilRoles)[number]

export const term = { from: isoDate.optional(), until: isoDate.optional() }

/** A council or its team as a decision sets it up; the members named are all there are. */
export const newCouncil = z.object({
  kind: z.enum(councilKinds),
  decisionNumber: z.string().trim().min(1).max(100),
  decidedOn: isoDate,
  version: seenVersion,
  members: z
    .array(z.object({ personId: id, role: z.enum(councilRoles), ...term }))
    .min(1)
    .max(100),
})
export type NewCouncil = z.output<typeof newCouncil>
