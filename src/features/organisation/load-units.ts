import { type RawBuilder, sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { UnitKind } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Unit } from './contract.ts'

interface UnitRow {
  id: string
  code: string
  name: string
  kind: string
  unit_group: string | null
  parent_id: string | null
  ranked: boolean
  version: number
  aliases: string[]
  begins: string | null
  ends: string | null
  heads: { id: string; name: string }[]
}

const unitOf = (row: UnitRow): Unit => ({
  id: row.id,
  code: row.code,
  name: row.name,
  kind: row.kind as UnitKind,
  ...(row.unit_group && { group: row.unit_group }),
  ...(row.parent_id && { parentId: row.parent_id }),
  ranked: row.ranked,
  version: row.version,
  aliases: row.aliases,
  ...(row.begins && { from: row.begins }),
  ...(row.ends && { until: row.ends }),
  heads: row.heads,
})

/** Units with their heads of today, in Vietnamese order. */
const selectUnits = async ({ transaction }: ActContext, where: RawBuilder<unknown>): Promise<Unit[]> => {
  const { rows } = await sql<UnitRow>`
    select u.id, u.code, u.name, u.kind, u.unit_group, u.parent_id, u.ranked, u.version, u.aliases,
      lower(u.valid)::text as begins, upper(u.valid)::text as ends, coalesce(h.heads, '[]') as heads
    from unit u
    left join (
      select g.unit_id, jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', p.name)) as heads
      from role_grant g join person p on p.id = g.person_id
      where g.role = 'headOfUnit' and g.valid @> today() and p.active group by g.unit_id
    ) h on h.unit_id = u.id
    where ${where} order by u.unit_group, u.name, u.code`.execute(transaction)
  return rows.map(unitOf)
}

interface Asked {
  readonly group?: string | undefined
  readonly search?: string | undefined
  readonly on?: string | undefined
}

/** Units in being on a day, today where none is named. */
export const listUnits = async (context: ActContext, { group, search, on }: Asked): Promise<Result<{ units: Unit[] }>> => {
  const conditions = [sql`u.valid @> coalesce(${on ?? null}::date, today())`]
  if (group) conditions.push(sql`u.unit_group = ${group}`)
  if (search) conditions.push(sql`u.search like '%' || fold(${search}) || '%'`)
  return accept({ units: await selectUnits(context, sql.join(conditions, sql` and `)) })
}

/** Units by id, in being or not. */
export const loadUnits = (context: ActContext, ids: readonly string[]): Promise<Unit[]> =>
  selectUnits(context, sql`u.id = any (${[...ids]}::uuid[])`)

export const loadUnit = async (context: ActContext, unitId: string): Promise<Result<Unit>> => {
  const [unit] = await loadUnits(context, [unitId])
  return unit ? accept(unit) : refuse(errorAt('notFound', unitId, { what: 'unit' }))
}

/** Every unit of the authority that is in being or will be, for what has to be one of a kind. */
export const loadLivingUnits = (context: ActContext): Promise<Unit[]> =>
  selectUnits(context, sql`upper_inf(u.valid) or upper(u.valid) > today()`)
