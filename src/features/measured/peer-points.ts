import { sql } from 'kysely'
import { decidingRounds } from '../../core/cycle/rounds.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { errorAt } from '../../core/problem.ts'
import { bestPeers, type PeerSnapshot } from '../../core/rules/peer-pass.ts'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { peerLeavesOf } from '../scores/peer-groups.ts'
import { type PassedLeaf, runPeerPass } from '../scores/peer-pass.ts'
import type { PeerLeaf } from './peer-contract.ts'

interface SnapshotRow {
  readonly unit_group: string
  readonly round: Round
  readonly node_id: string
  readonly peers: PeerSnapshot
  readonly taken_at: Date
}

const loadSnapshots = async ({ transaction }: ActContext, cycleId: string): Promise<readonly SnapshotRow[]> => {
  const { rows } = await sql<SnapshotRow>`
    select unit_group, round, node_id, peers, taken_at from peer_snapshot where cycle_id = ${cycleId}`.execute(transaction)
  return rows
}

const loadNames = async ({ transaction }: ActContext, cycleId: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.name from cycle_unit cu join unit u on u.id = cu.unit_id where cu.cycle_id = ${cycleId}`.execute(transaction)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const roundsOf = async ({ transaction }: ActContext, cycleId: string): Promise<readonly Round[]> => {
  const row = await transaction.selectFrom('cycle').select('rounds').where('id', '=', cycleId).executeTakeFirst()
  const rounds = (row?.rounds ?? []) as readonly Round[]
  return [...new Set<Round>(['claimed', ...decidingRounds(rounds).slice(-1)])]
}

/** Every leaf of the cycle whose points depend on the other units, with what the last pass of each round took down. */
export const loadPeerPoints = async (context: ActContext, cycleId: string): Promise<Result<{ leaves: PeerLeaf[] }>> => {
  const groups = await context.transaction
    .selectFrom('cycle_framework')
    .select(['unit_group', 'framework_id'])
    .where('cycle_id', '=', cycleId)
    .orderBy('unit_group')
    .execute()
  const [snapshots, names, rounds] = [
    await loadSnapshots(context, cycleId),
    await loadNames(context, cycleId),
    await roundsOf(context, cycleId),
  ]
  const leaves: PeerLeaf[] = []
  for (const { unit_group, framework_id } of groups) {
    const inForce = await loadFrameworkInForce(context, framework_id)
    if (!inForce.ok) return inForce
    for (const leaf of peerLeavesOf(inForce.value))
      for (const round of rounds) {
        const taken = snapshots.find((each) => each.unit_group === unit_group && each.round === round && each.node_id === leaf.id)
        const best = taken ? bestPeers(leaf, taken.peers) : []
        const [first] = best
        leaves.push({
          unitGroup: unit_group,
          nodeId: leaf.id,
          code: leaf.code,
          name: leaf.name,
          round,
          units: Object.keys(taken?.peers ?? {}).length,
          ...(taken && { takenAt: taken.taken_at.toISOString() }),
          ...(taken && first !== undefined && { best: { value: taken.peers[first] ?? '', units: best.map((id) => names.get(id) ?? '') } }),
        })
      }
  }
  return accept({ leaves })
}

/** Gives the points as the facts stand now, of what was claimed and of the last round. */
export const computePeerPoints = async (context: ActContext, cycleId: string): Promise<Result<{ passed: PassedLeaf[] }>> => {
  const held = await context.transaction.selectFrom('cycle').select('id').where('id', '=', cycleId).forNoKeyUpdate().executeTakeFirst()
  if (!held) return refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
  const passed = await runPeerPass(context, { cycleId, rounds: await roundsOf(context, cycleId), isFinal: false })
  return passed.ok ? accept({ passed: [...passed.value] }) : passed
}
