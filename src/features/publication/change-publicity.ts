import { errorAt } from '../../core/problem.ts'
import type { PublicPart } from '../../core/publication/public-parts.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** Shows a publication, or parts of it, to everybody, or no longer; what was published stays as it is. */
export const changePublicity = async (
  context: ActContext,
  at: { readonly cycleId: string; readonly publicationId: string },
  { isPublic, parts }: { readonly isPublic: boolean; readonly parts?: readonly PublicPart[] | undefined },
): Promise<Result<undefined>> => {
  const changed = await context.transaction
    .updateTable('publication')
    .set({ is_public: isPublic, ...(parts && { public_parts: [...parts] }) })
    .where('id', '=', at.publicationId)
    .where('cycle_id', '=', at.cycleId)
    .returning('id')
    .executeTakeFirst()
  if (!changed) return refuse(errorAt('notFound', at.publicationId, { what: 'publication' }))
  await recordActions(context, [
    { kind: 'publicityChanged', cycleId: at.cycleId, facts: { publicationId: at.publicationId, isPublic, ...(parts && { parts }) } },
  ])
  return accept(undefined)
}
