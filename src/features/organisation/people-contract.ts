import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, roleGrantShape } from '../../contract/shapes.ts'
import { roles } from '../../core/vocabulary.ts'

export const personShape = z.object({
  id,
  name: z.string(),
  signInName: z.string(),
  active: z.boolean(),
  /** Whether a password was chosen; until then the one that was given is due to be changed. */
  mustChangePassword: z.boolean(),
  grants: z.array(roleGrantShape.extend({ id })),
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

/** A password that was made up by the program; it is shown this once and kept nowhere. */
export const oneTimePassword = z.object({ person: personShape, password: z.string() })

const ofPerson = z.object({ personId: id })

export const peopleRoutes = {
  people: route({
    method: 'GET',
    path: '/api/people',
    act: 'readPeople',
    about: 'authority',
    summary: 'People with their roles',
    query: z.object({ search: z.string().max(200).optional() }),
    reply: z.object({ people: z.array(personShape) }),
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
    params: z.object({ personId: id, grantId: id }),
    reply: personShape,
  }),
  resetPassword: route({
    method: 'POST',
    path: '/api/people/:personId/password',
    act: 'changePeople',
    about: 'authority',
    summary: 'Give a person a new one-time password and end their sessions',
    params: ofPerson,
    reply: oneTimePassword,
  }),
  setActive: route({
    method: 'PUT',
    path: '/api/people/:personId/active',
    act: 'changePeople',
    about: 'authority',
    summary: 'Switch an account off or on; nothing that the person did is removed',
    params: ofPerson,
    body: z.object({ active: z.boolean() }),
    reply: personShape,
  }),
}
