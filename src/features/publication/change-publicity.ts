import { errorAt, type Problem } from '../../core/problem.ts'
import type { PublicPart } from '../../core/publication/public-parts.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

interface Place {
  readonly cycleId: string
  readonly publicationId: string
}

const whyNot = async ({ transaction }: ActContext, { cycleId, publicationId }: Place): Promise<Problem> => {
  const query = transaction.selectFrom('publication').select('version').where('id', '=', publicationId).where('cycle_id', '=', cycleId)
  const row = await query.executeTakeFirst()
  return row
    ? errorAt('changedMeanwhile', publicationId, { version: String(row.version) })
    : errorAt('notFound', publicationId, { what: 'publication' })
}

/** Shows a publication, or parts of it, to everybody, or no longer; what was published stays as it is. */
export const changePublicity = async (
  context: ActContext,
  at: Place,
  seen: number,
  { isPublic, parts }: { readonly isPublic: boolean; readonly parts?: readonly PublicPart[] | undefined },
): Promise<Result<undefined>> => {
  const changed = await context.transaction
    .updateTable('publication')
    .set({ is_public: isPublic, version: seen + 1, ...(parts && { public_parts: [...parts] }) })
    .where('id', '=', at.publicationId)
    .where('cycle_id', '=', at.cycleId)
    .where('version', '=', seen)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return refuse(await whyNot(context, at))
  await recordActions(context, [
    { kind: 'publicityChanged', cycleId: at.cycleId, facts: { publicationId: at.publicationId, isPublic, ...(parts && { parts }) } },
  ])
  return accept(undefined)
}
