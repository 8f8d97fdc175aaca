import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, moment, personRef, problemShape, seenVersion, unitRef } from '../../contract/shapes.ts'
import { type FactKey, factKeys } from '../../core/facts/fact-catalogue.ts'

/** Largest table of an outside source that is taken. */
export const maxImportBytes = 20 * 1024 * 1024

const key = z.enum(factKeys as readonly [FactKey, ...FactKey[]])
const line = z.record(z.string().min(1).max(60), z.string().max(2000))
/** A fact as it travels: text in the form of its type, or the lines of a list. */
const value = z.union([z.string().max(2000), z.array(line).max(2000)])
const year = z.coerce.number().int().min(2000).max(2100)

const factShape = z.object({
  key,
  value,
  version: z.number(),
  changedAt: moment,
  changedBy: personRef.optional(),
  /** The source it was imported from; absent where a person entered it. */
  source: z.string().optional(),
  /** The unit above uses it too. */
  isShared: z.boolean(),
})
export type StoredFact = z.infer<typeof factShape>

/** A fact that criteria of the year's cycles read, with where each stands and what stands before its name. */
const neededFact = z.object({ key, leaves: z.array(z.object({ cycleId: id, unitId: id, nodeId: z.string(), code: z.string() })) })
export type NeededFact = z.infer<typeof neededFact>

/** What a unit that this one succeeded knew of the year, up to the day of the merger: figures of another period, which are not added up. */
const ofPredecessor = z.object({ unit: unitRef, until: isoDate, facts: z.array(z.object({ key, value })) })
export type PredecessorFacts = z.infer<typeof ofPredecessor>

const register = z.object({
  unit: unitRef,
  year: z.number(),
  facts: z.array(factShape),
  previous: z.array(z.object({ key, value })),
  needed: z.array(neededFact),
  /** The unit with which facts can be shared. */
  above: unitRef.optional(),
  predecessors: z.array(ofPredecessor),
})
export type FactRegister = z.infer<typeof register>

const change = z.object({ key, value: value.nullable(), version: seenVersion })
export type FactChange = z.output<typeof change>

/** Each fact in the version that was seen: a value that has changed since is not lent unseen. */
const sharing = z.object({
  facts: z
    .array(z.object({ key, version: seenVersion }))
    .min(1)
    .max(300),
  isShared: z.boolean(),
})
export type FactSharing = z.output<typeof sharing>

export const profileBody = z.object({
  name: z.string().trim().min(1).max(200),
  unitColumn: z.string().trim().min(1).max(200),
  columns: z.record(z.string().min(1).max(200), z.string().max(80)),
  decimal: z.enum([',', '.']),
})
export type ProfileBody = z.output<typeof profileBody>
const profileShape = profileBody.extend({ id, version: z.number(), changedAt: moment })
export type FactProfile = z.infer<typeof profileShape>

const difference = z.object({
  unit: unitRef,
  key,
  before: value.optional(),
  after: value,
  /** A person's entry would be replaced. */ wasEntered: z.boolean(),
})
export type ImportDifference = z.infer<typeof difference>
const preview = z.object({
  differences: z.array(difference),
  unchanged: z.number(),
  problems: z.array(problemShape),
  /** Names these differences; applying them asks for it, so that nothing is overwritten that nobody saw. */
  seen: z.string(),
})
export type ImportPreview = z.infer<typeof preview>

const ofYear = z.object({ unitId: id, year })
const ofProfile = z.object({ profileId: id })

export const factRoutes = {
  register: route({
    method: 'GET',
    path: '/api/units/:unitId/facts/:year',
    act: 'readFacts',
    about: 'unit',
    summary: 'The facts of a unit in a year, with those of the year before',
    params: ofYear,
    reply: register,
  }),
  change: route({
    method: 'PATCH',
    path: '/api/units/:unitId/facts/:year',
    act: 'changeFacts',
    about: 'unit',
    summary: 'Enter, correct or take away facts; each names the version it saw, null takes away; all or none',
    params: ofYear,
    body: z.object({ changes: z.array(change).min(1).max(300) }),
    reply: register,
  }),
  share: route({
    method: 'PUT',
    path: '/api/units/:unitId/facts/:year/share',
    act: 'shareRegister',
    about: 'unit',
    summary: 'Let the unit above use facts of the register, or no longer; they stay the unit’s, which alone changes them',
    params: ofYear,
    body: sharing,
    reply: register,
  }),
  units: route({
    method: 'GET',
    path: '/api/fact-units',
    act: 'readFactProfiles',
    about: 'authority',
    summary: 'Units whose register there is to read, by name',
    reply: z.object({ units: z.array(unitRef) }),
  }),
  profiles: route({
    method: 'GET',
    path: '/api/fact-profiles',
    act: 'readFactProfiles',
    about: 'authority',
    summary: 'How outside sources hand over their tables',
    reply: z.object({ profiles: z.array(profileShape) }),
  }),
  addProfile: route({
    method: 'POST',
    path: '/api/fact-profiles',
    act: 'importFacts',
    about: 'authority',
    summary: 'Describe the table of an outside source',
    body: profileBody,
    reply: profileShape,
  }),
  changeProfile: route({
    method: 'PUT',
    path: '/api/fact-profiles/:profileId',
    act: 'importFacts',
    about: 'authority',
    summary: 'Change how a source is read',
    params: ofProfile,
    body: profileBody,
    versioned: true,
    reply: profileShape,
  }),
  previewImport: route({
    method: 'POST',
    path: '/api/fact-profiles/:profileId/previews',
    act: 'importFacts',
    about: 'authority',
    summary: 'What a table of this source would change; nothing is stored',
    params: ofProfile,
    body: z.object({ year }),
    upload: { maxBytes: maxImportBytes },
    reply: preview,
  }),
  applyImport: route({
    method: 'POST',
    path: '/api/fact-profiles/:profileId/imports',
    act: 'importFacts',
    about: 'authority',
    summary: 'Store what the preview showed; refused where it would now be something else',
    params: ofProfile,
    body: z.object({
      year,
      seen: z.string().max(64),
      /** Units and facts to leave as they are, as `unitId key`. */ except: z.string().max(200_000).default(''),
    }),
    upload: { maxBytes: maxImportBytes },
    reply: z.object({ stored: z.number() }),
  }),
}
