import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { PublishedContent } from './contract.ts'

/** Units and leaves of a publication, group by group: what a correction can be about. */
export const publicationContent = async ({ transaction }: ActContext, publicationId: string): Promise<Result<PublishedContent>> => {
  const { rows } = await sql<PublishedContent['groups'][number]>`
    select g.name, (select jsonb_agg(jsonb_build_object('id', unit_id, 'name', unit_name) order by unit_name collate "vi-x-icu")
        from publication_unit where publication_id = p.id and unit_group = g.name) as units,
      (select jsonb_agg(jsonb_build_object('id', node_id, 'code', code, 'name', name, 'maxPoints', trim_scale(max_points)::text) order by position)
        from framework_node where is_leaf and framework_id = (
          select framework_id from publication_unit where publication_id = p.id and unit_group = g.name limit 1)) as leaves
    from publication p, unnest(p.groups) with ordinality g(name, place)
    where p.id = ${publicationId} order by g.place`.execute(transaction)
  if (rows.length === 0) return refuse(errorAt('notFound', publicationId, { what: 'publication' }))
  return accept({ groups: rows.map(({ name, units, leaves }) => ({ name, units: units ?? [], leaves: leaves ?? [] })) })
}
