import { gunzipSync } from 'node:zlib'
import { parseBundle } from '../../core/publication/parse-bundle.ts'
import type { Results } from '../../core/results/results.ts'
import type { Transaction } from '../../platform/database/transaction.ts'

/** The bundles of a publication by group, as they were frozen. */
export const unpackBundles = (bundle: Buffer): Readonly<Record<string, unknown>> =>
  JSON.parse(gunzipSync(bundle).toString('utf8')) as Record<string, unknown>

/** What the newest publication of a cycle printed for a group; `undefined` where nothing was published. Without the results before it in turn. */
export const loadPreviousResults = async (transaction: Transaction, cycleId: string, group: string): Promise<Results | undefined> => {
  const row = await transaction
    .selectFrom('publication')
    .select('bundle')
    .where('cycle_id', '=', cycleId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  const bundle = row && parseBundle(unpackBundles(row.bundle)[group])
  return bundle?.ok ? bundle.value.results : undefined
}
