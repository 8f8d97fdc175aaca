import { accept } from '../../core/result.ts'
import { bind, type Route } from '../../platform/http/serve.ts'
import { appraiseBudget, changeBudget, submitBudget, takeBackBudget, type TellOfBudget } from './change-budget.ts'
import { budgetRoutes as routes } from './contract.ts'
import { loadBudget, loadBudgetsOf, loadFinanceUnits, viewOf } from './load-budget.ts'

/** Routes of the estimate of a cycle: drawn up by the office that conducts it, appraised by the unit in charge of finance. */
export const budget = (tell: TellOfBudget): readonly Route[] => [
  bind(routes.read, async ({ params }, context) => {
    const found = await loadBudget(context, params.cycleId)
    if (!found.ok) return found
    const mayChange = context.actor.grants.some(({ role, unitId }) => role === 'methodOwner' && unitId === undefined)
    return accept({ ...viewOf(found.value), units: await loadFinanceUnits(context), mayChange })
  }),
  bind(routes.change, ({ params, body, ifMatch }, context) => changeBudget(context, params.cycleId, ifMatch, body)),
  bind(routes.submit, ({ params, ifMatch }, context) => submitBudget(context, params.cycleId, ifMatch, tell)),
  bind(routes.takeBack, ({ params, ifMatch }, context) => takeBackBudget(context, params.cycleId, ifMatch)),
  bind(routes.ofUnit, async ({ params }, context) => accept({ budgets: (await loadBudgetsOf(context, params.unitId)).map(viewOf) })),
  bind(routes.appraise, ({ params, body, ifMatch }, context) => appraiseBudget(context, params, ifMatch, body)),
]
