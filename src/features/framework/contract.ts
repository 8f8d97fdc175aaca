import { z } from 'zod'
import { route } from '../../contract/route.ts'
import {
  id,
  isoDate,
  levelShape,
  moment,
  personRef,
  problemShape,
  rankingShape,
  sourceShape,
  treatmentShape,
} from '../../contract/shapes.ts'
import { cellFields, headFields, rowDirections } from '../../core/framework/draft/edit.ts'
import { absentBlockPolicies, countings } from '../../core/vocabulary.ts'

export const maxDecisionBytes = 32 * 1024 * 1024

const params = z.object({ frameworkId: id })
const statusShape = z.enum(['draft', 'inForce'])
const choiceShape = z.enum(['printed', 'derived'])
const typed = z.string().max(20_000)
const place = z.string().max(500)

const typedBand = z.object({
  name: z.string().trim().min(1).max(100),
  from: typed,
  fromInclusive: z.boolean(),
  to: typed,
  toInclusive: z.boolean(),
})

/** One thing a person does to a draft: `FrameworkEdit` of `src/core/framework/draft/edit.ts`. */
export const editShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settleTotal'), at: place, choice: choiceShape }),
  z.object({ kind: z.literal('correctCell'), at: place, field: z.enum(cellFields), value: typed }),
  z.object({ kind: z.literal('correctHead'), field: z.enum(headFields), value: typed }),
  z.object({ kind: z.literal('setClasses'), classes: z.array(typedBand).max(50) }),
  z.object({
    kind: z.literal('addRow'),
    place: z.enum(['before', 'after', 'under']),
    at: place,
    code: typed,
    name: typed,
    maxPoints: typed,
  }),
  z.object({ kind: z.literal('removeRow'), at: place }),
  z.object({ kind: z.literal('moveRow'), at: place, direction: z.enum(rowDirections) }),
  z.object({ kind: z.literal('dismiss'), at: place, problem: typed, reason: z.string().trim().min(1).max(1000) }),
])

export const frameworkSummary = z.object({
  id,
  title: z.string(),
  decisionNumber: z.string(),
  year: z.number().int(),
  unitGroup: z.string(),
  status: statusShape,
  leaves: z.number().int(),
  problemsLeft: z.number().int(),
  inForceFrom: isoDate.optional(),
  changedAt: moment,
  changedBy: personRef.optional(),
})
export type FrameworkSummary = z.infer<typeof frameworkSummary>

/** One row of the criteria table. Points are text as they stand: a leaf's print, a parent's sum, beside it the print where it differs. */
export const frameworkRow = z.object({
  id: z.string(),
  parentId: z.string().optional(),
  code: z.string(),
  name: z.string(),
  level: levelShape,
  depth: z.number().int(),
  maxPoints: z.string(),
  printedMaxPoints: z.string().optional(),
  settled: choiceShape.optional(),
  leadUnits: z.array(z.string()),
  coordinatingUnits: z.array(z.string()),
  note: z.string().optional(),
  calculation: z.string().optional(),
  evidence: z.string().optional(),
  ifAny: z.boolean(),
  source: sourceShape,
  counting: z.enum(countings),
  notApplicable: treatmentShape.optional(),
  isLeaf: z.boolean(),
})
export type FrameworkRow = z.infer<typeof frameworkRow>

/** A problem beside its row, with what became of it. */
export const draftProblem = z.object({
  problem: problemShape,
  key: z.string(),
  state: z.enum(['open', 'settled', 'dismissed']),
  blocks: z.boolean(),
  canDismiss: z.boolean(),
  reason: z.string().optional(),
})
export type DraftProblemView = z.infer<typeof draftProblem>

const classBand = z.object({ name: z.string(), from: z.string(), fromInclusive: z.boolean(), to: z.string(), toInclusive: z.boolean() })

export const frameworkView = z.object({
  id,
  version: z.number().int(),
  status: statusShape,
  title: z.string(),
  decision: z.object({ number: z.string(), date: z.string(), issuer: z.string() }),
  year: z.number().int(),
  unitGroup: z.string(),
  scaleTotal: z.string(),
  printedTotal: z.string().optional(),
  derivedTotal: z.string(),
  settledTotal: choiceShape.optional(),
  totalCap: z.string().nullable(),
  rankingMethod: rankingShape,
  notApplicable: treatmentShape.optional(),
  absentBlock: z.enum(absentBlockPolicies),
  classes: z.array(classBand),
  counts: z.object({ areas: z.number(), criteria: z.number(), subCriteria: z.number(), leaves: z.number() }),
  rows: z.array(frameworkRow),
  problems: z.array(draftProblem),
  /** Names of units and groups that occur, to choose from. */
  unitGroups: z.array(z.string()),
  steps: z.number().int(),
  sourceName: z.string().optional(),
  hash: z.string().optional(),
  inForceFrom: isoDate.optional(),
  changedAt: moment,
  changedBy: personRef.optional(),
  canChange: z.boolean(),
})
export type FrameworkView = z.infer<typeof frameworkView>

const one = '/api/frameworks/:frameworkId' as const

export const frameworkRoutes = {
  list: route({
    method: 'GET',
    path: '/api/frameworks',
    act: 'readFrameworks',
    about: 'authority',
    summary: 'Frameworks, newest year first; drafts only for those who may read them',
    reply: z.object({ frameworks: z.array(frameworkSummary), unitGroups: z.array(z.string()), canChange: z.boolean() }),
  }),
  read: route({
    method: 'GET',
    path: one,
    act: 'readFrameworks',
    about: 'authority',
    summary: 'A framework as rows, with every problem beside its row',
    params,
    reply: frameworkView,
  }),
  upload: route({
    method: 'POST',
    path: '/api/frameworks',
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Read a decision (.docx, .xlsx, .csv, .pdf, .txt, .json) into a draft; what is doubtful comes along as problems',
    upload: { maxBytes: maxDecisionBytes },
    body: z.object({ unitGroup: z.string().trim().max(100).optional(), year: z.coerce.number().int().min(2000).max(2100).optional() }),
    reply: frameworkView,
  }),
  edit: route({
    method: 'PATCH',
    path: one,
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Apply edits to a draft as one step, all or none',
    params,
    versioned: true,
    body: z.object({ edits: z.array(editShape).min(1).max(500) }),
    reply: frameworkView,
  }),
  undo: route({
    method: 'POST',
    path: `${one}/undo`,
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Take the last step back',
    params,
    versioned: true,
    reply: frameworkView,
  }),
  remove: route({
    method: 'DELETE',
    path: one,
    act: 'changeFrameworks',
    about: 'authority',
    summary: 'Delete a draft',
    params,
    versioned: true,
    reply: 'nothing',
  }),
  putInForce: route({
    method: 'POST',
    path: `${one}/put-in-force`,
    act: 'putFrameworkInForce',
    about: 'authority',
    summary: 'Put a draft in force: refused with everything that is still open; unchangeable after',
    params,
    versioned: true,
    body: z.object({ inForceFrom: isoDate }),
    reply: frameworkView,
  }),
  file: route({
    method: 'GET',
    path: `${one}/file`,
    act: 'readFrameworks',
    about: 'authority',
    summary: 'The framework as parindex/framework@1',
    params,
    reply: 'file',
  }),
  source: route({
    method: 'GET',
    path: `${one}/source`,
    act: 'readFrameworks',
    about: 'authority',
    summary: 'The file that was uploaded, byte for byte',
    params,
    reply: 'file',
  }),
}
