import { z } from 'zod'
import { openedBySteps } from '../../core/cycle/opened-by-step.ts'
import { clockTime, isoDate, moment, unitRef } from '../../contract/shapes.ts'

/**
 * A deadline as a person writes it: "trước ngày D" (`before`) or "đến hết ngày D" (`through`), in the authority's zone. With an hour both end at that hour of
 * the day D itself.
 */
export const writtenDeadline = z.object({ kind: z.enum(['before', 'through']), date: isoDate, time: clockTime.optional() })

/** A deadline as it stands: the first closed moment, and the last minute that still counts on the authority's clock (`2026-12-31T23:59`). */
export const deadlineShape = z.object({ closes: moment, lastMinute: z.string() })

export const extensionBody = z.object({
  subject: z.enum(openedBySteps),
  deadline: writtenDeadline,
  reason: z.string().trim().min(1).max(2000),
})
export type ExtensionBody = z.output<typeof extensionBody>

/** A later deadline of one unit, as it was granted. */
export const extension = z.object({
  unit: unitRef,
  subject: z.enum(openedBySteps),
  deadline: deadlineShape,
  reason: z.string(),
  grantedBy: z.string(),
  grantedAt: moment,
  isOver: z.boolean(),
})
export type Extension = z.infer<typeof extension>

/** A submitted self-assessment given back, with a later deadline where the general one has passed. */
export const returnBody = z.object({ reason: z.string().trim().min(1).max(2000), deadline: writtenDeadline.optional() })
export type ReturnBody = z.output<typeof returnBody>
