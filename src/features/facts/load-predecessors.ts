import { sql } from 'kysely'
import { isFactKey } from '../../core/facts/fact-catalogue.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PredecessorFacts } from './contract.ts'

interface Row {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly until: string
  readonly facts: readonly { readonly key: string; readonly value: string | Record<string, string>[] }[]
}

/** Units that this one succeeded within the year, each with what its own register holds of the months before. */
export const loadPredecessors = async ({ transaction }: ActContext, unitId: string, year: number): Promise<readonly PredecessorFacts[]> => {
  const { rows } = await sql<Row>`
    select u.id, u.code, u.name, (s.since - 1)::text as until, coalesce(f.facts, '[]') as facts
    from unit_successor s join unit u on u.id = s.unit_id
    left join lateral (select jsonb_agg(jsonb_build_object('key', f.key, 'value', f.value) order by f.key) as facts
      from fact f where f.unit_id = u.id and f.year = ${year}) f on true
    where s.successor_id = ${unitId} and extract(year from s.since) = ${year} and s.since <= today()
    order by u.name, u.code`.execute(transaction)
  return rows.map(({ id, code, name, until, facts }) => ({
    unit: { id, code, name },
    until,
    facts: facts.flatMap(({ key, value }) => (isFactKey(key) ? [{ key, value }] : [])),
  }))
}
