import { accept, refuse, type Result } from '../../core/result.ts'
import { speakProblem } from '../../language/problem-sentence.ts'
import { trialMark } from '../../language/trial-words.ts'
import { basisText } from '../../language/reports/basis-words.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { sourcesOf } from '../../reports/papers/compose-paper.ts'
import { parsePaperDetails } from '../../reports/papers/paper-details.ts'
import type { Report } from '../../reports/report.ts'
import { formatsOf } from '../../reports/write-report.ts'
import type { Paper } from './contract.ts'
import { lineOf, loadBases, type PaperRow } from './load-paper.ts'
import { loadSources } from './load-sources.ts'
import { composeWorded } from './templates/worded-paper.ts'

/** The paper as it stands: what was frozen where it is issued, else composed anew. Everything that is missing is named at once. */
export const composeDraft = async (context: ActContext, paper: PaperRow): Promise<Result<Report>> => {
  if (paper.report !== null) return accept(paper.report)
  const bases = await loadBases(context.transaction, paper.id)
  const own = Array.isArray(paper.details['bases']) ? paper.details['bases'] : []
  const details = parsePaperDetails({ ...paper.details, bases: [...bases.map(basisText), ...own] })
  const sources = await loadSources(context, paper)
  if (details.ok && sources.ok) {
    const report = await composeWorded(context, { kind: paper.kind, details: details.value, sources: sources.value })
    return report.ok && paper.is_trial ? accept({ ...report.value, mark: trialMark }) : report
  }
  return refuse(...[details, sources].flatMap((each) => (each.ok ? [] : each.problems)))
}

/** A paper for its page, with what is missing and the formats it can leave in. */
export const showPaper = async (context: ActContext, paper: PaperRow): Promise<Paper> => {
  const report = await composeDraft(context, paper)
  return {
    ...lineOf(paper),
    details: paper.details,
    facts: paper.facts,
    bases: [...(await loadBases(context.transaction, paper.id))],
    needs: [...sourcesOf(paper.kind)],
    formats: report.ok ? [...formatsOf(report.value)] : [],
    problems: report.ok ? [] : report.problems.map((problem) => ({ ...speakProblem(problem) })),
  }
}
