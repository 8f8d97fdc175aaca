import { sql } from 'kysely'
import type { FactKey } from '../../core/facts/fact-catalogue.ts'
import { isFactKey } from '../../core/facts/fact-catalogue.ts'
import type { FactValue } from '../../core/facts/fact-value.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { unitAbove } from '../../platform/database/unit-above.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import type { FactRegister, StoredFact } from './contract.ts'
import { loadNeeded } from './load-needed.ts'
import { loadPredecessors } from './load-predecessors.ts'

const rowsOf = (transaction: Transaction, unitId: string, year: number) =>
  transaction
    .selectFrom('fact')
    .leftJoin('person', 'person.id', 'fact.changed_by')
    .leftJoin('fact_profile', 'fact_profile.id', 'fact.profile_id')
    .select([
      'fact.key',
      'fact.value',
      'fact.version',
      'fact.changed_at',
      'fact.changed_by',
      'person.name as person',
      'fact_profile.name as source',
    ])
    .select(
      sql<boolean>`exists (select from fact_share s where s.unit_id = fact.unit_id and s.year = fact.year and s.key = fact.key)`.as(
        'is_shared',
      ),
    )
    .where('fact.unit_id', '=', unitId)
    .where('fact.year', '=', year)
    .orderBy('fact.key')
    .execute()

type FactRow = Awaited<ReturnType<typeof rowsOf>>[number]

const factOf = (row: FactRow & { readonly key: FactKey }): StoredFact => ({
  key: row.key,
  value: row.value as StoredFact['value'],
  version: row.version,
  changedAt: row.changed_at.toISOString(),
  ...(row.changed_by && row.person && { changedBy: { id: row.changed_by, name: row.person } }),
  ...(row.source && { source: row.source }),
  isShared: row.is_shared,
})

/** A key that the catalogue no longer has stays in the table and is shown nowhere. */
const isKnown = (row: FactRow): row is FactRow & { readonly key: FactKey } => isFactKey(row.key)

/** The register of one unit and year, with last year's values beside. */
export const loadRegister = async (context: ActContext, unitId: string, year: number): Promise<Result<FactRegister>> => {
  const { transaction } = context
  const unit = await transaction.selectFrom('unit').select(['id', 'code', 'name']).where('id', '=', unitId).executeTakeFirst()
  if (!unit) return refuse(errorAt('notFound', unitId, { what: 'unit' }))
  const facts = (await rowsOf(transaction, unitId, year)).filter(isKnown).map(factOf)
  const previous = (await rowsOf(transaction, unitId, year - 1))
    .filter(isKnown)
    .map(({ key, value }) => ({ key, value: value as StoredFact['value'] }))
  const needed = await loadNeeded(context, unitId, year)
  const above = await unitAbove(context, unitId)
  const unitOver = above.ok
    ? await transaction.selectFrom('unit').select(['id', 'code', 'name']).where('id', '=', above.value).executeTakeFirst()
    : undefined
  const predecessors = await loadPredecessors(context, unitId, year)
  return accept({ unit, year, facts, previous, needed: [...needed], ...(unitOver && { above: unitOver }), predecessors: [...predecessors] })
}

/** What stands for some units in a year: values with who they came from, by unit and key. */
export const loadStanding = async (
  { transaction }: ActContext,
  unitIds: readonly string[],
  year: number,
): Promise<ReadonlyMap<string, { readonly value: FactValue; readonly version: number; readonly wasEntered: boolean }>> => {
  if (unitIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('fact')
    .select(['unit_id', 'key', 'value', 'version', 'profile_id'])
    .where('unit_id', 'in', [...unitIds])
    .where('year', '=', year)
    .execute()
  return new Map(
    rows.map(({ unit_id, key, value, version, profile_id }) => [
      `${unit_id} ${key}`,
      { value: value as FactValue, version, wasEntered: profile_id === null },
    ]),
  )
}

/** Units of today by name. */
export const listUnits = async ({ transaction }: ActContext): Promise<Result<{ units: FactRegister['unit'][] }>> => {
  const { rows } = await sql<FactRegister['unit']>`
    select id, code, name from unit where valid @> today() order by name, id limit 5000`.execute(transaction)
  return accept({ units: rows })
}
