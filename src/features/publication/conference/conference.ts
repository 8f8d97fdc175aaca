import { sql } from 'kysely'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { isAllowed } from '../../../platform/policy/policy.ts'
import type { Conference, ConferenceReply, WrittenConference } from './contract.ts'

interface HeadRow {
  readonly title: string
  readonly cycle_id: string
  readonly version: number | null
  readonly held_on: string | null
  readonly place: string | null
  readonly chaired_by: string | null
  readonly notice: string | null
  readonly conclusions: string | null
}

const loadHead = async ({ transaction }: ActContext, publicationId: string): Promise<Result<HeadRow>> => {
  const row = await transaction
    .selectFrom('publication as p')
    .leftJoin('conference as c', 'c.publication_id', 'p.id')
    .select(['p.title', 'p.cycle_id', 'c.version', 'c.held_on', 'c.place', 'c.chaired_by', 'c.notice', 'c.conclusions'])
    .where('p.id', '=', publicationId)
    .executeTakeFirst()
  return row ? accept(row) : refuse(errorAt('notFound', publicationId, { what: 'publication' }))
}

const loadTasks = async ({ transaction, now }: ActContext, publicationId: string): Promise<Conference['tasks']> => {
  const { rows } = await sql<{ task: Conference['tasks'][number] }>`
    select jsonb_strip_nulls(jsonb_build_object('task', t.task, 'unitId', t.unit_id, 'responsible', t.responsible, 'dueOn', t.due_on, 'state', t.state,
      'note', t.note, 'unit', case when u.id is not null then jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end,
      'isLate', t.state not in ('done', 'cancelled') and coalesce(t.due_on < (${now}::timestamptz at time zone a.time_zone)::date, false))) as task
    from conference_task t join authority a on a.id = t.authority_id left join unit u on u.id = t.unit_id
    where t.publication_id = ${publicationId} order by t.position`.execute(transaction)
  return rows.map(({ task }) => task)
}

/** What was concluded when results were made known, and the tasks that follow. */
export const showConference = async (context: ActContext, publicationId: string): Promise<Result<ConferenceReply>> => {
  const { transaction, actor } = context
  const head = await loadHead(context, publicationId)
  if (!head.ok) return head
  const { title, version, held_on, place, chaired_by, notice, conclusions } = head.value
  const units = await transaction
    .selectFrom('unit')
    .select(['id', 'code', 'name'])
    .where(sql<boolean>`valid @> today()`)
    .where('kind', '<>', 'division')
    .orderBy('name')
    .limit(5000)
    .execute()
  const tasks = await loadTasks(context, publicationId)
  return accept({
    publication: { id: publicationId, title },
    version: version ?? 0,
    ...(held_on !== null && {
      conference: {
        heldOn: held_on,
        place: place ?? '',
        chairedBy: chaired_by ?? '',
        notice: notice ?? '',
        conclusions: conclusions ?? '',
        tasks,
      },
    }),
    units,
    canChange: isAllowed(
      'recordConference',
      actor.grants.map(({ role }) => ({ role })),
    ),
  })
}

/** Each task has somebody responsible: a unit that is there, or a name. */
const checkTasks = async ({ transaction }: ActContext, { tasks }: WrittenConference): Promise<readonly Problem[]> => {
  const ids = tasks.flatMap(({ unitId }) => unitId ?? [])
  const known = new Set(
    (await transaction.selectFrom('unit').select('id').where('id', '=', sql<string>`any(${ids}::uuid[])`).execute()).map(({ id }) => id),
  )
  return tasks.flatMap(({ unitId, responsible }, index): readonly Problem[] => {
    if (unitId !== undefined) return known.has(unitId) ? [] : [errorAt('unknownUnit', `tasks.${index}`, { unit: unitId })]
    return responsible === '' ? [errorAt('missingField', `tasks.${index}`, { field: 'unit' })] : []
  })
}

/** Writes the conference and its tasks against the version that was seen. */
export const writeConference = async (
  context: ActContext,
  publicationId: string,
  seen: number,
  written: WrittenConference,
): Promise<Result<ConferenceReply>> => {
  const { transaction, actor } = context
  const head = await loadHead(context, publicationId)
  if (!head.ok) return head
  const problems = await checkTasks(context, written)
  if (problems.length) return { ok: false, problems }
  if ((head.value.version ?? 0) !== seen) return refuse(errorAt('changedMeanwhile', '', { version: String(head.value.version ?? 0) }))
  const { heldOn, place, chairedBy, notice, conclusions, tasks } = written
  const columns = { held_on: heldOn, place, chaired_by: chairedBy, notice, conclusions, version: seen + 1 }
  const key = { authority_id: actor.authorityId, publication_id: publicationId }
  const saved = await transaction
    .insertInto('conference')
    .values({ ...key, ...columns })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'publication_id']).doUpdateSet(columns).where('conference.version', '=', seen),
    )
    .executeTakeFirst()
  if (saved.numInsertedOrUpdatedRows === 0n) return refuse(errorAt('changedMeanwhile', '', {}))
  await transaction.deleteFrom('conference_task').where('publication_id', '=', publicationId).execute()
  if (tasks.length)
    await transaction
      .insertInto('conference_task')
      .values(
        tasks.map(({ task, unitId, responsible, dueOn, state, note }, index) => ({
          ...key,
          position: index + 1,
          task,
          unit_id: unitId ?? null,
          responsible,
          due_on: dueOn ?? null,
          state,
          note,
        })),
      )
      .execute()
  await recordActions(context, [{ kind: 'conferenceRecorded', cycleId: head.value.cycle_id, facts: { publicationId, ...written } }])
  return showConference(context, publicationId)
}
