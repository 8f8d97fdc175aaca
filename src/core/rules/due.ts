import { z } from 'zod'
import { errorAt, type Problem } from '../problem.ts'
import { type Ask, askDate } from './ask.ts'
import { addDays, addMonths } from '../dates.ts'
import { dateShape, labelShape, nameShape } from './parameters.ts'

const fixed = {
  before: dateShape.optional().meta({ description: '"before D": the last day is the one before D' }),
  until: dateShape.optional().meta({ description: '"by the end of D": D is the last day' }),
}

/** When something is due: by a date, or within so many days or months of another act, whose date is an input. */
export const dueShape = z.strictObject({
  ...fixed,
  within: z
    .strictObject({
      of: nameShape,
      days: z.number().int().min(0).max(3660).optional(),
      months: z.number().int().min(0).max(120).optional(),
    })
    .optional()
    .meta({ description: 'So many days or months after the date that the input "of" holds; the last day counts in full' }),
})
export type Due = z.output<typeof dueShape>

/** One of several things that are due; its date of doing is an entry of the input, by `name`. */
export const dueItemShape = z.strictObject({ name: nameShape, label: labelShape, ...fixed })

export const checkDue = ({ before, until, within }: Due, at: string): readonly Problem[] => [
  ...([before, until, within].filter((each) => each !== undefined).length === 1
    ? []
    : [errorAt('exactlyOneOf', at, { fields: ['before', 'until', 'within'] })]),
  ...(within && (within.days === undefined) === (within.months === undefined)
    ? [errorAt('exactlyOneOf', `${at}.within`, { fields: ['days', 'months'] })]
    : []),
]

/**
 * The last day on which it is in time. What is due before D ends on D − 1, what is due by D with D itself; a period begins the day after the act it counts from
 * and ends with its last day. Source: Civil Code 91/2015/QH13, Articles 147 and 148; days off at its end are not moved, which a decision has to say itself.
 */
export const lastDay = ({ before, until, within }: Due, ask: Ask): string | undefined => {
  if (before !== undefined) return addDays(before, -1)
  if (until !== undefined) return until
  if (!within) return undefined
  const from = askDate(ask, within.of)
  if (from === undefined || from === null) return undefined
  return within.days === undefined ? addMonths(from, within.months ?? 0) : addDays(from, within.days)
}
