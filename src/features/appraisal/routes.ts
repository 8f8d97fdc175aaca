import { bind, type Route } from '../../platform/http/serve.ts'
import { acceptManyClaims, changeAppraisal } from './change-appraisal.ts'
import { closeAppraisal } from './close-appraisal.ts'
import { appraisalRoutes } from './contract.ts'
import { finishAppraisal, reopenAppraisal } from './finish-appraisal.ts'
import { showAppraisal } from './show-appraisal.ts'
import { listCycles, listReasons, listWork } from './work-list.ts'

export const appraisal: readonly Route[] = [
  bind(appraisalRoutes.cycles, (_request, context) => listCycles(context)),
  bind(appraisalRoutes.workList, ({ params, query }, context) => listWork(context, params.cycleId, query)),
  bind(appraisalRoutes.reasons, ({ params }, context) => listReasons(context, params.cycleId)),
  bind(appraisalRoutes.unit, ({ params }, context) => showAppraisal(context, params)),
  bind(appraisalRoutes.change, ({ params, body }, context) => changeAppraisal(context, params, body.decisions)),
  bind(appraisalRoutes.acceptClaims, ({ params, body }, context) => acceptManyClaims(context, params, body)),
  bind(appraisalRoutes.finish, ({ params, ifMatch }, context) => finishAppraisal(context, params, ifMatch)),
  bind(appraisalRoutes.reopen, ({ params, body, ifMatch }, context) =>
    reopenAppraisal(context, params, { version: ifMatch, reason: body.reason }),
  ),
  bind(appraisalRoutes.close, ({ params, body }, context) => closeAppraisal(context, params.cycleId, body.acceptsUnsubmitted)),
]
