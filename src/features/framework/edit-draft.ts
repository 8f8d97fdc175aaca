import { sql } from 'kysely'
import { applyEdits } from '../../core/framework/draft/apply-edit.ts'
import type { FrameworkDraft } from '../../core/framework/draft/draft.ts'
import type { FrameworkEdit } from '../../core/framework/draft/edit.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkView } from './framework-shapes.ts'
import { type FrameworkRecord, lockDraft } from './load-framework.ts'
import { draftColumns, restoreDraft } from './stored-draft.ts'
import { viewFramework } from './view-framework.ts'

/** The framework in force whose hash the draft names. */
const baseOf = ({ framework: { basedOn } }: FrameworkDraft) =>
  sql<string | null>`(select id from framework where hash = ${basedOn ?? null} order by in_force_from desc limit 1)`

const saveRevision = async (context: ActContext, record: FrameworkRecord, draft: FrameworkDraft): Promise<Result<FrameworkView>> => {
  const { transaction, actor, now } = context
  const saved = await transaction
    .updateTable('framework')
    .set({ ...draftColumns(draft), based_on: baseOf(draft), revision: record.revision + 1, changed_at: now, changed_by: actor.personId })
    .where('id', '=', record.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return viewFramework(context, saved)
}

const loadSteps = async (
  { transaction }: ActContext,
  frameworkId: string,
): Promise<readonly { number: number; edits: readonly FrameworkEdit[] }[]> => {
  const rows = await transaction
    .selectFrom('framework_edit')
    .select(['number', 'edits'])
    .where('framework_id', '=', frameworkId)
    .orderBy('number')
    .execute()
  return rows.map(({ number, edits }) => ({ number, edits: edits as readonly FrameworkEdit[] }))
}

/** Applies edits to a draft as one step, all or none; told who changed it where the actor saw an older one. */
export const editDraft = async (
  context: ActContext,
  frameworkId: string,
  seen: number,
  edits: readonly FrameworkEdit[],
): Promise<Result<FrameworkView>> => {
  const record = await lockDraft(context, frameworkId, seen)
  if (!record.ok) return record
  const draft = applyEdits(restoreDraft(record.value.document), edits)
  if (!draft.ok) return draft
  const steps = await loadSteps(context, frameworkId)
  await context.transaction
    .insertInto('framework_edit')
    .values({
      authority_id: context.actor.authorityId,
      framework_id: frameworkId,
      number: (steps.at(-1)?.number ?? 0) + 1,
      edits: JSON.stringify(edits),
      person_id: context.actor.personId,
    })
    .execute()
  await recordActions(context, [{ kind: 'frameworkEdited', facts: { frameworkId, edits } }])
  return saveRevision(context, record.value, draft.value)
}

/** Takes the last step back: the draft is the fold of the steps that are left over what was read. */
export const undoStep = async (context: ActContext, frameworkId: string, seen: number): Promise<Result<FrameworkView>> => {
  const record = await lockDraft(context, frameworkId, seen)
  if (!record.ok) return record
  const steps = await loadSteps(context, frameworkId)
  const last = steps.at(-1)
  if (!last) return refuse(errorAt('nothingToUndo', '', {}))
  const draft = applyEdits(
    restoreDraft(record.value.reading),
    steps.slice(0, -1).flatMap(({ edits }) => edits),
  )
  if (!draft.ok) throw new Error(`steps of ${frameworkId} do not fold: ${JSON.stringify(draft.problems)}`)
  await context.transaction.deleteFrom('framework_edit').where('framework_id', '=', frameworkId).where('number', '=', last.number).execute()
  await recordActions(context, [{ kind: 'frameworkStepUndone', facts: { frameworkId, edits: last.edits } }])
  return saveRevision(context, record.value, draft.value)
}

/** Deletes a draft; its file stays, others may hold the same. */
export const removeDraft = async (context: ActContext, frameworkId: string, seen: number): Promise<Result<undefined>> => {
  const record = await lockDraft(context, frameworkId, seen)
  if (!record.ok) return record
  await context.transaction.deleteFrom('framework').where('id', '=', frameworkId).execute()
  await recordActions(context, [{ kind: 'frameworkDraftDeleted', facts: { frameworkId, title: record.value.title } }])
  return accept(undefined)
}
