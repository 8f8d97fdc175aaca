import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { openStoredFile } from '../../platform/files/stored-files.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { isViewable } from './viewable.ts'

export interface FileWanted {
  readonly unitId: string
  readonly evidenceId: string
  /** Asked for as part of this self-assessment: then it has to prove a leaf of it. */
  readonly cycleId?: string
  readonly manner: 'download' | 'view'
}

/** The file of a document: as part of the own register, or of what a self-assessment rests on. Anything else is not found. */
export const readEvidenceFile = async (context: ActContext, filesDir: string, wanted: FileWanted): Promise<Result<FileReply>> => {
  const { unitId, evidenceId, cycleId, manner } = wanted
  let query = context.transaction
    .selectFrom('evidence')
    .select(['file_sha256', 'file_name'])
    .where('id', '=', evidenceId)
    .where('unit_id', '=', unitId)
  if (cycleId)
    query = query.where(({ exists, selectFrom }) =>
      exists(selectFrom('score_evidence').select('node_id').where('cycle_id', '=', cycleId).where('evidence_id', '=', evidenceId)),
    )
  const row = await query.executeTakeFirst()
  if (!row?.file_sha256 || !row.file_name) return refuse(errorAt('notFound', evidenceId, { what: 'file' }))
  const opened = await openStoredFile(context, filesDir, row.file_sha256)
  if (!opened.ok) return opened
  const { mediaType, content } = opened.value
  return accept({ fileName: row.file_name, mediaType, content, inline: manner === 'view' && isViewable(mediaType) })
}
