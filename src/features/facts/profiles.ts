import { randomUUID } from 'node:crypto'
import { checkProfile } from '../../core/facts/import-profile.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { FactProfile, ProfileBody } from './contract.ts'

const profileOf = (row: Row<'fact_profile'>): FactProfile => ({
  id: row.id,
  name: row.name,
  unitColumn: row.unit_column,
  columns: row.columns,
  decimal: row.decimal === '.' ? '.' : ',',
  version: row.version,
  changedAt: row.changed_at.toISOString(),
})

/** Every source, by name. */
export const listProfiles = async ({ transaction }: ActContext): Promise<Result<{ profiles: FactProfile[] }>> => {
  const rows = await transaction.selectFrom('fact_profile').selectAll().orderBy('name').execute()
  return accept({ profiles: rows.map(profileOf) })
}

/** One source; `notFound` where there is none. */
export const loadProfile = async ({ transaction }: ActContext, profileId: string): Promise<Result<FactProfile>> => {
  const row = await transaction.selectFrom('fact_profile').selectAll().where('id', '=', profileId).executeTakeFirst()
  return row ? accept(profileOf(row)) : refuse(errorAt('notFound', profileId, { what: 'factProfile' }))
}

const columnsOf = ({ name, unitColumn, columns, decimal }: ProfileBody) => ({
  name,
  unit_column: unitColumn,
  columns: JSON.stringify(columns),
  decimal,
})

const isTaken = async ({ transaction }: ActContext, name: string, except?: string): Promise<boolean> => {
  const row = await transaction.selectFrom('fact_profile').select('id').where('name', '=', name).executeTakeFirst()
  return row !== undefined && row.id !== except
}

/** Describes a source; its name is its own and every column leads to a fact of the register. */
export const addProfile = async (context: ActContext, body: ProfileBody): Promise<Result<FactProfile>> => {
  const problems = checkProfile(body.columns)
  if (problems.length > 0) return { ok: false, problems }
  if (await isTaken(context, body.name)) return refuse(errorAt('alreadyExists', 'name', { what: 'name', value: body.name }))
  const id = randomUUID()
  await context.transaction
    .insertInto('fact_profile')
    .values({ id, authority_id: context.actor.authorityId, ...columnsOf(body), changed_by: context.actor.personId })
    .execute()
  await recordActions(context, [{ kind: 'factProfileAdded', facts: { profileId: id, ...body } }])
  return loadProfile(context, id)
}

/** Changes how a source is read, under the version that was seen. */
export const changeProfile = async (
  context: ActContext,
  profileId: string,
  version: number,
  body: ProfileBody,
): Promise<Result<FactProfile>> => {
  const problems = checkProfile(body.columns)
  if (problems.length > 0) return { ok: false, problems }
  if (await isTaken(context, body.name, profileId)) return refuse(errorAt('alreadyExists', 'name', { what: 'name', value: body.name }))
  const changed = await context.transaction
    .updateTable('fact_profile')
    .set(({ fn }) => ({ ...columnsOf(body), version: version + 1, changed_by: context.actor.personId, changed_at: fn<Date>('now') }))
    .where('id', '=', profileId)
    .where('version', '=', version)
    .returning('id')
    .executeTakeFirst()
  if (!changed) {
    const standing = await loadProfile(context, profileId)
    return standing.ok ? refuse(errorAt('changedMeanwhile', profileId, { version: String(standing.value.version) })) : standing
  }
  await recordActions(context, [{ kind: 'factProfileChanged', facts: { profileId, ...body } }])
  return loadProfile(context, profileId)
}
