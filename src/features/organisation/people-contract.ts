import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, isoDate, roleGrantShape, seenVersion } from '../../contract/shapes.ts'
import { roles } from '../../core/vocabulary.ts'
import { accountImportShape } from './account-import.ts'
import { maxListBytes } from './contract.ts'

export const personShape = z.object({
  id,
  name: z.string(),
  signInName: z.string(),
  active: z.boolean(),
  /** Whether a password was chosen; until then the one that was given is due to be changed. */
  mustChangePassword: z.boolean(),
  /** Whether there is a password at all; an imported account has none until its slip is printed. */
  hasPassword: z.boolean(),
  hasSecondFactor: z.boolean(),
  email: z.string().optional(),
  version: seenVersion,
  grants: z.array(
    roleGrantShape.extend({
      id,
      /** The first day without the role, where it ends. */
      until: isoDate.optional(),
      /** For whom it is held meanwhile. */
      heldFor: z.string().optional(),
    }),
  ),
})
export type Person = z.infer<typeof personShape>

/** A role in a unit, or of the whole authority where `unitId` is absent. */
export const newGrant = z.object({ role: z.enum(roles), unitId: id.optional() })
export type NewGrant = z.output<typeof newGrant>

export const newPerson = newGrant.extend({
  name: z.string().trim().min(1).max(200),
  signInName: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._@-]{2,99}$/),
})
export type NewPerson = z.output<typeof newPerson>

/** A role held by another while its holder is away; both days included. */
export const handOver = z.object({ toPersonId: id, from: isoDate, until: isoDate, reason: z.string().trim().min(1).max(500) })
export type HandOver = z.output<typeof handOver>

/** Every password is hashed slowly, so slips are made a few at a time. */
export const slipsAtOnce = 25

/** What goes on one slip for the first sign-in. */
export const slipShape = z.object({
  personId: id,
  name: z.string(),
  signInName: z.string(),
  password: z.string(),
  unit: z.string().optional(),
})
export type Slip = z.infer<typeof slipShape>

/** A password that was made up by the program; it is shown this once and kept nowhere. */
export const oneTimePassword = z.object({ person: personShape, password: z.string() })

const ofPerson = z.object({ personId: id })
const ofUnitPerson = z.object({ unitId: id, personId: id })

export const peopleRoutes = {
  people: route({
    method: 'GET',
    path: '/api/people',
    act: 'readPeople',
    about: 'authority',
    summary:
      'People with their roles by name, a hundred a page; `after` is the last person of the page before, `awaits` those who never chose a password',
    query: z.object({ search: z.string().max(200).optional(), after: id.optional(), awaits: z.enum(['slip', 'ownPassword']).optional() }),
    reply: z.object({ people: z.array(personShape), next: id.optional() }),
  }),
  addPerson: route({
    method: 'POST',
    path: '/api/people',
    act: 'changePeople',
    about: 'authority',
    summary: 'Add a person with a first role; the reply holds the one-time password',
    body: newPerson,
    reply: oneTimePassword,
  }),
  addGrant: route({
    method: 'POST',
    path: '/api/people/:personId/grants',
    act: 'changePeople',
    about: 'authority',
    summary: 'Give a person a further role',
    versioned: true,
    params: ofPerson,
    body: newGrant,
    reply: personShape,
  }),
  endGrant: route({
    method: 'DELETE',
    path: '/api/people/:personId/grants/:grantId',
    act: 'changePeople',
    about: 'authority',
    summary: 'End a role from today; that it was held stays known',
    versioned: true,
    params: z.object({ personId: id, grantId: id }),
    reply: personShape,
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/people/:personId/password',
    act: 'changePeople',
    about: 'authority',
    summary: 'Give a person a new one-time password and end their sessions',
    versioned: true,
    params: ofPerson,
    reply: oneTimePassword,
  }),
  setActive: route({
    method: 'PUT',
    path: '/api/people/:personId/active',
    act: 'changePeople',
    about: 'authority',
    summary: 'Switch an account off or on; nothing that the person did is removed',
    versioned: true,
    params: ofPerson,
    body: z.object({ active: z.boolean() }),
    reply: personShape,
  }),
  handOver: route({
    method: 'POST',
    path: '/api/people/:personId/grants/:grantId/hand-over',
    act: 'changePeople',
    about: 'authority',
    summary: 'Hand a role over to another person while its holder is away',
    params: z.object({ personId: id, grantId: id }),
    body: handOver,
    versioned: true,
    reply: personShape,
  }),
  removeSecondFactor: route({
    method: 'DELETE',
    path: '/api/people/:personId/second-factor',
    act: 'changePeople',
    about: 'authority',
    summary: 'Take the second factor from somebody who lost it, and end their sessions',
    versioned: true,
    params: ofPerson,
    reply: personShape,
  }),
  importAccounts: route({
    method: 'POST',
    path: '/api/people/import',
    act: 'changePeople',
    about: 'authority',
    summary:
      'Accounts from a workbook (code of the unit, name, sign-in name, role, e-mail): what it would add, and with `preview` false, adding them without a password',
    body: z.object({ preview: z.enum(['true', 'false']), seen: z.string().max(64).default('') }),
    upload: { maxBytes: maxListBytes },
    reply: accountImportShape,
  }),
  slips: route({
    method: 'POST',
    path: '/api/people/slips',
    act: 'changePeople',
    about: 'authority',
    summary:
      'One-time passwords for accounts that never had a password of their own, in the version seen, for printing; earlier slips are void',
    body: z.object({
      people: z
        .array(z.object({ personId: id, version: seenVersion }))
        .min(1)
        .max(slipsAtOnce),
    }),
    reply: z.object({ slips: z.array(slipShape) }),
  }),
  unitPeople: route({
    method: 'GET',
    path: '/api/units/:unitId/people',
    act: 'readUnitPeople',
    about: 'unit',
    summary: 'People who work in a unit or in one of its divisions; `placeIds` are the unit and its divisions',
    params: z.object({ unitId: id }),
    reply: z.object({ people: z.array(personShape), placeIds: z.array(id) }),
  }),
  resetUnitPassword: route({
    method: 'POST',
    path: '/api/units/:unitId/people/:personId/password',
    act: 'changeUnitPeople',
    about: 'unit',
    summary: 'Give somebody of the own unit a new one-time password; only for who works in no other place',
    params: ofUnitPerson,
    versioned: true,
    reply: oneTimePassword,
  }),
  handOverInUnit: route({
    method: 'POST',
    path: '/api/units/:unitId/people/:personId/grants/:grantId/hand-over',
    act: 'changeUnitPeople',
    about: 'unit',
    summary: 'Hand a role of the own unit over to another of its people for some days',
    params: ofUnitPerson.extend({ grantId: id }),
    body: handOver,
    versioned: true,
    reply: personShape,
  }),
}
