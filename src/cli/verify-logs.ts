import { join } from 'node:path'
import { accept, type Result } from '../core/result.ts'
import { readKeptHeads } from '../platform/audit/log-head.ts'
import type { LogHead } from '../platform/audit/seal.ts'
import { listAuthorities, type VerifiedLog, verifyLog } from '../platform/audit/verify-log.ts'
import { openDatabase } from '../platform/database/database.ts'
import { migrate } from '../platform/migrate/migrate.ts'
import { deriveKey, loadSecret } from '../platform/settings/secret.ts'
import type { OpenInstallation } from './open-installation.ts'

/** The log of every authority of an installation, against the heads it keeps and one that somebody has in print. */
export const verifyLogs = async (
  { settings, applicationUrl, ownerUrl }: OpenInstallation,
  printed?: LogHead,
): Promise<Result<readonly VerifiedLog[]>> => {
  const migrated = await migrate(ownerUrl)
  if (!migrated.ok) return migrated
  const database = openDatabase({ connectionString: applicationUrl, max: 1 })
  try {
    const key = deriveKey(await loadSecret(settings.sessionSecret, settings.dataDir), 'log')
    const logs: VerifiedLog[] = []
    for (const authority of await listAuthorities(database)) {
      const kept = await readKeptHeads(join(settings.dataDir, 'files'), authority.id)
      logs.push(await verifyLog(database, authority, key, printed ? [...kept, printed] : kept))
    }
    return accept(logs)
  } finally {
    await database.destroy()
  }
}
