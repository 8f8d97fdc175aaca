import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from '../../core/document/read-document.ts'
import type { ReadKind } from '../../core/document/read-result.ts'
import { accept } from '../../core/result.ts'
import { parseDocument } from './parse-document.ts'

/** What the thread is started with; it answers once, with the table of the document or with every problem. */
export interface ReadOrder {
  readonly bytes: Uint8Array
  readonly fileName: string
  readonly kind: ReadKind | undefined
  /** Which of several tables of one kind, counted from 1. */
  readonly table: number | undefined
}

const { bytes, fileName, kind, table } = workerData as ReadOrder
const content = await parseDocument(bytes, fileName)
parentPort?.postMessage(content.ok ? accept(readDocument(content.value, kind, table)) : content)
