import { isAllowedAt } from '../../core/cycle/stages.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { SavedExplanations } from './explanation-contract.ts'
import { loadAppraisal } from './load-appraisal.ts'
import { checkCycleOpen, moveUnit } from './move-unit.ts'
import { saveExplanation } from './save-explanation.ts'
import type { SheetPlace } from './sheet-place.ts'
import { checkStepWindow } from './step-window.ts'

interface Asked {
  readonly nodeId: string
  readonly version: number
}

/** Asks the unit to explain a leaf once it sees what was given; an empty text takes the request back. */
export const requestExplanation = async (
  context: ActContext,
  place: SheetPlace,
  { text, ...asked }: Asked & { readonly text: string },
): Promise<Result<SavedExplanations>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  const open = checkCycleOpen(appraisal.value, 'requestExplanation')
  if (!open.ok) return open
  const inTime = await checkStepWindow(context, place, 'firstAppraisal')
  if (!inTime.ok) return inTime
  const row = appraisal.value.rows.find(({ leaf }) => leaf.id === asked.nodeId)
  if (!row) return refuse(errorAt('unknownNode', asked.nodeId, { node: asked.nodeId }))
  if (!row.isMine) return refuse(errorAt('notYourTask', asked.nodeId, { area: '' }))
  const moved = await moveUnit(context, appraisal.value, 'requestExplanation')
  if (!moved.ok) return moved
  // Taking back keeps the row: what was asked, and that it was, stays in the log.
  const columns = text
    ? { request: text, requested_by: context.actor.personId, requested_at: context.now, withdrawn_at: null }
    : { withdrawn_at: context.now }
  if (!text && !row.explained) return accept({ saved: [], savedAt: context.now.toISOString() })
  const version = await saveExplanation(context, place, asked, columns)
  if (!version.ok) return version
  await recordActions(context, [{ kind: 'explanationRequested', ...place, nodeId: asked.nodeId, facts: { text } }])
  return accept({ saved: [{ nodeId: asked.nodeId, version: version.value }], savedAt: context.now.toISOString() })
}

/** The unit takes a dispute back: what was given stands, and the leaf leaves the agenda. */
export const withdrawDispute = async (context: ActContext, place: SheetPlace, asked: Asked): Promise<Result<SavedExplanations>> => {
  const appraisal = await loadAppraisal(context, place, 'forChange')
  if (!appraisal.ok) return appraisal
  const { stage } = appraisal.value.unit
  if (!isAllowedAt(stage as Stage, 'withdrawDispute')) return refuse(errorAt('wrongStage', '', { stage, act: 'withdrawDispute' }))
  const explained = appraisal.value.rows.find(({ leaf }) => leaf.id === asked.nodeId)?.explained
  if (explained?.answer !== 'disputed' || explained.isWithdrawn) return refuse(errorAt('notDisputed', asked.nodeId, {}))
  const version = await saveExplanation(context, place, asked, { withdrawn_at: context.now })
  if (!version.ok) return version
  await recordActions(context, [{ kind: 'disputeWithdrawn', ...place, nodeId: asked.nodeId }])
  return accept({ saved: [{ nodeId: asked.nodeId, version: version.value }], savedAt: context.now.toISOString() })
}
