import type { AppraisedLeaf } from '../../core/appraisal/appraised-leaf.ts'
import { isAssigned } from '../../core/appraisal/assignments.ts'
import { isLess, isMatter, isStillDisputed } from '../../core/appraisal/explained-leaf.ts'
import { roundInWork } from '../../core/appraisal/round-in-work.ts'
import { decidingRounds } from '../../core/cycle/rounds.ts'
import type { FrameworkNode } from '../../core/framework/framework.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import type { ScoredUnit, StoredScore } from '../scores/scores.ts'
import { loadAssignments } from './load-assignments.ts'
import { type CycleUnderAppraisal, loadCycle } from './load-cycle.ts'
import { loadExplanations, type StoredExplanation } from './load-explanations.ts'
import type { SheetPlace } from './sheet-place.ts'

/** A leaf with the rows behind what is claimed, what earlier rounds gave and what this one gives. */
export interface AppraisalRow extends AppraisedLeaf {
  readonly leaf: FrameworkNode
  readonly claim?: StoredScore
  readonly earlier: readonly StoredScore[]
  readonly decision?: StoredScore & { readonly isCarried: boolean }
  readonly explained?: StoredExplanation
  /** Whether the round in work owes the leaf a decision of its own. */
  readonly isMatter: boolean
  /** Whether the leaf is the actor's to appraise, as the work was divided. */
  readonly isMine: boolean
}

/** One unit under appraisal with everything an act on it looks at. Rows stand in document order. */
export interface UnderAppraisal {
  readonly cycle: CycleUnderAppraisal
  readonly unit: ScoredUnit
  readonly inForce: FrameworkInForce
  readonly round: Round
  readonly rows: readonly AppraisalRow[]
}

const countEvidence = async (transaction: Transaction, { cycleId, unitId }: SheetPlace): Promise<ReadonlyMap<string, number>> => {
  const rows = await transaction
    .selectFrom('score_evidence')
    .select(({ fn }) => ['node_id', fn.countAll<number>().as('count')])
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .groupBy('node_id')
    .execute()
  return new Map(rows.map(({ node_id, count }) => [node_id, count]))
}

/** Ids of each leaf and of all above it. */
export const pathsOf = (nodes: readonly FrameworkNode[], above: readonly string[] = []): ReadonlyMap<string, readonly string[]> =>
  new Map(
    nodes.flatMap((node): [string, readonly string[]][] => {
      const path = [...above, node.id]
      return node.children.length ? [...pathsOf(node.children, path)] : [[node.id, path]]
    }),
  )

/**
 * Whether a later round has to look at the leaf: what the unit explained or disputes; before the council only what still differs. Where the cycle asks for
 * no explanation, whatever was given less.
 */
const isMatterOf = (
  round: Round,
  rounds: readonly Round[],
  row: {
    readonly explained?: StoredExplanation | undefined
    readonly claim?: StoredScore | undefined
    readonly before?: StoredScore | undefined
  },
): boolean => {
  if (round === 'firstAppraisal') return false
  if (!rounds.includes('explanation')) return isLess(row.claim, row.before)
  return round === 'council' ? isStillDisputed(row.explained, row.claim, row.before) : isMatter(row.explained)
}

/** What is claimed, given and explained on one leaf, out of its scores of all rounds. */
export const sidesOf = (
  leaf: FrameworkNode,
  scores: readonly StoredScore[],
  explained: StoredExplanation | undefined,
  { rounds, round }: { readonly rounds: readonly Round[]; readonly round: Round },
): Omit<AppraisalRow, 'evidenceCount' | 'isMine'> => {
  const known = decidingRounds(rounds).slice(0, decidingRounds(rounds).indexOf(round) + 1)
  const of = (wanted: Round) => scores.find((score) => score.round === wanted)
  const [claim, decision] = [of('claimed'), of(round)]
  const earlier = known.slice(0, -1).flatMap((each) => of(each) ?? [])
  return {
    leaf,
    ...(claim && { claim }),
    earlier,
    ...(decision && { decision: { ...decision, isCarried: round !== known[0] && decision.version === 0 } }),
    ...(explained && { explained }),
    isMatter: isMatterOf(round, rounds, { explained, claim, before: earlier.at(-1) }),
  }
}

/**
 * Loads a unit under appraisal; `lock` is for acts that change it: they come one after another, and the cycle cannot be closed between. An act on some leaves
 * names them and gets their rows alone.
 */
export const loadAppraisal = async (
  context: ActContext,
  place: SheetPlace,
  lock?: 'forChange',
  nodeIds?: readonly string[],
): Promise<Result<UnderAppraisal>> => {
  const { transaction, actor } = context
  const cycle = await loadCycle(transaction, place.cycleId, lock && 'stayOpen')
  if (!cycle.ok) return cycle
  const unit = await loadScoredUnit(transaction, place.cycleId, place.unitId, lock)
  if (!unit.ok) return unit
  const { rounds } = cycle.value
  const round = roundInWork(rounds, unit.value.stage as Stage)
  if (!round) return refuse(errorAt('wrongStage', place.unitId, { stage: unit.value.stage, act: 'readAppraisal' }))
  const inForce = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!inForce.ok) return inForce
  const known = decidingRounds(rounds).slice(0, decidingRounds(rounds).indexOf(round) + 1)
  const stored = await loadScores(transaction, place.cycleId, place.unitId, ['claimed', ...known], nodeIds)
  const scores = Map.groupBy(stored, ({ nodeId }) => nodeId)
  const evidence = await countEvidence(transaction, place)
  const explanations = rounds.includes('explanation') ? await loadExplanations(transaction, place) : new Map<string, StoredExplanation>()
  const assignments = await loadAssignments(transaction, place.cycleId)
  const paths = pathsOf(inForce.value.framework.nodes)
  const leaves = [...inForce.value.leaves].filter(([nodeId]) => nodeIds?.includes(nodeId) ?? true)
  const rows = leaves.map(([nodeId, leaf]) => ({
    ...sidesOf(leaf, scores.get(nodeId) ?? [], explanations.get(nodeId), { rounds, round }),
    evidenceCount: evidence.get(nodeId) ?? 0,
    isMine: isAssigned(assignments, actor.personId, unit.value, paths.get(nodeId) ?? []),
  }))
  return accept({ cycle: cycle.value, unit: unit.value, inForce: inForce.value, round, rows })
}
