import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { clockTime, id, isoDate, moment, personRef, pointsShape, seenVersion, unitRef } from '../../../contract/shapes.ts'
import { nodeId } from '../shapes.ts'

/** `giving`: everybody gives by themselves; `shown`: all see all; `closed`: talked over, kept for reading. */
export const calibrationStages = ['giving', 'shown', 'closed'] as const
export type CalibrationStage = (typeof calibrationStages)[number]

const lot = z.object({ draw: z.int().min(1).max(200) })
/** So many by lot, or these very ones. */
const choiceOf = <Shape extends z.ZodType>(shape: Shape) => z.union([lot, z.object({ these: z.array(shape).min(1).max(200) })])

export const newCalibration = z.object({
  title: z.string().trim().min(1).max(200),
  group: z.string().min(1).max(100),
  units: choiceOf(id),
  leaves: choiceOf(nodeId),
  seed: z.string().trim().min(1).max(100).optional(),
  /** Who gives points: two appraisers of the authority or more, each counted once. */
  personIds: z
    .array(id)
    .max(200)
    .transform((ids) => [...new Set(ids)])
    .pipe(z.array(id).min(2)),
  /** The minute with which giving ends by itself; it waits for all where there is none. */
  ends: z.object({ date: isoDate, time: clockTime.optional() }).optional(),
})
export type NewCalibration = z.output<typeof newCalibration>

export const calibrationHead = z.object({
  id,
  title: z.string(),
  stage: z.enum(calibrationStages),
  leaves: z.number().int(),
  units: z.number().int(),
  /** The lot; absent where the sample was chosen by hand. */
  seed: z.string().optional(),
  /** Units and leaves that stood to be drawn, and the SHA-256 of their list. */
  population: z.number().int(),
  populationHash: z.string(),
  endsAt: moment.optional(),
  /** Why it was closed by itself: the group went over to another framework, what was given stays readable by the old one. */
  closedBecause: z.literal('frameworkMoved').optional(),
  drawnBy: personRef,
  drawnAt: moment,
  people: z.array(z.object({ person: personRef, given: z.number().int() })),
  version: z.number().int(),
})
export type CalibrationHead = z.infer<typeof calibrationHead>

export const calibrations = z.object({
  cycle: z.object({ id, title: z.string() }),
  calibrations: z.array(calibrationHead),
  canConduct: z.boolean(),
  /** What a sample can be drawn from; empty where the reader conducts none. */
  groups: z.array(
    z.object({
      group: z.string(),
      units: z.array(unitRef),
      leaves: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })),
    }),
  ),
  appraisers: z.array(personRef),
})
export type Calibrations = z.infer<typeof calibrations>

export const calibrationLeaf = z.object({
  unit: unitRef,
  nodeId: z.string(),
  code: z.string(),
  name: z.string(),
  maxPoints: z.string(),
  claimed: z.string().nullable(),
  explanation: z.string().nullable(),
  evidence: z.number().int(),
  /** What the reader gave. */
  own: z.object({ points: z.string(), note: z.string(), version: z.number().int() }).optional(),
})
export type CalibrationLeaf = z.infer<typeof calibrationLeaf>

export const differences = z.object({
  /** Leaves with what each gave, those furthest apart first, as a share of their maximum. */
  leaves: z.array(
    z.object({
      unitId: id,
      nodeId: z.string(),
      least: z.string(),
      most: z.string(),
      mean: z.string(),
      given: z.array(z.object({ personId: id, points: z.string(), note: z.string() })),
    }),
  ),
  people: z.array(
    z.object({
      person: personRef,
      rated: z.number().int(),
      meanDifference: z.string().optional(),
      meanAbsolute: z.string().optional(),
      /** Percent of pairs with the same points. */
      same: z.string().optional(),
    }),
  ),
  /** ICC(2,1) over those who gave points to every leaf. */
  correlation: z
    .object({ value: z.string(), level: z.enum(['poor', 'moderate', 'good', 'excellent']), people: z.number().int() })
    .optional(),
})
export type Differences = z.infer<typeof differences>

export const calibration = z.object({
  cycle: z.object({ id, title: z.string() }),
  head: calibrationHead,
  leaves: z.array(calibrationLeaf),
  /** The reader takes part and may give points now. */
  canGive: z.boolean(),
  canConduct: z.boolean(),
  /** Once everybody is through, or giving has ended. */
  differences: differences.optional(),
})
export type Calibration = z.infer<typeof calibration>

const ofCycle = z.object({ cycleId: id })
const ofCalibration = z.object({ cycleId: id, calibrationId: id })
const path = '/api/cycles/:cycleId/calibrations'
export const calibrationRoutes = {
  list: route({
    method: 'GET',
    path,
    act: 'readCalibrations',
    about: 'cycle',
    summary: 'Common samples on which appraisers give points before the work is divided, newest first',
    params: ofCycle,
    reply: calibrations,
  }),
  draw: route({
    method: 'POST',
    path,
    act: 'conductCalibration',
    about: 'cycle',
    summary: 'Draw, or choose, units and leaves as a common sample, and who gives points on it',
    params: ofCycle,
    body: newCalibration,
    idempotent: true,
    reply: z.object({ id, leaves: z.number().int() }),
  }),
  show: route({
    method: 'GET',
    path: `${path}/:calibrationId`,
    act: 'readCalibrations',
    about: 'cycle',
    summary: 'One common sample with one’s own points; those of the others and the differences once all are through',
    params: ofCalibration,
    reply: calibration,
  }),
  give: route({
    method: 'PUT',
    path: `${path}/:calibrationId/points`,
    act: 'calibrate',
    about: 'cycle',
    summary: 'Give points on the common sample, by oneself; nothing of it enters a score',
    params: ofCalibration,
    body: z.object({
      points: z
        .array(z.object({ unitId: id, nodeId, version: seenVersion, points: pointsShape, note: z.string().trim().max(2000).default('') }))
        .min(1)
        .max(500),
    }),
    reply: z.object({ given: z.number().int(), stage: z.enum(calibrationStages) }),
  }),
  move: route({
    method: 'POST',
    path: `${path}/:calibrationId/stage`,
    act: 'conductCalibration',
    about: 'cycle',
    summary: 'End the giving and show the differences to all who take part, or close what was talked over',
    params: ofCalibration,
    body: z.object({ to: z.enum(['shown', 'closed']) }),
    versioned: true,
    reply: z.object({ stage: z.enum(calibrationStages), version: z.number().int() }),
  }),
}
