import { sql } from 'kysely'
import { checkExplanation } from '../../core/appraisal/explained-leaf.ts'
import { isAllowedAt } from '../../core/cycle/stages.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { ExplanationChange, SavedExplanations } from './explanation-contract.ts'
import { loadAppraisal, type UnderAppraisal } from './load-appraisal.ts'
import { checkCycleOpen } from './move-unit.ts'
import { saveExplanation } from './save-explanation.ts'
import type { SheetPlace } from './sheet-place.ts'
import { checkStepWindow } from './step-window.ts'

const checkAnswers = (appraisal: UnderAppraisal, answers: readonly ExplanationChange[]): readonly Problem[] =>
  answers.flatMap(({ nodeId, answer, text }, index): readonly Problem[] => {
    const row = appraisal.rows.find(({ leaf }) => leaf.id === nodeId)
    if (!row) return [errorAt('unknownNode', nodeId, { node: nodeId })]
    const first = answers.findIndex((each) => each.nodeId === nodeId)
    if (first < index) return [errorAt('duplicateLine', nodeId, { unit: appraisal.unit.unitId, node: nodeId, first: first + 1 })]
    const { request } = row.explained ?? {}
    return checkExplanation(
      nodeId,
      { answer, isWithdrawn: false, ...(text && { text }), ...(request !== undefined && { request }) },
      { claim: row.claim, decision: row.decision },
    )
  })

/** Hands documents in with an explanation; those named are all there are. */
const saveDocuments = async (
  { transaction, actor }: ActContext,
  place: SheetPlace,
  { nodeId, documents }: ExplanationChange,
): Promise<Result<undefined>> => {
  const known = await transaction
    .selectFrom('evidence')
    .select('id')
    .where('unit_id', '=', place.unitId)
    .where('id', '=', sql<string>`any(${documents}::uuid[])`)
    .execute()
  const strange = documents.filter((each) => !known.some(({ id }) => id === each))
  if (strange.length) return refuse(...strange.map(() => errorAt('notFound', nodeId, { what: 'evidence' })))
  const key = { authority_id: actor.authorityId, cycle_id: place.cycleId, unit_id: place.unitId, node_id: nodeId }
  await transaction
    .deleteFrom('explanation_evidence')
    .where('cycle_id', '=', place.cycleId)
    .where('unit_id', '=', place.unitId)
    .where('node_id', '=', nodeId)
    .execute()
  if (known.length)
    await transaction
      .insertInto('explanation_evidence')
      .values(known.map(({ id }) => ({ ...key, evidence_id: id })))
      .execute()
  return accept(undefined)
}

/** Saves a unit's answers, all or none: agreed or disputed, with text and documents. The points it answered to are kept with the answer. */
export const changeExplanation = async (
  context: ActContext,
  place: SheetPlace,
  answers: readonly ExplanationChange[],
): Promise<Result<SavedExplanations>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  const open = checkCycleOpen(appraisal.value, 'changeExplanation')
  if (!open.ok) return open
  const { stage } = appraisal.value.unit
  if (!isAllowedAt(stage as Stage, 'changeExplanation')) return refuse(errorAt('wrongStage', '', { stage, act: 'changeExplanation' }))
  const inTime = await checkStepWindow(context, place, 'explanation')
  if (!inTime.ok) return inTime
  const problems = checkAnswers(appraisal.value, answers)
  if (problems.length) return { ok: false, problems }
  const saved: { nodeId: string; version: number }[] = []
  for (const each of answers) {
    const decision = appraisal.value.rows.find(({ leaf }) => leaf.id === each.nodeId)?.decision
    const version = await saveExplanation(context, place, each, {
      answer: each.answer,
      explanation: each.text?.trim() || null,
      decision_version: decision?.version ?? null,
      answered_by: context.actor.personId,
      answered_at: context.now,
      withdrawn_at: null,
    })
    if (!version.ok) return version
    const documents = await saveDocuments(context, place, each)
    if (!documents.ok) return documents
    saved.push({ nodeId: each.nodeId, version: version.value })
  }
  await recordActions(
    context,
    answers.map(({ nodeId, version: _, ...facts }) => ({ kind: 'explanationChanged', ...place, nodeId, facts })),
  )
  return accept({ saved, savedAt: context.now.toISOString() })
}
