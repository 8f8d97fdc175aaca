import type { Following } from '../../contract/following.ts'
import type { Role } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { TaskOf } from './contract.ts'

/** What units have to follow; each feature that has something hands in its own. */
export type LoadFollowing = (context: ActContext, unitIds: readonly string[]) => Promise<readonly Following[]>

const followers: readonly Role[] = ['unitOfficer', 'headOfUnit']

/** Late and endangered tasks of plans and conferences, and reports that are owed, of the units whose officers or heads follow them. */
export const followingTasks =
  (loads: readonly LoadFollowing[]) =>
  async (context: ActContext): Promise<readonly TaskOf<'following'>[]> => {
    const unitIds = context.actor.grants.flatMap(({ role, unitId }) => (unitId && followers.includes(role) ? [unitId] : []))
    if (unitIds.length === 0) return []
    const found: Following[] = []
    for (const load of loads) found.push(...(await load(context, unitIds)))
    return found.map((each) => ({ kind: 'following', ...each }))
  }
