import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonicalJson } from '../../core/canonical-json.ts'
import { nextStage } from '../../core/cycle/stages.ts'
import { errorAt, hasErrors } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { checkSubmission } from '../../core/self-assessment/check-submission.ts'
import { submittedForm } from '../../core/self-assessment/submitted-form.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { checkDeadline } from './change-claims.ts'
import { claimsOf, type SheetPlace } from './load-sheet.ts'

interface Submitted {
  version: number
  stage: Stage
  submittedAt: string
  submittedHash: string
}

const loadEvidence = async (
  { transaction }: ActContext,
  { cycleId, unitId }: SheetPlace,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const { rows } = await sql<{ node_id: string; ids: string[] }>`
    select node_id, array_agg(evidence_id::text) as ids from score_evidence
    where cycle_id = ${cycleId} and unit_id = ${unitId} group by node_id`.execute(transaction)
  return new Map(rows.map(({ node_id, ids }) => [node_id, ids]))
}

const freeze = async (
  { transaction, actor, now }: ActContext,
  { cycleId, unitId }: SheetPlace,
  stage: Stage,
  hash: string,
  seen: number,
): Promise<void> => {
  await transaction
    .updateTable('cycle_unit')
    .set({ stage, version: seen + 1, submitted_at: now, submitted_by: actor.personId, submitted_hash: hash })
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .execute()
}

/**
 * Submits a sheet: waits for saves under way, checks the whole, freezes exactly what stands and keeps the SHA-256 of its canonical JSON.
 * From then on the claims change only if the sheet is given back.
 */
export const submitSelfAssessment = async (
  context: ActContext,
  place: SheetPlace,
  seen: number,
  { acceptsMissing }: { readonly acceptsMissing: boolean },
): Promise<Result<Submitted>> => {
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId, 'forChange')
  if (!unit.ok) return unit
  const stage = nextStage(unit.value.stage as Stage, 'submitSelfAssessment')
  if (!stage.ok) return stage
  if (unit.value.version !== seen) return refuse(errorAt('changedMeanwhile', '', { version: String(unit.value.version) }))
  const deadline = await checkDeadline(context, place)
  if (!deadline.ok) return deadline
  const framework = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!framework.ok) return framework
  const { nodes } = framework.value.framework
  const claims = claimsOf(await loadScores(context.transaction, place.cycleId, place.unitId, ['claimed']))
  const evidence = await loadEvidence(context, place)
  const problems = checkSubmission(nodes, claims, (nodeId) => evidence.get(nodeId)?.length ?? 0, acceptsMissing)
  if (hasErrors(problems)) return refuse(...problems)
  const form = submittedForm({ cycle: place.cycleId, unit: place.unitId, framework: framework.value.hash }, nodes, claims, evidence)
  const hash = createHash('sha256').update(canonicalJson(form)).digest('hex')
  await freeze(context, place, stage.value, hash, seen)
  await recordActions(context, [{ kind: 'selfAssessmentSubmitted', ...place, facts: { hash, warnings: problems.length } }])
  return accept({ version: seen + 1, stage: stage.value, submittedAt: context.now.toISOString(), submittedHash: hash })
}
