import { walkNodes } from '../../core/framework/walk.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { UnitResult } from '../../core/results/results.ts'
import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadScores } from '../scores/load-scores.ts'
import type { TraceMessage } from './contract.ts'
import { computeRound, loadLiveUnit } from './live-sheet.ts'

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
  return result.ok ? traceOf(cycle.framework.framework, result.value, wanted.node) : result
}
