import { bind, type Route } from '../../platform/http/serve.ts'
import { addIndex, changeIndex, setCycleIndex, setIndexValue } from './change-indexes.ts'
import { indexRoutes } from './contract.ts'
import { indexOfCycle, indexOfPublication, listIndexes } from './load-indexes.ts'

export const indexes: readonly Route[] = [
  bind(indexRoutes.list, (_request, context) => listIndexes(context)),
  bind(indexRoutes.add, ({ body }, context) => addIndex(context, body)),
  bind(indexRoutes.change, ({ params, body, ifMatch }, context) => changeIndex(context, { ...params, version: ifMatch }, body)),
  bind(indexRoutes.setValue, ({ params, body }, context) => setIndexValue(context, params.indexId, body)),
  bind(indexRoutes.ofCycle, ({ params }, context) => indexOfCycle(context, params.cycleId)),
  bind(indexRoutes.ofPublication, ({ params }, context) => indexOfPublication(context, params.publicationId)),
  bind(indexRoutes.setCycleIndex, ({ params, body }, context) => setCycleIndex(context, params.cycleId, body.indexId)),
]
