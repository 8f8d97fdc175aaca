import { parentPort, workerData } from 'node:worker_threads'
import { parseDocument } from './parse-document.ts'

interface Order {
  readonly bytes: Uint8Array
  readonly fileName: string
}

const { bytes, fileName } = workerData as Order
parentPort?.postMessage(await parseDocument(bytes, fileName))
