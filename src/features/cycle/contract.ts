import { z } from 'zod'
import { demandShape } from '../../contract/copy-shapes.ts'
import { route } from '../../contract/route.ts'
import { id, moment, roundShape, stageShape, unitRef } from '../../contract/shapes.ts'
import { openedBySteps } from '../../core/cycle/opened-by-step.ts'
import { rounds } from '../../core/vocabulary.ts'
import { deadlineShape, extension, extensionBody, returnBody, writtenDeadline } from './deadline-shapes.ts'

export const cycleShape = z.object({
  id,
  /** Of the cycle's own row: its name, stage and deadline. */
  version: z.number().int(),
  year: z.number().int(),
  title: z.string(),
  stage: stageShape,
  /** For rehearsal: nothing of it counts. */
  isTrial: z.boolean(),
  rounds: z.array(roundShape),
  /** How many days a unit may explain after its results were sent. */
  explanationDays: z.number().int(),
  selfAssessmentDeadline: deadlineShape.optional(),
  /** What has to come with it before a unit submits, and before results are published. */
  submissionDemand: demandShape,
  publicationDemand: demandShape,
})
export type Cycle = z.infer<typeof cycleShape>

export const cycleListItem = cycleShape.extend({ units: z.number().int(), submitted: z.number().int() })
export type CycleListItem = z.infer<typeof cycleListItem>

export const frameworkOfCycle = z.object({ unitGroup: z.string(), id, title: z.string(), leaves: z.number().int() })

/** One line of the work list: how far a unit is, and whether it is late. */
export const unitProgress = z.object({
  id,
  code: z.string(),
  name: z.string(),
  group: z.string(),
  ranked: z.boolean(),
  stage: stageShape,
  version: z.number().int(),
  answered: z.number().int(),
  leaves: z.number().int(),
  points: z.string().optional(),
  submittedAt: moment.optional(),
  /** Its own last minute, where one was given with the return. */
  ownDeadline: deadlineShape.optional(),
  /** Its last minute to explain, once its results were sent. */
  explanationDeadline: deadlineShape.optional(),
  late: z.boolean(),
})
export type UnitProgress = z.infer<typeof unitProgress>

/** `lockedRounds`: what the calendar of the cycle opens and locks. */
export const cycleDetail = cycleShape.extend({
  lockedRounds: z.array(z.enum(openedBySteps)),
  frameworks: z.array(frameworkOfCycle),
  units: z.array(unitProgress),
})
export type CycleDetail = z.infer<typeof cycleDetail>

/** One framework in force per group of units; `unitIds` are all units of the group valid today where it is absent. */
const frameworks = z
  .array(z.object({ unitGroup: z.string().min(1).max(100), frameworkId: id, unitIds: z.array(id).min(1).max(10_000).optional() }))
  .min(1)
  .max(50)
const roundList = z.array(z.enum(rounds)).min(1).max(rounds.length)
const explanationDays = z.int().min(1).max(90)
const title = z.string().trim().min(1).max(300)
export const newCycle = z.object({
  year: z.number().int().min(2000).max(2100),
  title,
  frameworks,
  selfAssessmentDeadline: writtenDeadline.optional(),
  rounds: roundList.default(['claimed', 'firstAppraisal']),
  explanationDays: explanationDays.default(5),
  /** For rehearsal; it stays one. */
  isTrial: z.boolean().default(false),
})
export type NewCycle = z.output<typeof newCycle>

/** Frameworks, units and rounds may be others while the cycle is prepared; name and deadlines also later. */
export const cycleChange = z.object({
  title: title.optional(),
  selfAssessmentDeadline: writtenDeadline.optional(),
  explanationDays: explanationDays.optional(),
  frameworks: frameworks.optional(),
  rounds: roundList.optional(),
  submissionDemand: demandShape.optional(),
  publicationDemand: demandShape.optional(),
})
export type CycleChange = z.output<typeof cycleChange>

/** A framework in force with the group it is for and how many units are valid there today. */
export const frameworkChoice = z.object({
  id,
  title: z.string(),
  year: z.number().int(),
  unitGroup: z.string(),
  leaves: z.number().int(),
  units: z.number().int(),
  /** Number and date of the decision, as far as it says. */
  decisionNumber: z.string().optional(),
  decidedOn: z.string().optional(),
  /** Years of cycles that already assess this group. */
  takenYears: z.array(z.number().int()),
})
export type FrameworkChoice = z.infer<typeof frameworkChoice>

const ofCycle = z.object({ cycleId: id })

export const cycleRoutes = {
  list: route({
    method: 'GET',
    path: '/api/cycles',
    act: 'readCycles',
    about: 'authority',
    summary: 'Cycles of the authority, newest year first',
    reply: z.object({ cycles: z.array(cycleListItem) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/cycles',
    act: 'addCycle',
    about: 'authority',
    summary: 'Prepare a cycle: year, one framework in force per group, the units, the deadline of the self-assessment',
    body: newCycle,
    idempotent: true,
    reply: cycleShape,
  }),
  choices: route({
    method: 'GET',
    path: '/api/cycle-choices',
    act: 'addCycle',
    about: 'authority',
    summary: 'Frameworks in force that a new cycle can use, newest first',
    reply: z.object({ frameworks: z.array(frameworkChoice) }),
  }),
  unitChoices: route({
    method: 'GET',
    path: '/api/cycle-choices/units',
    act: 'addCycle',
    about: 'authority',
    summary: 'Units of a group that are valid today, by name, to be picked one by one',
    query: z.object({ group: z.string().min(1).max(100) }),
    reply: z.object({ units: z.array(unitRef) }),
  }),
  detail: route({
    method: 'GET',
    path: '/api/cycles/:cycleId',
    act: 'readCycleProgress',
    about: 'cycle',
    summary: 'A cycle with its frameworks and how far each unit is',
    params: ofCycle,
    reply: cycleDetail,
  }),
  change: route({
    method: 'PATCH',
    path: '/api/cycles/:cycleId',
    act: 'changeCycles',
    about: 'cycle',
    summary: 'Change the name or the deadline of a cycle',
    params: ofCycle,
    body: cycleChange,
    versioned: true,
    reply: cycleShape,
  }),
  open: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/open',
    act: 'openCycle',
    about: 'cycle',
    summary: 'Open a prepared cycle: its units may assess themselves from now on',
    params: ofCycle,
    versioned: true,
    reply: cycleShape,
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/cycles/:cycleId',
    act: 'deleteCycle',
    about: 'cycle',
    summary: 'Take a cycle back that was prepared and never opened',
    params: ofCycle,
    versioned: true,
    reply: 'nothing',
  }),
  extensions: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/extensions',
    act: 'readCycleProgress',
    about: 'cycle',
    summary: 'Later deadlines that were granted to single units, newest first',
    params: ofCycle,
    reply: z.object({ extensions: z.array(extension) }),
  }),
  extend: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/units/:unitId/extensions',
    act: 'extendDeadline',
    about: 'cycleUnit',
    summary: 'Grant one unit a later deadline to assess itself or to explain, with the reason',
    params: z.object({ cycleId: id, unitId: id }),
    body: extensionBody,
    versioned: true,
    reply: z.object({ version: z.number().int(), deadline: deadlineShape }),
  }),
  returnSelfAssessment: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/units/:unitId/return',
    act: 'returnSelfAssessment',
    about: 'cycleUnit',
    summary: 'Give a submitted self-assessment back to its unit, with the reason, and a later deadline where the general one has passed',
    params: z.object({ cycleId: id, unitId: id }),
    body: returnBody,
    versioned: true,
    reply: z.object({ version: z.number().int(), stage: stageShape }),
  }),
}
