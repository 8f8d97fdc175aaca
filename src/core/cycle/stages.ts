import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Stage } from '../vocabulary.ts'

/** Acts that move a cycle, or one unit within it, from stage to stage. */
export const stageActs = [
  'openCycle',
  'submitSelfAssessment',
  'returnSelfAssessment',
  'changeAppraisal',
  'finishAppraisal',
  'reopenAppraisal',
  'closeAppraisal',
  'publish',
  'correctPublication',
] as const
export type StageAct = (typeof stageActs)[number]

/**
 * The one table of what is allowed when, and what comes of it, for a cycle and for each unit within it. An act that a stage does not name
 * is refused there. `closeAppraisal` takes along every unit of the cycle, also one that never submitted: its leaves stay missing.
 */
const table = {
  preparing: { openCycle: 'selfAssessing', closeAppraisal: 'approved' },
  selfAssessing: { submitSelfAssessment: 'submitted', closeAppraisal: 'approved' },
  submitted: { returnSelfAssessment: 'selfAssessing', changeAppraisal: 'firstAppraisal', closeAppraisal: 'approved' },
  firstAppraisal: {
    returnSelfAssessment: 'selfAssessing',
    changeAppraisal: 'firstAppraisal',
    finishAppraisal: 'approved',
    closeAppraisal: 'approved',
  },
  explaining: { closeAppraisal: 'approved' },
  secondAppraisal: { closeAppraisal: 'approved' },
  council: { closeAppraisal: 'approved' },
  approved: { reopenAppraisal: 'firstAppraisal', closeAppraisal: 'approved', publish: 'published' },
  published: { correctPublication: 'published' },
} as const satisfies Readonly<Record<Stage, Partial<Readonly<Record<StageAct, Stage>>>>>

/** The stage an act leads to, or `wrongStage`. */
export const nextStage = (stage: Stage, act: StageAct): Result<Stage> => {
  const row: Partial<Readonly<Record<StageAct, Stage>>> = table[stage]
  const next = row[act]
  return next ? accept(next) : refuse(errorAt('wrongStage', '', { stage, act }))
}

/** Whether an act is allowed at a stage: for buttons, before anybody asks the server. */
export const isAllowedAt = (stage: Stage, act: StageAct): boolean => act in table[stage]
