import { labelsVi } from '../../language/labels.vi.ts'
import { type Stage, stages } from '../../core/vocabulary.ts'
import { cycleTexts } from '../../language/pages/cycle.ts'
import type { CycleDetail } from './contract.ts'
import classes from './stage-line.module.css'

/** Steps that a cycle of these rounds goes through, in their order. */
const stepsOf = ({ rounds }: CycleDetail): readonly Stage[] =>
  stages.filter((stage) => {
    if (stage === 'submitted') return false
    if (stage === 'explaining') return rounds.includes('explanation')
    if (stage === 'firstAppraisal' || stage === 'secondAppraisal' || stage === 'council') return rounds.includes(stage)
    return true
  })

/** The steps of a cycle from preparing to published, and which one it is at. */
export const StageLine = ({ cycle }: { readonly cycle: CycleDetail }) => {
  const at = stages.indexOf(cycle.stage)
  return (
    <ol className={classes.line} aria-label={cycleTexts.stages}>
      {stepsOf(cycle).map((stage) => {
        const step = stages.indexOf(stage)
        return (
          <li
            key={stage}
            data-state={step < at ? 'done' : step === at ? 'now' : 'ahead'}
            {...(step === at && { 'aria-current': 'step' as const })}
          >
            {labelsVi.stages[stage]}
          </li>
        )
      })}
    </ol>
  )
}
