import { bind, type Route } from '../../../platform/http/serve.ts'
import { declareAbsence, withdrawAbsence } from './absences.ts'
import { flagRoutes } from './contract.ts'
import { loadFlags } from './load-flags.ts'

export const leafFlags: readonly Route[] = [
  bind(flagRoutes.flags, ({ params }, context) => loadFlags(context, params)),
  bind(flagRoutes.declare, ({ params, body, ifMatch }, context) => declareAbsence(context, params, ifMatch, body.reason)),
  bind(flagRoutes.withdraw, ({ params, ifMatch }, context) => withdrawAbsence(context, params, ifMatch)),
]
