import { resolve } from 'node:path'
import type { Command, ExitStatus } from './cli/command.ts'
import { refused } from './cli/command.ts'
import { askedLanguage, readInvocation } from './cli/invocation.ts'
import { printOutcome } from './cli/print.ts'
import { errorAt } from './core/problem.ts'
import { commandLineWords } from './language/command-line.ts'

/** Commands are loaded when they are called: `--help` and wrong usage answer at once. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  read: async () => (await import('./cli/read.ts')).read,
  check: async () => (await import('./cli/check.ts')).check,
  compute: async () => (await import('./cli/compute.ts')).compute,
  rules: async () => (await import('./cli/rules.ts')).rules,
  score: async () => (await import('./cli/score.ts')).score,
  verify: async () => (await import('./cli/verify.ts')).verify,
  tabulate: async () => (await import('./cli/tabulate.ts')).tabulate,
  robustness: async () => (await import('./cli/robustness.ts')).robustness,
  backup: async () => (await import('./cli/backup.ts')).backup,
  restore: async () => (await import('./cli/restore.ts')).restore,
  audit: async () => (await import('./cli/audit.ts')).audit,
  report: async () => (await import('./cli/report.ts')).report,
  users: async () => (await import('./cli/users.ts')).users,
}

const loadCommand = async (name: string): Promise<Command | undefined> => (Object.hasOwn(commands, name) ? commands[name]?.() : undefined)

const runCommand = async (name: string, words: readonly string[], isJson: boolean): Promise<ExitStatus> => {
  const language = askedLanguage(words)
  const command = await loadCommand(name)
  const invocation = command && readInvocation(words, command)
  const outcome =
    !command || !invocation
      ? refused([errorAt('wrongUsage', '', { reason: 'unknownCommand', word: name })], 2)
      : invocation.ok
        ? await command.run(invocation.value)
        : refused(invocation.problems, 2)
  printOutcome(outcome, isJson, language)
  return outcome.problems.some((problem) => problem.code === 'wrongUsage') ? 2 : outcome.status
}

const run = async ([name, ...words]: readonly string[]): Promise<ExitStatus> => {
  const isJson = words.includes('--json') || name === '--json'
  const asksHelp = [name, ...words].some((word) => word === '--help' || word === '-h') || name === 'help'
  if (asksHelp || name === undefined) {
    const language = askedLanguage(words)
    const command = name === undefined ? undefined : await loadCommand(name)
    const help = command?.help?.(language) ?? commandLineWords[language].help
    ;(asksHelp ? process.stdout : process.stderr).write(`${help}\n`)
    return asksHelp ? 0 : 2
  }
  if (name === 'start') return startServer()
  try {
    return await runCommand(name, words, isJson)
  } catch (thrown) {
    process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`)
    if (isJson) printOutcome(refused([errorAt('unexpected', '', { requestId: 'parindex' })], 70), true, askedLanguage(words))
    return 70
  }
}

/** `npm start` under another name: it takes the remaining words as its own and stays until it is stopped. Its folder is that of this checkout. */
const startServer = async (): Promise<ExitStatus> => {
  const words = process.argv
    .slice(3)
    .map((word, at, all) => (all[at - 1] === '--data' ? resolve(word) : word.replace(/(?<=^--data=).+/, (path) => resolve(path))))
  process.argv.splice(2, process.argv.length, ...words)
  const start = '../scripts/start.mjs'
  await import(start)
  return 0
}

// A reader that has seen enough (`| head`) is no bug.
process.stdout.on('error', (thrown: NodeJS.ErrnoException) => process.exit(thrown.code === 'EPIPE' ? 0 : 70))
process.exitCode = await run(process.argv.slice(2))
