import { readFile, stat } from 'node:fs/promises'
import { errorAt } from '../core/problem.ts'
import { accept, refuse, type Result } from '../core/result.ts'
import { decodeText } from '../platform/documents/decode-text.ts'
import { parseJson } from '../platform/documents/json.ts'
import { documentLimits } from '../platform/documents/limits.ts'

/** Beyond any file that a command takes; a scores file of a whole country stays below. */
export const largestFile = 512 * 1024 * 1024

/** The bytes of a file named on the command line. */
export const openFile = async (path: string, limit: number = documentLimits.bytes): Promise<Result<Uint8Array>> => {
  try {
    const { size } = await stat(path)
    if (size > limit) return refuse(errorAt('tooLarge', '', { what: 'bytes', limit: String(limit), actual: String(size) }))
    return accept(await readFile(path))
  } catch {
    return refuse(errorAt('wrongUsage', '', { reason: 'noSuchFile', word: path }))
  }
}

/** The value of a JSON file: a framework, results, a bundle. */
export const openJsonFile = async (path: string): Promise<Result<unknown>> => {
  const bytes = await openFile(path, largestFile)
  return bytes.ok ? jsonValue(bytes.value) : bytes
}

export const jsonValue = (bytes: Uint8Array): Result<unknown> => {
  const value = parseJson(decodeText(bytes))
  return value === undefined ? refuse(errorAt('unreadableFile', '', { reason: bytes.length === 0 ? 'empty' : 'broken' })) : accept(value)
}
