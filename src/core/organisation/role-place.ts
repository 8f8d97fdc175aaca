import { errorAt, type Problem } from '../problem.ts'
import type { Role } from '../vocabulary.ts'

/** Roles that a person holds in one unit; every other role serves the whole authority. Domain notes, section 3.2. */
export const unitRoles: readonly Role[] = ['unitOfficer', 'divisionOfficer', 'headOfUnit']

/** Whether a role fits where it is given: a role of a unit names the unit, a role of the authority names none. */
export const checkRolePlace = (role: Role, hasUnit: boolean): readonly Problem[] => {
  if (unitRoles.includes(role)) return hasUnit ? [] : [errorAt('roleNeedsUnit', 'unitId', { role })]
  return hasUnit ? [errorAt('roleIsOfAuthority', 'unitId', { role })] : []
}
