import type { OpenedByStep } from '../../core/cycle/opened-by-step.ts'
import type { Stage } from '../../core/vocabulary.ts'

/** Which deadline of a unit can be put off while it stands at a stage. */
export const extendedAt: Readonly<Partial<Record<Stage, OpenedByStep>>> = {
  selfAssessing: 'selfAssessment',
  submitted: 'firstAppraisal',
  firstAppraisal: 'firstAppraisal',
  explaining: 'explanation',
  secondAppraisal: 'secondAppraisal',
  council: 'council',
}
