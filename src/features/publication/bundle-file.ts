import { canonicalJson } from '../../core/canonical-json.ts'
import { errorAt } from '../../core/problem.ts'
import type { Bundle } from '../../core/publication/bundle.ts'
import type { Grounds } from '../../core/publication/grounds.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Transaction } from '../../platform/database/transaction.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { unpackBundles } from './previous-results.ts'

/** The grounds of a group where the reader may have them all; the database hides those that are not for them. */
const loadGrounds = async (transaction: Transaction, publicationId: string, units: readonly string[]): Promise<Grounds | undefined> => {
  const rows = await transaction
    .selectFrom('publication_ground')
    .select(['unit_id', 'grounds'])
    .where('publication_id', '=', publicationId)
    .where('unit_id', 'in', units.length ? [...units] : [null as never])
    .execute()
  return rows.length === units.length ? (Object.fromEntries(rows.map(({ unit_id, grounds }) => [unit_id, grounds])) as Grounds) : undefined
}

/** The bundle of one group as a file for `parindex verify`: with every ground for whoever may read all of them, else without; its hash is the same. */
export const bundleFile = async (transaction: Transaction, publicationId: string, group: string): Promise<Result<FileReply>> => {
  const row = await transaction
    .selectFrom('publication')
    .innerJoin('cycle', 'cycle.id', 'publication.cycle_id')
    .select(['publication.bundle', 'publication.number', 'publication.groups', 'cycle.year'])
    .where('publication.id', '=', publicationId)
    .executeTakeFirst()
  const bundle = row?.groups.includes(group) ? (unpackBundles(row.bundle)[group] as Bundle | undefined) : undefined
  if (!row || bundle === undefined) return refuse(errorAt('notFound', publicationId, { what: 'publication' }))
  // Publications of before grounds were frozen have no hash of them.
  const grounds =
    bundle.groundsHash === undefined
      ? undefined
      : await loadGrounds(
          transaction,
          publicationId,
          bundle.inputs.map(({ unit }) => unit),
        )
  const place = row.groups.indexOf(group) + 1
  return accept({
    fileName: `parindex-${row.year}-${row.number}-${place}.json`,
    mediaType: 'application/json; charset=utf-8',
    content: canonicalJson({ ...bundle, ...(grounds && { grounds }) }),
  })
}
