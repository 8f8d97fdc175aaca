import { parentPort, workerData } from 'node:worker_threads'
import type { LinkCards } from '../../../reports/pdf/link-cards.ts'
import { writeLinkCards } from '../../../reports/pdf/write-link-cards.ts'

/** What the thread is started with; it answers once, with the file. */
export interface SheetOrder {
  readonly cards: LinkCards
  readonly fontFolders: readonly string[]
}

const { cards, fontFolders } = workerData as SheetOrder
parentPort?.postMessage(await writeLinkCards(cards, fontFolders))
