import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { partStates } from '../../core/self-assessment/part.ts'
import { followingShape } from '../../contract/following.ts'
import { id, isoDate, moment, stageShape, unitRef } from '../../contract/shapes.ts'

const cycleRef = z.object({ id, title: z.string(), year: z.number().int() })
/** The first closed moment, and the last minute that still counts on the authority's clock (`2026-12-31T23:59`). */
const deadline = z.object({ closes: moment, lastMinute: z.string() })

/** A unit's own self-assessment, wherever it stands. */
export const selfAssessmentTask = z.object({
  kind: z.literal('selfAssessment'),
  cycle: cycleRef,
  unit: unitRef,
  stage: stageShape,
  answered: z.number().int(),
  leaves: z.number().int(),
  deadline: deadline.optional(),
})

/** A division's part of its agency's self-assessment; `reason` where it was given back. */
export const partTask = z.object({
  kind: z.literal('part'),
  cycle: cycleRef,
  unit: unitRef,
  division: z.string(),
  state: z.enum(partStates),
  reason: z.string().optional(),
  answered: z.number().int(),
  leaves: z.number().int(),
  deadline: deadline.optional(),
})

/** A cycle as whoever runs or follows it sees it. */
export const cycleTask = z.object({
  kind: z.literal('cycle'),
  cycle: cycleRef,
  stage: stageShape,
  units: z.number().int(),
  submitted: z.number().int(),
  /** Units that have not submitted after their deadline. */
  late: z.number().int(),
  deadline: deadline.optional(),
})

/** A draft framework with what still stands open. */
export const draftTask = z.object({ kind: z.literal('draft'), framework: z.object({ id, title: z.string() }), open: z.number().int() })

/** A unit's own explaining: what is due until when, and how much it disputes so far. */
export const explanationTask = z.object({
  kind: z.literal('explanation'),
  cycle: cycleRef,
  unit: unitRef,
  /** Leaves that were given otherwise than claimed. */
  differs: z.number().int(),
  disputed: z.number().int(),
  deadline: deadline.optional(),
})

/** Units before the council of a cycle. */
export const councilTask = z.object({ kind: z.literal('council'), cycle: cycleRef, units: z.number().int(), deadline: deadline.optional() })

/** Petitions on a publication that nobody has answered. */
export const petitionsTask = z.object({ kind: z.literal('petitions'), cycle: cycleRef, waiting: z.number().int() })

/**
 * Submitted sheets of a cycle, round by round: how many wait, are in their first or second appraisal, explain, stand before the council, are finished; leaves
 * decided of those in an appraisal.
 */
export const appraisalTask = z.object({
  kind: z.literal('appraisal'),
  cycle: cycleRef,
  waiting: z.number().int(),
  begun: z.number().int(),
  explaining: z.number().int(),
  second: z.number().int(),
  council: z.number().int(),
  finished: z.number().int(),
  decided: z.number().int(),
  leaves: z.number().int(),
})

/** A common sample on which the person is still to give points, and how many so far. */
export const calibrationTask = z.object({
  kind: z.literal('calibration'),
  cycle: cycleRef,
  calibration: z.object({ id, title: z.string() }),
  given: z.number().int(),
  leaves: z.number().int(),
})

/** A cycle whose results may be published. */
export const publicationTask = z.object({ kind: z.literal('publication'), cycle: cycleRef, units: z.number().int() })

/** A step of a cycle's plan that the person's unit, or the office that owns the method, has to do soon or is doing. */
export const stepTask = z.object({
  kind: z.literal('step'),
  cycle: cycleRef,
  step: z.object({ id, title: z.string(), responsible: z.string().optional() }),
  deadline,
})

/** Units for whom nobody can assess: no active unit officer. */
export const officersTask = z.object({ kind: z.literal('officers'), units: z.number().int(), of: z.number().int() })

/** What the person's unit has to follow and is late with, or may be. */
export const followingTask = followingShape.extend({ kind: z.literal('following') })

/** A survey under way, as whoever conducts it sees it: answers so far of those wanted, places that have not enough yet. */
export const surveyTask = z.object({
  kind: z.literal('survey'),
  survey: z.object({ id, title: z.string() }),
  answers: z.number().int(),
  wanted: z.number().int(),
  short: z.number().int(),
  closesOn: isoDate.optional(),
})

export const task = z.discriminatedUnion('kind', [
  selfAssessmentTask,
  cycleTask,
  draftTask,
  appraisalTask,
  calibrationTask,
  publicationTask,
  officersTask,
  stepTask,
  explanationTask,
  councilTask,
  petitionsTask,
  partTask,
  followingTask,
  surveyTask,
])
export type Task = z.infer<typeof task>
export type TaskOf<Kind extends Task['kind']> = Extract<Task, { kind: Kind }>

/** What became known lately: a publication, or the correction of one, with the results of the person's own units. */
export const change = z.object({
  id,
  title: z.string(),
  at: moment,
  isCorrection: z.boolean(),
  own: z.array(z.object({ unitId: id, name: z.string(), rank: z.number().int().optional(), percent: z.string().optional() })),
})
export type Change = z.infer<typeof change>

export const homeRoutes = {
  home: route({
    method: 'GET',
    path: '/api/home',
    act: 'readCycles',
    about: 'authority',
    summary: 'What is due from the person who asks, and what changed lately',
    reply: z.object({ tasks: z.array(task), changes: z.array(change) }),
  }),
}
