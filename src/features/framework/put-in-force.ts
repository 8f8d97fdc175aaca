import { createHash } from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'
import { pointsText } from '../../core/exact/points.ts'
import { checkReadyForForce } from '../../core/framework/draft/check-draft.ts'
import { formatFramework } from '../../core/framework/format-framework.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { type PlacedNode, walkNodes } from '../../core/framework/walk.ts'
import { refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkView } from './contract.ts'
import { lockDraft } from './load-framework.ts'
import { restoreDraft } from './stored-draft.ts'
import { viewFramework } from './view-framework.ts'

/** Bounds of a row's points: a penalty's maximum lies below zero. */
const boundsOf = ({ node }: PlacedNode) => ({
  min_points: pointsText(node.maxPoints < 0 ? node.maxPoints : (0 as typeof node.maxPoints)),
  max_points: pointsText(node.maxPoints > 0 ? node.maxPoints : (0 as typeof node.maxPoints)),
})

/** Writes the rows of a framework, while it is still a draft to the database. */
export const writeNodes = async ({ transaction, actor }: ActContext, frameworkId: string, framework: Framework): Promise<void> => {
  const rows = [...walkNodes(framework.nodes)].map((placed, position) => ({
    authority_id: actor.authorityId,
    framework_id: frameworkId,
    node_id: placed.node.id,
    position,
    parent_id: placed.parent?.id ?? null,
    depth: placed.depth,
    is_leaf: placed.node.children.length === 0,
    code: placed.node.code,
    name: placed.node.name,
    level: placed.node.level,
    counting: placed.node.counting,
    source: placed.node.source,
    ...boundsOf(placed),
  }))
  // One statement takes at most 65,535 parameters; a table of a decision is a few hundred rows.
  for (let start = 0; start < rows.length; start += 1000)
    await transaction
      .insertInto('framework_node')
      .values(rows.slice(start, start + 1000))
      .execute()
}

/** SHA-256 of the canonical form, in hexadecimal: what a result names as its framework. */
export const frameworkHash = (framework: Framework): string =>
  createHash('sha256')
    .update(canonicalJson(formatFramework(framework)))
    .digest('hex')

/**
 * Puts a draft in force: refused with everything that is still open, unchangeable after. Its canonical JSON and hash are kept for proof, its
 * rows for joins; ids never move again.
 */
export const putInForce = async (
  context: ActContext,
  frameworkId: string,
  seen: number,
  inForceFrom: string,
): Promise<Result<FrameworkView>> => {
  const record = await lockDraft(context, frameworkId, seen)
  if (!record.ok) return record
  const draft = restoreDraft(record.value.document)
  const open = checkReadyForForce(draft)
  if (open.length > 0) return refuse(...open)
  const framework = { ...draft.framework, inForceFrom }
  const hash = frameworkHash(framework)
  await writeNodes(context, frameworkId, framework)
  const { transaction, actor, now } = context
  const saved = await transaction
    .updateTable('framework')
    .set({
      status: 'inForce',
      document: canonicalJson(formatFramework(framework)),
      hash,
      in_force_from: inForceFrom,
      revision: record.value.revision + 1,
      changed_at: now,
      changed_by: actor.personId,
    })
    .where('id', '=', frameworkId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordActions(context, [{ kind: 'frameworkPutInForce', facts: { frameworkId, hash, inForceFrom } }])
  return viewFramework(context, saved)
}
