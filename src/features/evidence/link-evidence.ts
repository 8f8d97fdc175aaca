import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import { type ActContext, withUnitInSight } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { ownPartOf } from '../scores/own-part.ts'
import { refreshCounts } from '../scores/refresh-counts.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { maxDocumentsOfLeaf } from './shapes.ts'

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
  if (!inForce.value.leaves.has(nodeId)) return refuse(errorAt('unknownNode', nodeId, { node: nodeId }))
  const part = await ownPartOf(context, { cycleId, unitId })
  if (part && !part.leaves.has(nodeId)) return refuse(errorAt('leafOfOthers', nodeId, {}))
  return part && !part.openLeaves.has(nodeId) ? refuse(errorAt('leafHandedIn', nodeId, {})) : accept(undefined)
}

/** Logs what was done and counts anew which claims have no document. */
const noteChange = async (context: ActContext, kind: string, { evidenceId, ...leaf }: Link): Promise<Result<undefined>> => {
  await recordActions(context, [{ kind, ...leaf, facts: { evidenceId } }])
  await withUnitInSight(context, leaf.unitId, () => refreshCounts(context, leaf.cycleId, [leaf.unitId]))
  return accept(undefined)
}

/** In whose register the document is: the unit's own, of a division, of whoever answers for that leaf, or of a unit that lent it. */
const registerOf = async ({ transaction }: ActContext, { cycleId, unitId, nodeId, evidenceId }: Link): Promise<Result<string>> => {
  const { rows } = await sql<{ unit_id: string }>`
    select e.unit_id from evidence e join unit u on u.id = e.unit_id
    where e.id = ${evidenceId} and (u.id = ${unitId} or (u.parent_id = ${unitId} and u.kind = 'division')
      or exists (select from division_leaf l where l.cycle_id = ${cycleId} and l.unit_id = ${unitId} and l.node_id = ${nodeId} and l.division_id = u.id)
      or exists (select from evidence_share s where s.evidence_id = e.id and s.borrower_id = ${unitId}))`.execute(transaction)
  return rows[0] ? accept(rows[0].unit_id) : refuse(errorAt('notFound', evidenceId, { what: 'evidence' }))
}

/** Lets a document of the unit's register, or of one of its divisions', prove a leaf; doing it again changes nothing. */
export const linkEvidence = async (context: ActContext, link: Link): Promise<Result<undefined>> => {
  const open = await checkOpen(context, link)
  if (!open.ok) return open
  const register = await registerOf(context, link)
  if (!register.ok) return register
  const { cycleId, unitId, nodeId, evidenceId } = link
  const added = await context.transaction
    .insertInto('score_evidence')
    .values({
      authority_id: context.actor.authorityId,
      cycle_id: cycleId,
      unit_id: unitId,
      node_id: nodeId,
      evidence_id: evidenceId,
      evidence_unit_id: register.value,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('evidence_id')
    .executeTakeFirst()
  if (!added) return accept(undefined)
  return (await isBeyondLimit(context, link))
    ? refuse(errorAt('tooManyDocuments', nodeId, { limit: maxDocumentsOfLeaf }))
    : noteChange(context, 'evidenceLinked', link)
}

const isBeyondLimit = async ({ transaction }: ActContext, { cycleId, unitId, nodeId }: Link): Promise<boolean> => {
  const { count } = await transaction
    .selectFrom('score_evidence')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .where('node_id', '=', nodeId)
    .executeTakeFirstOrThrow()
  return count > maxDocumentsOfLeaf
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
