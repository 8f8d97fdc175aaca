import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, personRef, problemShape, seenVersion, unitRef } from '../../contract/shapes.ts'
import { unitKinds } from '../../core/vocabulary.ts'

const alias = z.string().trim().min(1).max(300)

export const unitShape = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  group: z.string().optional(),
  parentId: id.optional(),
  ranked: z.boolean(),
  version: seenVersion,
  /** Other spellings by which the unit is known. */
  aliases: z.array(z.string()),
  /** The first day; absent where it is not known. */
  from: isoDate.optional(),
  /** The first day on which the unit is no more. */
  until: isoDate.optional(),
  heads: z.array(personRef),
})
export type Unit = z.infer<typeof unitShape>

export const newUnit = z.object({
  code: z.string().trim().min(1).max(50),
  name: z.string().trim().min(1).max(300),
  kind: z.enum(unitKinds),
  group: z.string().trim().min(1).max(100).optional(),
  parentId: id.optional(),
  ranked: z.boolean().default(true),
  from: isoDate.optional(),
  aliases: z.array(alias).max(30).default([]),
})
export type NewUnit = z.output<typeof newUnit>

/** What may be changed of a unit; what is not named stays. A new name keeps the old one among the other spellings. */
export const unitChange = z.object({
  code: newUnit.shape.code.optional(),
  name: newUnit.shape.name.optional(),
  kind: newUnit.shape.kind.optional(),
  group: z.string().trim().max(100).optional(),
  parentId: id.nullable().optional(),
  ranked: z.boolean().optional(),
  from: isoDate.optional(),
  aliases: z.array(alias).max(30).optional(),
})
export type UnitChangeBody = z.output<typeof unitChange>

export const successionShape = z.object({ unit: unitRef, since: isoDate, decision: z.string().optional() })

/** Lists of units and of accounts: endings that are taken, and the largest file. */
export const listEndings = ['.xlsx', '.ods', '.csv'] as const
export const maxListBytes = 10 * 1024 * 1024

const importFields = z.object({
  /** `true`: only say what the list would do. */
  preview: z.enum(['true', 'false']),
  kind: z.enum(unitKinds),
  group: z.string().max(100).default(''),
  /** What the preview was named by; not asked for by a preview. */
  seen: z.string().max(64).default(''),
})
export type ImportFields = z.output<typeof importFields>

const rowShape = z.object({
  line: z.number().int(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  group: z.string().optional(),
})
export const unitImportShape = z.object({
  added: z.array(rowShape),
  changed: z.array(rowShape.extend({ before: z.string(), fields: z.array(z.enum(['name', 'kind', 'group', 'parentCode', 'aliases'])) })),
  unchanged: z.number().int(),
  absent: z.array(unitRef),
  problems: z.array(problemShape),
  isApplied: z.boolean(),
  /** Names these differences; doing them asks for it, so that nothing is done that nobody saw. */
  seen: z.string(),
})
export type UnitImport = z.infer<typeof unitImportShape>

const ofUnit = z.object({ unitId: id })

export const organisationRoutes = {
  units: route({
    method: 'GET',
    path: '/api/units',
    act: 'readOrganisation',
    about: 'authority',
    summary:
      'Units of the authority on a day, today where none is named, by group and name; `search` ignores diacritics and knows other spellings',
    query: z.object({ group: z.string().optional(), search: z.string().max(200).optional(), on: isoDate.optional() }),
    reply: z.object({ units: z.array(unitShape) }),
  }),
  addUnits: route({
    method: 'POST',
    path: '/api/units',
    act: 'changeOrganisation',
    about: 'authority',
    summary: 'Add units; all or none',
    body: z.object({ units: z.array(newUnit).min(1).max(5000) }),
    reply: z.object({ units: z.array(unitShape) }),
  }),
  changeUnit: route({
    method: 'PATCH',
    path: '/api/units/:unitId',
    act: 'changeOrganisation',
    about: 'unit',
    summary: 'Change a unit: name, place in the tree, kind, group, other spellings',
    params: ofUnit,
    body: unitChange,
    versioned: true,
    reply: unitShape,
  }),
  closeUnit: route({
    method: 'POST',
    path: '/api/units/:unitId/close',
    act: 'changeOrganisation',
    about: 'unit',
    summary: 'Close a unit from a day on; what it was part of stays',
    params: ofUnit,
    body: z.object({ on: isoDate }),
    versioned: true,
    reply: unitShape,
  }),
  succeedUnits: route({
    method: 'POST',
    path: '/api/units/successions',
    act: 'changeOrganisation',
    about: 'authority',
    summary: 'Units go over into others on a day: several into one (merger), one into several (split); the former are closed',
    body: z.object({
      predecessors: z
        .array(z.object({ unitId: id, version: seenVersion }))
        .min(1)
        .max(100),
      successors: z.array(id).min(1).max(100),
      since: isoDate,
      decision: z.string().trim().max(300).optional(),
    }),
    reply: z.object({ units: z.array(unitShape) }),
  }),
  unitHistory: route({
    method: 'GET',
    path: '/api/units/:unitId/history',
    act: 'readOrganisation',
    about: 'unit',
    summary: 'Which units went over into this one, and into which it went; with `year` only those of the year, for which it answers',
    params: ofUnit,
    query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
    reply: z.object({ predecessors: z.array(successionShape), successors: z.array(successionShape) }),
  }),
  importUnits: route({
    method: 'POST',
    path: '/api/units/import',
    act: 'changeOrganisation',
    about: 'authority',
    summary: 'A list of units from a workbook: what it would add and change, and with `preview` false, doing so; all or none',
    body: importFields,
    upload: { maxBytes: maxListBytes },
    reply: unitImportShape,
  }),
}
