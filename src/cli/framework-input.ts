import type { Framework } from '../core/framework/framework.ts'
import type { Result } from '../core/result.ts'
import { jsonValue, openFile } from './file.ts'

/** The framework in the bytes of a `parindex/framework@1` file. */
export const frameworkOf = async (bytes: Uint8Array): Promise<Result<Framework>> => {
  const value = jsonValue(bytes)
  if (!value.ok) return value
  const { parseFramework } = await import('../core/framework/parse-framework.ts')
  return parseFramework(value.value)
}

export const openFramework = async (path: string): Promise<Result<Framework>> => {
  const bytes = await openFile(path)
  return bytes.ok ? frameworkOf(bytes.value) : bytes
}
