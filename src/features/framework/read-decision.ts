import { readFile } from 'node:fs/promises'
import { beginDraft, type FrameworkDraft } from '../../core/framework/draft/draft.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { frameworkFormat } from '../../core/framework/framework-file.ts'
import { parseFramework } from '../../core/framework/parse-framework.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { readDocumentFile } from '../../platform/documents/read-document-file.ts'
import type { Upload } from '../../platform/http/request.ts'

/** Nobody's criteria are a hundred levels deep; what nests deeper is made to exhaust the stack. */
const deepest = 100

const isNestedTooDeep = (bytes: Buffer): boolean => {
  let depth = 0
  for (const byte of bytes) {
    if (byte === 0x7b || byte === 0x5b) depth += 1
    else if (byte === 0x7d || byte === 0x5d) depth -= 1
    if (depth > deepest) return true
  }
  return false
}

const isObject = (bytes: Buffer): boolean => /^\ufeff?\s*\{/.test(bytes.subarray(0, 64).toString('utf8'))

/** The value of a framework file of our own, or `undefined` where the bytes are another document. */
const frameworkFile = (bytes: Buffer): unknown => {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''))
    return typeof value === 'object' && value !== null && 'format' in value && value.format === frameworkFormat ? value : undefined
  } catch {
    return undefined
  }
}

/** Twenty times the longest decision; every act on a draft looks at all its rows. */
const mostRows = 10_000

const beginWith = (framework: Framework, problems: readonly Problem[]): Result<FrameworkDraft> => {
  const rows = [...walkNodes(framework.nodes)].length
  if (rows > mostRows) return refuse(errorAt('tooLarge', 'file', { what: 'rows', limit: String(mostRows), actual: String(rows) }))
  return accept(beginDraft(framework, problems))
}

/** A decision's file, or the table of that number in it → a draft with every doubt; refused with every problem where no criteria table can be read. */
export const readDecision = async ({ file: { path }, fileName }: Upload, table?: number): Promise<Result<FrameworkDraft>> => {
  const bytes = await readFile(path)
  if (isObject(bytes) && isNestedTooDeep(bytes)) return refuse(errorAt('unreadableFile', 'file', { reason: 'hostile' }))
  const ownFile = isObject(bytes) ? frameworkFile(bytes) : undefined
  if (ownFile !== undefined) {
    const framework = parseFramework(ownFile)
    return framework.ok ? beginWith(framework.value, []) : framework
  }
  const read = await readDocumentFile(bytes, fileName, 'criteria', table)
  if (!read.ok) return read
  const { framework, problems } = read.value
  if (framework) return beginWith(framework, problems)
  return { ok: false, problems: problems.length > 0 ? problems : [errorAt('noTable', '', { kind: 'criteria' })] }
}
