import { Worker } from 'node:worker_threads'
import { errorAt, type Problem } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import type { ReadOrder } from './document-worker.ts'
import { documentLimits } from './limits.ts'

/**
 * Has a file read in a thread of its own with a limit on heap, on memory outside the heap and on time, so that a broken, huge or hostile file ends as a problem
 * (`unreadableFile`, `tooLarge`) and never takes the process along. A few at a time; others wait.
 */
export const readInLimits = async <Value>(order: ReadOrder): Promise<Result<Value>> => {
  const { bytes } = order
  if (bytes.length === 0) return refuse(errorAt('unreadableFile', '', { reason: 'empty' }))
  if (bytes.length > documentLimits.bytes)
    return refuse(errorAt('tooLarge', '', { what: 'bytes', limit: String(documentLimits.bytes), actual: String(bytes.length) }))
  await takeSlot()
  try {
    return await readInWorker(order)
  } finally {
    giveSlotBack()
  }
}

const waiting: (() => void)[] = []
let reading = 0

const takeSlot = async (): Promise<void> => {
  if (reading < documentLimits.atOnce) reading += 1
  else await new Promise<void>((go) => waiting.push(go))
}

const giveSlotBack = (): void => {
  const next = waiting.shift()
  if (next) next()
  else reading -= 1
}

const mebibyte = 1024 * 1024
const outOfMemory = (): Problem =>
  errorAt('tooLarge', '', {
    what: 'memory',
    limit: String(documentLimits.heapMebibytes * mebibyte),
    actual: String(documentLimits.heapMebibytes * mebibyte),
  })

const readInWorker = <Value>(order: ReadOrder): Promise<Result<Value>> =>
  new Promise((settle) => {
    const worker = new Worker(new URL('./document-worker.ts', import.meta.url), {
      workerData: order,
      resourceLimits: { maxOldGenerationSizeMb: documentLimits.heapMebibytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
      // A library that prints its doubts must not disturb the standard output of the command line.
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const end = (result: Result<Value>): void => {
      clearTimeout(timer)
      clearInterval(watch)
      settle(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(refuse(errorAt('unreadableFile', '', { reason: 'timeout' }))), documentLimits.seconds * 1000)
    const watch = setInterval(() => void endBeyondMemory(worker, end), 100)
    worker.once('message', end)
    worker.once('error', (thrown) =>
      end(refuse(isOutOfMemory(thrown) ? outOfMemory() : errorAt('unreadableFile', '', { reason: 'broken' }))),
    )
    worker.once('exit', () => end(refuse(errorAt('unreadableFile', '', { reason: 'broken' }))))
  })

const isOutOfMemory = (thrown: Error): boolean => 'code' in thrown && thrown.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** Byte arrays live outside the heap, where `resourceLimits` does not reach: an inflated stream of a PDF, for one. */
const endBeyondMemory = async (worker: Worker, end: (result: Result<never>) => void): Promise<void> => {
  const heap = await worker.getHeapStatistics().catch(() => undefined)
  if (heap && heap.external_memory > documentLimits.externalMebibytes * mebibyte) end(refuse(outOfMemory()))
}
