import { bind, type Route } from '../../platform/http/serve.ts'
import { addCycle } from './add-cycle.ts'
import { changeCycle, openCycle } from './change-cycle.ts'
import { cycleRoutes } from './contract.ts'
import { listFrameworkChoices } from './framework-choices.ts'
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
  bind(cycleRoutes.returnSelfAssessment, ({ params, body, ifMatch }, context) => returnSelfAssessment(context, params, ifMatch, body)),
]
