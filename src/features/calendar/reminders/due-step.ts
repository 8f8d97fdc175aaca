import type { OpenedByStep } from '../../../core/cycle/opened-by-step.ts'

/** A round in which others than the unit work. */
export type Appraised = Exclude<OpenedByStep, 'selfAssessment' | 'explanation'>

/** A step of which people are to be reminded today. */
export interface DueStep {
  readonly id: string
  readonly cycle_id: string
  readonly cycle_title: string
  readonly title: string
  readonly until_day: string
  /** The minute at which its last day is over, where the plan names an hour. */
  readonly until_minute: string | null
  readonly today: string
  readonly responsible: string | null
  readonly opens: Appraised | null
}
