import { bind, type Route } from '../../platform/http/serve.ts'
import { changeClaims } from './change-claims.ts'
import { selfAssessmentRoutes } from './contract.ts'
import { loadSheet } from './load-sheet.ts'
import { listOwnSheets } from './own-sheets.ts'
import { submitSelfAssessment } from './submit.ts'

export const selfAssessment: readonly Route[] = [
  bind(selfAssessmentRoutes.own, (_request, context) => listOwnSheets(context)),
  bind(selfAssessmentRoutes.sheet, ({ params }, context) => loadSheet(context, params)),
  bind(selfAssessmentRoutes.change, ({ params, body }, context) => changeClaims(context, params, body.claims)),
  bind(selfAssessmentRoutes.submit, ({ params, body, ifMatch }, context) => submitSelfAssessment(context, params, ifMatch, body)),
]
