import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../application.ts'
import { createTestAuthority, type TestAuthority, testPassword } from '../authority.ts'
import { createSmallCycle } from '../small-cycle.ts'
import { type DescribedRoute, requestTo, routesOf } from './requests.ts'

/** What stands in addresses, of one authority. */
interface Place {
  readonly cycleId: string
  readonly unitId: string
  readonly frameworkId: string
  readonly evidenceId: string
  readonly publicationId: string
  readonly personId: string
}

let application: TestApplication
let routes: readonly DescribedRoute[]
let own: Place
let theirs: Place
let ofColleagues: Place
let otherAuthority: TestAuthority

const addPlace = async (authority: TestAuthority, unitIndex: 0 | 1, suffix: string): Promise<Place> => {
  const { owner } = application
  const { cycleId, frameworkId } = await createSmallCycle(owner, authority, 'firstAppraisal')
  const unitId = authority.departments[unitIndex].id
  const [evidenceId, publicationId] = [randomUUID(), randomUUID()]
  const key = { authority_id: authority.id, unit_id: unitId }
  await owner
    .insertInto('evidence')
    .values({ id: evidenceId, title: 'Kế hoạch', ...key })
    .execute()
  await owner
    .insertInto('score_evidence')
    .values({ cycle_id: cycleId, node_id: '1.1', evidence_id: evidenceId, ...key })
    .execute()
  await owner
    .insertInto('publication')
    .values({
      id: publicationId,
      authority_id: authority.id,
      cycle_id: cycleId,
      number: 1,
      title: 'Kết quả',
      hash: '0'.repeat(64),
      groups: ['so-nganh'],
      hashes: [],
      bundle: Buffer.from('{}'),
    })
    .execute()
  const person = await owner.selectFrom('person').select('id').where('sign_in_name', '=', `leader${suffix}`).executeTakeFirstOrThrow()
  return { cycleId, unitId, frameworkId, evidenceId, publicationId, personId: person.id }
}

beforeAll(async () => {
  application = await startTestApplication()
  otherAuthority = await createTestAuthority(application.owner, '.khac')
  own = await addPlace(application.authority, 0, '')
  ofColleagues = await addPlace(application.authority, 1, '')
  theirs = await addPlace(otherAuthority, 0, '.khac')
  routes = routesOf((await application.app.inject('/api/openapi.json')).json())
})

const cookieOf = async (signInName: string): Promise<string> => {
  const reply = await application.app.inject({ method: 'POST', url: '/api/sign-in', payload: { signInName, password: testPassword } })
  return `${reply.cookies[0]?.name}=${reply.cookies[0]?.value}`
}

/** Routes that were not told "not allowed" or "not found". */
const openRoutes = async (cookie: string, wanted: readonly DescribedRoute[], at: Place): Promise<readonly string[]> => {
  const open: string[] = []
  for (const route of wanted) {
    const request = requestTo(route, at)
    const reply = await application.app.inject({ ...request, headers: { ...request.headers, cookie } })
    if (reply.statusCode !== 403 && reply.statusCode !== 404)
      open.push(`${route.method} ${route.path}: ${reply.statusCode} ${reply.body.slice(0, 200)}`)
  }
  return open
}

const rowsOf = async (authorityId: string): Promise<readonly string[]> => {
  const tables = [
    'unit',
    'person',
    'role_grant',
    'framework',
    'cycle',
    'cycle_unit',
    'score',
    'evidence',
    'score_evidence',
    'publication',
    'action',
  ]
  return Promise.all(
    tables.map(async (table) => {
      const { rows } = await sql<{ rows: string | null }>`
        select string_agg(t::text, '|' order by t::text) as rows from ${sql.table(table)} t where authority_id = ${authorityId}`.execute(
        application.owner,
      )
      return `${table}: ${rows[0]?.rows}`
    }),
  )
}

const people = [
  'administrator',
  'methodowner',
  'appraiser',
  'arealead',
  'councilchair',
  'councilsecretary',
  'leader',
  'inspector',
  'unitofficer.so-1',
  'headofunit.so-1',
]

describe('another authority in the same database', () => {
  it.each(people)('has no address that answers to %s, and nothing of it changes', async (name) => {
    const cookie = await cookieOf(name)
    const before = await rowsOf(otherAuthority.id)
    const named = routes.filter(({ path }) => path.includes('{'))
    expect(named.length).toBeGreaterThan(30)
    expect(await openRoutes(cookie, named, theirs)).toEqual([])
    // Its things under addresses that begin with the own ones.
    const cycleAndUnit = named.filter(({ path }) => path.includes('{cycleId}') && path.includes('{unitId}'))
    expect(await openRoutes(cookie, cycleAndUnit, { ...own, unitId: theirs.unitId })).toEqual([])
    expect(await openRoutes(cookie, cycleAndUnit, { ...own, cycleId: theirs.cycleId })).toEqual([])
    const evidence = named.filter(({ path }) => path.includes('{evidenceId}') && !path.includes('{cycleId}'))
    expect(await openRoutes(cookie, evidence, { ...own, evidenceId: theirs.evidenceId })).toEqual([])
    expect(await rowsOf(otherAuthority.id)).toEqual(before)
  })

  it('has nothing that can be named in a change', async () => {
    const send = async (signInName: string, url: string, payload: object) =>
      (
        await application.app.inject({
          method: 'POST',
          url,
          payload,
          headers: { cookie: await cookieOf(signInName), 'idempotency-key': randomUUID(), 'if-match': '"1"' },
        })
      ).statusCode
    const person = { name: 'Người mới', signInName: 'nguoi.moi', role: 'unitOfficer', unitId: theirs.unitId }
    const cycle = { year: 2027, title: 'Kỳ mới', frameworks: [{ frameworkId: theirs.frameworkId, unitGroup: 'so-nganh' }] }
    const before = await rowsOf(application.authority.id)
    for (const status of [
      await send('administrator', '/api/people', person),
      await send('administrator', `/api/people/${own.personId}/grants`, { role: 'unitOfficer', unitId: theirs.unitId }),
      await send('methodowner', '/api/cycles', cycle),
    ]) {
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    expect(await rowsOf(application.authority.id)).toEqual(before)
  })
})

describe('another unit of the same authority', () => {
  // Units and what they came from are open to everybody who is signed in, as their list is.
  it.each(['unitofficer.so-1', 'headofunit.so-1'])('has no address that answers to %s but what is published', async (name) => {
    const ofUnits = routes.filter(({ path, act }) => path.includes('{unitId}') && act !== 'readPublications' && act !== 'readOrganisation')
    expect(ofUnits.length).toBeGreaterThan(10)
    const cookie = await cookieOf(name)
    expect(await openRoutes(cookie, ofUnits, own)).not.toEqual([])
    expect(await openRoutes(cookie, ofUnits, ofColleagues)).toEqual([])
  })
})
