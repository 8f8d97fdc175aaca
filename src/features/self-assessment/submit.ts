import { sql } from 'kysely'
import { nextStage } from '../../core/cycle/stages.ts'
import { errorAt, hasErrors, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { checkSubmission } from '../../core/self-assessment/check-submission.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import { checkCopies } from '../../platform/copies/copies.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import { loadScores } from '../scores/load-scores.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { checkDeadline } from './change-claims.ts'
import { copiedSheet } from './copies/copies.ts'
import { demandOf } from './copies/version.ts'
import { loadAbsences } from './flags/absences.ts'
import { hashOfSheet, keepSeen, loadDocuments } from './form-of-sheet.ts'
import { claimsOf, type SheetPlace } from './load-sheet.ts'

interface Submitted {
  version: number
  stage: Stage
  submittedAt: string
  submittedHash: string
}

/** Where divisions have parts, all of them have to be taken in, and the head of the unit approves by submitting. */
const checkParts = async ({ transaction, actor }: ActContext, { cycleId, unitId }: SheetPlace): Promise<readonly Problem[]> => {
  const { rows } = await sql<{ name: string; state: string }>`
    select d.name, p.state from division_part p join unit d on d.id = p.division_id
    where p.cycle_id = ${cycleId} and p.unit_id = ${unitId} order by d.name`.execute(transaction)
  if (rows.length === 0) return []
  const isHead = actor.grants.some(({ role, unitId: of }) => role === 'headOfUnit' && of === unitId)
  return [
    ...(isHead ? [] : [errorAt('headSubmits', '', {})]),
    ...rows.filter(({ state }) => state !== 'merged').map(({ name }) => errorAt('partNotMerged', '', { division: name })),
  ]
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
  const parts = await checkParts(context, place)
  if (parts.length) return refuse(...parts)
  const deadline = await checkDeadline(context, place)
  if (!deadline.ok) return deadline
  const framework = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!framework.ok) return framework
  const { nodes } = framework.value.framework
  const claims = claimsOf(await loadScores(context.transaction, place.cycleId, place.unitId, ['claimed']))
  const documents = await loadDocuments(context, place)
  const absences = await loadAbsences(context, place)
  const problems = checkSubmission(
    nodes,
    claims,
    (nodeId) => documents.get(nodeId)?.length ?? 0,
    acceptsMissing,
    (nodeId) => absences.has(nodeId),
  )
  if (hasErrors(problems)) return refuse(...problems)
  const hash = hashOfSheet(place, { hash: framework.value.hash, nodes }, claims, documents, absences)
  const due = await checkCopies(context, copiedSheet(place), await demandOf(context, place.cycleId), hash)
  if (due.length) return refuse(...due)
  await keepSeen(context, place, documents)
  await freeze(context, place, stage.value, hash, seen)
  await recordActions(context, [{ kind: 'selfAssessmentSubmitted', ...place, facts: { hash, warnings: problems.length } }])
  return accept({ version: seen + 1, stage: stage.value, submittedAt: context.now.toISOString(), submittedHash: hash })
}
