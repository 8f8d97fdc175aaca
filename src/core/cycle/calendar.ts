import { addMonths } from '../dates.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { TimeWindow } from '../document/time-window.ts'

/**
 * One step of a cycle's plan: who does what, when. `words` are the plan's ("trước ngày 05/12/2023"), `window` what they mean; a step without window has no time yet.
 * `after` names the steps that have to be done before. Source: seed plan 1, part II and its timetable.
 */
export interface CalendarStep {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly window?: TimeWindow
  /** The hour at which its first day begins to count, and at which its last one is over: `08:00`. The whole day where none is said. */
  readonly fromTime?: string
  readonly untilTime?: string
  readonly responsibleUnit?: string
  readonly coordinatingUnits: readonly string[]
  readonly after: readonly string[]
}

/** The minute with which a step begins, `2026-12-05T00:00`; none where its words name an end alone. */
export const beginOf = ({ window, fromTime = '00:00' }: CalendarStep): string | undefined => window?.from && `${window.from}T${fromTime}`

/** The first minute that is too late, `2026-12-05T24:00`: minutes of one clock compare as text. */
export const endOf = ({ window, untilTime = '24:00' }: CalendarStep): string | undefined => window && `${window.until}T${untilTime}`

/** Whether the hours of a step leave it any time: its first minute comes before its end. */
export const hasTime = (step: CalendarStep): boolean => (beginOf(step) ?? '') < (endOf(step) ?? '~')

/**
 * What is doubtful in a plan of steps, in its order: a step without time or without somebody responsible, one that begins before a step it waits for has ended, one that ends before
 * it began to be possible, one that waits for itself. Only a circle and an unknown step are errors; plans overlap on purpose, so overlaps are warnings.
 */
export const checkCalendar = (steps: readonly CalendarStep[]): readonly Problem[] => {
  const byId = new Map(steps.map((step) => [step.id, step]))
  return steps.flatMap((step) => [
    ...(step.window === undefined ? [warningAt('stepWithout', step.id, { step: step.title, lacks: 'time' })] : []),
    ...(step.responsibleUnit === undefined ? [warningAt('stepWithout', step.id, { step: step.title, lacks: 'responsible' })] : []),
    ...step.after.flatMap((id) => checkOrder(step, byId.get(id))),
    ...(waitsForItself(step.id, byId) ? [errorAt('stepCircle', step.id, { step: step.title })] : []),
  ])
}

const checkOrder = (step: CalendarStep, before: CalendarStep | undefined): readonly Problem[] => {
  if (before === undefined) return [errorAt('notFound', step.id, { what: 'step' })]
  const [begin, end, earlierEnd] = [beginOf(step), endOf(step), endOf(before)]
  if (end === undefined || earlierEnd === undefined) return []
  if (end < earlierEnd) return [overlap(step, before, end, earlierEnd)]
  return begin !== undefined && begin < earlierEnd ? [overlap(step, before, begin, earlierEnd)] : []
}

const overlap = (step: CalendarStep, before: CalendarStep, minute: string, end: string): Problem =>
  warningAt('stepsOverlap', step.id, {
    step: step.title,
    before: before.title,
    day: minute.slice(0, 10),
    ends: end.slice(0, 10),
    // Steps that take their days whole are told apart by the days alone.
    ...((hasHours(step) || hasHours(before)) && { time: minute.slice(11), endsTime: end.slice(11) }),
  })

const hasHours = ({ fromTime, untilTime }: CalendarStep): boolean => fromTime !== undefined || untilTime !== undefined

const waitsForItself = (id: string, steps: ReadonlyMap<string, CalendarStep>): boolean => {
  const seen = new Set<string>()
  const open = [...(steps.get(id)?.after ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === id) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(steps.get(next)?.after ?? []))
  }
  return false
}

/**
 * Where a step stands at a minute of the authority's clock (`2026-12-05T14:30`): before its window, within it, or past it; a step without time is always
 * `coming`. One that names an end alone is `coming` until the steps it waits for, `before`, are over.
 */
export const stepStateAt = (step: CalendarStep, now: string, before: readonly CalendarStep[] = []): 'coming' | 'running' | 'past' => {
  const [begin, end] = [beginOf(step), endOf(step)]
  if (end === undefined || now < (begin ?? '')) return 'coming'
  if (now >= end) return 'past'
  const waits = before.some((each) => now < (endOf(each) ?? '~'))
  return begin === undefined && waits ? 'coming' : 'running'
}

/**
 * The same steps some years later: windows move by whole years (29 February to the 28th), years in the words with them, so that yearly deadlines make the next cycle's plan.
 */
export const stepsYearsLater = (steps: readonly CalendarStep[], years: number): readonly CalendarStep[] =>
  steps.map((step) => ({
    ...step,
    words: step.words.replace(/\b(19|20)\d{2}\b/g, (year) => String(Number(year) + years)),
    ...(step.window && { window: shifted(step.window, years) }),
  }))

const shifted = ({ from, until }: TimeWindow, years: number): TimeWindow => ({
  ...(from !== undefined && { from: addMonths(from, 12 * years) }),
  until: monthEndKept(until, addMonths(until, 12 * years)),
})

/** "hết tháng 2" stays the end of February where the coming year has one day more. */
const monthEndKept = (before: string, after: string): string => (lastOfFebruary(before) === before ? lastOfFebruary(after) : after)

const lastOfFebruary = (date: string): string => addMonths(`${date.slice(0, 4)}-01-31`, 1)
