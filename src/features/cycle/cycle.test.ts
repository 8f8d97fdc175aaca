import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { communesGroup, departmentsGroup } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle } from '../../../test/small-cycle.ts'
import { selfAssessmentRoutes } from '../self-assessment/contract.ts'
import { cycleRoutes, type NewCycle } from './contract.ts'

let application: TestApplication
let methodOwner: Call
let frameworkId: string

beforeAll(async () => {
  application = await startTestApplication()
  methodOwner = await application.signInAs('methodowner')
  frameworkId = (await createSmallCycle(application.owner, application.authority)).frameworkId
})

const asked = (rest: Partial<NewCycle> = {}) => ({
  year: 2027,
  title: 'Chỉ số CCHC năm 2027',
  frameworks: [{ unitGroup: departmentsGroup, frameworkId }],
  selfAssessmentDeadline: { kind: 'through' as const, date: '2099-01-15' },
  ...rest,
})
const add = (rest: Partial<NewCycle> = {}) => methodOwner(cycleRoutes.add, { body: asked(rest), idempotencyKey: randomUUID() })

describe('preparing a cycle', () => {
  it('takes all units of the group, the usual rounds, and the cycle before as the last year', async () => {
    const { value } = await add()
    expect(value).toMatchObject({ stage: 'preparing', rounds: ['claimed', 'firstAppraisal'], year: 2027 })
    const detail = (await methodOwner(cycleRoutes.detail, { params: { cycleId: value.id } })).value
    expect(detail.units.map(({ code, stage, answered, leaves, late }) => [code, stage, answered, leaves, late])).toEqual(
      ['so-1', 'so-2', 'so-3'].map((code) => [code, 'preparing', 0, 4, false]),
    )
    const { previous_id } = await application.owner
      .selectFrom('cycle')
      .select('previous_id')
      .where('id', '=', value.id)
      .executeTakeFirstOrThrow()
    expect(previous_id).not.toBeNull()
  })

  it('reads "trước ngày D" and "đến hết ngày D" on the authority’s clock', async () => {
    const before = await add({ selfAssessmentDeadline: { kind: 'before', date: '2099-01-15' } })
    const through = await add({ selfAssessmentDeadline: { kind: 'through', date: '2099-01-15' } })
    expect(before.value.selfAssessmentDeadline).toEqual({ closes: '2099-01-14T17:00:00.000Z', lastMinute: '2099-01-14T23:59' })
    expect(through.value.selfAssessmentDeadline).toEqual({ closes: '2099-01-15T17:00:00.000Z', lastMinute: '2099-01-15T23:59' })
  })

  it('refuses what does not hold, all at once: a draft, a group without units, a unit of another group, a group twice', async () => {
    const draft = randomUUID()
    await application.owner
      .insertInto('framework')
      .values({
        id: draft,
        authority_id: application.authority.id,
        title: 'Nháp',
        year: 2027,
        unit_group: communesGroup,
        status: 'draft',
        document: '{}',
      })
      .execute()
    const reply = await add({
      frameworks: [
        { unitGroup: communesGroup, frameworkId: draft },
        { unitGroup: 'khong-co', frameworkId },
        { unitGroup: departmentsGroup, frameworkId, unitIds: [application.authority.communes[0].id] },
        { unitGroup: departmentsGroup, frameworkId },
      ],
    })
    expect(reply.problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'notInForce frameworks.0',
      'alreadyExists frameworks.3',
      'noUnits frameworks.1',
      'unknownUnit frameworks.2',
    ])
  })

  it('is made once, however often the request is sent', async () => {
    const idempotencyKey = randomUUID()
    const body = asked({ title: 'Một lần' })
    const first = await methodOwner(cycleRoutes.add, { body, idempotencyKey })
    const second = await methodOwner(cycleRoutes.add, { body, idempotencyKey })
    expect(second.value.id).toBe(first.value.id)
    const { cycles } = (await methodOwner(cycleRoutes.list)).value
    expect(cycles.filter(({ title }) => title === 'Một lần')).toHaveLength(1)
  })

  it('is the method owner’s alone', async () => {
    for (const name of ['unitofficer.so-1', 'appraiser', 'leader', 'administrator']) {
      const call = await application.signInAs(name)
      expect((await call(cycleRoutes.add, { body: asked(), idempotencyKey: randomUUID() })).status).toBe(403)
    }
  })
})

describe('an open cycle', () => {
  it('lets its units enter from the moment it is opened, and not before', async () => {
    const { value } = await add()
    const officer = await application.signInAs('unitofficer.so-1')
    const params = { cycleId: value.id, unitId: application.authority.departments[0].id }
    const body = { claims: [{ nodeId: '1.1', version: 0, status: 'scored' as const, points: '1' }] }
    expect((await officer(selfAssessmentRoutes.change, { params, body })).problems[0]?.code).toBe('wrongStage')
    const opened = await methodOwner(cycleRoutes.open, { params: { cycleId: value.id }, ifMatch: value.version })
    expect(opened.value).toMatchObject({ stage: 'selfAssessing', version: value.version + 1 })
    expect((await officer(selfAssessmentRoutes.change, { params, body })).status).toBe(200)
    const { units } = (await methodOwner(cycleRoutes.detail, { params: { cycleId: value.id } })).value
    expect(units[0]).toMatchObject({ code: 'so-1', answered: 1, leaves: 4, stage: 'selfAssessing' })
    expect(units[0]).not.toHaveProperty('points')
    const { sheets } = (await officer(selfAssessmentRoutes.own)).value
    expect(sheets.find(({ cycle }) => cycle.id === value.id)).toMatchObject({
      answered: 1,
      leaves: 4,
      deadline: { lastMinute: '2099-01-15T23:59' },
    })
  })

  it('is not opened twice, nor by someone who saw an older one', async () => {
    const { value } = await add()
    const params = { cycleId: value.id }
    expect((await methodOwner(cycleRoutes.open, { params, ifMatch: value.version + 5 })).problems[0]?.code).toBe('changedMeanwhile')
    await methodOwner(cycleRoutes.open, { params, ifMatch: value.version })
    const again = await methodOwner(cycleRoutes.open, { params, ifMatch: value.version + 1 })
    expect([again.status, again.problems[0]?.code]).toEqual([409, 'wrongStage'])
  })

  it('is not opened with a deadline that has passed', async () => {
    const { value } = await add({ selfAssessmentDeadline: { kind: 'before', date: '2020-01-01' } })
    const reply = await methodOwner(cycleRoutes.open, { params: { cycleId: value.id }, ifMatch: value.version })
    expect(reply.problems[0]).toMatchObject({ code: 'deadlinePassed', deadline: '2019-12-31T23:59' })
  })

  it('shows who is late, and nobody any more once the deadline is put off', async () => {
    const { cycleId } = await createSmallCycle(application.owner, application.authority, 'selfAssessing', new Date('2026-01-01T17:00:00Z'))
    const params = { cycleId }
    const detail = (await methodOwner(cycleRoutes.detail, { params })).value
    expect(detail.units.every(({ late }) => late)).toBe(true)
    const body = { selfAssessmentDeadline: { kind: 'through' as const, date: '2099-02-01' } }
    await methodOwner(cycleRoutes.change, { params, body, ifMatch: detail.version })
    expect((await methodOwner(cycleRoutes.detail, { params })).value.units.some(({ late }) => late)).toBe(false)
    expect((await methodOwner(cycleRoutes.change, { params, body, ifMatch: detail.version })).status).toBe(409)
  })

  it('is listed with how many units have submitted', async () => {
    const { cycleId } = await createSmallCycle(application.owner, application.authority, 'submitted')
    const { cycles } = (await methodOwner(cycleRoutes.list)).value
    expect(cycles.find(({ id }) => id === cycleId)).toMatchObject({ units: 3, submitted: 3 })
  })
})

describe('a cycle in preparation', () => {
  it('takes units one by one, can be given others and other rounds, and goes without a trace but the log', async () => {
    const [first, second] = application.authority.departments
    const { value } = await add({ frameworks: [{ unitGroup: departmentsGroup, frameworkId, unitIds: [first.id] }] })
    const params = { cycleId: value.id }
    const changed = await methodOwner(cycleRoutes.change, {
      params,
      ifMatch: value.version,
      body: {
        frameworks: [{ unitGroup: departmentsGroup, frameworkId, unitIds: [second.id] }],
        rounds: ['claimed', 'firstAppraisal', 'explanation', 'council'],
      },
    })
    expect(changed.value.rounds).toEqual(['claimed', 'firstAppraisal', 'explanation', 'council'])
    const { units } = (await methodOwner(cycleRoutes.detail, { params })).value
    expect(units.map(({ id }) => id)).toEqual([second.id])
    const wrong = await methodOwner(cycleRoutes.change, {
      params,
      ifMatch: changed.value.version,
      body: { rounds: ['claimed', 'firstAppraisal', 'explanation'] },
    })
    expect(wrong.problems[0]?.code).toBe('roundsDoNotFit')
    expect((await methodOwner(cycleRoutes.remove, { params, ifMatch: changed.value.version })).status).toBe(204)
    expect((await methodOwner(cycleRoutes.detail, { params })).status).toBe(404)
  })

  it('stays once it was opened, also past the application', async () => {
    const { value } = await add()
    const params = { cycleId: value.id }
    const opened = await methodOwner(cycleRoutes.open, { params, ifMatch: value.version })
    expect((await methodOwner(cycleRoutes.remove, { params, ifMatch: opened.value.version })).status).toBe(409)
    await expect(application.owner.deleteFrom('cycle_unit').where('cycle_id', '=', value.id).execute()).rejects.toThrow(/stays/)
  })

  it('offers frameworks with year and the years in which their group is assessed already', async () => {
    const { frameworks } = (await methodOwner(cycleRoutes.choices)).value
    expect(frameworks.find(({ id }) => id === frameworkId)).toMatchObject({ year: 2026, takenYears: expect.arrayContaining([2026, 2027]) })
    const { units } = (await methodOwner(cycleRoutes.unitChoices, { query: { group: departmentsGroup } })).value
    expect(units.map(({ code }) => code)).toEqual(['so-1', 'so-2', 'so-3'])
  })
})
