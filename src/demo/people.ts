import type { Transaction } from '../platform/database/transaction.ts'
import { hashPassword } from '../platform/session/password.ts'
import { type DemoUnit, demoPeople } from './province.ts'
import { type Random, seededRandom, seededUuid } from './random.ts'

/** Printed on the sign-in page of a demo; no secret. */
export const demoPassword = 'minh-hoa-2026'

/** Adds the people of the demo, each with one role; gives their ids by role. */
export const addPeople = async (
  transaction: Transaction,
  random: Random,
  authorityId: string,
  units: readonly DemoUnit[],
): Promise<ReadonlyMap<string, string>> => {
  const passwordHash = await hashPassword(demoPassword)
  // Whoever came to the demo later has a chance of their own, so that nothing else of it moves.
  const later = seededRandom(20_261_118)
  const people = demoPeople.map((person) => {
    const own = person.role === 'panelMember' ? later : random
    return { ...person, id: seededUuid(own), grantId: seededUuid(own) }
  })
  await transaction
    .insertInto('person')
    .values(
      people.map(({ id, name, signInName }) => ({
        id,
        authority_id: authorityId,
        name,
        sign_in_name: signInName,
        password_hash: passwordHash,
      })),
    )
    .execute()
  await transaction
    .insertInto('role_grant')
    .values(
      people.map(({ id, grantId, role, unitCode }) => ({
        id: grantId,
        authority_id: authorityId,
        person_id: id,
        role,
        unit_id: units.find(({ code }) => code === unitCode)?.id ?? null,
      })),
    )
    .execute()
  return new Map(people.map(({ role, id }) => [role, id]))
}
