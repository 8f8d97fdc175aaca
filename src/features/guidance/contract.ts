import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, moment, personRef, unitRef } from '../../contract/shapes.ts'
import { guidanceKinds, unitKinds } from '../../core/vocabulary.ts'

/** Largest file of a guidance paper. */
export const maxGuidanceBytes = 50 * 1024 * 1024
export const guidanceEndings: readonly string[] = '.pdf .docx .doc .xlsx .xls .pptx .ppt .odt .ods .png .jpg .zip'.split(' ')

const criterion = z.object({ id: z.string(), code: z.string(), name: z.string() })
export type GuidanceCriterion = z.infer<typeof criterion>

export const guidanceShape = z.object({
  id,
  kind: z.enum(guidanceKinds),
  title: z.string(),
  documentNumber: z.string().optional(),
  issuedOn: isoDate.optional(),
  issuer: z.string().optional(),
  words: z.string(),
  file: z.object({ name: z.string(), size: z.number(), mediaType: z.string() }).optional(),
  cycle: z.object({ id, year: z.int(), title: z.string() }).optional(),
  /** Kinds of units that it is for; empty: all. */
  unitKinds: z.array(z.enum(unitKinds)),
  /** Criteria that it is about; empty: all. */
  criteria: z.array(criterion),
  withdrawnBecause: z.string().optional(),
  createdAt: moment,
  createdBy: personRef.optional(),
  /** The person's own units that it is for, and when each said that it has read it. */
  own: z.array(z.object({ unit: unitRef, readAt: moment.optional() })),
  /** Units that it is for and that have read it, for whoever may know. */
  read: z.object({ units: z.int(), of: z.int() }).optional(),
  version: z.int(),
})
export type Guidance = z.infer<typeof guidanceShape>

const words = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.normalize('NFC').trim() || undefined)
    .optional()
/** Text of a form: items parted by commas. */
const list = z
  .string()
  .max(20_000)
  .default('')
  .transform((text) => [...new Set(text.split(',').filter((each) => each !== ''))])

export const newGuidance = z.object({
  kind: z.enum(guidanceKinds),
  title: z.string().trim().min(1).max(500),
  documentNumber: words(100),
  issuedOn: z
    .union([isoDate, z.literal('')])
    .transform((date) => date || undefined)
    .optional(),
  issuer: words(300),
  words: words(10_000),
  cycleId: z
    .union([id, z.literal('')])
    .transform((cycle) => cycle || undefined)
    .optional(),
  unitKinds: list.pipe(z.array(z.enum(unitKinds))),
  nodeIds: list.pipe(z.array(z.string().max(200)).max(500)),
})
export type NewGuidance = z.output<typeof newGuidance>

const ofGuidance = z.object({ guidanceId: id })
const reader = z.object({ unit: unitRef, readAt: moment.optional(), by: personRef.optional() })

export const guidanceRoutes = {
  list: route({
    method: 'GET',
    path: '/api/guidance',
    act: 'readGuidance',
    about: 'authority',
    summary: 'Guidance, notices and documents to study, newest first; units see what is for them; `search` ignores diacritics',
    query: z.object({
      search: z.string().max(200).optional(),
      kind: z.enum(guidanceKinds).optional(),
      cycleId: id.optional(),
      /** About this criterion of the cycle, or about all of them. */
      nodeId: z.string().max(200).optional(),
      /** Only what an own unit has not read. */
      unread: z.stringbool().default(false),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    reply: z.object({ guidance: z.array(guidanceShape), next: id.optional() }),
  }),
  issue: route({
    method: 'POST',
    path: '/api/guidance',
    act: 'issueGuidance',
    about: 'authority',
    summary: 'Issue a paper to units, with its file or without; lists are parted by commas, empty ones mean all',
    body: newGuidance,
    upload: { maxBytes: maxGuidanceBytes, optional: true },
    reply: guidanceShape,
  }),
  withdraw: route({
    method: 'POST',
    path: '/api/guidance/:guidanceId/withdraw',
    act: 'issueGuidance',
    about: 'authority',
    summary: 'Withdraw a paper with the reason; it stays to be read, marked',
    params: ofGuidance,
    body: z.object({ reason: z.string().trim().min(1).max(1000) }),
    versioned: true,
    reply: guidanceShape,
  }),
  file: route({
    method: 'GET',
    path: '/api/guidance/:guidanceId/file',
    act: 'readGuidance',
    about: 'authority',
    summary: 'The file of a paper; a unit gets those that are for it',
    params: ofGuidance,
    reply: 'file',
  }),
  confirm: route({
    method: 'POST',
    path: '/api/units/:unitId/guidance/:guidanceId/reading',
    act: 'confirmGuidance',
    about: 'unit',
    summary: 'Say that the unit has read a paper; saying it again changes nothing',
    params: ofGuidance.extend({ unitId: id }),
    reply: guidanceShape,
  }),
  readers: route({
    method: 'GET',
    path: '/api/guidance/:guidanceId/readers',
    act: 'readGuidanceReceipts',
    about: 'authority',
    summary: 'The units that a paper is for, those first that have not read it; `after` is `next` of the page before',
    params: ofGuidance,
    query: z.object({ after: id.optional(), limit: z.coerce.number().int().min(1).max(200).default(100) }),
    reply: z.object({ readers: z.array(reader), total: z.int(), next: id.optional() }),
  }),
  criteria: route({
    method: 'GET',
    path: '/api/guidance-criteria',
    act: 'issueGuidance',
    about: 'authority',
    summary: 'Cycles that a paper can be about, newest first, and the criteria of the one that is asked for',
    query: z.object({ cycleId: id.optional() }),
    reply: z.object({ cycles: z.array(z.object({ id, title: z.string() })), criteria: z.array(criterion) }),
  }),
}
