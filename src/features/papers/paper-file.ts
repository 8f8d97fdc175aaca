import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { paperFontFolders } from '../../platform/files/paper-fonts.ts'
import type { FileReply } from '../../platform/http/request.ts'
import { paperTitle } from '../../reports/paper-symbol.ts'
import { type ReportFormat, reportMediaTypes, writeReport } from '../../reports/write-report.ts'
import { composeDraft } from './compose-draft.ts'
import { loadPaper, type PaperAt } from './load-paper.ts'

/** Names of files stay short: the longest path that office systems take is 260. */
const longestName = 120

/** The paper as a file; a draft is marked as one. */
export const paperFile = async (
  context: ActContext,
  at: PaperAt,
  { format, manner }: { readonly format: ReportFormat; readonly manner: 'download' | 'view' },
): Promise<Result<FileReply>> => {
  const paper = await loadPaper(context.transaction, at)
  if (!paper.ok) return paper
  const report = await composeDraft(context, paper.value)
  if (!report.ok) return report
  const content = await writeReport(report.value, format, paperFontFolders())
  const name = paperTitle(report.value.heading)
    .replace(/[\\/:*?"<>|]/g, ' ')
    .slice(0, longestName)
    .trim()
  return accept({
    fileName: `${name}.${format}`,
    mediaType: reportMediaTypes[format],
    content: Buffer.from(content),
    inline: manner === 'view' && format === 'pdf',
  })
}
