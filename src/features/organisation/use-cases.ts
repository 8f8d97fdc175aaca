import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Role, UnitKind } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { Row } from '../../platform/database/tables.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { NewUnit, Person, Unit } from './contract.ts'

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

/** Adds units, all or none; a code that is taken is refused by name. */
export const addUnits = async (context: ActContext, units: readonly NewUnit[]): Promise<Result<{ units: Unit[] }>> => {
  const { transaction, actor } = context
  const codes = units.map(({ code }) => code)
  const taken = await transaction.selectFrom('unit').select('code').where('code', 'in', codes).execute()
  const repeated = codes.filter((code, index) => codes.indexOf(code) < index)
  const refused = [...new Set([...taken.map(({ code }) => code), ...repeated])]
  if (refused.length) return refuse(...refused.map((code) => errorAt('alreadyExists', code, { what: 'unit', value: code })))
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
  await recordActions(context, rows.map(({ id, code }) => ({ kind: 'unitAdded', unitId: id, facts: { code } })))
  return accept({ units: rows.map(unitOf) })
}

interface GrantJson {
  readonly role: Role
  readonly unit: { readonly id: string; readonly code: string; readonly name: string } | null
}

/** People with their roles, by name. */
export const listPeople = async ({ transaction }: ActContext, search?: string): Promise<Result<{ people: Person[] }>> => {
  const { rows } = await sql<{ id: string; name: string; sign_in_name: string; active: boolean; grants: GrantJson[] }>`
    select p.id, p.name, p.sign_in_name, p.active,
      coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'unit',
        case when u.id is null then null else jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end))
        filter (where g.id is not null), '[]') as grants
    from person p
    left join role_grant g on g.person_id = p.id and g.valid @> current_date
    left join unit u on u.id = g.unit_id
    where ${search ?? ''} = '' or fold(p.name || ' ' || p.sign_in_name) like '%' || fold(${search ?? ''}) || '%'
    group by p.id order by p.name`.execute(transaction)
  const people = rows.map(({ sign_in_name, grants, ...person }) => ({
    ...person,
    signInName: sign_in_name,
    grants: grants.map(({ role, unit }) => ({ role, ...(unit && { unit }) })),
  }))
  return accept({ people })
}
