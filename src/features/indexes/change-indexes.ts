import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { checkIndex, checkIndexValue } from '../../core/indexes/named-index.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { IndexBody, NamedIndex, ValueBody } from './contract.ts'
import { loadIndex } from './load-indexes.ts'

const columnsOf = ({ code, name, source, scaleFrom, scaleTo, sinceYear, untilYear }: IndexBody) => ({
  code,
  name,
  source,
  scale_from: scaleFrom,
  scale_to: scaleTo,
  since_year: sinceYear ?? null,
  until_year: untilYear ?? null,
})

const isTaken = async ({ transaction }: ActContext, code: string, besides: string): Promise<boolean> => {
  const { rows } = await sql`select 1 from named_index where fold(code) = fold(${code}) and id <> ${besides}`.execute(transaction)
  return rows.length > 0
}

/** Names an index; no two share a short name, however it is spelt. */
export const addIndex = async (context: ActContext, body: IndexBody): Promise<Result<NamedIndex>> => {
  const id = randomUUID()
  const problems = checkIndex(body, [])
  if (problems.length > 0) return { ok: false, problems }
  if (await isTaken(context, body.code, id)) return refuse(errorAt('alreadyExists', 'code', { what: 'index', value: body.code }))
  const { transaction, actor } = context
  await transaction
    .insertInto('named_index')
    .values({ id, authority_id: actor.authorityId, ...columnsOf(body), changed_by: actor.personId })
    .execute()
  await recordActions(context, [{ kind: 'indexNamed', facts: { indexId: id, ...body } }])
  return loadIndex(context, id)
}

export const changeIndex = async (
  context: ActContext,
  at: { readonly indexId: string; readonly version: number },
  body: IndexBody,
): Promise<Result<NamedIndex>> => {
  const before = await loadIndex(context, at.indexId)
  if (!before.ok) return before
  const problems = checkIndex(body, before.value.values)
  if (problems.length > 0) return { ok: false, problems }
  if (await isTaken(context, body.code, at.indexId)) return refuse(errorAt('alreadyExists', 'code', { what: 'index', value: body.code }))
  const { numUpdatedRows } = await context.transaction
    .updateTable('named_index')
    .set({ ...columnsOf(body), version: at.version + 1, changed_at: sql`now()`, changed_by: context.actor.personId })
    .where('id', '=', at.indexId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return refuse(errorAt('changedMeanwhile', '', { version: String(before.value.version) }))
  await recordActions(context, [{ kind: 'indexChanged', facts: { ...at, ...body } }])
  return loadIndex(context, at.indexId)
}

/** What an index says of the authority or of a unit in a year, in place of what was seen there. */
export const setIndexValue = async (context: ActContext, indexId: string, body: ValueBody): Promise<Result<NamedIndex>> => {
  const { transaction, actor } = context
  const index = await loadIndex(context, indexId)
  if (!index.ok) return index
  const problems = checkIndexValue(index.value, body)
  if (problems.length > 0) return { ok: false, problems }
  if (body.unitId !== undefined) {
    const unit = await transaction.selectFrom('unit').select('id').where('id', '=', body.unitId).executeTakeFirst()
    if (!unit) return refuse(errorAt('unknownUnit', 'unitId', { unit: body.unitId }))
  }
  const { rows } = await sql`
    insert into index_value (authority_id, index_id, year, unit_id, value, rank, ranked_of, source, changed_by)
    values (${actor.authorityId}, ${indexId}, ${body.year}, ${body.unitId ?? null}, ${body.value ?? null}, ${body.rank ?? null},
      ${body.rankedOf ?? null}, ${body.source}, ${actor.personId})
    on conflict (authority_id, index_id, year, unit_id) do update set value = excluded.value, rank = excluded.rank,
      ranked_of = excluded.ranked_of, source = excluded.source, version = index_value.version + 1, changed_at = now(),
      changed_by = excluded.changed_by
      where index_value.version = ${body.seen}
    returning version`.execute(transaction)
  if (rows.length === 0) return refuse(errorAt('changedMeanwhile', String(body.year), {}))
  await recordActions(context, [{ kind: 'indexValueSet', ...(body.unitId && { unitId: body.unitId }), facts: { indexId, ...body } }])
  return loadIndex(context, indexId)
}

/** Says which index the results of a cycle are of; once more is as good as once. */
export const setCycleIndex = async (context: ActContext, cycleId: string, indexId: string): Promise<Result<undefined>> => {
  const index = await loadIndex(context, indexId)
  if (!index.ok) return index
  await context.transaction.updateTable('cycle').set({ index_id: indexId }).where('id', '=', cycleId).execute()
  await recordActions(context, [{ kind: 'cycleIndexSet', cycleId, facts: { indexId, code: index.value.code } }])
  return accept(undefined)
}
