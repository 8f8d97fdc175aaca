import { leafFates } from '../../core/framework/versions/leaf-fates.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from './framework-in-force.ts'

/**
 * Ids of leaves that a group's cycle knew at a moment and that since then mean another leaf, or none: the cycle has moved to a newer version of its framework.
 * Whoever kept an id from then must not take the leaf that has it now for the same.
 */
export const leavesMovedSince = async (
  context: ActContext,
  { cycleId, unitGroup, since }: { readonly cycleId: string; readonly unitGroup: string; readonly since: Date },
): Promise<ReadonlySet<string>> => {
  const moves = await context.transaction
    .selectFrom('framework_move')
    .select(['from_framework_id', 'to_framework_id'])
    .where('cycle_id', '=', cycleId)
    .where('unit_group', '=', unitGroup)
    .where('moved_at', '>', since)
    .execute()
  const moved = new Set<string>()
  for (const move of moves) {
    const [from, to] = [
      await loadFrameworkInForce(context, move.from_framework_id),
      await loadFrameworkInForce(context, move.to_framework_id),
    ]
    if (!from.ok || !to.ok) throw new Error('the versions of a move are gone')
    for (const { leaf, fate } of leafFates(from.value.framework, to.value.framework, to.value.framework.codeMap ?? {}))
      if (fate !== 'same') moved.add(leaf.id)
  }
  return moved
}
