import { sql } from 'kysely'
import type { DemoAccount } from '../features/session/contract.ts'
import { openDatabase } from '../platform/database/database.ts'
import type { Transaction } from '../platform/database/transaction.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { addCalendar, divisionPeople } from './calendar.ts'
import { addCycles } from './cycles.ts'
import { addDesk } from './desk.ts'
import { addEvidence } from './evidence.ts'
import { addFrameworks } from './frameworks.ts'
import type { Building } from './building.ts'
import { addImprovement } from './improvement.ts'
import { addIndexes } from './indexes.ts'
import { addLegalBasis } from './legal-basis.ts'
import { addPeople, demoPassword } from './people.ts'
import { demoPeople, demoUnits, provinceName } from './province.ts'
import { seededRandom, seededUuid } from './random.ts'
import { addRegister } from './register.ts'
import { addReports } from './reports.ts'
import { addSurveys } from './surveys.ts'
import { addUpward, upwardPeople } from './upward.ts'

interface DemoPlace {
  readonly ownerUrl: string
  readonly filesDir: string
}

const seed = 20_261_121

/** Fills an empty database with the demo province, all of it or nothing; the same rows every time but for passwords and the clock. */
export const buildDemo = async ({ ownerUrl, filesDir }: DemoPlace): Promise<readonly DemoAccount[]> => {
  const database = openDatabase({ connectionString: ownerUrl, max: 1 })
  try {
    await database.transaction().execute((transaction) => build(transaction, filesDir))
    // Who opens the demo at once asks before the database has counted by itself what came in, and would wait most of a minute for some lists.
    await sql`analyze`.execute(database)
  } finally {
    await database.destroy()
  }
  return [...demoPeople, ...divisionPeople, ...upwardPeople].map(({ signInName, name, role, unitCode }) => ({
    signInName,
    name,
    role,
    password: demoPassword,
    ...(unitCode && { unit: unitCode }),
  }))
}

const build = async (transaction: Transaction, filesDir: string): Promise<void> => {
  const random = seededRandom(seed)
  const authorityId = seededUuid(random)
  // The owner is bound by row-level security too wherever it is no superuser.
  const { rows } = await sql<{ now: Date }>`
    select now(), set_config('parindex.authority', ${authorityId}, true), set_config('parindex.units', '*', true)`.execute(transaction)
  await transaction.insertInto('authority').values({ id: authorityId, name: provinceName }).execute()
  const units = demoUnits(random)
  await transaction
    .insertInto('unit')
    .values(units.map(({ group, ...unit }) => ({ ...unit, authority_id: authorityId, unit_group: group })))
    .execute()
  const people = await addPeople(transaction, random, authorityId, units)
  const actor: Actor = {
    personId: people.get('councilChair') ?? '',
    name: '',
    authorityId,
    grants: [{ role: 'councilChair' }],
    units: 'all',
  }
  const building: Building = { transaction, actor, now: rows[0]?.now ?? new Date(0), filesDir }
  const frameworks = await addFrameworks(building, random)
  const cycles = await addCycles(building, random, units, frameworks)
  await addRegister(building, units, cycles, frameworks)
  await addEvidence(building, random, units, cycles)
  await addSurveys(building, units, cycles)
  await addImprovement(building, units)
  await addReports(building, units)
  const indexes = await addIndexes(building, cycles)
  const grounds = await addLegalBasis(building, units, cycles, frameworks)
  await addUpward(building, units, {
    decisionId: grounds.get('committee'),
    leaderId: people.get('leader'),
    indexId: indexes.get('PAR INDEX'),
  })
  await addCalendar(building, random, units, cycles, frameworks)
  await addDesk(building, units, cycles)
}
