import { Worker } from 'node:worker_threads'
import { paperFontFolders } from '../../../platform/files/paper-fonts.ts'
import type { LinkCards } from '../../../reports/pdf/link-cards.ts'
import type { SheetOrder } from './sheet-worker.ts'

const seconds = 60

/** Makes the file in a thread of its own: thousands of codes take seconds, in which everybody else is served. One at a time; others wait. */
export const makeSheet = (cards: LinkCards): Promise<Uint8Array> => {
  const made = before.then(() => makeInThread({ cards, fontFolders: paperFontFolders() }))
  before = made.catch(() => undefined)
  return made
}

let before: Promise<unknown> = Promise.resolve()

const makeInThread = (order: SheetOrder): Promise<Uint8Array> =>
  new Promise((settle, fail) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: order,
      // Nothing that a library prints about a page may carry a link into the log.
      stdout: true,
      stderr: true,
      execArgv: [],
    })
    const end = (finish: () => void): void => {
      clearTimeout(timer)
      finish()
      void worker.terminate()
    }
    // Why it failed is not passed on: it could quote a link.
    const refuse = (): void => end(() => fail(new Error('a sheet of links was not made')))
    const timer = setTimeout(refuse, seconds * 1000)
    worker.once('message', (bytes: Uint8Array) => end(() => settle(bytes)))
    worker.once('error', refuse)
    worker.once('exit', refuse)
  })
