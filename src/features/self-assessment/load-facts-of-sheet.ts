import { factInputsOf } from '../../core/rules/inputs-from-facts.ts'
import { ruleOfLeaf } from '../../core/rules/leaf-outcome.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkInForce } from '../scores/framework-in-force.ts'
import type { Sheet } from './contract.ts'

/** Facts of the unit and year that a criterion of the set reads. */
export const loadFactsOfSheet = async (
  { transaction }: ActContext,
  unitId: string,
  year: number,
  { leaves }: FrameworkInForce,
): Promise<Sheet['facts']> => {
  const keys = new Set(
    [...leaves.values()].flatMap((leaf) => {
      const rule = ruleOfLeaf(leaf)
      return rule ? factInputsOf(rule).map(({ fact }) => fact as string) : []
    }),
  )
  if (keys.size === 0) return []
  const rows = await transaction
    .selectFrom('fact')
    .select(['key', 'value', 'changed_at'])
    .where('unit_id', '=', unitId)
    .where('year', '=', year)
    .where('key', 'in', [...keys])
    .orderBy('key')
    .execute()
  return rows.map(({ key, value, changed_at }) => ({
    key,
    value: value as Sheet['facts'][number]['value'],
    changedAt: changed_at.toISOString(),
  }))
}
