import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../../test/application.ts'
import { departmentsGroup } from '../../../../test/authority.ts'
import type { Call } from '../../../../test/call.ts'
import { createSmallCycle, frameworkHash, insertFramework, smallFramework } from '../../../../test/small-cycle.ts'
import { cycleRoutes } from '../../cycle/contract.ts'
import { moveRoutes } from '../../cycle/move/contract.ts'
import { homeRoutes } from '../../home/contract.ts'
import { calibrationRoutes, type NewCalibration } from './contract.ts'

let application: TestApplication
let owner: Call
let appraiser: Call
let lead: Call
let cycleId: string
let units: readonly string[]
let personIds: string[]
beforeAll(async () => {
  application = await startTestApplication()
  owner = await application.signInAs('methodowner')
  appraiser = await application.signInAs('appraiser')
  lead = await application.signInAs('arealead')
  const cycle = await createSmallCycle(application.owner, application.authority, 'submitted')
  cycleId = cycle.cycleId
  units = cycle.units.map(({ id }) => id).toSorted()
  const people = await application.owner.selectFrom('person').select('id').where('sign_in_name', 'in', ['appraiser', 'arealead']).execute()
  personIds = people.map(({ id }) => id)
})

const asked = (more: Partial<NewCalibration> = {}): NewCalibration => ({
  title: 'Chấm thử lần 1',
  group: departmentsGroup,
  units: { draw: 2 },
  leaves: { draw: 2 },
  personIds,
  ...more,
})
const draw = (more: Partial<NewCalibration> = {}, call = owner) =>
  call(calibrationRoutes.draw, { params: { cycleId }, body: asked(more), idempotencyKey: randomUUID() })
const show = async (call: Call, calibrationId: string) => (await call(calibrationRoutes.show, { params: { cycleId, calibrationId } })).value
const give = async (call: Call, calibrationId: string, points: readonly string[], note = '') => {
  const { leaves } = await show(call, calibrationId)
  const body = {
    points: points.flatMap((text, at) => {
      const leaf = leaves[at]
      return leaf ? [{ unitId: leaf.unit.id, nodeId: leaf.nodeId, version: leaf.own?.version ?? 0, points: text, note }] : []
    }),
  }
  return call(calibrationRoutes.give, { params: { cycleId, calibrationId }, body })
}
const move = (call: Call, calibrationId: string, to: 'shown' | 'closed', ifMatch: number) =>
  call(calibrationRoutes.move, { params: { cycleId, calibrationId }, body: { to }, ifMatch })

describe('a common sample', () => {
  it('is drawn so that seed and list give the same again, or named by hand', async () => {
    const [first, again] = [await draw({ seed: 'mã 1' }), await draw({ seed: 'mã 1' })]
    const places = async (id: string) => (await show(owner, id)).leaves.map(({ unit, nodeId }) => [unit.id, nodeId])
    expect(first.value.leaves).toBe(4)
    expect(await places(again.value.id)).toEqual(await places(first.value.id))
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    const { head } = await show(owner, first.value.id)
    expect(head).toMatchObject({ seed: 'mã 1', population: 7, populationHash: sha256([...units, '1.1', '1.2', '1.3', '2.2'].join('\n')) })
    const byHand = units.toSorted((a, b) => (sha256(`mã 1:${a}`) < sha256(`mã 1:${b}`) ? -1 : 1)).slice(0, 2)
    expect(new Set((await places(first.value.id)).map(([unit]) => unit))).toEqual(new Set(byHand))
    const named = await draw({ units: { these: [units[0] ?? ''] }, leaves: { these: ['1.1', '2.2'] } })
    expect(await places(named.value.id)).toEqual([
      [units[0], '1.1'],
      [units[0], '2.2'],
    ])
    expect((await show(owner, named.value.id)).head).not.toHaveProperty('seed')
  })

  it('is refused with what it cannot be made of, and to whoever only appraises', async () => {
    const wrong = await draw({ leaves: { these: ['2.1'] }, personIds: [randomUUID(), personIds[0] ?? ''] })
    expect(wrong.problems.map(({ at }) => at)).toEqual(['leaves', expect.any(String)])
    expect(wrong.problems.map((each) => ('what' in each ? each.what : ''))).toEqual(['criterion', 'person'])
    expect((await draw({ ends: { date: '2020-01-01' } })).problems[0]?.code).toBe('deadlinePassed')
    const [alone = ''] = personIds
    expect((await draw({ personIds: [alone, alone] })).status).toBe(422)
    expect((await draw({}, appraiser)).status).toBe(403)
  })
})

describe('points on a common sample', () => {
  it('are taken once for each leaf of a unit', async () => {
    const { id } = (await draw({ units: { these: [units[0] ?? ''] }, leaves: { these: ['1.1'] } })).value
    const line = { unitId: units[0] ?? '', nodeId: '1.1', version: 0, note: '' }
    const body = {
      points: [
        { ...line, points: '2' },
        { ...line, points: '1' },
      ],
    }
    const twice = await appraiser(calibrationRoutes.give, { params: { cycleId, calibrationId: id }, body })
    expect(twice.problems).toMatchObject([{ code: 'duplicateLine', first: 1 }])
  })

  it('are given by each alone: nobody sees another’s before all are through, also past the application', async () => {
    const { id } = (await draw({ units: { these: [...units] }, leaves: { these: ['1.1'] } })).value
    expect((await give(appraiser, id, ['2', '1', '0'], 'Đủ văn bản')).value).toEqual({ given: 3, stage: 'giving' })
    const due = async (call: Call) =>
      (await call(homeRoutes.home)).value.tasks.filter((task) => task.kind === 'calibration' && task.calibration.id === id)
    expect([await due(appraiser), await due(lead)]).toMatchObject([[], [{ given: 0, leaves: 3, cycle: { id: cycleId } }]])
    const seen = await show(lead, id)
    expect(seen).not.toHaveProperty('differences')
    expect(seen.leaves.some(({ own }) => own)).toBe(false)
    expect(seen.head.people.map(({ given }) => given).toSorted()).toEqual([0, 3])
    const asLead = await application.database.transaction().execute(async (transaction) => {
      await sql`select set_config('role', 'parindex_application', true), set_config('parindex.authority', ${application.authority.id}, true),
        set_config('parindex.person', ${personIds.find((person) => person !== seen.head.people.find(({ given }) => given === 3)?.person.id) ?? ''}, true),
        set_config('parindex.units', '*', true)`.execute(transaction)
      return transaction.selectFrom('calibration_point').selectAll().where('calibration_id', '=', id).execute()
    })
    expect(asLead).toEqual([])
    expect((await give(lead, id, ['3', '1', '0'])).problems[0]).toMatchObject({ code: 'abovePoints' })
    expect((await give(owner, id, ['1'])).status).toBe(403)
    expect((await give(lead, id, ['1', '1', '0'])).value).toEqual({ given: 3, stage: 'shown' })
    const { differences } = await show(lead, id)
    expect(differences?.leaves.map(({ least, most, mean }) => [least, most, mean])).toEqual([
      ['1', '2', '1.50'],
      ['1', '1', '1.00'],
      ['0', '0', '0.00'],
    ])
    expect(differences?.leaves[0]?.given.map(({ note }) => note)).toContain('Đủ văn bản')
    expect(differences?.people.map(({ meanDifference, meanAbsolute, same }) => [meanDifference, meanAbsolute, same]).toSorted()).toEqual([
      ['-0.33', '0.33', '67'],
      ['0.33', '0.33', '67'],
    ])
    expect(differences?.correlation).toMatchObject({ value: '0.75', level: 'good', people: 2 })
    expect((await give(lead, id, ['0'])).problems[0]?.code).toBe('calibrationOver')
    expect(await application.owner.selectFrom('score').selectAll().where('cycle_id', '=', cycleId).execute()).toEqual([])
  })

  it('are ended by whoever conducts it, or by the hour that was set, and then closed', async () => {
    const { id } = (await draw()).value
    await give(appraiser, id, ['0'])
    expect((await move(appraiser, id, 'shown', 1)).status).toBe(403)
    expect((await move(owner, id, 'closed', 1)).problems[0]?.code).toBe('calibrationOver')
    expect((await move(owner, id, 'shown', 1)).value).toEqual({ stage: 'shown', version: 2 })
    expect((await move(owner, id, 'closed', 1)).problems[0]?.code).toBe('changedMeanwhile')
    expect((await move(owner, id, 'closed', 2)).value.stage).toBe('closed')
    expect((await show(appraiser, id)).differences?.leaves).toEqual([])
    const timed = (await draw({ ends: { date: '2099-01-01', time: '17:00' } })).value.id
    expect((await show(owner, timed)).head.endsAt).toBe('2099-01-01T10:00:00.000Z')
    await give(appraiser, timed, ['0'])
    await sql`update calibration set ends_at = now() - interval '1 minute' where id = ${timed}`.execute(application.owner)
    expect((await show(lead, timed)).head.stage).toBe('shown')
    expect((await give(lead, timed, ['0'])).problems[0]?.code).toBe('calibrationOver')
    expect((await move(owner, timed, 'closed', 1)).value.stage).toBe('closed')
  })

  it('end when the group moves to another framework: what was given is read by the old one, with the reason', async () => {
    const asksFor = { units: { these: [units[0] ?? ''] }, leaves: { these: ['1.1', '1.3'] } }
    const { id } = (await draw(asksFor)).value
    await give(appraiser, id, ['2'])
    const named = (await show(owner, id)).leaves.map(({ name, maxPoints }) => [name, maxPoints])
    const old = await application.owner
      .selectFrom('cycle_framework')
      .selectAll()
      .where('cycle_id', '=', cycleId)
      .where('unit_group', '=', departmentsGroup)
      .executeTakeFirstOrThrow()
    // The code 1.1 is another leaf now, 1.3 is none.
    const amended = {
      ...smallFramework,
      title: 'Bộ tiêu chí sửa đổi',
      version: '2',
      basedOn: frameworkHash,
      supersedes: frameworkHash,
      codeMap: {},
      nodes: [{ code: '1', name: 'Công tác chỉ đạo', children: [{ code: '1.1', name: 'Sáng kiến mới', maxPoints: '0.5' }] }],
    }
    const frameworkId = await insertFramework(application.owner, application.authority.id, amended, old.framework_id)
    const detail = (await owner(cycleRoutes.detail, { params: { cycleId } })).value
    const deadline = { kind: 'through' as const, date: '2099-01-01' }
    const body = { unitGroup: departmentsGroup, frameworkId, reason: 'Quyết định số 9/QĐ-UBND', deadline }
    const moved = await owner(moveRoutes.move, { params: { cycleId }, ifMatch: detail.version, idempotencyKey: randomUUID(), body })
    expect(moved.problems).toEqual([])
    const after = await show(owner, id)
    expect(after.head).toMatchObject({ stage: 'closed', closedBecause: 'frameworkMoved' })
    expect(after.leaves.map(({ name, maxPoints }) => [name, maxPoints])).toEqual(named)
    expect(after.differences).toBeDefined()
    expect((await give(appraiser, id, ['1'])).problems[0]?.code).toBe('calibrationOver')
    await sql`update cycle_unit set stage = 'submitted', submitted_at = now() where cycle_id = ${cycleId}`.execute(application.owner)
    const anew = (await draw({ units: { these: [units[0] ?? ''] }, leaves: { these: ['1.1'] } })).value
    expect((await show(owner, anew.id)).leaves).toMatchObject([{ name: 'Sáng kiến mới', maxPoints: '0.5' }])
  })
})
