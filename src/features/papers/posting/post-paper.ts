import { Readable } from 'node:stream'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { mediaTypes } from '../../../platform/files/media-type.ts'
import { paperFontFolders } from '../../../platform/files/paper-fonts.ts'
import { withArrivedFile } from '../../../platform/files/receive-file.ts'
import { storeFile } from '../../../platform/files/stored-files.ts'
import type { Report } from '../../../reports/report.ts'
import { writeReport } from '../../../reports/write-report.ts'
import { loadPaper } from '../load-paper.ts'

interface Posting {
  postedAt?: string
}

/** Since when a paper of the authority is public. */
export const showPosting = async ({ transaction }: ActContext, paperId: string): Promise<Result<Posting>> => {
  const paper = await loadPaper(transaction, { paperId })
  if (!paper.ok) return paper
  const row = await transaction.selectFrom('paper_posting').select('posted_at').where('paper_id', '=', paperId).executeTakeFirst()
  return accept(row ? { postedAt: row.posted_at.toISOString() } : {})
}

const largestPaper = 64 * 1024 ** 2

const keepPdf = async (context: ActContext, filesDir: string, report: Report) => {
  const content = await writeReport(report, 'pdf', paperFontFolders())
  return withArrivedFile(filesDir, Readable.from([Buffer.from(content)]), largestPaper, (file) =>
    storeFile(context, filesDir, file, [mediaTypes.pdf]),
  )
}

interface Wanted {
  readonly paperId: string
  readonly isPosted: boolean
  readonly seen: number
}

/** Posts an issued paper for everybody, as it was frozen, or takes it down. A rehearsal is nobody else's concern. */
export const setPosting = async (context: ActContext, filesDir: string, { paperId, isPosted, seen }: Wanted): Promise<Result<Posting>> => {
  const { transaction, actor } = context
  const paper = await loadPaper(transaction, { paperId }, true)
  if (!paper.ok) return paper
  const { report, version, is_trial: isTrial } = paper.value
  if (version !== seen) return refuse(errorAt('changedMeanwhile', '', { version: String(version) }))
  if (report === null || isTrial) return refuse(errorAt('paperNotIssued', '', {}))
  if (isPosted) {
    const file = await keepPdf(context, filesDir, report)
    if (!file.ok) return file
    const row = { authority_id: actor.authorityId, paper_id: paperId, sha256: file.value.sha256, posted_by: actor.personId }
    await transaction
      .insertInto('paper_posting')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  } else await transaction.deleteFrom('paper_posting').where('paper_id', '=', paperId).execute()
  await recordActions(context, [{ kind: isPosted ? 'paperPosted' : 'paperTakenDown', facts: { paperId } }])
  return showPosting(context, paperId)
}
