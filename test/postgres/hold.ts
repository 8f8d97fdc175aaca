import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import pg from 'pg'
import type { Result } from '../../src/core/result.ts'
import { processRuns } from '../../src/platform/postgres/process.ts'

interface Urls {
  readonly ownerUrl: string
  readonly applicationUrl: string
}

export interface Holder {
  readonly process: ChildProcess
  readonly started: Result<Urls>
  readonly lines: Interface
}

export interface HolderOptions {
  /** Put before the program, such as `setpriv --reuid=65534`. */
  readonly prefix?: readonly string[]
  readonly environment?: NodeJS.ProcessEnv
  readonly writes?: boolean
}

const program = join(import.meta.dirname, 'holder.ts')

/** Starts a process that holds the folder and waits until it says how that went. */
export const hold = async (dataDir: string, { prefix = [], environment, writes = false }: HolderOptions = {}): Promise<Holder> => {
  const [first = '', ...rest] = [...prefix, process.execPath, program, dataDir, ...(writes ? ['--write'] : [])]
  const child = spawn(first, rest, { stdio: ['ignore', 'pipe', 'inherit'], env: environment ?? process.env, cwd: '/' })
  const lines = createInterface({ input: child.stdout })
  const [line] = (await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => ['{"ok":false,"problems":[]}'])])) as [string]
  return { process: child, started: JSON.parse(line) as Result<Urls>, lines }
}

export const urlsOf = ({ started }: Holder): Urls => {
  if (!started.ok) throw new Error(JSON.stringify(started.problems))
  return started.value
}

export const problemsOf = ({ started }: Holder): readonly unknown[] => (started.ok ? [] : started.problems)

/** Ends a process and waits for it. */
export const end = async (child: ChildProcess, signal: NodeJS.Signals): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

export const query = async <T extends pg.QueryResultRow>(url: string, text: string): Promise<readonly T[]> => {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(text)).rows
  } finally {
    await client.end()
  }
}

/** The server's process, as its own lock file says. */
export const serverPid = async (dataDir: string): Promise<number | undefined> => {
  const text = await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '')
  const pid = Number(text.split('\n')[0])
  return text !== '' && processRuns(pid) ? pid : undefined
}
