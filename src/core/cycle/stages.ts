import { errorAt } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { Round, Stage } from '../vocabulary.ts'
import { followingStage, lastAppraisal } from './rounds.ts'

/** Acts that move a cycle, or one unit within it, from stage to stage. */
export const stageActs = [
  'changeCycle',
  'deleteCycle',
  'openCycle',
  'moveFramework',
  'submitSelfAssessment',
  'returnSelfAssessment',
  'changeAppraisal',
  'requestExplanation',
  'finishAppraisal',
  'settleAppraisal',
  'changeExplanation',
  'withdrawDispute',
  'finishExplanation',
  'decideInCouncil',
  'finishCouncil',
  'reopenAppraisal',
  'closeAppraisal',
  'publish',
  'correctPublication',
] as const
export type StageAct = (typeof stageActs)[number]

/** A stage by its name, or by its place in the cycle's own rounds: the one after this, or where appraisers decided last. */
type Target = Stage | 'following' | 'lastAppraisal'

/**
 * The one table of what is allowed when, and what comes of it, for a cycle and for each unit within it. An act that a stage does not name
 * is refused there. `closeAppraisal` takes along every unit of the cycle, also one that never submitted: its leaves stay missing.
 * `settleAppraisal` ends the way of a unit of which nothing is disputed any more, whatever rounds the cycle has left.
 */
const table = {
  preparing: { changeCycle: 'preparing', deleteCycle: 'preparing', openCycle: 'selfAssessing', closeAppraisal: 'approved' },
  selfAssessing: { submitSelfAssessment: 'submitted', moveFramework: 'selfAssessing', closeAppraisal: 'approved' },
  submitted: {
    moveFramework: 'submitted',
    returnSelfAssessment: 'selfAssessing',
    changeAppraisal: 'firstAppraisal',
    requestExplanation: 'firstAppraisal',
    closeAppraisal: 'approved',
  },
  firstAppraisal: {
    moveFramework: 'firstAppraisal',
    returnSelfAssessment: 'selfAssessing',
    changeAppraisal: 'firstAppraisal',
    requestExplanation: 'firstAppraisal',
    finishAppraisal: 'following',
    closeAppraisal: 'approved',
  },
  explaining: {
    moveFramework: 'explaining',
    changeExplanation: 'explaining',
    withdrawDispute: 'explaining',
    finishExplanation: 'following',
    settleAppraisal: 'approved',
    closeAppraisal: 'approved',
  },
  secondAppraisal: {
    moveFramework: 'secondAppraisal',
    changeAppraisal: 'secondAppraisal',
    withdrawDispute: 'secondAppraisal',
    finishAppraisal: 'following',
    settleAppraisal: 'approved',
    closeAppraisal: 'approved',
  },
  council: {
    moveFramework: 'council',
    decideInCouncil: 'council',
    withdrawDispute: 'council',
    finishCouncil: 'following',
    closeAppraisal: 'approved',
  },
  approved: { reopenAppraisal: 'lastAppraisal', closeAppraisal: 'approved', publish: 'published' },
  published: { correctPublication: 'published' },
} as const satisfies Readonly<Record<Stage, Partial<Readonly<Record<StageAct, Target>>>>>

const resolved = (target: Target, stage: Stage, rounds: readonly Round[]): Stage => {
  if (target === 'following') return followingStage(rounds, stage)
  return target === 'lastAppraisal' ? lastAppraisal(rounds) : target
}

/** The stage an act leads to, or `wrongStage`. Acts that follow the cycle's own line need its `rounds`; without them the line ends here. */
export const nextStage = (stage: Stage, act: StageAct, rounds: readonly Round[] = []): Result<Stage> => {
  const row: Partial<Readonly<Record<StageAct, Target>>> = table[stage]
  const next = row[act]
  return next ? accept(resolved(next, stage, rounds)) : refuse(errorAt('wrongStage', '', { stage, act }))
}

/** Whether an act is allowed at a stage: for buttons, before anybody asks the server. */
export const isAllowedAt = (stage: Stage, act: StageAct): boolean => act in table[stage]
