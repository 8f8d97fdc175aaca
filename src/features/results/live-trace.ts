import { walkNodes } from '../../core/framework/walk.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { UnitResult } from '../../core/results/results.ts'
import { bestPeers, peerRuleOf, type PeerSnapshot, peerTrace } from '../../core/rules/peer-pass.ts'
import type { Round } from '../../core/vocabulary.ts'
import { type ActContext, withAllUnitsInSight } from '../../platform/database/transaction.ts'
import { loadScores } from '../scores/load-scores.ts'
import type { StoredScore } from '../scores/scores.ts'
import type { TraceMessage } from './contract.ts'
import { computeRound, type LiveUnit, loadLiveUnit } from './live-sheet.ts'

export interface NamedTrace {
  readonly name: string
  readonly trace: TraceMessage
}

/** Picks the trace of a node, or of the whole where `node` is empty, out of a result that was computed with traces. */
export const traceOf = (framework: Framework, result: UnitResult, node: string): Result<NamedTrace> => {
  const found = [...walkNodes(framework.nodes)].find((each) => each.node.id === node)?.node
  const trace = node === '' ? result.trace : result.nodes[node]?.trace
  if (!trace || (node !== '' && !found)) return refuse(errorAt('unknownNode', node, { node }))
  return accept({ name: found ? `${found.code} ${found.name}`.trim() : '', trace: trace as TraceMessage })
}

/** How points relative to the other units came about; whoever sees the others reads which of them was best. */
const peerSteps = async (context: ActContext, { id: unitId, cycle }: LiveUnit, scores: readonly StoredScore[], node: string) => {
  const leaf = cycle.framework.leaves.get(node)
  const inputs = scores.find(({ nodeId }) => nodeId === node)?.inputs
  if (!leaf || !inputs || !peerRuleOf(leaf)) return undefined
  const taken = await withAllUnitsInSight(context, () =>
    context.transaction
      .selectFrom('peer_snapshot')
      .select('peers')
      .where('cycle_id', '=', cycle.id)
      .where('unit_group', '=', cycle.group)
      .where('round', '=', cycle.round)
      .where('node_id', '=', node)
      .executeTakeFirst(),
  )
  if (!taken) return undefined
  const snapshot = taken.peers as PeerSnapshot
  if (context.actor.units !== 'all') return peerTrace(leaf, unitId, inputs, snapshot)
  const best = bestPeers(leaf, snapshot)
  const units = await context.transaction
    .selectFrom('unit')
    .select('name')
    .where('id', 'in', best.length > 0 ? [...best] : [null as never])
    .orderBy('name')
    .execute()
  return peerTrace(
    leaf,
    unitId,
    inputs,
    snapshot,
    units.map(({ name }) => name),
  )
}

/** How a figure of a unit came about, as the scores stand. */
export const liveTrace = async (
  context: ActContext,
  at: { readonly cycleId: string; readonly unitId: string },
  wanted: { readonly node: string; readonly round?: Round | undefined },
): Promise<Result<NamedTrace>> => {
  const unit = await loadLiveUnit(context, at.cycleId, at.unitId, wanted.round)
  if (!unit.ok) return unit
  const { cycle } = unit.value
  const scores = await loadScores(context.transaction, at.cycleId, at.unitId, [cycle.round])
  const result = computeRound(unit.value, scores, cycle.round, { trace: true })
  if (!result.ok) return result
  const named = traceOf(cycle.framework.framework, result.value, wanted.node)
  if (!named.ok) return named
  const steps = await peerSteps(context, unit.value, scores, wanted.node)
  return accept(steps ? { ...named.value, trace: { ...named.value.trace, parts: [steps as TraceMessage] } } : named.value)
}
