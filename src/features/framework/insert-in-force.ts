import type { Framework } from '../../core/framework/framework.ts'
import { leavesOf } from '../../core/framework/walk.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { proofOf, writeNodes } from './in-force-rows.ts'

/** Puts a framework in force that was never a draft: for whoever brings a checked one along, as the demo province does. */
export const insertFrameworkInForce = async (context: ActContext, frameworkId: string, framework: Framework): Promise<void> => {
  const { transaction, actor, now } = context
  const proof = proofOf(framework)
  await transaction
    .insertInto('framework')
    .values({
      id: frameworkId,
      authority_id: actor.authorityId,
      title: framework.title,
      year: framework.year,
      unit_group: framework.unitGroup,
      status: 'draft',
      document: proof.document,
      leaves: leavesOf(framework.nodes).length,
      created_by: actor.personId,
      changed_at: now,
      changed_by: actor.personId,
    })
    .execute()
  // Rows are taken while the framework is a draft; once in force nothing of it changes.
  await writeNodes(context, frameworkId, framework)
  await transaction
    .updateTable('framework')
    .set({ status: 'inForce', hash: proof.hash, in_force_from: framework.inForceFrom ?? null })
    .where('id', '=', frameworkId)
    .execute()
}
