import { errorAt } from '../../core/problem.ts'
import { type FrameworkNode, type Framework } from '../../core/framework/framework.ts'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** A framework in force with its leaves by id: what every act on scores needs. */
export interface FrameworkInForce {
  readonly id: string
  readonly hash: string
  readonly framework: Framework
  readonly leaves: ReadonlyMap<string, FrameworkNode>
}

/**
 * A framework in force never changes, so a parsed one may be kept; a handful are in use at a time. Kept by authority too: what is kept is
 * read past the fences of the database.
 */
const kept = new Map<string, FrameworkInForce>()
const keptAtMost = 50

/** Reads a framework in force; a draft is not found here. */
export const loadFrameworkInForce = async (
  { transaction, actor }: Pick<ActContext, 'transaction' | 'actor'>,
  frameworkId: string,
): Promise<Result<FrameworkInForce>> => {
  const key = `${actor.authorityId} ${frameworkId}`
  const known = kept.get(key)
  if (known) return accept(known)
  const row = await transaction
    .selectFrom('framework')
    .select(['document', 'hash'])
    .where('authority_id', '=', actor.authorityId)
    .where('id', '=', frameworkId)
    .where('status', '=', 'inForce')
    .executeTakeFirst()
  if (!row) return refuse(errorAt('notFound', frameworkId, { what: 'framework' }))
  const framework = parseFramework(row.document)
  if (!framework.ok) return framework
  const leaves = new Map(leavesOf(framework.value.nodes).map((leaf) => [leaf.id as string, leaf]))
  const inForce = { id: frameworkId, hash: row.hash ?? '', framework: framework.value, leaves }
  if (kept.size >= keptAtMost) kept.delete(kept.keys().next().value ?? '')
  kept.set(key, inForce)
  return accept(inForce)
}
