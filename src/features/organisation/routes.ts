import { bind, type Route } from '../../platform/http/serve.ts'
import { organisationRoutes } from './contract.ts'
import { listPeople } from './list-people.ts'
import { addGrant, addPerson, endGrant, resetPassword, setActive } from './people.ts'
import { peopleRoutes } from './people-contract.ts'
import { addUnits, listUnits } from './units.ts'

export const organisation: readonly Route[] = [
  bind(organisationRoutes.units, ({ query }, context) => listUnits(context, query)),
  bind(organisationRoutes.addUnits, ({ body }, context) => addUnits(context, body.units)),
  bind(peopleRoutes.people, ({ query }, context) => listPeople(context, query.search)),
  bind(peopleRoutes.addPerson, ({ body }, context) => addPerson(context, body)),
  bind(peopleRoutes.addGrant, ({ params, body }, context) => addGrant(context, params.personId, body)),
  bind(peopleRoutes.endGrant, ({ params }, context) => endGrant(context, params.personId, params.grantId)),
  bind(peopleRoutes.resetPassword, ({ params }, context) => resetPassword(context, params.personId)),
  bind(peopleRoutes.setActive, ({ params, body }, context) => setActive(context, params.personId, body.active)),
]
