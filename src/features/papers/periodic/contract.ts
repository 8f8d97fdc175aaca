import { z } from 'zod'
import { route } from '../../../contract/route.ts'
import { id, isoDate, problemShape, unitRef } from '../../../contract/shapes.ts'
import { reportFormShape } from '../../../core/reporting/report-form.ts'
import { reportingPeriods, reportKinds } from '../../../core/reporting/report-periods.ts'
import { reportStandings } from '../../../core/reporting/report-standing.ts'

const year = z.coerce.number().int().min(2000).max(2100)
const words = z
  .string()
  .max(1000)
  .transform((text) => text.normalize('NFC').trim())
/** A moment of the authority's clock, to the minute. */
const localMoment = z.string().regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)

const demandShape = z.object({
  id,
  year: z.number(),
  kind: z.enum(reportKinds),
  period: z.enum(reportingPeriods),
  /** Of an occasion. */
  title: z.string().optional(),
  dueOn: isoDate,
  demandedBy: z.string(),
  unit: unitRef.optional(),
  version: z.number(),
})
export type Demand = z.infer<typeof demandShape>

const newDemand = z.object({
  kind: z.enum(reportKinds),
  period: z.enum(reportingPeriods),
  title: words.optional(),
  dueOn: isoDate,
  demandedBy: words.default(''),
  unitId: id.optional(),
})
export type NewDemand = z.output<typeof newDemand>

const counts = z.object({ open: z.number(), overdue: z.number(), onTime: z.number(), late: z.number() })

const sentShape = z.object({
  standing: z.enum(reportStandings),
  softCopyAt: localMoment.optional(),
  signedCopyAt: localMoment.optional(),
  number: z.string().optional(),
})
export type Sent = z.infer<typeof sentShape>

const sentReport = sentShape.extend({ unit: unitRef })
export type SentReport = z.infer<typeof sentReport>

const dueReport = sentShape.extend({ demand: demandShape, isBegun: z.boolean(), paperId: id.optional() })
export type DueReport = z.infer<typeof dueReport>

const planShape = z.object({
  tasks: z.number(),
  done: z.number(),
  late: z.number(),
  wonBack: z.number(),
})

const openReport = dueReport.extend({
  unit: unitRef,
  form: reportFormShape,
  /** 0 before it is begun. */
  version: z.number(),
  /** The report before, from which the form was carried over. */
  before: z.object({ period: z.enum(reportingPeriods), year: z.number(), figures: z.record(z.string(), z.string()) }).optional(),
  /** What the register of facts has now, by key. */
  facts: z.record(z.string(), z.string()),
  /** The plan of improvement that is carried out in the year. */
  plan: planShape.optional(),
  problems: z.array(problemShape),
})
export type OpenReport = z.infer<typeof openReport>

const ofDemand = z.object({ demandId: id })
const ofReport = z.object({ unitId: id, demandId: id })

/** What the authority asks for, and who sent it when. */
export const reportRoutes = {
  demands: route({
    method: 'GET',
    path: '/api/reports',
    act: 'readReports',
    about: 'authority',
    summary: 'Reports asked for in a year, by day, with how many units sent them in time, late or not at all',
    query: z.object({ year }),
    reply: z.object({ year: z.number(), demands: z.array(demandShape.extend({ counts })) }),
  }),
  add: route({
    method: 'POST',
    path: '/api/reports',
    act: 'demandReports',
    about: 'authority',
    summary: 'Ask for reports of a year; a period of a kind that is asked for already stays as it is',
    body: z.object({ year, demands: z.array(newDemand).min(1).max(60) }),
    reply: z.object({ added: z.number() }),
  }),
  change: route({
    method: 'PUT',
    path: '/api/reports/:demandId',
    act: 'demandReports',
    about: 'authority',
    summary: 'Move the due day, correct what is asked',
    params: ofDemand,
    body: z.object({ dueOn: isoDate, title: words.optional(), demandedBy: words.default('') }),
    versioned: true,
    reply: demandShape,
  }),
  remove: route({
    method: 'DELETE',
    path: '/api/reports/:demandId',
    act: 'demandReports',
    about: 'authority',
    summary: 'Ask for it no longer; refused once a unit has begun',
    params: ofDemand,
    versioned: true,
    reply: 'nothing',
  }),
  units: route({
    method: 'GET',
    path: '/api/reports/:demandId/units',
    act: 'readReports',
    about: 'authority',
    summary: 'Every unit that is asked, by name, with when it sent its copies; `after` is `next` of the page before',
    params: ofDemand,
    query: z.object({
      standing: z.enum(reportStandings).optional(),
      after: id.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    reply: z.object({ demand: demandShape, today: isoDate, reports: z.array(sentReport), next: id.optional() }),
  }),
}

/** A unit's own reports. */
export const ownReportRoutes = {
  list: route({
    method: 'GET',
    path: '/api/units/:unitId/reports',
    act: 'readOwnReports',
    about: 'unit',
    summary: 'Reports that a unit has to send in a year, by day, and how each stands',
    params: z.object({ unitId: id }),
    query: z.object({ year }),
    reply: z.object({ unit: unitRef, year: z.number(), today: isoDate, reports: z.array(dueReport), counts }),
  }),
  report: route({
    method: 'GET',
    path: '/api/units/:unitId/reports/:demandId',
    act: 'readOwnReports',
    about: 'unit',
    summary: 'A report with its form; one that is not begun carries over the figures, difficulties and promises of the one before',
    params: ofReport,
    reply: openReport,
  }),
  fill: route({
    method: 'PUT',
    path: '/api/units/:unitId/reports/:demandId',
    act: 'changeOwnReports',
    about: 'unit',
    summary: 'Fill in the form; `If-Match: 0` begins it',
    params: ofReport,
    body: reportFormShape,
    versioned: true,
    reply: openReport,
  }),
  send: route({
    method: 'PUT',
    path: '/api/units/:unitId/reports/:demandId/sending',
    act: 'changeOwnReports',
    about: 'unit',
    summary: 'Enter when the soft copy and the signed copy were sent, on the clock of the authority, and the number',
    params: ofReport,
    body: z.object({ softCopyAt: localMoment.optional(), signedCopyAt: localMoment.optional(), number: words.default('') }),
    versioned: true,
    reply: openReport,
  }),
  paper: route({
    method: 'POST',
    path: '/api/units/:unitId/reports/:demandId/paper',
    act: 'changeOwnReports',
    about: 'unit',
    summary: 'Compose the report as a draft in the register of papers of the unit, sentences out of figures',
    params: ofReport,
    versioned: true,
    idempotent: true,
    reply: z.object({ paperId: id, version: z.number() }),
  }),
}
