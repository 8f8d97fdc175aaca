import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { refreshCounts } from '../scores/refresh-counts.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { loadEvidence } from './load-evidence.ts'

export interface Link {
  readonly cycleId: string
  readonly unitId: string
  readonly nodeId: string
  readonly evidenceId: string
}

const closesAt = async ({ transaction }: ActContext, cycleId: string, unitId: string): Promise<Date | null> => {
  const { rows } = await sql<{ closes: Date | null }>`
    select closes_at(c.self_assessment_closes, cu.self_assessment_closes) as closes
    from cycle_unit cu join cycle c on c.id = cu.cycle_id
    where cu.cycle_id = ${cycleId} and cu.unit_id = ${unitId}`.execute(transaction)
  return rows[0]?.closes ?? null
}

/** Only while the unit still assesses itself and the window is open. */
const checkOpen = async (context: ActContext, { cycleId, unitId, nodeId }: Link): Promise<Result<undefined>> => {
  const unit = await loadScoredUnit(context.transaction, cycleId, unitId, 'forChange')
  if (!unit.ok) return unit
  if (unit.value.stage !== 'selfAssessing')
    return refuse(errorAt('wrongStage', nodeId, { stage: unit.value.stage, act: 'changeSelfAssessment' }))
  const closes = await closesAt(context, cycleId, unitId)
  if (closes && closes <= context.now) return refuse(errorAt('deadlinePassed', nodeId, { deadline: closes.toISOString() }))
  const inForce = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!inForce.ok) return inForce
  return inForce.value.leaves.has(nodeId) ? accept(undefined) : refuse(errorAt('unknownNode', nodeId, { node: nodeId }))
}

/** Logs what was done and counts anew which claims have no document. */
const noteChange = async (context: ActContext, kind: string, { evidenceId, ...leaf }: Link): Promise<Result<undefined>> => {
  await recordActions(context, [{ kind, ...leaf, facts: { evidenceId } }])
  await refreshCounts(context, leaf.cycleId, [leaf.unitId])
  return accept(undefined)
}

/** Lets a document of the unit's register prove a leaf; doing it again changes nothing. */
export const linkEvidence = async (context: ActContext, link: Link): Promise<Result<undefined>> => {
  const open = await checkOpen(context, link)
  if (!open.ok) return open
  const evidence = await loadEvidence(context.transaction, link.unitId, link.evidenceId)
  if (!evidence.ok) return evidence
  const { cycleId, unitId, nodeId, evidenceId } = link
  const added = await context.transaction
    .insertInto('score_evidence')
    .values({ authority_id: context.actor.authorityId, cycle_id: cycleId, unit_id: unitId, node_id: nodeId, evidence_id: evidenceId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('evidence_id')
    .executeTakeFirst()
  return added ? noteChange(context, 'evidenceLinked', link) : accept(undefined)
}

/** The document no longer proves the leaf; it stays in the register. */
export const unlinkEvidence = async (context: ActContext, link: Link): Promise<Result<undefined>> => {
  const open = await checkOpen(context, link)
  if (!open.ok) return open
  const { cycleId, unitId, nodeId, evidenceId } = link
  const removed = await context.transaction
    .deleteFrom('score_evidence')
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .where('node_id', '=', nodeId)
    .where('evidence_id', '=', evidenceId)
    .returning('evidence_id')
    .executeTakeFirst()
  return removed ? noteChange(context, 'evidenceUnlinked', link) : accept(undefined)
}
