import type { Problem } from '../core/problem.ts'
import { accept, type Result } from '../core/result.ts'
import { startPostgres } from '../platform/postgres/start-postgres.ts'
import { readSettings, type Settings } from '../platform/settings/settings.ts'
import { type OptionValues, type Outcome, refused, textOption } from './command.ts'

/** An installation whose database answers; the server may run beside. */
export interface OpenInstallation {
  readonly settings: Settings
  readonly ownerUrl: string
  readonly applicationUrl: string
}

interface Opened {
  readonly installation: OpenInstallation
  readonly close: () => Promise<void>
}

/** The embedded database is attached to, or started for as long. */
const open = async (settings: Settings): Promise<Result<Opened>> => {
  if (settings.database !== undefined) return accept({ installation: { settings, ...settings.database }, close: async () => undefined })
  const started = await startPostgres({ dataDir: settings.dataDir })
  if (!started.ok) return started
  const { ownerUrl, applicationUrl, stop } = started.value
  return accept({ installation: { settings, ownerUrl, applicationUrl }, close: stop })
}

/** Settings of the environment, with `--data` before `DATA_DIR`. */
export const settingsOf = (values: OptionValues): Result<Settings> => {
  const data = textOption(values, 'data')
  return readSettings({ ...process.env, ...(data && { DATA_DIR: data }) })
}

/** Runs something on the installation that the settings and `--data` name. */
export const onInstallation = async (
  values: OptionValues,
  run: (installation: OpenInstallation) => Promise<Result<Outcome>>,
): Promise<Outcome> => {
  const refuse = (problems: readonly Problem[]): Outcome => refused(problems)
  const settings = settingsOf(values)
  if (!settings.ok) return refuse(settings.problems)
  const opened = await open(settings.value)
  if (!opened.ok) return refuse(opened.problems)
  try {
    const outcome = await run(opened.value.installation)
    return outcome.ok ? outcome.value : refuse(outcome.problems)
  } finally {
    await opened.value.close()
  }
}
