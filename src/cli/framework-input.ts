import type { Framework } from '../core/framework/framework.ts'
import type { Result } from '../core/result.ts'
import { jsonValue, openFile } from './file.ts'

/** The framework in the bytes of a `parindex/framework@1` file, or in what `parindex read --json` printed of a document. */
export const frameworkOf = async (bytes: Uint8Array): Promise<Result<Framework>> => {
  const value = jsonValue(bytes)
  if (!value.ok) return value
  const { parseFramework } = await import('../core/framework/parse-framework.ts')
  return parseFramework(readFramework(value.value) ?? value.value)
}

/** A `ReadResult` carries the framework that was read. */
const readFramework = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'kind' in value && 'framework' in value && !('format' in value)
    ? value.framework
    : undefined

export const openFramework = async (path: string): Promise<Result<Framework>> => {
  const bytes = await openFile(path)
  return bytes.ok ? frameworkOf(bytes.value) : bytes
}
