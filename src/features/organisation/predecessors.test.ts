import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { accept } from '../../core/result.ts'
import { actAs } from '../../platform/database/transaction.ts'
import { readActor } from '../../platform/session/session.ts'
import { factRoutes } from '../facts/contract.ts'
import { selfAssessmentRoutes } from '../self-assessment/contract.ts'
import { organisationRoutes } from './contract.ts'

let application: TestApplication
let cycle: SmallCycle
let successor: Call
let [first, second, third] = ['', '', '']

/** On 1/7/2025 the first and second unit go over into the third. */
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  const { departments } = application.authority
  ;[first, second, third] = [departments[0].id, departments[1].id, departments[2].id]
  const before = await application.signInAs('unitofficer.so-3')
  expect((await before(factRoutes.register, { params: { unitId: first, year: 2025 } })).status).toBe(403)
  const administrator = await application.signInAs('administrator')
  const merged = await administrator(organisationRoutes.succeedUnits, {
    body: {
      predecessors: [first, second].map((unitId) => ({ unitId, version: 1 })),
      successors: [third],
      since: '2025-07-01',
      decision: '1/NQ-UBTVQH',
    },
  })
  expect(merged.status).toBe(200)
  successor = await application.signInAs('unitofficer.so-3')
})

const enter = (unitId: string, value: string) =>
  successor(factRoutes.change, {
    params: { unitId, year: 2025 },
    body: { changes: [{ key: 'oneStop.files', value, version: 0 }] as never },
  })
const filesOf = async (unitId: string) => (await successor(factRoutes.register, { params: { unitId, year: 2025 } })).value.facts

/** What the database itself shows of the former units to whoever works in the new one. */
const seenByDatabase = async () => {
  const person = await application.owner
    .selectFrom('person')
    .select('id')
    .where('sign_in_name', '=', 'unitofficer.so-3')
    .executeTakeFirstOrThrow()
  const actor = await readActor(application.database, person.id)
  if (!actor) throw new Error('nobody')
  const seen = await actAs(application.database, actor, async ({ transaction }) => {
    const { rows } = await sql<{ scores: number; facts: number }>`
      select (select count(*)::int from score where unit_id = ${first}) as scores,
        (select count(*)::int from fact where unit_id in (${first}, ${second})) as facts`.execute(transaction)
    return accept(rows[0])
  })
  return seen.ok ? seen.value : undefined
}

describe('an officer of a unit made of others', () => {
  it('enters the facts of the year by source unit, each on its own', async () => {
    expect((await enter(first, '300')).status).toBe(200)
    expect((await enter(second, '500')).status).toBe(200)
    expect(await filesOf(first)).toMatchObject([{ key: 'oneStop.files', value: '300', changedBy: { name: 'Người thử unitofficer.so-3' } }])
    expect(await filesOf(second)).toMatchObject([{ value: '500' }])
    expect(await filesOf(third)).toEqual([])
  })

  it('finds the sheets of the former units beside the own one, and fills them', async () => {
    const own = (await successor(selfAssessmentRoutes.own)).value.sheets
    expect(own.map(({ unit }) => unit.code).toSorted()).toEqual(['so-1', 'so-2', 'so-3'])
    const params = { cycleId: cycle.cycleId, unitId: first }
    const sheet = (await successor(selfAssessmentRoutes.sheet, { params })).value
    expect(sheet.closedBecause).toBeUndefined()
    const claim = { nodeId: '1.1', version: 0, status: 'scored', points: '1.5', explanation: 'Theo hồ sơ của đơn vị trước sáp nhập' }
    expect((await successor(selfAssessmentRoutes.change, { params, body: { claims: [claim] } as never })).status).toBe(200)
    const claims = (await successor(selfAssessmentRoutes.sheet, { params })).value.claims
    expect(claims).toMatchObject([{ nodeId: '1.1', points: '1.5', changedBy: { name: 'Người thử unitofficer.so-3' } }])
    const other = (await successor(selfAssessmentRoutes.sheet, { params: { ...params, unitId: second } })).value
    expect(other.claims).toEqual([])
  })

  it('sees in the own register what each former unit had of the year, by unit and up to which day', async () => {
    const { predecessors } = (await successor(factRoutes.register, { params: { unitId: third, year: 2025 } })).value
    expect(predecessors.map(({ unit, until, facts }) => [unit.code, until, facts.map(({ value }) => value)])).toEqual([
      ['so-1', '2025-06-30', ['300']],
      ['so-2', '2025-06-30', ['500']],
    ])
    expect((await successor(factRoutes.register, { params: { unitId: third, year: 2026 } })).value.predecessors).toEqual([])
  })

  it('answers for the year of the merger and the one before, and neither reads nor changes what lies further back', async () => {
    await application.owner
      .insertInto('fact')
      .values({
        authority_id: application.authority.id,
        unit_id: first,
        year: 2023,
        key: 'oneStop.files',
        value: '"1"',
        profile_id: null,
        changed_by: null,
      })
      .execute()
    const of = (year: number) => successor(factRoutes.register, { params: { unitId: first, year } })
    expect([(await of(2024)).status, (await of(2023)).status]).toEqual([200, 403])
    await application.owner.updateTable('cycle').set({ year: 2023 }).where('id', '=', cycle.cycleId).execute()
    const params = { cycleId: cycle.cycleId, unitId: first }
    expect((await successor(selfAssessmentRoutes.sheet, { params })).status).toBe(403)
    expect(await seenByDatabase()).toEqual({ scores: 0, facts: 2 })
    expect((await successor(selfAssessmentRoutes.own)).value.sheets.map(({ unit }) => unit.code)).toEqual(['so-3'])
    expect((await successor(selfAssessmentRoutes.sheet, { params: { ...params, unitId: third } })).status).toBe(200)
    await application.owner.updateTable('cycle').set({ year: 2026 }).where('id', '=', cycle.cycleId).execute()
    expect(await seenByDatabase()).toEqual({ scores: 1, facts: 2 })
  })

  it('is the only one: the way leads from the new unit to the former ones, never back or sideways', async () => {
    const former = await application.signInAs('unitofficer.so-1')
    expect((await former(factRoutes.register, { params: { unitId: third, year: 2025 } })).status).toBe(403)
    expect((await former(factRoutes.register, { params: { unitId: second, year: 2025 } })).status).toBe(403)
    const commune = await application.signInAs('unitofficer.xa-1')
    expect((await commune(factRoutes.register, { params: { unitId: first, year: 2025 } })).status).toBe(403)
  })
})
