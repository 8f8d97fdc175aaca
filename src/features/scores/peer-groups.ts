import type { FrameworkNode } from '../../core/framework/framework.ts'
import { accept, type Result } from '../../core/result.ts'
import { peerRuleOf } from '../../core/rules/peer-pass.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { sql } from 'kysely'
import { type FrameworkInForce, loadFrameworkInForce } from './framework-in-force.ts'
import { loadScoresOfLeaves } from './load-scores.ts'
import type { ScoredUnit, StoredScore } from './scores.ts'

/** Leaves whose points depend on the other units of the group, in the order of the table. */
export const peerLeavesOf = ({ leaves }: FrameworkInForce): readonly FrameworkNode[] =>
  [...leaves.values()].filter((leaf) => leaf.source === 'appraised' && peerRuleOf(leaf) !== undefined)

/** One group of a cycle with the units that take part and the leaves that are relative. */
export interface PeerGroup {
  readonly unitGroup: string
  readonly inForce: FrameworkInForce
  readonly units: readonly ScoredUnit[]
}

/** Units that take part, locked until the pass ends: whoever has not submitted tells nobody what they claim. */
export const loadPeerGroups = async (context: ActContext, cycleId: string): Promise<Result<readonly PeerGroup[]>> => {
  const { rows } = await sql<{ unit_id: string; framework_id: string; unit_group: string; ranked: boolean; stage: Stage; version: number }>`
    select unit_id, framework_id, unit_group, ranked, stage, version from cycle_unit
    where cycle_id = ${cycleId} and stage not in ('preparing', 'selfAssessing', 'published') order by unit_group, unit_id for no key update`.execute(
    context.transaction,
  )
  const groups: PeerGroup[] = []
  for (const [unitGroup, own] of Map.groupBy(rows, ({ unit_group }) => unit_group)) {
    const inForce = await loadFrameworkInForce(context, own[0]?.framework_id ?? '')
    if (!inForce.ok) return inForce
    const units = own.map((row) => ({
      cycleId,
      unitId: row.unit_id,
      frameworkId: row.framework_id,
      unitGroup,
      ranked: row.ranked,
      stage: row.stage,
      version: row.version,
    }))
    groups.push({ unitGroup, inForce: inForce.value, units })
  }
  return accept(groups)
}

/** What stands, by unit, then by round and leaf. */
export type Standing = ReadonlyMap<string, ReadonlyMap<string, StoredScore>>

/** Scores of the relative leaves of all units; one statement however many. */
export const loadStanding = async (
  context: ActContext,
  cycleId: string,
  { units, inForce }: PeerGroup,
  round: Round,
): Promise<Standing> => {
  const leaves = peerLeavesOf(inForce)
  const wanted = units.flatMap(({ unitId }) => leaves.map(({ id }) => ({ unitId, nodeId: id })))
  const found = await loadScoresOfLeaves(context.transaction, cycleId, wanted, [...new Set<Round>(['claimed', round])])
  return new Map([...found].map(([unitId, own]) => [unitId, new Map(own.map((score) => [`${score.round} ${score.nodeId}`, score]))]))
}
