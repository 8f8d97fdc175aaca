import { z } from 'zod'
import { id, isoDate, unitRef } from './shapes.ts'

/** What a unit has to follow that is late or in danger: tasks of a plan, tasks of a conference, periodic reports. */
export const followingShape = z.object({
  of: z.enum(['plan', 'conference', 'reports']),
  unit: unitRef,
  /** The plan or the publication; reports have none. */
  about: z.object({ id, title: z.string() }).optional(),
  late: z.number().int(),
  /** Near its last day, or behind its time. */
  endangered: z.number().int(),
  /** The first few by their last day. */
  first: z.array(z.object({ title: z.string(), until: isoDate, isLate: z.boolean(), who: z.string().optional() })),
})
export type Following = z.infer<typeof followingShape>

/** How many are named; the rest is counted. */
export const mostNamed = 3
/** Days before the last one in which something counts as near. */
export const nearDays = 14
