import { readdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { errorAt } from '../core/problem.ts'
import { accept } from '../core/result.ts'
import { commandLineWords } from '../language/command-line.ts'
import { checkBackup, restoreBackup } from '../platform/backup/restore-backup.ts'
import { type Command, refused } from './command.ts'
import { onInstallation, settingsOf } from './open-installation.ts'
import { verifyLogs } from './verify-logs.ts'

const isEmpty = async (folder: string): Promise<boolean> => (await readdir(folder).catch(() => [])).length === 0

/** `parindex restore DIR`: a backup into an empty data folder; every part is checked before, the log after. */
export const restore: Command = {
  options: { data: { type: 'string' } },
  positionals: ['DIR'],
  run: async ({ values, positionals: [folder = ''], language }) => {
    const settings = settingsOf(values)
    if (!settings.ok) return refused(settings.problems)
    const { dataDir } = settings.value
    if (!(await isEmpty(dataDir))) return refused([errorAt('backupFault', dataDir, { reason: 'folderNotEmpty', subject: dataDir })])
    // Before anything is made in the data folder.
    const checked = await checkBackup(resolve(folder))
    if (!checked.ok) return refused(checked.problems)
    return onInstallation(values, async (installation) => {
      const restored = await restoreBackup({ ownerUrl: installation.ownerUrl, dataDir }, resolve(folder))
      if (!restored.ok) return restored
      const logs = await verifyLogs(installation)
      if (!logs.ok) return logs
      const { tables, files, createdAt } = restored.value
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      const problems = logs.value.flatMap((log) => log.problems)
      return accept({
        status: problems.length > 0 ? 1 : 0,
        value: { createdAt, rows, files: files.length, logs: logs.value },
        text: commandLineWords[language].restored(dataDir, rows, files.length),
        problems,
      })
    })
  },
}
