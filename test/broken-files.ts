import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

const golden = join(import.meta.dirname, '../golden')

export const brokenFormats = ['txt', 'csv', 'json', 'xlsx', 'docx', 'pdf'] as const
export type BrokenFormat = (typeof brokenFormats)[number]

/** Whole files of a format to break: the golden inputs, and for JSON the facts beside them. */
export const wholeFiles = (format: BrokenFormat): readonly Uint8Array[] =>
  readdirSync(golden, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(`.${format}`) && !name.startsWith('bad-'))
    .map((name) => readFileSync(join(golden, name)))

/** How many broken copies ended how; `crashed` and `thrown` are what must not be. */
export interface BrokenStory {
  readonly copies: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly slowestMs: number
}

const longestMs = 15_000

/**
 * Parses broken copies and reads a table in what comes out, one after the other in a thread of its own. A copy that takes too long or brings
 * the thread down is counted as such and the next one goes on in a new thread, as the application does for every file.
 */
export const tellBrokenStory = async (format: BrokenFormat, copies: number): Promise<BrokenStory> => {
  const outcomes: Record<string, number> = {}
  let slowestMs = 0
  for (let next = 0; next < copies; ) {
    const [reached, end] = await readUntilStopped(format, next, copies, (outcome, ms) => {
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      slowestMs = Math.max(slowestMs, Math.round(ms))
    })
    next = reached
    if (end !== undefined) {
      outcomes[end] = (outcomes[end] ?? 0) + 1
      next += 1
    }
  }
  return { copies, outcomes, slowestMs }
}

interface Told {
  readonly index: number
  readonly outcome: string
  readonly ms: number
}

const readUntilStopped = (
  format: BrokenFormat,
  from: number,
  to: number,
  count: (outcome: string, ms: number) => void,
): Promise<readonly [number, string | undefined]> =>
  new Promise((settle) => {
    const worker = new Worker(new URL('./broken-files-worker.ts', import.meta.url), {
      workerData: { format, from, to },
      resourceLimits: { maxOldGenerationSizeMb: 768 },
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    let next = from
    const end = (how: string | undefined): void => {
      clearTimeout(timer)
      settle([next, next < to ? how : undefined])
      void worker.terminate()
    }
    let timer = setTimeout(() => end('timeout'), longestMs)
    worker.on('message', ({ index, outcome, ms }: Told) => {
      count(outcome, ms)
      next = index + 1
      timer = (clearTimeout(timer), setTimeout(() => end('timeout'), longestMs))
    })
    // A library that lets a promise fall ends its thread; the application answers `broken` then, and so it counts here.
    worker.once('error', (thrown) =>
      end('code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'broken, thread ended'),
    )
    worker.once('exit', () => end('crashed'))
  })
