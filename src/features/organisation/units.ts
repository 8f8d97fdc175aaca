import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { UnitKind } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { NewUnit, Unit } from './contract.ts'

type UnitRow = Pick<Row<'unit'>, 'id' | 'code' | 'name' | 'kind' | 'unit_group' | 'parent_id' | 'ranked'>

const unitColumns = ['id', 'code', 'name', 'kind', 'unit_group', 'parent_id', 'ranked'] as const

const unitOf = (row: UnitRow): Unit => ({
  id: row.id,
  code: row.code,
  name: row.name,
  kind: row.kind as UnitKind,
  ...(row.unit_group && { group: row.unit_group }),
  ...(row.parent_id && { parentId: row.parent_id }),
  ranked: row.ranked,
})

/** Units valid today, in Vietnamese order. */
export const listUnits = async (
  { transaction }: ActContext,
  { group, search }: { readonly group?: string | undefined; readonly search?: string | undefined },
): Promise<Result<{ units: Unit[] }>> => {
  let query = transaction.selectFrom('unit').select(unitColumns).where(sql<boolean>`valid @> current_date`)
  if (group) query = query.where('unit_group', '=', group)
  if (search) query = query.where(sql<boolean>`search like '%' || fold(${search}) || '%'`)
  const rows = await query.orderBy('unit_group').orderBy('name').execute()
  return accept({ units: rows.map(unitOf) })
}

/** A unit stands below a unit of the same authority, or below none. */
const checkParents = async ({ transaction }: ActContext, units: readonly NewUnit[]): Promise<readonly Problem[]> => {
  const wanted = units.flatMap(({ parentId }) => parentId ?? [])
  const known = wanted.length ? await transaction.selectFrom('unit').select('id').where('id', 'in', wanted).execute() : []
  return wanted.filter((parent) => !known.some(({ id }) => id === parent)).map((unit) => errorAt('unknownUnit', 'parentId', { unit }))
}

/** Adds units, all or none; a code that is taken is refused by name. */
export const addUnits = async (context: ActContext, units: readonly NewUnit[]): Promise<Result<{ units: Unit[] }>> => {
  const { transaction, actor } = context
  const codes = units.map(({ code }) => code)
  const taken = await transaction.selectFrom('unit').select('code').where('code', 'in', codes).execute()
  const repeated = codes.filter((code, index) => codes.indexOf(code) < index)
  const refused = [...new Set([...taken.map(({ code }) => code), ...repeated])]
  if (refused.length) return refuse(...refused.map((code) => errorAt('alreadyExists', code, { what: 'unit', value: code })))
  const problems = await checkParents(context, units)
  if (problems.length) return refuse(...problems)
  const rows = await transaction
    .insertInto('unit')
    .values(
      units.map(({ group, parentId, ...unit }) => ({
        ...unit,
        id: randomUUID(),
        authority_id: actor.authorityId,
        unit_group: group ?? null,
        parent_id: parentId ?? null,
      })),
    )
    .returning(unitColumns)
    .execute()
  await recordActions(
    context,
    rows.map(({ id, code }) => ({ kind: 'unitAdded', unitId: id, facts: { code } })),
  )
  return accept({ units: rows.map(unitOf) })
}
