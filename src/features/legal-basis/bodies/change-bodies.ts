import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { checkMembers } from '../../../core/organisation/standing-body.ts'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { BodyBody, StandingBody } from './contract.ts'
import { loadBody } from './load-bodies.ts'

/** Everything that a body names and that is not there; a working group stands below a committee, never below itself. */
const checkNames = async ({ transaction }: ActContext, bodyId: string, body: BodyBody): Promise<readonly Problem[]> => {
  const people = [...new Set(body.members.flatMap(({ personId }) => personId ?? []))]
  const { rows } = await sql<{ people: number; unit: boolean; decision: boolean; parent: boolean }>`
    select (select count(*)::int from person where id = any (${people}::uuid[])) as people,
      ${body.unitId ?? null}::uuid is null or exists (select from unit where id = ${body.unitId ?? null}) as unit,
      ${body.decisionId ?? null}::uuid is null or exists (select from legal_document where id = ${body.decisionId ?? null}) as decision,
      ${body.parentId ?? null}::uuid is null
        or exists (select from standing_body where id = ${body.parentId ?? null} and id <> ${bodyId} and parent_id is null) as parent`.execute(
    transaction,
  )
  const [found] = rows
  return [
    ...checkMembers(body.members),
    ...(found?.people === people.length ? [] : [errorAt('notFound', 'members', { what: 'person' })]),
    ...(found?.unit ? [] : [errorAt('notFound', 'unitId', { what: 'unit' })]),
    ...(found?.decision ? [] : [errorAt('notFound', 'decisionId', { what: 'legalDocument' })]),
    ...(found?.parent ? [] : [errorAt('notFound', 'parentId', { what: 'standingBody' })]),
    ...(body.from !== undefined && body.until !== undefined && body.until <= body.from
      ? [errorAt('endBeforeBegin', 'until', { begin: body.from, end: body.until })]
      : []),
  ]
}

const range = (from: string | undefined, until: string | undefined) => sql<string>`daterange(${from ?? null}::date, ${until ?? null}::date)`

const columnsOf = (body: BodyBody) => ({
  kind: body.kind,
  name: body.name,
  aliases: [...body.aliases],
  unit_id: body.unitId ?? null,
  parent_id: body.parentId ?? null,
  decision_id: body.decisionId ?? null,
  told_of_results: body.toldOfResults,
  valid: range(body.from, body.until),
})

const saveMembers = async ({ transaction, actor }: ActContext, bodyId: string, members: BodyBody['members']): Promise<void> => {
  await transaction.deleteFrom('standing_body_member').where('body_id', '=', bodyId).execute()
  if (members.length === 0) return
  await transaction
    .insertInto('standing_body_member')
    .values(
      members.map(({ personId, name, office, role, from, until }, at) => ({
        authority_id: actor.authorityId,
        body_id: bodyId,
        position: at + 1,
        person_id: personId ?? null,
        name,
        office,
        role,
        valid: range(from, until),
      })),
    )
    .execute()
}

export const addBody = async (context: ActContext, body: BodyBody): Promise<Result<StandingBody>> => {
  const bodyId = randomUUID()
  const problems = await checkNames(context, bodyId, body)
  if (problems.length > 0) return { ok: false, problems }
  const { transaction, actor } = context
  await transaction
    .insertInto('standing_body')
    .values({ id: bodyId, authority_id: actor.authorityId, ...columnsOf(body), changed_by: actor.personId })
    .execute()
  await saveMembers(context, bodyId, body.members)
  await recordActions(context, [{ kind: 'standingBodyAdded', facts: { bodyId, name: body.name } }])
  return loadBody(context, bodyId)
}

export const changeBody = async (
  context: ActContext,
  { bodyId, version }: { readonly bodyId: string; readonly version: number },
  body: BodyBody,
): Promise<Result<StandingBody>> => {
  const problems = await checkNames(context, bodyId, body)
  if (problems.length > 0) return { ok: false, problems }
  const before = await loadBody(context, bodyId)
  if (!before.ok) return before
  const { numUpdatedRows } = await context.transaction
    .updateTable('standing_body')
    .set({ ...columnsOf(body), version: version + 1, changed_at: sql`now()`, changed_by: context.actor.personId })
    .where('id', '=', bodyId)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return refuse(errorAt('changedMeanwhile', '', { version: String(before.value.version) }))
  await saveMembers(context, bodyId, body.members)
  await recordActions(context, [{ kind: 'standingBodyChanged', facts: { bodyId, name: body.name, members: body.members.length } }])
  return loadBody(context, bodyId)
}
