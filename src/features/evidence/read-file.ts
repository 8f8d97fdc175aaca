import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { openStoredFile } from '../../platform/files/stored-files.ts'
import type { FileReply } from '../../platform/http/request.ts'
import type { PlainFile } from './contract.ts'
import { shownAs } from './viewable.ts'

export interface FileWanted {
  readonly unitId: string
  readonly evidenceId: string
  /** Asked for as part of this self-assessment: then it has to prove a leaf of it. */
  readonly cycleId?: string
  /** Which version; the newest where it is not said. */
  readonly number?: number | undefined
}

/** A version of a document's file: as part of the own register, as lent to the unit, or of what a self-assessment rests on. Anything else is not found. */
const wantedVersion = ({ transaction }: ActContext, { unitId, evidenceId, cycleId, number }: FileWanted) => {
  let query = transaction.selectFrom('evidence_file').where('evidence_id', '=', evidenceId)
  if (number !== undefined) query = query.where('number', '=', number)
  query = cycleId
    ? query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('linked_document as link')
            .select('link.node_id')
            .where('link.cycle_id', '=', cycleId)
            .where('link.unit_id', '=', unitId)
            .where('link.evidence_id', '=', evidenceId)
            // Of a document that is no longer lent nothing later than that day.
            .where(({ or, eb, ref }) => or([eb('link.last_file', 'is', null), eb('link.last_file', '>=', ref('evidence_file.number'))])),
        ),
      )
    : query.where(({ or, eb, exists, selectFrom }) =>
        or([
          eb('unit_id', '=', unitId),
          exists(selectFrom('evidence_share').select('unit_id').where('borrower_id', '=', unitId).where('evidence_id', '=', evidenceId)),
        ]),
      )
  return query.orderBy('number', 'desc').limit(1)
}

const notFound = (evidenceId: string): Result<never> => refuse(errorAt('notFound', evidenceId, { what: 'file' }))

/** The file, to be saved or to be shown in the page. */
export const readEvidenceFile = async (
  context: ActContext,
  filesDir: string,
  wanted: FileWanted & { readonly manner: 'download' | 'view' },
): Promise<Result<FileReply>> => {
  const row = await wantedVersion(context, wanted).select(['sha256', 'file_name']).executeTakeFirst()
  if (!row) return notFound(wanted.evidenceId)
  const opened = await openStoredFile(context, filesDir, row.sha256)
  if (!opened.ok) return opened
  const { mediaType, content } = opened.value
  return accept({ fileName: row.file_name, mediaType, content, inline: wanted.manner === 'view' && shownAs(mediaType, false) !== 'none' })
}

/** What an office file says, as it was read when it came. */
export const readPlain = async (context: ActContext, wanted: FileWanted): Promise<Result<PlainFile>> => {
  const row = await wantedVersion(context, wanted).select('plain').executeTakeFirst()
  return row?.plain ? accept(row.plain as PlainFile) : notFound(wanted.evidenceId)
}
