import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, personRef, stageShape, unitRef } from '../../contract/shapes.ts'

const words = z
  .string()
  .max(300)
  .transform((text) => text.normalize('NFC').trim())
  .pipe(z.string().min(1))
export const dutyShape = z.enum(['lead', 'coordinating'])

/** Whoever stands behind a name; `unitId` and `personId` where it is one of these. */
const party = z.object({
  kind: z.enum(['unit', 'everyUnit', 'person', 'everybody', 'leaders', 'team', 'open', 'unknown']),
  name: z.string(),
  unitId: id.optional(),
  personId: id.optional(),
})
export type PartyShape = z.infer<typeof party>

const duty = z.object({ parties: z.array(party), from: z.enum(['set', 'printed', 'inherited']) })
export const assignedRow = z.object({
  nodeId: z.string(),
  code: z.string(),
  name: z.string(),
  depth: z.number().int(),
  isLeaf: z.boolean(),
  maxPoints: z.string(),
  lead: duty,
  coordinating: duty,
  /** Waits for somebody to say who is meant. */
  isUnsettled: z.boolean(),
  /** People whom divisions named for it. */
  people: z.array(personRef),
})
export type AssignedRow = z.infer<typeof assignedRow>

const cycleRef = z.object({ id, title: z.string(), year: z.number().int(), stage: stageShape })

export const assignmentPlan = z.object({
  version: z.number().int(),
  cycle: cycleRef,
  unit: unitRef,
  /** Whether divisions were handed their parts of the self-assessment; absent where the unit has none to hand out. */
  isSharedOut: z.boolean().optional(),
  rows: z.array(assignedRow),
  /** Units that may be given work. */
  units: z.array(unitRef),
  people: z.array(personRef),
  /** Printed names that no unit has, or that a person settled, with how many leaves they stand at. */
  names: z.array(z.object({ name: z.string(), leaves: z.number().int(), toUnitId: id.optional() })),
})
export type AssignmentPlan = z.infer<typeof assignmentPlan>

const givenParty = z.union([z.strictObject({ unitId: id }), z.strictObject({ personId: id }), z.strictObject({ words })])
/** Without `parties` a row goes back to what is printed there, or to the row above. */
const rowChange = z.object({
  nodeIds: z.array(z.string().min(1).max(100)).min(1).max(1000),
  duty: dutyShape,
  parties: z.array(givenParty).min(1).max(50).optional(),
})
export const planChange = z
  .object({
    names: z
      .array(z.object({ name: words, toUnitId: id.optional() }))
      .max(200)
      .default([]),
    rows: z.array(rowChange).max(200).default([]),
  })
  .refine(({ names, rows }) => names.length + rows.length > 0)
export type PlanChange = z.output<typeof planChange>

/** What one answers for in one cycle of one unit: as its division, by name, or as one of its people. */
export const dutyList = z.object({
  cycle: cycleRef,
  unit: unitRef,
  /** The division that was given the work; absent where the person answers in person. */
  division: unitRef.optional(),
  rows: z.array(
    z.object({
      nodeId: z.string(),
      code: z.string(),
      name: z.string(),
      maxPoints: z.string(),
      duty: dutyShape,
      people: z.array(personRef),
      isMine: z.boolean(),
      /** Code and name of the area that it stands in. */
      area: z.object({ code: z.string(), name: z.string() }),
    }),
  ),
  /** Who may be named: the people of the division, for whoever may hand on. */
  colleagues: z.array(personRef),
})
export type DutyList = z.infer<typeof dutyList>

const sharedOut = z.object({ divisions: z.number().int(), leaves: z.number().int() })
export type SharedOut = z.infer<typeof sharedOut>

const ofUnit = z.object({ cycleId: id, unitId: id })

export const assignmentRoutes = {
  places: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/assignment-places',
    act: 'readOwnDuties',
    about: 'cycle',
    summary: 'Units of a cycle whose assignment the person may open: the own ones, and for those who oversee all that have divisions',
    params: z.object({ cycleId: id }),
    reply: z.object({ units: z.array(unitRef) }),
  }),
  plan: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/assignment',
    act: 'readAssignment',
    about: 'cycleUnit',
    summary: 'Who leads and who helps with each row of the framework, within a unit',
    params: ofUnit,
    reply: assignmentPlan,
  }),
  change: route({
    method: 'PATCH',
    path: '/api/cycles/:cycleId/units/:unitId/assignment',
    act: 'changeAssignment',
    about: 'cycleUnit',
    summary: 'Settle printed names, and set leads and helpers of any number of rows at once',
    params: ofUnit,
    body: planChange,
    versioned: true,
    reply: assignmentPlan,
  }),
  shareOut: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/units/:unitId/assignment/parts',
    act: 'shareOutParts',
    about: 'cycleUnit',
    summary:
      'Hand the self-assessment out to the divisions of a unit, each with the leaves it leads or helps with; again to follow a changed assignment',
    params: ofUnit,
    reply: sharedOut,
  }),
  file: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/units/:unitId/assignment/file',
    act: 'readAssignment',
    about: 'cycleUnit',
    summary: 'The assignment plan with the criteria as annex',
    params: ofUnit,
    query: z.object({ format: z.enum(['docx', 'pdf']).default('docx') }),
    reply: 'file',
  }),
  duties: route({
    method: 'GET',
    path: '/api/duties',
    act: 'readOwnDuties',
    about: 'authority',
    summary: 'What the person who asks answers for, in cycles that are not finished',
    reply: z.object({ lists: z.array(dutyList) }),
  }),
  handOn: route({
    method: 'PUT',
    path: '/api/units/:unitId/duties',
    act: 'handOnDuties',
    about: 'unit',
    summary: 'Name the people of a division who take care of rows that were assigned to it',
    params: z.object({ unitId: id }),
    body: z.object({
      cycleId: id,
      nodeIds: z.array(z.string().min(1).max(100)).min(1).max(500),
      personIds: z.array(id).max(50),
    }),
    reply: 'nothing',
  }),
}
