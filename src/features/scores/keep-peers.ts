import { sql } from 'kysely'
import type { PeerSnapshot } from '../../core/rules/peer-pass.ts'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** Keeps the values of the group at one leaf as they stood; a pass that finds the same keeps the older day. */
export const keepSnapshot = async (
  { transaction, actor }: ActContext,
  at: { readonly cycleId: string; readonly unitGroup: string; readonly round: Round; readonly nodeId: string },
  snapshot: PeerSnapshot,
): Promise<void> => {
  await sql`
    insert into peer_snapshot as p (authority_id, cycle_id, unit_group, round, node_id, peers, taken_by)
    values (${actor.authorityId}, ${at.cycleId}, ${at.unitGroup}, ${at.round}, ${at.nodeId}, ${JSON.stringify(snapshot)}::jsonb,
      ${actor.isInstallation ? null : actor.personId})
    on conflict (authority_id, cycle_id, unit_group, round, node_id) do update
      set peers = excluded.peers, taken_at = now(), taken_by = excluded.taken_by where p.peers <> excluded.peers`.execute(transaction)
}
