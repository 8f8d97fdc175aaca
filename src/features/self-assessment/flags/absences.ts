import { sql } from 'kysely'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { isSelfScored } from '../../../core/self-assessment/claims.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import { ownPartOf } from '../../scores/own-part.ts'
import { loadScoredUnit } from '../../scores/scored-unit.ts'
import { checkDeadline, checkPart } from '../change-claims.ts'
import type { SheetPlace } from '../load-sheet.ts'

type LeafPlace = SheetPlace & { readonly nodeId: string }

/** Reasons by leaf, as far as they still hold: where documents came since, nothing is absent. */
export const loadAbsences = async ({ transaction }: ActContext, { cycleId, unitId }: SheetPlace): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await sql<{ node_id: string; reason: string }>`
    select a.node_id, a.reason from evidence_absence a where a.cycle_id = ${cycleId} and a.unit_id = ${unitId}
      and not exists (select from score_evidence s where s.cycle_id = a.cycle_id and s.unit_id = a.unit_id and s.node_id = a.node_id)`.execute(
    transaction,
  )
  return new Map(rows.map(({ node_id, reason }) => [node_id, reason]))
}

/** Locks the unit and says why nothing can be declared or taken back at the leaf now. */
const checkLeaf = async (context: ActContext, place: LeafPlace): Promise<readonly Problem[]> => {
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId, 'forChange')
  if (!unit.ok) return unit.problems
  if (unit.value.stage !== 'selfAssessing') return [errorAt('wrongStage', '', { stage: unit.value.stage, act: 'changeSelfAssessment' })]
  const deadline = await checkDeadline(context, place)
  if (!deadline.ok) return deadline.problems
  const framework = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!framework.ok) return framework.problems
  const leaf = framework.value.leaves.get(place.nodeId)
  if (!leaf) return [errorAt('unknownNode', place.nodeId, { node: place.nodeId })]
  if (!isSelfScored(leaf)) return [errorAt('notSelfScored', place.nodeId, { source: leaf.source })]
  return checkPart(await ownPartOf(context, place), [place])
}

const versionOf = async ({ transaction }: ActContext, { cycleId, unitId, nodeId }: LeafPlace): Promise<number> => {
  const row = await transaction
    .selectFrom('evidence_absence')
    .select('version')
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .where('node_id', '=', nodeId)
    .executeTakeFirst()
  return row?.version ?? 0
}

const checkSeen = async (context: ActContext, place: LeafPlace, seen: number): Promise<readonly Problem[]> => {
  const problems = await checkLeaf(context, place)
  if (problems.length) return problems
  const version = await versionOf(context, place)
  return version === seen ? [] : [errorAt('changedMeanwhile', place.nodeId, { version: String(version) })]
}

/** Declares that a leaf has no documents, or says anew why; refused where it has some. */
export const declareAbsence = async (
  context: ActContext,
  place: LeafPlace,
  seen: number,
  reason: string,
): Promise<Result<{ version: number }>> => {
  const problems = await checkSeen(context, place, seen)
  if (problems.length) return refuse(...problems)
  const { transaction, actor, now } = context
  const { cycleId, unitId, nodeId } = place
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from score_evidence where cycle_id = ${cycleId} and unit_id = ${unitId} and node_id = ${nodeId}`.execute(
    transaction,
  )
  const count = rows[0]?.count ?? 0
  if (count > 0) return refuse(errorAt('documentsThere', nodeId, { count }))
  const values = { reason: reason.normalize('NFC'), declared_at: now, declared_by: actor.personId, version: seen + 1 }
  await transaction
    .insertInto('evidence_absence')
    .values({ authority_id: actor.authorityId, cycle_id: cycleId, unit_id: unitId, node_id: nodeId, ...values })
    .onConflict((conflict) => conflict.columns(['authority_id', 'cycle_id', 'unit_id', 'node_id']).doUpdateSet(values))
    .execute()
  await recordActions(context, [{ kind: 'evidenceAbsenceDeclared', cycleId, unitId, nodeId, facts: { reason: values.reason } }])
  return accept({ version: seen + 1 })
}

/** Takes a declaration back; the log keeps what it said. */
export const withdrawAbsence = async (context: ActContext, place: LeafPlace, seen: number): Promise<Result<undefined>> => {
  const problems = await checkSeen(context, place, seen)
  if (problems.length) return refuse(...problems)
  const { cycleId, unitId, nodeId } = place
  await context.transaction
    .deleteFrom('evidence_absence')
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .where('node_id', '=', nodeId)
    .execute()
  await recordActions(context, [{ kind: 'evidenceAbsenceWithdrawn', cycleId, unitId, nodeId }])
  return accept(undefined)
}
