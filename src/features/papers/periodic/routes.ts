import { bind, type Route } from '../../../platform/http/serve.ts'
import { fillReport, sendReport } from './change-report.ts'
import { ownReportRoutes, reportRoutes } from './contract.ts'
import { addDemands, changeDemand, listDemands, listUnitsOfDemand, removeDemand } from './demands.ts'
import { listOwnReports, showReport } from './own-reports.ts'
import { composeReportPaper } from './report-paper.ts'

/** Periodic reports: what is asked for, and what each unit fills in and sends. */
export const reports: readonly Route[] = [
  bind(reportRoutes.demands, ({ query }, context) => listDemands(context, query.year)),
  bind(reportRoutes.add, ({ body }, context) => addDemands(context, body)),
  bind(reportRoutes.change, ({ params, body, ifMatch }, context) => changeDemand(context, { ...params, version: ifMatch }, body)),
  bind(reportRoutes.remove, ({ params, ifMatch }, context) => removeDemand(context, { ...params, version: ifMatch })),
  bind(reportRoutes.units, ({ params, query }, context) => listUnitsOfDemand(context, params.demandId, query)),
  bind(ownReportRoutes.list, ({ params, query }, context) => listOwnReports(context, params.unitId, query.year)),
  bind(ownReportRoutes.report, ({ params }, context) => showReport(context, params)),
  bind(ownReportRoutes.fill, ({ params, body, ifMatch }, context) => fillReport(context, { ...params, version: ifMatch }, body)),
  bind(ownReportRoutes.send, ({ params, body, ifMatch }, context) => sendReport(context, { ...params, version: ifMatch }, body)),
  bind(ownReportRoutes.paper, ({ params, ifMatch }, context) => composeReportPaper(context, { ...params, version: ifMatch })),
]
