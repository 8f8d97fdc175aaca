import { resolve } from 'node:path'
import { accept } from '../core/result.ts'
import { commandLineWords } from '../language/command-line.ts'
import { takeBackup } from '../platform/backup/take-backup.ts'
import { migrate } from '../platform/migrate/migrate.ts'
import type { Command } from './command.ts'
import { onInstallation } from './open-installation.ts'

/** `parindex backup DIR`: rows as of one moment and their files, into an empty folder, while people go on working. */
export const backup: Command = {
  options: { data: { type: 'string' } },
  positionals: ['DIR'],
  run: async ({ values, positionals: [folder = ''], language }) =>
    onInstallation(values, async ({ ownerUrl, settings }) => {
      const migrated = await migrate(ownerUrl)
      if (!migrated.ok) return migrated
      const taken = await takeBackup({ ownerUrl, dataDir: settings.dataDir }, resolve(folder))
      if (!taken.ok) return taken
      const { createdAt, tables, files } = taken.value
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const text = commandLineWords[language].backedUp(resolve(folder), rows, files.length)
      return accept({ status: 0, value: { folder: resolve(folder), createdAt, rows, files: files.length }, text, problems: [] })
    }),
}
