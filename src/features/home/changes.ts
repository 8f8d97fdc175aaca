import { sql } from 'kysely'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Change } from './contract.ts'
import { ownUnitIds } from './own-units.ts'

interface ChangeRow {
  id: string
  title: string
  published_at: Date
  corrects_id: string | null
  own: { unitId: string; name: string; rank: number | null; percent: string | null }[]
}

/** The latest publications, each with the frozen results of the person's own units. */
export const loadChanges = async ({ transaction, actor }: ActContext): Promise<Change[]> => {
  const { rows } = await sql<ChangeRow>`
    select p.id, p.title, p.published_at, p.corrects_id, coalesce((
      select jsonb_agg(jsonb_build_object('unitId', u.unit_id, 'name', u.unit_name, 'rank', u.rank, 'percent', u.percent::text) order by u.unit_name)
      from publication_unit u
      where u.authority_id = p.authority_id and u.publication_id = p.id and u.unit_id = any(${ownUnitIds(actor)}::uuid[])), '[]') as own
    from publication p order by p.published_at desc, p.title desc limit 5`.execute(transaction)
  return rows.map(({ id, title, published_at, corrects_id, own }) => ({
    id,
    title,
    at: published_at.toISOString(),
    isCorrection: corrects_id !== null,
    own: own.map(({ unitId, name, rank, percent }) => ({
      unitId,
      name,
      ...(rank !== null && { rank }),
      ...(percent !== null && { percent }),
    })),
  }))
}
