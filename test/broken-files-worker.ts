import { parentPort, workerData } from 'node:worker_threads'
import { readDocument } from '../src/core/document/read-document.ts'
import { parseDocument } from '../src/platform/documents/parse-document.ts'
import { brokenCopy } from './broken-bytes.ts'
import { type BrokenFormat, wholeFiles } from './broken-files.ts'

const { format, from, to } = workerData as { readonly format: BrokenFormat; readonly from: number; readonly to: number }
const whole = wholeFiles(format)

/** A table, or the code and the reason of the refusal; `thrown` is a bug. */
const outcomeOf = async (index: number): Promise<string> => {
  try {
    const document = await parseDocument(brokenCopy(whole, index), `broken.${format}`)
    if (document.ok) return readDocument(document.value).problems.some((problem) => problem.code === 'noTable') ? 'noTable' : 'table'
    const [problem] = document.problems
    return problem?.code === 'unreadableFile' ? problem.reason : (problem?.code ?? 'thrown')
  } catch (thrown) {
    return `thrown at ${index}: ${thrown instanceof Error ? thrown.message : String(thrown)}`
  }
}

for (let index = from; index < to; index++) {
  const start = performance.now()
  const outcome = await outcomeOf(index)
  parentPort?.postMessage({ index, outcome, ms: performance.now() - start })
}
