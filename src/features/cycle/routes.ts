import { bind, type Route } from '../../platform/http/serve.ts'
import { addCycle } from './add-cycle.ts'
import { changeCycle, deleteCycle, openCycle } from './change-cycle.ts'
import { cycleRoutes } from './contract.ts'
import { extendDeadline, listExtensions } from './extend-deadline.ts'
import { listFrameworkChoices, listUnitChoices } from './framework-choices.ts'
import { listCycles } from './load-cycles.ts'
import { loadCycleDetail } from './load-progress.ts'
import { returnSelfAssessment } from './return-self-assessment.ts'

export const cycles: readonly Route[] = [
  bind(cycleRoutes.list, (_request, context) => listCycles(context)),
  bind(cycleRoutes.add, ({ body }, context) => addCycle(context, body)),
  bind(cycleRoutes.choices, (_request, context) => listFrameworkChoices(context)),
  bind(cycleRoutes.detail, ({ params }, context) => loadCycleDetail(context, params.cycleId)),
  bind(cycleRoutes.change, ({ params, body, ifMatch }, context) => changeCycle(context, params.cycleId, ifMatch, body)),
  bind(cycleRoutes.open, ({ params, ifMatch }, context) => openCycle(context, params.cycleId, ifMatch)),
  bind(cycleRoutes.unitChoices, ({ query }, context) => listUnitChoices(context, query.group)),
  bind(cycleRoutes.remove, ({ params, ifMatch }, context) => deleteCycle(context, params.cycleId, ifMatch)),
  bind(cycleRoutes.extensions, ({ params }, context) => listExtensions(context, params.cycleId)),
  bind(cycleRoutes.extend, ({ params, body, ifMatch }, context) => extendDeadline(context, params, ifMatch, body)),
  bind(cycleRoutes.returnSelfAssessment, ({ params, body, ifMatch }, context) => returnSelfAssessment(context, params, ifMatch, body)),
]
