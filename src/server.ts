import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openInstallation, type Installation } from './installation.ts'
import { labelsOf } from './language/labels.ts'
import { problemSentence } from './language/problem-sentence.ts'
import { startWords } from './language/start.ts'
import type { Problem } from './core/problem.ts'
import type { Result } from './core/result.ts'
import { type Closing, createClosing } from './platform/closing.ts'
import { createLog } from './platform/log/log.ts'
import { readSettings, type Settings } from './platform/settings/settings.ts'

const words = startWords.vi
const say = (line: string): void => void process.stdout.write(`${line}\n`)
const complain = (problems: readonly Problem[]): number => {
  for (const problem of problems) process.stderr.write(`${problemSentence(problem)}\n`)
  return 1
}

const readArguments = () => {
  const { values } = parseArgs({
    options: { port: { type: 'string' }, data: { type: 'string' }, empty: { type: 'boolean', default: false } },
  })
  return {
    staysEmpty: values.empty,
    environment: { ...process.env, ...(values.port && { PORT: values.port }), ...(values.data && { DATA_DIR: values.data }) },
  }
}

const addressOf = ({ baseUrl, host }: Settings, port: number): string => {
  if (baseUrl !== undefined) return baseUrl.href
  const shown = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host
  return `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`
}

const announce = (settings: Settings, { port, demoAccounts, isUnfounded }: Installation): void => {
  say('')
  if (!settings.portIsChosen && port !== settings.port) say(words.otherPort(settings.port, port))
  say(words.ready(addressOf(settings, port)))
  if (demoAccounts !== undefined) {
    const roles = labelsOf('vi').roles
    say(`\n${words.demoAccounts}`)
    for (const { signInName, password, role, unit } of demoAccounts) {
      say(`  ${signInName.padEnd(18)} ${password.padEnd(18)} ${roles[role]}${unit === undefined ? '' : `, ${unit}`}`)
    }
    say(`\n${words.demoWarning}`)
  }
  if (isUnfounded) say(`\n${words.nobodyYet}`)
  say(words.howToStop)
}

/** A stuck request must not keep the machine from shutting down; the database is stopped in any case. */
const longestGoodbye = 20_000

/**
 * Stops at the first signal, when whoever started us is gone, or at a bug that nobody caught, also while still starting; what comes
 * after the first changes nothing.
 */
const stopOnSignal = (closing: Closing, opening: Promise<unknown>): { readonly isStopping: () => boolean } => {
  let stopping = false
  const stop = async (status: number): Promise<void> => {
    if (stopping) return
    stopping = true
    say(words.stopping)
    setTimeout(() => process.exit(1), longestGoodbye).unref()
    await closing.close()
    // What was being opened meanwhile is closed as it comes, or fails for want of a database.
    await opening.catch(() => undefined)
    process.exit(status)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void stop(0))
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${error.stack}\n`)
    void stop(70)
  })
  return { isStopping: () => stopping }
}

/** What fails because everything is being closed is no bug; the signal ends the process. */
const unlessStopping = async <T>(opening: Promise<T>, closing: Closing, isStopping: () => boolean): Promise<T> => {
  try {
    return await opening
  } catch (error) {
    if (isStopping()) return new Promise(() => undefined)
    await closing.close()
    throw error
  }
}

const open = async (settings: Settings, staysEmpty: boolean): Promise<Result<Installation>> => {
  const closing = createClosing()
  const isReadable = process.stdout.isTTY === true
  const logger = createLog({ level: settings.logLevel, isReadable, write: (line) => void process.stdout.write(line) })
  const opening = openInstallation(settings, {
    logger,
    closing,
    pagesDir: join(import.meta.dirname, '../dist'),
    staysEmpty,
    onBuildingDemo: () => say(words.buildingDemo),
    onDatabaseTrouble: (problem) => logger.error({ problem }, words.databaseLost),
  })
  const { isStopping } = stopOnSignal(closing, opening)
  const installation = await unlessStopping(opening, closing, isStopping)
  if (!installation.ok) await closing.close()
  return installation
}

const start = async (): Promise<number | undefined> => {
  const { staysEmpty, environment } = readArguments()
  const settings = readSettings(environment)
  if (!settings.ok) return complain(settings.problems)
  const installation = await open(settings.value, staysEmpty)
  if (!installation.ok) return complain(installation.problems)
  announce(settings.value, installation.value)
  return undefined
}

try {
  const status = await start()
  if (status !== undefined) process.exit(status)
} catch (error) {
  const isUsage = error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  process.stderr.write(isUsage ? `${words.usage}\n` : `${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(isUsage ? 2 : 70)
}
