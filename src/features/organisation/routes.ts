import { bind, bindUpload, type Route } from '../../platform/http/serve.ts'
import { changeUnit, closeUnit } from './change-unit.ts'
import { organisationRoutes } from './contract.ts'
import { handOverRole } from './hand-over.ts'
import { importAccounts } from './import-accounts.ts'
import { importUnits } from './import-units.ts'
import { listPeople, listUnitPeople } from './list-people.ts'
import { listUnits } from './load-units.ts'
import { listLog } from './list-log.ts'
import { logRoutes } from './log-contract.ts'
import { addGrant, addPerson, endGrant, removeSecondFactor, resetPassword, setActive } from './people.ts'
import { peopleRoutes } from './people-contract.ts'
import { readRowsOfUpload } from './rows-of-upload.ts'
import { makeSlips } from './slips.ts'
import { succeedUnits, unitHistory } from './successions.ts'
import { handOverInUnit, resetUnitPassword } from './unit-people.ts'
import { addUnits } from './units.ts'

export const organisation: readonly Route[] = [
  bind(organisationRoutes.units, ({ query }, context) => listUnits(context, query)),
  bind(organisationRoutes.addUnits, ({ body }, context) => addUnits(context, body.units)),
  bind(organisationRoutes.changeUnit, ({ params, body, ifMatch }, context) => changeUnit(context, { ...params, version: ifMatch }, body)),
  bind(organisationRoutes.closeUnit, ({ params, body, ifMatch }, context) => closeUnit(context, { ...params, version: ifMatch }, body.on)),
  bind(organisationRoutes.succeedUnits, ({ body }, context) => succeedUnits(context, body)),
  bind(organisationRoutes.unitHistory, ({ params, query }, context) => unitHistory(context, params.unitId, query.year)),
  bindUpload(organisationRoutes.importUnits, {
    prepare: readRowsOfUpload,
    handle: ({ body }, context, rows) => importUnits(context, rows, body),
  }),
  bind(logRoutes.log, ({ query }, context) => listLog(context, query)),
  bind(peopleRoutes.people, ({ query }, context) => listPeople(context, query)),
  bind(peopleRoutes.addPerson, ({ body }, context) => addPerson(context, body)),
  bind(peopleRoutes.addGrant, ({ params, body, ifMatch }, context) => addGrant(context, { ...params, version: ifMatch }, body)),
  bind(peopleRoutes.endGrant, ({ params, ifMatch }, context) => endGrant(context, { ...params, version: ifMatch }, params.grantId)),
  bind(peopleRoutes.resetPassword, ({ params, ifMatch }, context) => resetPassword(context, { ...params, version: ifMatch })),
  bind(peopleRoutes.setActive, ({ params, body, ifMatch }, context) => setActive(context, { ...params, version: ifMatch }, body.active)),
  bind(peopleRoutes.removeSecondFactor, ({ params, ifMatch }, context) => removeSecondFactor(context, { ...params, version: ifMatch })),
  bind(peopleRoutes.handOver, ({ params, body, ifMatch }, context) =>
    handOverRole(context, { ...params, version: ifMatch }, params.grantId, body),
  ),
  bindUpload(peopleRoutes.importAccounts, {
    prepare: readRowsOfUpload,
    handle: ({ body }, context, rows) => importAccounts(context, rows, body),
  }),
  bind(peopleRoutes.slips, ({ body }, context) => makeSlips(context, body.people)),
  bind(peopleRoutes.unitPeople, ({ params }, context) => listUnitPeople(context, params.unitId)),
  bind(peopleRoutes.resetUnitPassword, ({ params, ifMatch }, context) =>
    resetUnitPassword(context, params.unitId, { personId: params.personId, version: ifMatch }),
  ),
  bind(peopleRoutes.handOverInUnit, ({ params, body, ifMatch }, context) => handOverInUnit(context, { ...params, version: ifMatch }, body)),
]
