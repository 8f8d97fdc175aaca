import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id } from '../../contract/shapes.ts'
import { unitKinds } from '../../core/vocabulary.ts'

export const unitShape = z.object({
  id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(unitKinds),
  group: z.string().optional(),
  parentId: id.optional(),
  ranked: z.boolean(),
})
export type Unit = z.infer<typeof unitShape>

export const newUnit = z.object({
  code: z.string().trim().min(1).max(50),
  name: z.string().trim().min(1).max(300),
  kind: z.enum(unitKinds),
  group: z.string().trim().min(1).max(100).optional(),
  parentId: id.optional(),
  ranked: z.boolean().default(true),
})
export type NewUnit = z.output<typeof newUnit>

export const organisationRoutes = {
  units: route({
    method: 'GET',
    path: '/api/units',
    act: 'readOrganisation',
    about: 'authority',
    summary: 'Units of the authority, by group and name; `search` ignores diacritics',
    query: z.object({ group: z.string().optional(), search: z.string().max(200).optional() }),
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
}
