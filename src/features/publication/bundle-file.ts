import { canonicalJson } from '../../core/canonical-json.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { unpackBundles } from './previous-results.ts'

/** The bundle of one group as a file for `parindex verify`. */
export const bundleFile = async (transaction: Transaction, publicationId: string, group: string): Promise<Result<FileReply>> => {
  const row = await transaction
    .selectFrom('publication')
    .innerJoin('cycle', 'cycle.id', 'publication.cycle_id')
    .select(['publication.bundle', 'publication.number', 'publication.groups', 'cycle.year'])
    .where('publication.id', '=', publicationId)
    .executeTakeFirst()
  const bundle = row?.groups.includes(group) ? unpackBundles(row.bundle)[group] : undefined
  if (!row || bundle === undefined) return refuse(errorAt('notFound', publicationId, { what: 'publication' }))
  const place = row.groups.indexOf(group) + 1
  return accept({
    fileName: `parindex-${row.year}-${row.number}-${place}.json`,
    mediaType: 'application/json; charset=utf-8',
    content: canonicalJson(bundle),
  })
}
