import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, pointsShape, problemShape, seenVersion, stageShape, unitRef } from '../../contract/shapes.ts'

/** Largest table of another evaluation that is taken. */
export const maxTableBytes = 5 * 1024 * 1024

const cycleRef = z.object({ id, year: z.number().int(), title: z.string() })
const leafRef = z.object({ nodeId: z.string(), code: z.string(), name: z.string(), maxPoints: z.string() })

const markShape = z.object({
  nodeId: z.string(),
  version: z.number().int(),
  /** Absent: looked and gave none. */
  mark: z.string().optional(),
})
export type OwnMark = z.infer<typeof markShape>

const panelLeaf = leafRef.extend({ /** Best mark. */ best: z.string() })
export type PanelLeaf = z.infer<typeof panelLeaf>
const panelUnit = z.object({ unit: unitRef, group: z.string(), stage: stageShape, isOpen: z.boolean(), marks: z.array(markShape) })
export type PanelUnit = z.infer<typeof panelUnit>

const markChange = z.object({
  nodeId: z.string().min(1).max(200),
  version: seenVersion,
  /** Null: gives none. */
  mark: pointsShape.nullable(),
})
export type MarkChange = z.output<typeof markChange>

const externalLeaf = leafRef.extend({
  group: z.string(),
  index: z.string(),
  from: z.string(),
  to: z.string(),
  year: z.number().int().optional(),
  units: z.number().int(),
  values: z.array(z.object({ unit: unitRef, value: z.string(), source: z.string(), year: z.number().int() })),
})
export type ExternalLeaf = z.infer<typeof externalLeaf>

const externalDifference = z.object({
  unit: unitRef,
  before: z.string().optional(),
  after: z.string(),
  pointsBefore: z.string().optional(),
  /** Absent where the unit has not submitted yet: the value is kept, points follow when the table is brought in again. */
  pointsAfter: z.string().optional(),
})
export type ExternalDifference = z.infer<typeof externalDifference>
const externalPreview = z.object({
  columns: z.array(z.string()),
  unitColumn: z.string(),
  valueColumn: z.string(),
  differences: z.array(externalDifference),
  unchanged: z.number().int(),
  /** Approved or published: left as they are. */
  closed: z.array(unitRef),
  problems: z.array(problemShape),
  seen: z.string(),
})
export type ExternalPreview = z.infer<typeof externalPreview>

const tableBody = z.object({
  group: z.string().min(1).max(200),
  nodeId: z.string().min(1).max(200),
  source: z.string().trim().min(1).max(500),
  year: z.coerce.number().int().min(2000).max(2100),
  unitColumn: z.string().max(200).default(''),
  valueColumn: z.string().max(200).default(''),
})
export type ExternalTable = z.output<typeof tableBody>

const ofCycle = z.object({ cycleId: id })

export const measuredRoutes = {
  panels: route({
    method: 'GET',
    path: '/api/panels',
    act: 'readOwnMarks',
    about: 'authority',
    summary: 'Cycles in which leaders mark, newest first',
    reply: z.object({ cycles: z.array(cycleRef) }),
  }),
  ownMarks: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/panel-marks',
    act: 'readOwnMarks',
    about: 'cycle',
    summary: 'Units and the criteria that a panel marks, with the own marks; nobody sees those of others',
    params: ofCycle,
    reply: z.object({
      cycle: cycleRef,
      groups: z.array(z.object({ group: z.string(), leaves: z.array(panelLeaf) })),
      units: z.array(panelUnit),
    }),
  }),
  mark: route({
    method: 'PATCH',
    path: '/api/cycles/:cycleId/units/:unitId/panel-marks',
    act: 'markInPanel',
    about: 'cycleUnit',
    summary: 'Mark a unit, each mark against the version it saw; the rule of each criterion makes points of all marks',
    params: z.object({ cycleId: id, unitId: id }),
    body: z.object({ marks: z.array(markChange).min(1).max(200) }),
    reply: z.object({ marks: z.array(markShape) }),
  }),
  externalCycles: route({
    method: 'GET',
    path: '/api/external-values',
    act: 'readExternalValues',
    about: 'authority',
    summary: 'Cycles with criteria that another evaluation measures, newest first',
    reply: z.object({ cycles: z.array(cycleRef) }),
  }),
  externalLeaves: route({
    method: 'GET',
    path: '/api/cycles/:cycleId/external-values',
    act: 'readExternalValues',
    about: 'cycle',
    summary: 'Criteria that another evaluation measures, with the values that stand',
    params: ofCycle,
    reply: z.object({ cycle: cycleRef, leaves: z.array(externalLeaf) }),
  }),
  previewExternal: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/external-values/previews',
    act: 'importExternalValues',
    about: 'cycle',
    summary: 'What a table of another evaluation would change; nothing is stored',
    params: ofCycle,
    body: tableBody,
    upload: { maxBytes: maxTableBytes },
    reply: externalPreview,
  }),
  applyExternal: route({
    method: 'POST',
    path: '/api/cycles/:cycleId/external-values/imports',
    act: 'importExternalValues',
    about: 'cycle',
    summary: 'Store what the preview showed; refused where it would now be something else',
    params: ofCycle,
    body: tableBody.extend({ seen: z.string().max(64) }),
    upload: { maxBytes: maxTableBytes },
    reply: z.object({ stored: z.number().int(), scored: z.number().int() }),
  }),
}
