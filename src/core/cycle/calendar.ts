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
  readonly responsibleUnit?: string
  readonly coordinatingUnits: readonly string[]
  readonly after: readonly string[]
}

/**
 * What is doubtful in a plan of steps, in its order: a step without time or without somebody responsible, one that begins before a step it waits for has ended, one that ends before
 * it began to be possible, one that waits for itself. Only a circle and an unknown step are errors; plans overlap on purpose, so overlaps are warnings.
 */
export const checkCalendar = (steps: readonly CalendarStep[]): readonly Problem[] => {
  const byId = new Map(steps.map((step) => [step.id, step]))
  return steps.flatMap((step) => [
    ...(step.window === undefined ? [warningAt('stepWithout', step.id, { step: step.title, lacks: 'time' })] : []),
    ...(step.responsibleUnit === undefined ? [warningAt('stepWithout', step.id, { step: step.title, lacks: 'responsible' })] : []),
    ...step.after.flatMap((id) => checkOrder(step, byId.get(id), id)),
    ...(waitsForItself(step.id, byId) ? [errorAt('stepCircle', step.id, { step: step.title })] : []),
  ])
}

const checkOrder = (step: CalendarStep, before: CalendarStep | undefined, id: string): readonly Problem[] => {
  if (before === undefined) return [errorAt('notFound', step.id, { what: id })]
  const [own, earlier] = [step.window, before.window]
  if (own === undefined || earlier === undefined) return []
  if (own.until < earlier.until) return [overlap(step, before, own.until, earlier.until)]
  return own.from !== undefined && own.from <= earlier.until ? [overlap(step, before, own.from, earlier.until)] : []
}

const overlap = (step: CalendarStep, before: CalendarStep, day: string, ends: string): Problem =>
  warningAt('stepsOverlap', step.id, { step: step.title, before: before.title, day, ends })

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
 * Where a step stands on a day: before its window, within it, or past it; a step without time is always `coming`. One that names an end alone is `coming`
 * until the steps it waits for, `before`, are over.
 */
export const stepStateOn = (
  { window }: CalendarStep,
  today: string,
  before: readonly CalendarStep[] = [],
): 'coming' | 'running' | 'past' => {
  if (window === undefined || (window.from !== undefined && today < window.from)) return 'coming'
  const waits = before.some((step) => step.window === undefined || today <= step.window.until)
  if (window.from === undefined && waits && today <= window.until) return 'coming'
  return today <= window.until ? 'running' : 'past'
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
const monthEndKept = (before: string, after: string): string =>
  before.slice(5, 7) === '02' && lastOfFebruary(before) === before ? lastOfFebruary(after) : after

const lastOfFebruary = (date: string): string => addMonths(`${date.slice(0, 4)}-01-31`, 1)
