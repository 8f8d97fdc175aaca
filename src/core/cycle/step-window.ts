import { errorAt, type Problem } from '../problem.ts'

/** When a step lets people in and when it locks; either end may be open. The last minutes are those of the authority's clock, for people. */
export interface StepWindow {
  readonly opens?: Date
  readonly firstMinute?: string
  /** The first moment that is too late. */
  readonly closes?: Date
  readonly lastMinute?: string
}

/** Why an act at a moment falls outside its window: too early or too late, to the minute; nothing where it is within. */
export const checkWindow = (path: string, { opens, firstMinute, closes, lastMinute }: StepWindow, now: Date): readonly Problem[] => {
  if (opens && now < opens) return [errorAt('notOpenYet', path, { opens: firstMinute ?? opens.toISOString() })]
  return closes && now >= closes ? [errorAt('deadlinePassed', path, { deadline: lastMinute ?? closes.toISOString() })] : []
}
