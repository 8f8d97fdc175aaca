import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, moment, roundShape, stageShape } from '../../contract/shapes.ts'
import { rounds } from '../../core/vocabulary.ts'

/** A deadline as a person writes it: "trước ngày D" (`before`) or "đến hết ngày D" (`through`), in the authority's zone. */
export const writtenDeadline = z.object({ kind: z.enum(['before', 'through']), date: isoDate })

/** A deadline as it stands: the first closed moment, and the last minute that still counts on the authority's clock (`2026-12-31T23:59`). */
export const deadlineShape = z.object({ closes: moment, lastMinute: z.string() })

export const cycleShape = z.object({
  id,
  /** Of the cycle's own row: its name, stage and deadline. */
  version: z.number().int(),
  year: z.number().int(),
  title: z.string(),
  stage: stageShape,
  rounds: z.array(roundShape),
  selfAssessmentDeadline: deadlineShape.optional(),
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
  late: z.boolean(),
})
export type UnitProgress = z.infer<typeof unitProgress>

export const cycleDetail = cycleShape.extend({ frameworks: z.array(frameworkOfCycle), units: z.array(unitProgress) })
export type CycleDetail = z.infer<typeof cycleDetail>

const title = z.string().trim().min(1).max(300)
export const newCycle = z.object({
  year: z.number().int().min(2000).max(2100),
  title,
  /** One framework in force per group of units; `unitIds` are all units of the group valid today where it is absent. */
  frameworks: z
    .array(z.object({ unitGroup: z.string().min(1).max(100), frameworkId: id, unitIds: z.array(id).min(1).max(10_000).optional() }))
    .min(1)
    .max(50),
  selfAssessmentDeadline: writtenDeadline.optional(),
  rounds: z.array(z.enum(rounds)).min(1).max(rounds.length).default(['claimed', 'firstAppraisal']),
})
export type NewCycle = z.output<typeof newCycle>

export const cycleChange = z.object({ title: title.optional(), selfAssessmentDeadline: writtenDeadline.optional() })
export type CycleChange = z.output<typeof cycleChange>

export const returnBody = z.object({ reason: z.string().trim().min(1).max(2000), deadline: writtenDeadline.optional() })
export type ReturnBody = z.output<typeof returnBody>

/** A framework in force with the group it is for and how many units are valid there today. */
export const frameworkChoice = z.object({
  id,
  title: z.string(),
  year: z.number().int(),
  unitGroup: z.string(),
  leaves: z.number().int(),
  units: z.number().int(),
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
