import { z } from 'zod'
import { parseDecimal } from '../exact/decimal.ts'
import { compareFractions } from '../exact/fraction.ts'
import { type FactKey, factField, isFactKey } from '../facts/fact-catalogue.ts'
import { parsePlain } from '../facts/parse-fact.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { ReportKind } from './report-periods.ts'

/** Figures that a report of each kind gives, by key of the register of facts; cumulative from the beginning of the year. */
export const figuresOfKind: Readonly<Record<ReportKind, readonly FactKey[]>> = {
  reform: [
    'plan.tasks',
    'plan.tasksDone',
    'steering.documents',
    'steering.urging',
    'inspection.bodies',
    'inspection.bodiesInspected',
    'inspection.findings',
    'inspection.findingsHandled',
    'initiatives.contestEntries',
    'drafting.programme',
    'drafting.done',
    'procedures.total',
    'procedures.announced',
    'procedureReview.planned',
    'procedureReview.reviewed',
    'oneStop.files',
    'oneStop.filesSettled',
    'oneStop.filesOnTime',
    'oneStop.filesLate',
    'feedback.received',
    'feedback.answered',
    'online.filesReceived',
    'online.filesSettled',
    'staff.trainingPlanned',
    'staff.trained',
    'finance.allotted',
    'finance.used',
    'digital.documentsSent',
    'digital.documentsSentElectronically',
  ],
  advising: [
    'given.tasks',
    'given.tasksDone',
    'given.tasksOnTime',
    'steering.documents',
    'steering.documentsOnTime',
    'steering.urging',
    'drafting.programme',
    'drafting.done',
    'drafting.byProcedure',
  ],
  projects: [],
}

const words = z
  .string()
  .max(2000)
  .transform((text) => text.normalize('NFC').trim())
const lines = z
  .array(words)
  .max(100)
  .default([])
  .transform((texts) => texts.filter((text) => text !== ''))
const figure = z.string().max(20)

/** A project as the monthly report has it: money in đồng since the beginning of the year, the share of the work that is done in whole percent. */
const project = z.strictObject({
  name: words.pipe(z.string().min(1)),
  planned: figure.default(''),
  disbursed: figure.default(''),
  share: figure.default(''),
  difficulty: words.default(''),
  proposal: words.default(''),
})

/** What a unit fills in for a periodic report. */
export const reportFormShape = z.strictObject({
  figures: z.record(z.string().max(80), figure).default({}),
  projects: z.array(project).max(200).default([]),
  /** What the report before had promised for this period. */
  promised: lines,
  results: lines,
  difficulties: lines,
  proposals: lines,
  next: lines,
})
export type ReportForm = z.output<typeof reportFormShape>
export type ReportedProject = ReportForm['projects'][number]

export const emptyReportForm: ReportForm = {
  figures: {},
  projects: [],
  promised: [],
  results: [],
  difficulties: [],
  proposals: [],
  next: [],
}

/**
 * A form that begins where the report before ended: its figures, its projects, difficulties and proposals that are still open; what it promised is now to be answered for.
 * Results are of their own period and begin empty.
 */
export const carriedForm = (before: ReportForm): ReportForm => ({
  ...before,
  promised: before.next,
  results: [],
  next: [],
})

/** Figures out of the register of facts where it has them, else what stands; keys that the kind does not report stay out. */
export const withFacts = (form: ReportForm, kind: ReportKind, facts: Readonly<Record<string, unknown>>): ReportForm => ({
  ...form,
  figures: Object.fromEntries(
    figuresOfKind[kind].flatMap((key) => {
      const known = facts[key]
      const value = typeof known === 'string' ? known : form.figures[key]
      return value === undefined ? [] : [[key, value] as const]
    }),
  ),
})

const above = (part: string | undefined, whole: string | undefined): boolean => {
  const [less, more] = [parseDecimal(part ?? ''), parseDecimal(whole ?? '')]
  return less !== undefined && more !== undefined && compareFractions(less, more) > 0
}

const typeOfFigure = (key: string): 'figure' | 'count' => (isFactKey(key) && factField(key).type === 'figure' ? 'figure' : 'count')

const plain = (type: 'figure' | 'count', text: string): string => {
  const read = parsePlain(type, text, '')
  return read.ok ? read.value : text
}

/** The form with its figures in their plain form (`"95,5"` → `"95.5"`), empty ones left out; what cannot be read stays as it was typed, for {@link checkReportForm} to name. */
export const plainForm = (form: ReportForm): ReportForm => ({
  ...form,
  figures: Object.fromEntries(
    Object.entries(form.figures).flatMap(([key, text]) => (text.trim() === '' ? [] : [[key, plain(typeOfFigure(key), text)] as const])),
  ),
  projects: form.projects.map((each) => ({
    ...each,
    planned: plain('figure', each.planned),
    disbursed: plain('figure', each.disbursed),
    share: plain('count', each.share),
  })),
})

const unreadable = (figures: ReportForm['figures']): readonly Problem[] =>
  Object.entries(figures).flatMap(([key, value]) => {
    const at = `figures.${key}`
    if (!isFactKey(key)) return [errorAt('unknownField', at, { field: key })]
    const read = parsePlain(typeOfFigure(key), value, at)
    return read.ok ? [] : read.problems
  })

const partsAbove = (figures: ReportForm['figures']): readonly Problem[] =>
  Object.entries(figures).flatMap(([key, value]) => {
    const whole = isFactKey(key) ? figures[factField(key).partOf ?? ''] : undefined
    return whole !== undefined && above(value, whole) ? [errorAt('outOfRange', `figures.${key}`, { field: key, value, to: whole })] : []
  })

const projectProblems = ({ projects }: ReportForm): readonly Problem[] =>
  projects.flatMap(({ planned, disbursed, share }, index) => {
    const at = `projects[${index}]`
    const read = [
      ...(planned === '' ? [] : [parsePlain('figure', planned, `${at}.planned`)]),
      ...(disbursed === '' ? [] : [parsePlain('figure', disbursed, `${at}.disbursed`)]),
      ...(share === '' ? [] : [parsePlain('count', share, `${at}.share`)]),
    ].flatMap((each) => (each.ok ? [] : each.problems))
    return [
      ...read,
      ...(above(disbursed, planned)
        ? [errorAt('outOfRange', `${at}.disbursed`, { field: 'disbursed', value: disbursed, to: planned })]
        : []),
      ...(above(share, '100') ? [errorAt('outOfRange', `${at}.share`, { field: 'share', value: share, to: '100' })] : []),
    ]
  })

/**
 * Everything wrong with a form, each at its field: figures that cannot be read, parts above their whole (files on time of files settled), money spent beyond the plan.
 * A figure below the one of the report before in the same year is only doubtful, for figures count from the beginning of the year; `before` is absent in another year.
 */
export const checkReportForm = (form: ReportForm, before?: ReportForm): readonly Problem[] => [
  ...unreadable(form.figures),
  ...partsAbove(form.figures),
  ...projectProblems(form),
  ...Object.entries(form.figures).flatMap(([key, value]) => {
    const last = before?.figures[key]
    return above(last, value) ? [warningAt('outOfRange', `figures.${key}`, { field: key, value, from: last ?? '' })] : []
  }),
]
