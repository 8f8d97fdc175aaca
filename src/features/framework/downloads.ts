import { canonicalJson } from '../../core/canonical-json.ts'
import { formatFramework } from '../../core/framework/format-framework.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { openStoredFile } from '../../platform/files/stored-files.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { loadFramework } from './load-framework.ts'
import { restoreDraft } from './stored-draft.ts'

/** The framework as a file: in force exactly the text that its hash was taken of. */
export const downloadFramework = async (context: ActContext, frameworkId: string): Promise<Result<FileReply>> => {
  const record = await loadFramework(context, frameworkId)
  if (!record.ok) return record
  const { status, document, year, unit_group } = record.value
  const value = status === 'draft' ? formatFramework(restoreDraft(document).framework) : document
  const name = ['framework', year || undefined, unit_group || undefined].filter(Boolean).join('-')
  return accept({ fileName: `${name}.json`, mediaType: 'application/json; charset=utf-8', content: canonicalJson(value) })
}

/** The decision's file as it was uploaded, byte for byte. */
export const downloadSource = async (context: ActContext, filesDir: string, frameworkId: string): Promise<Result<FileReply>> => {
  const record = await loadFramework(context, frameworkId)
  if (!record.ok) return record
  const { source_file, source_name } = record.value
  if (!source_file) return refuse(errorAt('notFound', frameworkId, { what: 'file' }))
  const file = await openStoredFile(context, filesDir, source_file)
  if (!file.ok) return file
  return accept({ fileName: source_name ?? source_file, mediaType: file.value.mediaType, content: file.value.content })
}
