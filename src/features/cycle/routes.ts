import { bind, type Route } from '../../platform/http/serve.ts'
import { addCycle } from './add-cycle.ts'
import { changeCycle, deleteCycle, openCycle } from './change-cycle.ts'
import { cycleRoutes } from './contract.ts'
import { trialRoutes } from './trial-contract.ts'
import { deleteTrial, whatGoes } from './delete-trial.ts'
import { extendDeadline, listExtensions } from './extend-deadline.ts'
import { listFrameworkChoices, listUnitChoices } from './framework-choices.ts'
import { listCycles, listTrials } from './load-cycles.ts'
import { moveRoutes } from './move/contract.ts'
import type { Tell } from './move/follow-up.ts'
import { loadLeftBehind, loadVersions } from './move/load-moves.ts'
import { moveFramework } from './move/move-framework.ts'
import { previewMove } from './move/preview-move.ts'
import { loadCycleDetail } from './load-progress.ts'
import { returnSelfAssessment } from './return-self-assessment.ts'

export const cycles = (tell: Tell): readonly Route[] => [
  bind(cycleRoutes.list, (_request, context) => listCycles(context)),
  bind(cycleRoutes.add, ({ body }, context) => addCycle(context, body)),
  bind(cycleRoutes.choices, (_request, context) => listFrameworkChoices(context)),
  bind(cycleRoutes.detail, ({ params }, context) => loadCycleDetail(context, params.cycleId)),
  bind(cycleRoutes.change, ({ params, body, ifMatch }, context) => changeCycle(context, params.cycleId, ifMatch, body)),
  bind(cycleRoutes.open, ({ params, ifMatch }, context) => openCycle(context, params.cycleId, ifMatch)),
  bind(cycleRoutes.unitChoices, ({ query }, context) => listUnitChoices(context, query.group)),
  bind(cycleRoutes.remove, ({ params, ifMatch }, context) => deleteCycle(context, params.cycleId, ifMatch)),
  bind(trialRoutes.trials, (_request, context) => listTrials(context)),
  bind(trialRoutes.whatGoes, ({ params }, context) => whatGoes(context, params.cycleId)),
  bind(trialRoutes.deleteTrial, ({ params, body, ifMatch }, context) => deleteTrial(context, params.cycleId, ifMatch, body.title)),
  bind(cycleRoutes.extensions, ({ params }, context) => listExtensions(context, params.cycleId)),
  bind(cycleRoutes.extend, ({ params, body, ifMatch }, context) => extendDeadline(context, params, ifMatch, body)),
  bind(moveRoutes.versions, ({ params }, context) => loadVersions(context, params.cycleId)),
  bind(moveRoutes.preview, ({ params }, context) => previewMove(context, params)),
  bind(moveRoutes.move, ({ params, body, ifMatch }, context) => moveFramework(context, tell, params.cycleId, ifMatch, body)),
  bind(moveRoutes.leftBehind, ({ params }, context) => loadLeftBehind(context, params)),
  bind(cycleRoutes.returnSelfAssessment, ({ params, body, ifMatch }, context) => returnSelfAssessment(context, params, ifMatch, body)),
]
