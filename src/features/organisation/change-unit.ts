import { sql } from 'kysely'
import { takenNames } from '../../core/organisation/same-name.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Unit, UnitChangeBody } from './contract.ts'
import { loadLivingUnits, loadUnit } from './load-units.ts'

/** The unit in the version that was seen, locked until the act ends. */
export const lockUnit = async (context: ActContext, unitId: string, version: number): Promise<Result<Unit>> => {
  await sql`select 1 from unit where id = ${unitId} for update`.execute(context.transaction)
  const unit = await loadUnit(context, unitId)
  if (!unit.ok) return unit
  return unit.value.version === version ? unit : refuse(errorAt('changedMeanwhile', '', { version: String(unit.value.version) }))
}

/** A unit never stands below itself, however far down. Two who move units at once wait for one another. */
const checkPlace = async ({ transaction }: ActContext, unit: Unit, parentId: string): Promise<readonly Problem[]> => {
  await sql`select pg_advisory_xact_lock(hashtext('unit tree'))`.execute(transaction)
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id from unit where id = ${parentId}
      union select u.id, u.parent_id from unit u join above on u.id = above.parent_id
    ) select id from above`.execute(transaction)
  if (rows.length === 0) return [errorAt('unknownUnit', 'parentId', { unit: parentId })]
  return rows.some(({ id }) => id === unit.id) ? [errorAt('unitBelowItself', 'parentId', { unit: unit.name })] : []
}

const checkChange = async (context: ActContext, unit: Unit, change: UnitChangeBody): Promise<readonly Problem[]> => {
  const others = await loadLivingUnits(context)
  const code = others.find((other) => other.id !== unit.id && other.code === change.code)
  const taken = takenNames(others, { id: unit.id, names: change.aliases ?? [] })
  return [
    ...(code ? [errorAt('alreadyExists', 'code', { what: 'unit', value: code.code })] : []),
    ...taken.map(({ name, by }) => errorAt('aliasTaken', 'aliases', { alias: name, unit: by.name })),
    ...(change.parentId ? await checkPlace(context, unit, change.parentId) : []),
    ...(change.from && unit.until && change.from >= unit.until
      ? [errorAt('endBeforeBegin', 'from', { begin: change.from, end: unit.until })]
      : []),
  ]
}

/** What a unit was called before stays among its other spellings, so that older papers still find it. */
const aliasesAfter = (unit: Unit, { name, aliases = unit.aliases }: UnitChangeBody): readonly string[] => {
  const kept = name !== undefined && name !== unit.name ? [...aliases, unit.name] : aliases
  return [...new Set(kept)].filter((alias) => alias !== (name ?? unit.name))
}

/** Changes what is named of a unit; what was published keeps the words of its time. */
export const changeUnit = async (
  context: ActContext,
  { unitId, version }: { readonly unitId: string; readonly version: number },
  change: UnitChangeBody,
): Promise<Result<Unit>> => {
  const unit = await lockUnit(context, unitId, version)
  if (!unit.ok) return unit
  const problems = await checkChange(context, unit.value, change)
  if (problems.length) return refuse(...problems)
  const { code, name, kind, ranked, group, parentId, from } = change
  await context.transaction
    .updateTable('unit')
    .set({
      ...(code && { code }),
      ...(name && { name }),
      ...(kind && { kind }),
      ...(ranked !== undefined && { ranked }),
      ...(group !== undefined && { unit_group: group || null }),
      ...(parentId !== undefined && { parent_id: parentId }),
      ...(from && { valid: sql<string>`daterange(${from}::date, upper(valid))` }),
      aliases: [...aliasesAfter(unit.value, change)],
      version: version + 1,
    })
    .where('id', '=', unitId)
    .execute()
  await recordActions(context, [{ kind: 'unitChanged', unitId, facts: { ...change, ...(name && { before: unit.value.name }) } }])
  return loadUnit(context, unitId)
}

/** Ends a unit on a day; units below it have to go elsewhere first. */
export const endUnit = async (context: ActContext, unit: Unit, on: string): Promise<readonly Problem[]> => {
  if (unit.from && on <= unit.from) return [errorAt('endBeforeBegin', 'on', { begin: unit.from, end: on })]
  const child = await context.transaction
    .selectFrom('unit')
    .select('id')
    .where('parent_id', '=', unit.id)
    .where(sql<boolean>`(upper_inf(valid) or upper(valid) > ${on}::date)`)
    .limit(1)
    .executeTakeFirst()
  if (child) return [errorAt('unitInUse', '', { unit: unit.name, by: 'children' })]
  await context.transaction
    .updateTable('unit')
    .set({ valid: sql<string>`daterange(lower(valid), ${on}::date)`, version: unit.version + 1 })
    .where('id', '=', unit.id)
    .execute()
  await recordActions(context, [{ kind: 'unitClosed', unitId: unit.id, facts: { on } }])
  return []
}

export const closeUnit = async (
  context: ActContext,
  { unitId, version }: { readonly unitId: string; readonly version: number },
  on: string,
): Promise<Result<Unit>> => {
  const unit = await lockUnit(context, unitId, version)
  if (!unit.ok) return unit
  const problems = await endUnit(context, unit.value, on)
  return problems.length ? refuse(...problems) : loadUnit(context, unitId)
}
