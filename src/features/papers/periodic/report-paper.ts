import { type FactKey, factField, factGroupOf } from '../../../core/facts/fact-catalogue.ts'
import { figuresOfKind } from '../../../core/reporting/report-form.ts'
import { daysOfPeriod } from '../../../core/reporting/report-periods.ts'
import { accept, type Result } from '../../../core/result.ts'
import { factLabels } from '../../../language/fact-labels.ts'
import { factGroups, factUnits } from '../../../language/fact-words.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { PaperProject, PeriodicReportFacts, ReportedFigure } from '../../../reports/papers/periodic-facts.ts'
import {
  figureSentences,
  lateSentences,
  planSentences,
  projectProposals,
  projectSentences,
  wonBackSentences,
} from '../../../reports/papers/periodic-sentences.ts'
import { startPaper } from '../change-paper.ts'
import { seenReport, type SeenReport, storeReport } from './change-report.ts'
import type { OpenReport } from './contract.ts'
import { loadToday } from './load-demand.ts'
import { lastDay } from './own-reports.ts'
import { loadPlanInPeriod } from './plan-of-year.ts'

/** Figures of the form in the order of their kind, each with its unit, its whole and what it was before. */
const figuresOf = ({ demand, form, before }: OpenReport): readonly ReportedFigure[] => {
  const isSameYear = before?.year === demand.year
  return figuresOfKind[demand.kind].flatMap((key: FactKey) => {
    const now = form.figures[key]
    if (now === undefined || now === '') return []
    const { unit, partOf } = factField(key)
    const [last, whole] = [isSameYear ? before?.figures[key] : undefined, partOf === undefined ? undefined : form.figures[partOf]]
    return [
      {
        group: factGroups[factGroupOf(key)],
        label: factLabels[key],
        now,
        ...(unit && { unit: factUnits[unit] }),
        ...(last && { before: last }),
        ...(whole && { whole }),
      },
    ]
  })
}

const filled = <Value extends Record<string, string>>(value: Value): { [Key in keyof Value]?: string } =>
  Object.fromEntries(Object.entries(value).filter(([, text]) => text !== '')) as { [Key in keyof Value]?: string }

const projectsOf = ({ form }: OpenReport): readonly PaperProject[] => form.projects.map(({ name, ...rest }) => ({ name, ...filled(rest) }))

/** Everything the paper says, its sentences composed from the figures by rule; from here on they are the person's. */
const factsOf = async (context: ActContext, report: OpenReport): Promise<PeriodicReportFacts> => {
  const { demand, form, unit } = report
  const { kind, period, year, title } = demand
  const on = lastDay(demand, await loadToday(context))
  const plan = kind === 'reform' ? await loadPlanInPeriod(context, unit.id, year, on) : undefined
  const [figures, projects] = [figuresOf(report), projectsOf(report)]
  return {
    kind,
    period,
    year,
    ...(title !== undefined && { title }),
    unit: unit.name,
    ...daysOfPeriod(period, year),
    plan: [...planSentences(plan, on)],
    promised: [...form.promised],
    sentences: [...(kind === 'projects' ? projectSentences(projects) : figureSentences(figures))],
    results: [...form.results],
    wonBack: [...wonBackSentences(plan)],
    late: [...lateSentences(plan)],
    difficulties: [...form.difficulties],
    next: [...form.next],
    proposals: [...form.proposals, ...projectProposals(projects)],
    figures: [...figures],
    projects: [...projects],
  }
}

/** Composes the report as a draft of the unit's register of papers; figures that are corrected later make a new draft. */
export const composeReportPaper = async (context: ActContext, at: SeenReport): Promise<Result<{ paperId: string; version: number }>> => {
  const report = await seenReport(context, at)
  if (!report.ok) return report
  const facts = await factsOf(context, report.value)
  const paper = await startPaper(context, { unitId: at.unitId }, { kind: 'periodicReport', facts: { ...facts } })
  if (!paper.ok) return paper
  const stored = await storeReport(context, at, { form: JSON.stringify(report.value.form), paper_id: paper.value.id })
  return stored.ok ? accept({ paperId: paper.value.id, version: at.version + 1 }) : stored
}
