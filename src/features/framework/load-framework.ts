import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { isAllowed } from '../../platform/policy/policy.ts'
import type { Act } from '../../contract/acts.ts'

export type FrameworkRecord = Row<'framework'>

/** Whether any role of the actor allows an act that is about no unit. */
export const mayDo = ({ actor }: ActContext, act: Act): boolean =>
  isAllowed(
    act,
    actor.grants.map(({ role }) => ({ role })),
  )

const notFound = (frameworkId: string): Result<never> => refuse(errorAt('notFound', frameworkId, { what: 'framework' }))

/** A framework the actor may read. A draft is not found by those who may not read drafts. */
export const loadFramework = async (context: ActContext, frameworkId: string): Promise<Result<FrameworkRecord>> => {
  const row = await context.transaction.selectFrom('framework').selectAll().where('id', '=', frameworkId).executeTakeFirst()
  if (!row || (row.status === 'draft' && !mayDo(context, 'readFrameworkDrafts'))) return notFound(frameworkId)
  return accept(row)
}

/** Tells who changed the draft since `seen`. */
const changedMeanwhile = async ({ transaction }: ActContext, row: FrameworkRecord): Promise<Result<never>> => {
  const person = row.changed_by
    ? await transaction.selectFrom('person').select('name').where('id', '=', row.changed_by).executeTakeFirst()
    : undefined
  return refuse(
    errorAt('changedMeanwhile', '', {
      ...(person && { by: person.name }),
      moment: row.changed_at.toISOString(),
      version: String(row.revision),
    }),
  )
}

/** A draft at the revision the actor saw, locked until the act ends; refused when it is in force or another person changed it. */
export const lockDraft = async (context: ActContext, frameworkId: string, seen: number): Promise<Result<FrameworkRecord>> => {
  const row = await context.transaction.selectFrom('framework').selectAll().where('id', '=', frameworkId).forUpdate().executeTakeFirst()
  if (!row) return notFound(frameworkId)
  if (row.status === 'inForce') return refuse(errorAt('frameworkInForce', '', {}))
  return row.revision === seen ? accept(row) : changedMeanwhile(context, row)
}
