import type { ActContext } from '../../platform/database/transaction.ts'

/** Groups of units that exist, to choose from; a framework is for one of them. */
export const listUnitGroups = async ({ transaction }: ActContext): Promise<string[]> => {
  const rows = await transaction
    .selectFrom('unit')
    .select('unit_group')
    .distinct()
    .where('unit_group', 'is not', null)
    .orderBy('unit_group')
    .execute()
  return rows.flatMap(({ unit_group }) => unit_group ?? [])
}
