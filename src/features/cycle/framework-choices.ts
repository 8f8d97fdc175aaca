import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkChoice } from './contract.ts'

type ChoiceRow = Omit<FrameworkChoice, 'decisionNumber' | 'decidedOn'> & { readonly number: string | null; readonly date: string | null }

/** Frameworks in force with the units of their group, newest first; each tells the years in which its group is assessed already. */
export const listFrameworkChoices = async ({ transaction }: ActContext): Promise<Result<{ frameworks: FrameworkChoice[] }>> => {
  const { rows } = await sql<ChoiceRow>`
    select f.id, f.title, f.year, f.unit_group as "unitGroup", f.document->'decision'->>'number' as number, f.document->'decision'->>'date' as date,
      (select count(*) from framework_node n where n.authority_id = f.authority_id and n.framework_id = f.id and n.is_leaf) as leaves,
      (select count(*) from unit u where u.authority_id = f.authority_id and u.unit_group = f.unit_group and u.valid @> today()) as units,
      coalesce((select array_agg(distinct c.year) from cycle_framework cf join cycle c on c.id = cf.cycle_id
        where cf.authority_id = f.authority_id and cf.unit_group = f.unit_group and not c.is_trial), '{}') as "takenYears"
    from framework f where f.status = 'inForce'
    order by f.year desc, f.in_force_from desc, f.created_at desc`.execute(transaction)
  return accept({
    frameworks: rows.map(({ number, date, ...rest }) => ({
      ...rest,
      ...(number && { decisionNumber: number }),
      ...(date && { decidedOn: date }),
    })),
  })
}

/** Units of a group that are valid today, by name. */
export const listUnitChoices = async (
  { transaction }: ActContext,
  group: string,
): Promise<Result<{ units: { id: string; code: string; name: string }[] }>> => {
  const units = await transaction
    .selectFrom('unit')
    .select(['id', 'code', 'name'])
    .where('unit_group', '=', group)
    .where(sql<boolean>`valid @> today()`)
    .orderBy('name')
    .orderBy('code')
    .execute()
  return accept({ units })
}
