import { bind, type Route } from '../../platform/http/serve.ts'
import { changePlan } from './change-plan.ts'
import { assignmentRoutes } from './contract.ts'
import { listPlaces, loadPlan } from './load-plan.ts'
import { handOnDuties, listOwnDuties } from './own-duties.ts'
import { planFile } from './plan-file.ts'
import { shareOutWork } from './share-out.ts'

export const assignment: readonly Route[] = [
  bind(assignmentRoutes.places, ({ params }, context) => listPlaces(context, params.cycleId)),
  bind(assignmentRoutes.plan, ({ params }, context) => loadPlan(context, params)),
  bind(assignmentRoutes.change, ({ params, body, ifMatch }, context) => changePlan(context, params, ifMatch, body)),
  bind(assignmentRoutes.shareOut, ({ params }, context) => shareOutWork(context, params)),
  bind(assignmentRoutes.file, ({ params, query }, context) => planFile(context, params, query.format)),
  bind(assignmentRoutes.duties, (_request, context) => listOwnDuties(context)),
  bind(assignmentRoutes.handOn, ({ params, body }, context) => handOnDuties(context, params.unitId, body)),
]
