import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, isoDate, personRef, unitRef } from '../../../contract/shapes.ts'
import { bodyKinds, bodyRoles } from '../../../core/organisation/standing-body.ts'
import { documentRef } from '../contract.ts'

const words = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.normalize('NFC').trim())
const name = words(300).pipe(z.string().min(1))

const memberBody = z.object({
  /** The account of the member, where there is one. */
  personId: id.optional(),
  name,
  /** What the member is otherwise: "Chủ tịch UBND tỉnh". */
  office: words(300).default(''),
  role: z.enum(bodyRoles),
  from: isoDate.optional(),
  until: isoDate.optional(),
})
export const bodyBody = z.object({
  kind: z.enum(bodyKinds),
  name,
  aliases: z.array(name).max(20).default([]),
  unitId: id.optional(),
  parentId: id.optional(),
  decisionId: id.optional(),
  toldOfResults: z.boolean().default(false),
  from: isoDate.optional(),
  until: isoDate.optional(),
  members: z.array(memberBody).max(200),
})
export type BodyBody = z.output<typeof bodyBody>

const bodyShape = z.object({
  id,
  kind: z.enum(bodyKinds),
  name: z.string(),
  aliases: z.array(z.string()),
  unit: unitRef.optional(),
  /** The committee whose working group it is. */
  parent: z.object({ id, name: z.string() }).optional(),
  decision: documentRef.optional(),
  toldOfResults: z.boolean(),
  from: isoDate.optional(),
  until: isoDate.optional(),
  members: z.array(memberBody),
  version: z.number().int(),
})
export type StandingBody = z.infer<typeof bodyShape>

const chargeBody = z.object({
  role: z.enum(['leader', 'officer']),
  personId: id.optional(),
  name,
  office: words(300).default(''),
  qualification: words(300).default(''),
  /** Absent: the whole work. */
  field: name.optional(),
  decisionId: id.optional(),
  from: isoDate.optional(),
  until: isoDate.optional(),
})
export type ChargeBody = z.output<typeof chargeBody>
const chargeShape = chargeBody.extend({ id, decision: documentRef.optional(), version: z.number().int() })
export type UnitCharge = z.infer<typeof chargeShape>

const ofUnit = z.object({ unitId: id })
const charges = z.object({ unit: unitRef, charges: z.array(chargeShape), people: z.array(personRef) })

export const bodyRoutes = {
  list: route({
    method: 'GET',
    path: '/api/standing-bodies',
    act: 'readLegalDocuments',
    about: 'authority',
    summary: 'Steering committees, working groups and teams, with their decision, members, roles and terms',
    reply: z.object({ bodies: z.array(bodyShape), people: z.array(personRef) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/standing-bodies',
    act: 'changeLegalDocuments',
    about: 'authority',
    summary: 'Enter a body that a decision sets up',
    body: bodyBody,
    reply: bodyShape,
  }),
  change: route({
    method: 'PUT',
    path: '/api/standing-bodies/:bodyId',
    act: 'changeLegalDocuments',
    about: 'authority',
    summary: 'Change a body and its members; one that is no more gets a last day and stays',
    params: z.object({ bodyId: id }),
    body: bodyBody,
    versioned: true,
    reply: bodyShape,
  }),
  charges: route({
    method: 'GET',
    path: '/api/units/:unitId/charges',
    act: 'readOrganisation',
    about: 'unit',
    summary: 'The leader of a unit directly in charge of reform work, and its officers in charge, of the whole or of a field',
    params: ofUnit,
    reply: charges,
  }),
  addCharge: route({
    method: 'POST',
    path: '/api/units/:unitId/charges',
    act: 'changeOwnLegalDocuments',
    about: 'unit',
    summary: 'Put somebody in charge',
    params: ofUnit,
    body: chargeBody,
    reply: charges,
  }),
  changeCharge: route({
    method: 'PUT',
    path: '/api/units/:unitId/charges/:chargeId',
    act: 'changeOwnLegalDocuments',
    about: 'unit',
    summary: 'Change who is in charge, or say until when',
    params: ofUnit.extend({ chargeId: id }),
    body: chargeBody,
    versioned: true,
    reply: charges,
  }),
}
