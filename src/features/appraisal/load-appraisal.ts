import type { AppraisedLeaf } from '../../core/appraisal/appraised-leaf.ts'
import { roundInWork } from '../../core/appraisal/round-in-work.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Round, Stage } from '../../core/vocabulary.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { type FrameworkInForce, loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import type { ScoredUnit, StoredScore } from '../scores/scores.ts'

export interface SheetPlace {
  readonly cycleId: string
  readonly unitId: string
}

export interface CycleUnderAppraisal {
  readonly id: string
  readonly year: number
  readonly title: string
  readonly stage: Stage
  readonly rounds: readonly Round[]
}

/** A leaf with the rows behind what is claimed and what is given. */
export interface AppraisalRow extends AppraisedLeaf {
  readonly claim?: StoredScore
  readonly decision?: StoredScore
}

/** One unit under appraisal with everything an act on it looks at. Rows stand in document order. */
export interface UnderAppraisal {
  readonly cycle: CycleUnderAppraisal
  readonly unit: ScoredUnit
  readonly inForce: FrameworkInForce
  readonly round: Round
  readonly rows: readonly AppraisalRow[]
}

/** `stayOpen` keeps the cycle from being closed until the act ends and disturbs nobody else; `close` waits for all who hold it open. */
export const loadCycle = async (
  transaction: Transaction,
  cycleId: string,
  lock?: 'stayOpen' | 'close',
): Promise<Result<CycleUnderAppraisal>> => {
  const query = transaction.selectFrom('cycle').select(['id', 'year', 'title', 'stage', 'rounds']).where('id', '=', cycleId)
  const row = await (lock === 'stayOpen' ? query.forKeyShare() : lock === 'close' ? query.forUpdate() : query).executeTakeFirst()
  if (!row) return refuse(errorAt('notFound', cycleId, { what: 'cycle' }))
  return accept({ ...row, stage: row.stage as Stage, rounds: row.rounds as Round[] })
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

/** Loads a unit under appraisal; `lock` is for acts that change it: they come one after another, and the cycle cannot be closed between. */
export const loadAppraisal = async (context: ActContext, place: SheetPlace, lock?: 'forChange'): Promise<Result<UnderAppraisal>> => {
  const { transaction } = context
  const cycle = await loadCycle(transaction, place.cycleId, lock && 'stayOpen')
  if (!cycle.ok) return cycle
  const unit = await loadScoredUnit(transaction, place.cycleId, place.unitId, lock)
  if (!unit.ok) return unit
  const round = roundInWork(cycle.value.rounds, unit.value.stage as Stage)
  if (!round) return refuse(errorAt('wrongStage', place.unitId, { stage: unit.value.stage, act: 'readAppraisal' }))
  const inForce = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!inForce.ok) return inForce
  const scores = await loadScores(transaction, place.cycleId, place.unitId, ['claimed', round])
  const evidence = await countEvidence(transaction, place)
  const of = (wanted: Round) => new Map(scores.filter((score) => score.round === wanted).map((score) => [score.nodeId, score]))
  const [claims, decisions] = [of('claimed'), of(round)]
  const rows = [...inForce.value.leaves].map(([nodeId, leaf]): AppraisalRow => {
    const [claim, decision] = [claims.get(nodeId), decisions.get(nodeId)]
    return { leaf, ...(claim && { claim }), ...(decision && { decision }), evidenceCount: evidence.get(nodeId) ?? 0 }
  })
  return accept({ cycle: cycle.value, unit: unit.value, inForce: inForce.value, round, rows })
}
