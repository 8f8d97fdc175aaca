import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { takenNames } from '../../core/organisation/same-name.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { NewUnit, Unit } from './contract.ts'
import { loadLivingUnits, loadUnits } from './load-units.ts'

/** A unit stands below a unit of the same authority, or below none. */
const checkParents = async ({ transaction }: ActContext, units: readonly NewUnit[]): Promise<readonly Problem[]> => {
  const wanted = units.flatMap(({ parentId }) => parentId ?? [])
  const known = wanted.length ? await transaction.selectFrom('unit').select('id').where('id', 'in', wanted).execute() : []
  return wanted.filter((parent) => !known.some(({ id }) => id === parent)).map((unit) => errorAt('unknownUnit', 'parentId', { unit }))
}

const checkCodes = async ({ transaction }: ActContext, units: readonly NewUnit[]): Promise<readonly Problem[]> => {
  const codes = units.map(({ code }) => code)
  const taken = await transaction.selectFrom('unit').select('code').where('code', 'in', codes).execute()
  const repeated = codes.filter((code, index) => codes.indexOf(code) < index)
  return [...new Set([...taken.map(({ code }) => code), ...repeated])].map((code) =>
    errorAt('alreadyExists', code, { what: 'unit', value: code }),
  )
}

/** Other spellings belong to one unit each; a name itself may stand twice, as communes' do. */
const checkAliases = async (context: ActContext, units: readonly NewUnit[]): Promise<readonly Problem[]> => {
  if (units.every(({ aliases }) => aliases.length === 0)) return []
  const known = await loadLivingUnits(context)
  return units.flatMap(({ aliases }) =>
    takenNames(known, { names: aliases }).map(({ name, by }) => errorAt('aliasTaken', 'aliases', { alias: name, unit: by.name })),
  )
}

/** Adds units, all or none; a code that is taken is refused by name. */
export const addUnits = async (context: ActContext, units: readonly NewUnit[]): Promise<Result<{ units: Unit[] }>> => {
  const problems = [...(await checkCodes(context, units)), ...(await checkParents(context, units)), ...(await checkAliases(context, units))]
  if (problems.length) return refuse(...problems)
  const rows = await context.transaction
    .insertInto('unit')
    .values(
      units.map(({ group, parentId, from, aliases, ...unit }) => ({
        ...unit,
        id: randomUUID(),
        authority_id: context.actor.authorityId,
        unit_group: group ?? null,
        parent_id: parentId ?? null,
        valid: sql<string>`daterange(${from ?? null}::date, null)`,
        aliases: [...aliases],
      })),
    )
    .returning(['id', 'code'])
    .execute()
  await recordActions(
    context,
    rows.map(({ id, code }) => ({ kind: 'unitAdded', unitId: id, facts: { code } })),
  )
  return accept({
    units: await loadUnits(
      context,
      rows.map(({ id }) => id),
    ),
  })
}
