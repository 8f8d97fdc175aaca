import { z } from 'zod'
import { reportingPeriods, reportKinds } from '../../core/reporting/report-periods.ts'

const words = z.string().trim().min(1).max(2000)
const figure = z.string().regex(/^\d{1,15}(\.\d{1,4})?$/)
const said = z.array(words).max(200).default([])

const reportedFigure = z.strictObject({
  group: words,
  label: words,
  unit: words.optional(),
  now: figure,
  before: figure.optional(),
  /** Figure of the whole that this one is a part of. */
  whole: figure.optional(),
})

const project = z.strictObject({
  name: words,
  planned: figure.optional(),
  disbursed: figure.optional(),
  share: figure.optional(),
  difficulty: words.optional(),
  proposal: words.optional(),
})

/**
 * A periodic report: sentences as a person left them, and the figures and projects of its annexes. Sentences are composed from figures when the report is begun
 * (`periodic-sentences.ts`); from then on they are the person's.
 */
export const periodicReportFactsShape = z.strictObject({
  kind: z.enum(reportKinds),
  period: z.enum(reportingPeriods),
  year: z.number().int(),
  /** Of an occasion: what is reported on. */
  title: words.optional(),
  unit: words,
  /** Days whose figures it holds, ISO. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  plan: said,
  promised: said,
  sentences: said,
  results: said,
  wonBack: said,
  late: said,
  difficulties: said,
  next: said,
  proposals: said,
  figures: z.array(reportedFigure).max(200).default([]),
  projects: z.array(project).max(200).default([]),
})
export type PeriodicReportFacts = z.infer<typeof periodicReportFactsShape>
export type ReportedFigure = PeriodicReportFacts['figures'][number]
export type PaperProject = PeriodicReportFacts['projects'][number]
