import { basename } from 'node:path'
import { type ReadKind, type ReadResult, readKinds } from '../core/document/read-result.ts'
import { errorAt } from '../core/problem.ts'
import { accept, type Result } from '../core/result.ts'
import { type Command, refused, textOption } from './command.ts'
import { openFile } from './file.ts'
import { frameworkOf } from './framework-input.ts'
import { formatReadResult, showReadResult } from './read-result.ts'

/** `parindex read FILE`: the table of a document, with every doubt. */
export const read: Command = {
  options: { kind: { type: 'string' }, table: { type: 'string' } },
  positionals: ['FILE'],
  run: async ({ values, positionals: [path = ''], language }) => {
    const kind = textOption(values, 'kind')
    if (kind !== undefined && !isReadKind(kind))
      return refused([errorAt('wrongUsage', '', { reason: 'invalidOption', word: '--kind', expected: readKinds.join(', ') })], 2)
    const table = textOption(values, 'table')
    if (table !== undefined && !/^[1-9]\d{0,2}$/.test(table))
      return refused([errorAt('wrongUsage', '', { reason: 'invalidOption', word: '--table', expected: '1, 2, 3 …' })], 2)
    const bytes = await openFile(path)
    if (!bytes.ok) return refused(bytes.problems)
    const result = await readTable(bytes.value, path, kind, table === undefined ? undefined : Number(table))
    if (!result.ok) return refused(result.problems)
    const { problems } = result.value
    return {
      status: problems.length > 0 ? 1 : 0,
      value: formatReadResult(result.value),
      text: showReadResult(result.value, language),
      problems,
    }
  },
}

const isReadKind = (kind: string): kind is ReadKind => readKinds.some((each) => each === kind)

/** A framework file is read as what it says it is; every other file as a document with a table in it. */
const readTable = async (
  bytes: Uint8Array,
  path: string,
  kind: ReadKind | undefined,
  table: number | undefined,
): Promise<Result<ReadResult>> => {
  if (callsItselfFramework(bytes)) return readFramework(bytes)
  const { readDocumentFile } = await import('../platform/documents/read-document-file.ts')
  return readDocumentFile(bytes, basename(path), kind, table)
}

const callsItselfFramework = (bytes: Uint8Array): boolean =>
  bytes[0] !== 0x50 && Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).includes('parindex/framework@')

const readFramework = async (bytes: Uint8Array): Promise<Result<ReadResult>> => {
  const { checkFramework } = await import('../core/framework/check-framework.ts')
  const { isConsequence } = await import('../core/framework/check-totals.ts')
  const framework = await frameworkOf(bytes)
  return framework.ok
    ? accept({
        kind: 'criteria',
        framework: framework.value,
        problems: checkFramework(framework.value).filter((each) => !isConsequence(each)),
      })
    : framework
}
