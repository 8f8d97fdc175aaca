import { bind, type Route } from '../../platform/http/serve.ts'
import { organisationRoutes } from './contract.ts'
import { addUnits, listPeople, listUnits } from './use-cases.ts'

export const organisation: readonly Route[] = [
  bind(organisationRoutes.units, ({ query }, context) => listUnits(context, query)),
  bind(organisationRoutes.addUnits, ({ body }, context) => addUnits(context, body.units)),
  bind(organisationRoutes.people, ({ query }, context) => listPeople(context, query.search)),
]
