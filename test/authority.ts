import { randomUUID } from 'node:crypto'
import type { Role, UnitKind } from '../src/core/vocabulary.ts'
import type { Database } from '../src/platform/database/database.ts'
import { hashPassword } from '../src/platform/session/password.ts'

/** One password for everybody in tests; hashing it takes its time, so it is done once. */
export const testPassword = 'mat-khau-thu-nghiem'
const testPasswordHash = hashPassword(testPassword)

export interface TestUnit {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly group: string
}

/** A small province: an authority, three departments, three communes, and whoever works there. */
export interface TestAuthority {
  readonly id: string
  readonly departments: readonly [TestUnit, TestUnit, TestUnit]
  readonly communes: readonly [TestUnit, TestUnit, TestUnit]
}

export const departmentsGroup = 'so-nganh'
export const communesGroup = 'xa-phuong'

const unit = (code: string, name: string, kind: UnitKind, group: string): TestUnit => ({ id: randomUUID(), code, name, kind, group })

/** Adds a person with one role; the sign-in name is theirs alone. */
export const addPerson = async (
  owner: Database,
  authorityId: string,
  person: { readonly signInName: string; readonly role: Role; readonly unitId?: string },
): Promise<string> => {
  const id = randomUUID()
  await owner
    .insertInto('person')
    .values({
      id,
      authority_id: authorityId,
      name: `Người thử ${person.signInName}`,
      sign_in_name: person.signInName,
      password_hash: await testPasswordHash,
    })
    .execute()
  await addRole(owner, authorityId, id, person.role, person.unitId)
  return id
}

export const addRole = async (owner: Database, authorityId: string, personId: string, role: Role, unitId?: string): Promise<void> => {
  await owner
    .insertInto('role_grant')
    .values({ id: randomUUID(), authority_id: authorityId, person_id: personId, role, unit_id: unitId ?? null })
    .execute()
}

const authorityRoles: readonly Role[] = [
  'administrator',
  'methodOwner',
  'appraiser',
  'areaLead',
  'councilChair',
  'councilSecretary',
  'councilMember',
  'leader',
  'inspector',
]

/**
 * Fills an empty database. People of the authority sign in by their role (`methodOwner` → "methodowner"),
 * those of a unit by role and unit code ("unitofficer.so-1", "headofunit.so-1"). A second authority in one database names its people with a suffix.
 */
export const createTestAuthority = async (owner: Database, suffix = ''): Promise<TestAuthority> => {
  const id = randomUUID()
  const departments = [1, 2, 3].map((n) => unit(`so-${n}`, `Sở Thử nghiệm số ${n}`, 'specializedAgency', departmentsGroup))
  const communes = [1, 2, 3].map((n) => unit(`xa-${n}`, `UBND xã Thử nghiệm số ${n}`, 'commune', communesGroup))
  const units = [...departments, ...communes]
  await owner.insertInto('authority').values({ id, name: 'UBND tỉnh Thử nghiệm' }).execute()
  await owner
    .insertInto('unit')
    .values(units.map(({ group, ...each }) => ({ ...each, authority_id: id, unit_group: group })))
    .execute()
  for (const role of authorityRoles) await addPerson(owner, id, { signInName: `${role.toLowerCase()}${suffix}`, role })
  for (const { id: unitId, code } of units) {
    for (const role of ['unitOfficer', 'headOfUnit'] as const)
      await addPerson(owner, id, { signInName: `${role.toLowerCase()}.${code}${suffix}`, role, unitId })
  }
  return {
    id,
    departments: departments as unknown as TestAuthority['departments'],
    communes: communes as unknown as TestAuthority['communes'],
  }
}
