import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Role, roles, type Stage } from '../../src/core/vocabulary.ts'
import { startTestApplication, type TestApplication } from '../application.ts'
import { addPerson, addRole, testPassword } from '../authority.ts'
import { createSmallCycle, type SmallCycle } from '../small-cycle.ts'
import { expectations, isExpected, situations, type Standpoint, unitRoles } from './expected.ts'
import { type DescribedRoute, requestTo, routesOf } from './requests.ts'

/**
 * Every route × every role × own and other unit, and people of its divisions × the stages of a small cycle, against `expected.csv`. That table is written by hand from the
 * duties (domain notes 3.2, glossary "Roles"), never from the policy: where both differ, one of them is wrong.
 */
interface Person extends Standpoint {
  readonly cookie: string
}

let application: TestApplication
let cycle: SmallCycle
let routes: readonly DescribedRoute[]
const people: Person[] = []

const cookieOf = async (signInName: string): Promise<string> => {
  const reply = await application.app.inject({ method: 'POST', url: '/api/sign-in', payload: { signInName, password: testPassword } })
  return `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`
}

const addPeople = async (): Promise<void> => {
  const { owner, authority } = application
  const [own, other] = authority.departments
  const add = async (role: Role, relation: Person['relation'], unitId?: string): Promise<string> => {
    const signInName = `q.${role.toLowerCase()}.${relation}`
    const id = await addPerson(owner, authority.id, { signInName, role, ...(unitId && { unitId }) })
    people.push({ role, relation, cookie: await cookieOf(signInName) })
    return id
  }
  for (const role of roles) {
    if (!unitRoles.includes(role)) await add(role, 'authority')
    else
      for (const [relation, unit] of [
        ['own', own],
        ['other', other],
      ] as const)
        await add(role, relation, unit.id)
  }
  const division = randomUUID()
  await owner
    .insertInto('unit')
    .values({ id: division, authority_id: authority.id, parent_id: own.id, code: 'so-1-p', name: 'Phòng Thử', kind: 'division' })
    .execute()
  for (const role of ['divisionOfficer', 'headOfUnit'] as const) await add(role, 'division', division)
  const lead = randomUUID()
  await owner
    .insertInto('unit')
    .values({ id: lead, authority_id: authority.id, code: 'so-chu-tri', name: 'Sở chủ trì', kind: 'specializedAgency' })
    .execute()
  const part = { authority_id: authority.id, cycle_id: cycle.cycleId, unit_id: own.id, division_id: lead }
  await owner.insertInto('division_part').values(part).execute()
  await owner
    .insertInto('division_leaf')
    .values({ ...part, node_id: '1.1', duty: 'lead' })
    .execute()
  for (const role of ['unitOfficer', 'headOfUnit'] as const) await add(role, 'lead', lead)
  for (const role of ['appraiser', 'areaLead'] as const)
    await addRole(owner, authority.id, await add(role, 'conflicted'), 'divisionOfficer', own.id)
}

const setStage = async ([ofCycle, ofUnits]: readonly [Stage, Stage]): Promise<void> => {
  await application.owner.updateTable('cycle').set({ stage: ofCycle, revision: 1 }).where('id', '=', cycle.cycleId).execute()
  await application.owner
    .updateTable('cycle_unit')
    .set({ stage: ofUnits, version: 1, self_assessment_closes: null })
    .where('cycle_id', '=', cycle.cycleId)
    .execute()
}

beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  routes = routesOf((await application.app.inject('/api/openapi.json')).json())
  await addPeople()
})

const refusals = new Set(['notAllowed', 'wrongStage', 'signedOut', 'mustChangePassword'])

interface Outcome {
  readonly isAllowed: boolean
  readonly isChange: boolean
  readonly told: string
}
const attempt = async (person: Person, route: DescribedRoute): Promise<Outcome> => {
  const request = requestTo(route, { cycleId: cycle.cycleId, unitId: application.authority.departments[0].id })
  const reply = await application.app.inject({ ...request, headers: { ...request.headers, cookie: person.cookie } })
  const codes = reply.statusCode < 400 ? [] : (reply.json<{ problems: { code: string }[] }>().problems ?? []).map(({ code }) => code)
  return {
    isAllowed: reply.statusCode < 500 && !codes.some((code) => refusals.has(code)),
    isChange: reply.statusCode < 300 && route.method !== 'GET',
    told: `${reply.statusCode} ${codes.join(' ')}`,
  }
}

/** What differs from the table, as sentences. Reading is asked for at once, changes come one after another, each on the stage as it was set. */
const differences = async (wanted: readonly DescribedRoute[], stage: string): Promise<readonly string[]> => {
  const whole = people.filter(({ relation }) => relation !== 'conflicted')
  const compare = (person: Person, route: DescribedRoute, { isAllowed, told }: Outcome): readonly string[] =>
    isAllowed === isExpected(person, route.act, stage)
      ? []
      : [`${person.role} (${person.relation}) ${route.method} ${route.path} [${route.act}] at ${stage}: ${told}`]
  const found: string[] = []
  for (const route of wanted) {
    if (route.method === 'GET')
      found.push(...(await Promise.all(whole.map(async (person) => compare(person, route, await attempt(person, route))))).flat())
    else
      for (const person of whole) {
        const outcome = await attempt(person, route)
        if (outcome.isChange && stage !== '-') await setStage(situations[stage] ?? ['preparing', 'preparing'])
        found.push(...compare(person, route, outcome))
      }
  }
  return found
}

const ofCycle = ({ about }: DescribedRoute): boolean => about === 'cycle' || about === 'cycleUnit'

describe('who may do what', () => {
  it('names in the table only acts that routes have', () => {
    const acts = new Set(routes.map(({ act }) => act))
    expect(expectations.map(({ act }) => act).filter((act) => !acts.has(act))).toEqual([])
  })

  it('is as the duties say where no cycle is concerned', async () => {
    expect(
      await differences(
        routes.filter((route) => !ofCycle(route)),
        '-',
      ),
    ).toEqual([])
  }, 180_000)

  it.each(Object.entries(situations))(
    'is as the duties say at the stage %s',
    async (stage, both) => {
      await setStage(both)
      expect(await differences(routes.filter(ofCycle), stage)).toEqual([])
    },
    180_000,
  )

  it('lets nobody appraise the unit they serve in, at whatever stage', async () => {
    const appraising = routes.filter(({ act }) => ['changeAppraisal', 'finishAppraisal', 'reopenAppraisal'].includes(act))
    expect(appraising.length).toBeGreaterThan(3)
    for (const both of Object.values(situations)) {
      await setStage(both)
      for (const person of people.filter(({ relation }) => relation === 'conflicted'))
        for (const route of appraising)
          expect((await attempt(person, route)).isAllowed, `${person.role} ${route.path} ${both[1]}`).toBe(false)
    }
  }, 180_000)
})
