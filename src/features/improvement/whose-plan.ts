import type { Role } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** Whether the person serves in the unit in one of the roles. */
const serves = ({ actor }: ActContext, unitId: string, roles: readonly Role[]): boolean =>
  actor.grants.some((grant) => grant.unitId === unitId && roles.includes(grant.role))

/** What the page offers; the policy decides again about each act. */
export const mayOf = (context: ActContext, unitId: string) => ({
  mayChange: serves(context, unitId, ['unitOfficer', 'headOfUnit']),
  mayApprove: serves(context, unitId, ['headOfUnit']),
  mayFollow: serves(context, unitId, ['unitOfficer', 'headOfUnit', 'divisionOfficer']),
})
