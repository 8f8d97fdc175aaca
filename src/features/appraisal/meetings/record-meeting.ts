import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { NewMeeting } from './contract.ts'
import { loadCycle } from '../load-cycle.ts'

/** Meetings are counted from one without a gap, end after they began, and only members can be absent, each once. */
const checkMeeting = async (
  { transaction }: ActContext,
  { cycleId, number }: { readonly cycleId: string; readonly number: number },
  { began, ended, absent }: NewMeeting,
): Promise<readonly Problem[]> => {
  const members = await transaction
    .selectFrom('council_member')
    .select('person_id')
    .where('cycle_id', '=', cycleId)
    .where('kind', '=', 'council')
    .execute()
  const known = new Set(members.map(({ person_id }) => person_id))
  const ids = absent.map(({ personId }) => personId)
  const { held } = await transaction
    .selectFrom('council_meeting')
    .select(({ fn }) => fn.countAll<number>().as('held'))
    .where('cycle_id', '=', cycleId)
    .executeTakeFirstOrThrow()
  return [
    ...(number > Number(held) + 1 ? [errorAt('notFound', 'number', { what: 'meeting' })] : []),
    ...(ended !== undefined && ended <= began ? [errorAt('invalidValue', 'ended', { field: 'ended', value: ended, expected: began })] : []),
    ...absent.flatMap(({ personId }, index): readonly Problem[] => [
      ...(known.has(personId) ? [] : [errorAt('notFound', `absent.${index}`, { what: 'person' })]),
      ...(ids.indexOf(personId) < index ? [errorAt('alreadyExists', `absent.${index}`, { what: 'person', value: personId })] : []),
    ]),
  ]
}

/** Writes down when and where the council met and who was absent; the minutes take it from here. What stood before stays in the log. */
export const recordMeeting = async (
  context: ActContext,
  place: { readonly cycleId: string; readonly number: number },
  asked: NewMeeting,
  seen: number,
): Promise<Result<{ version: number }>> => {
  const { transaction, actor } = context
  const { cycleId, number } = place
  const cycle = await loadCycle(transaction, cycleId, 'stayOpen')
  if (!cycle.ok) return cycle
  const problems = await checkMeeting(context, place, asked)
  if (problems.length) return { ok: false, problems }
  const key = { authority_id: actor.authorityId, cycle_id: cycleId, number }
  const columns = { held_on: asked.heldOn, began: asked.began, ended: asked.ended ?? null, place: asked.place, recorded_by: actor.personId }
  const saved =
    seen === 0
      ? await transaction
          .insertInto('council_meeting')
          .values({ ...key, ...columns })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await transaction
          .updateTable('council_meeting')
          .set({ ...columns, version: seen + 1 })
          .where('cycle_id', '=', cycleId)
          .where('number', '=', number)
          .where('version', '=', seen)
          .returning('version')
          .executeTakeFirst()
  if (!saved) return refuse(errorAt('changedMeanwhile', '', {}))
  await transaction.deleteFrom('council_absence').where('cycle_id', '=', cycleId).where('number', '=', number).execute()
  if (asked.absent.length > 0)
    await transaction
      .insertInto('council_absence')
      .values(asked.absent.map(({ personId, reason }) => ({ ...key, person_id: personId, reason })))
      .execute()
  await recordActions(context, [{ kind: 'councilMeetingRecorded', cycleId, facts: { number, ...asked } }])
  return accept({ version: saved.version })
}
