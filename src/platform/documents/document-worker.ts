import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from '../../core/document/read-document.ts'
import type { ReadKind } from '../../core/document/read-result.ts'
import { plainOfDocument } from '../../core/document/plain-of-document.ts'
import { rowsOfDocument } from '../../core/document/rows-of-document.ts'
import { accept } from '../../core/result.ts'
import { parseDocument, parseWritten } from './parse-document.ts'

/** What the thread is started with; it answers once, with what was asked of the document or with every problem. */
export interface ReadOrder {
  readonly bytes: Uint8Array
  readonly fileName: string
  /** A table of the domain, of several the one with the number `table`, counted from 1; the plain rows of the largest table, with lines within cells or without; all sheets with what is hidden; all that it says; a Word file with the hands of its text; or the signatures of a PDF. */
  readonly as:
    | 'rows'
    | 'rowsWithLines'
    | 'sheets'
    | 'plain'
    | 'written'
    | 'signatures'
    | { readonly kind: ReadKind | undefined; readonly table: number | undefined }
}

const { bytes, fileName, as } = workerData as ReadOrder
const read = async () => {
  if (as === 'signatures') return (await import('./signatures/read-signatures.ts')).readSignatures(bytes)
  if (as === 'written') return parseWritten(bytes, fileName)
  const content = await parseDocument(bytes, fileName, as === 'sheets')
  if (!content.ok) return content
  if (as === 'rows' || as === 'rowsWithLines') return rowsOfDocument(content.value, as === 'rowsWithLines')
  if (as === 'sheets') return accept(content.value.blocks.filter(({ kind }) => kind === 'grid'))
  return as === 'plain' ? accept(plainOfDocument(content.value)) : accept(readDocument(content.value, as.kind, as.table))
}
parentPort?.postMessage(await read())
