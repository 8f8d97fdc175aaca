import { sql } from 'kysely'
import { isOwnTask, type Worker } from '../../core/improvement/own-tasks.ts'
import { tasksOf } from '../../core/improvement/plan.ts'
import type { PlanFile } from '../../core/improvement/plan-file.ts'
import type { Role } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** Whether the person serves in the unit in one of the roles. */
const serves = ({ actor }: ActContext, unitId: string, roles: readonly Role[]): boolean =>
  actor.grants.some((grant) => grant.unitId === unitId && roles.includes(grant.role))

/** A division of the unit, with other spellings and whoever heads it. */
export interface Division {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly head: string | null
}

/** Divisions that the unit has today. */
export const loadDivisions = async ({ transaction }: ActContext, unitId: string): Promise<readonly Division[]> => {
  const { rows } = await sql<Division>`
    select u.id, u.name, u.aliases, (select p.name from role_grant g join person p on p.id = g.person_id and p.active
      where g.unit_id = u.id and g.role = 'headOfUnit' and g.valid @> today() order by p.name limit 1) as head
    from unit u where u.parent_id = ${unitId} and u.kind = 'division' and u.valid @> today() order by u.name`.execute(transaction)
  return rows
}

const divisionRoles: readonly Role[] = ['divisionOfficer', 'headOfUnit']

/** What the page offers; the policy decides again about each act. */
export const mayOf = (context: ActContext, unitId: string, divisions: readonly Division[]) => {
  const isInDivision = divisions.some(({ id }) => serves(context, id, divisionRoles))
  return {
    mayChange: serves(context, unitId, ['unitOfficer', 'headOfUnit']),
    mayApprove: serves(context, unitId, ['headOfUnit']),
    mayFollow: isInDivision || serves(context, unitId, ['unitOfficer', 'headOfUnit', 'divisionOfficer']),
  }
}

const workerOf = ({ actor }: ActContext, divisions: readonly Division[]): Worker => ({
  divisions: divisions
    .filter(({ id }) => actor.grants.some(({ unitId, role }) => unitId === id && divisionRoles.includes(role)))
    .flatMap(({ name, aliases }) => [name, ...aliases]),
  person: actor.name,
})

/** Tasks of which the person may report: all for the unit's officers and head; for others those of their division and those in which they are named. */
export const ownTasks = (context: ActContext, unitId: string, divisions: readonly Division[], plan: PlanFile): readonly string[] => {
  const { mayChange, mayFollow } = mayOf(context, unitId, divisions)
  const worker = workerOf(context, divisions)
  return tasksOf(plan)
    .filter((task) => mayChange || (mayFollow && isOwnTask(task, worker)))
    .map(({ id }) => id)
}
