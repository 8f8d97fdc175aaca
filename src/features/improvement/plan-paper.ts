import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import { improvementWords } from '../../language/pages/improvement.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { paperFontFolders } from '../../platform/files/paper-fonts.ts'
import type { FileReply } from '../../platform/http/request.ts'
import type { PaperSources } from '../../reports/papers/compose-paper.ts'
import { parsePaperDetails, type PaperDetails } from '../../reports/papers/paper-details.ts'
import type { Report } from '../../reports/report.ts'
import { reportMediaTypes, writeReport } from '../../reports/write-report.ts'
import type { PaperQuery } from './follow-contract.ts'
import { planFactsOf } from '../../reports/papers/plan-facts-of.ts'
import { planOfDivision } from '../../core/improvement/plan-of-division.ts'
import { showPlan } from './show-plan.ts'
import type { PlanPlace } from './stored-plan.ts'

/** A paper as the authority words it; handed in by whoever puts the application together. */
export type WordPaper = (
  context: ActContext,
  paper: { readonly kind: PaperQuery['kind']; readonly details: PaperDetails; readonly sources: PaperSources },
) => Promise<Result<Report>>

const authorityName = async ({ transaction, actor }: ActContext): Promise<string> =>
  (await sql<{ name: string }>`select name from authority where id = ${actor.authorityId}`.execute(transaction)).rows[0]?.name ?? ''

/** The plan as an official paper, marked a draft until it has been approved; number and day are entered by whoever issues it. */
export const planPaper = async (
  context: ActContext,
  wordPaper: WordPaper,
  place: PlanPlace,
  query: PaperQuery,
): Promise<Result<FileReply>> => {
  const view = await showPlan(context, place)
  if (!view.ok) return view
  const { plan, unit, stage } = view.value
  const { paper: usual } = improvementWords
  const details = parsePaperDetails({
    parent: await authorityName(context),
    agency: unit.name,
    agencyMark: query.mark || unit.code,
    place: query.place || usual.place,
    date: String(plan.actionYear),
    authority: { by: 'self', title: query.signerTitle || usual.signerTitle },
    recipients: usual.recipients,
    draft: stage === 'draft',
  })
  if (!details.ok) return details
  const facts = planFactsOf(
    query.division === undefined ? plan : planOfDivision(plan, query.division),
    unit.name,
    query.coordinator || usual.coordinator,
  )
  const report = await wordPaper(context, { kind: query.kind, details: details.value, sources: { facts } })
  if (!report.ok) return report
  return accept({
    fileName: `${usual.fileNames[query.kind]} ${plan.actionYear}.${query.format}`,
    mediaType: reportMediaTypes[query.format],
    content: Buffer.from(await writeReport(report.value, query.format, paperFontFolders())),
  })
}
