import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup holds, written last: a folder without it is no backup. */
const manifestShape = z.object({
  format: z.literal('parindex/backup@1'),
  createdAt: z.iso.datetime(),
  /** The state of `migrations/` that the tables have. */
  migrations: z.array(z.object({ number: z.int(), name: z.string(), sha256 })),
  /** In an order in which every row finds what it refers to. */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256 })),
  files: z.array(sha256),
  /** Further files of the data folder, with their hashes. */
  others: z.array(z.object({ path: z.string().regex(/^[\w-]+(?:[/.][\w-]+)*$/), sha256 })),
})
export type Manifest = z.output<typeof manifestShape>

export const manifestName = 'manifest.json'
export const tablePath = (folder: string, table: string): string => join(folder, 'tables', `${table}.copy.gz`)

export const readManifest = async (folder: string): Promise<Result<Manifest>> => {
  const parsed = await readFile(join(folder, manifestName), 'utf8')
    .then((text) => manifestShape.safeParse(JSON.parse(text)))
    .catch(() => undefined)
  return parsed?.success ? accept(parsed.data) : refuse(errorAt('backupFault', folder, { reason: 'notABackup', subject: folder }))
}
