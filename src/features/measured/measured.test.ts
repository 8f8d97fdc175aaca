import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson, departmentsGroup } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { resultsRoutes } from '../results/contract.ts'
import { measuredRoutes } from './contract.ts'

const set = {
  format: 'parindex/framework@1',
  title: 'Bộ tiêu chí có điểm của lãnh đạo và chỉ số bên ngoài',
  year: 2026,
  unitGroup: departmentsGroup,
  scaleTotal: '10',
  totalCap: '10',
  nodes: [
    { code: '1', name: 'Chỉ đạo', children: [{ code: '1.1', name: 'Ban hành kế hoạch', maxPoints: '3' }] },
    {
      code: '2',
      name: 'Đo từ bên ngoài',
      children: [
        {
          code: '2.1',
          name: 'Lãnh đạo đánh giá',
          maxPoints: '5',
          source: 'panel',
          rule: { kind: 'panel', scale: '100', missing: 'leftOut', trim: 1, atLeast: 3 },
        },
        {
          code: '2.2',
          name: 'Chỉ số chuyển đổi số',
          maxPoints: '2',
          source: 'external',
          rule: { kind: 'externalIndex', index: 'DTI', year: 2026, scale: { from: '0', to: '1' } },
        },
      ],
    },
  ],
}

let application: TestApplication
let cycle: SmallCycle
let leaders: Call[]
let methodOwner: Call
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority, 'firstAppraisal', null, set)
  leaders = []
  for (const signInName of ['lanh-dao-1', 'lanh-dao-2', 'lanh-dao-3']) {
    await addPerson(application.owner, application.authority.id, { signInName, role: 'panelMember' })
    leaders.push(await application.signInAs(signInName))
  }
  methodOwner = await application.signInAs('methodowner')
})

const unitAt = (index: 0 | 1 | 2) => application.authority.departments[index]
const mark = (leader: number, unit: 0 | 1 | 2, value: string | null, version = 0) =>
  (leaders[leader] as Call)(measuredRoutes.mark, {
    params: { cycleId: cycle.cycleId, unitId: unitAt(unit).id },
    body: { marks: [{ nodeId: '2.1', version, mark: value }] },
  })
const scoreOf = (nodeId: string, unit: 0 | 1 | 2 = 0) =>
  application.owner
    .selectFrom('score')
    .select(['status', 'points', 'reason', 'inputs', 'round'])
    .where('cycle_id', '=', cycle.cycleId)
    .where('unit_id', '=', unitAt(unit).id)
    .where('node_id', '=', nodeId)
    .executeTakeFirst()
const ranking = async () =>
  (await methodOwner(resultsRoutes.ranking, { params: { cycleId: cycle.cycleId }, query: { group: departmentsGroup } })).value.units

describe('marks of leaders', () => {
  it('become points by the rule once there are enough: the highest and the lowest are left out', async () => {
    expect((await mark(0, 0, '90')).value.marks).toEqual([{ nodeId: '2.1', version: 1, mark: '90' }])
    await mark(1, 0, '60')
    expect(await scoreOf('2.1')).toBeUndefined()
    await mark(2, 0, '80')
    const score = await scoreOf('2.1')
    // The middle one of 60, 80 and 90: 80 of 100 of 5 points.
    expect(score).toMatchObject({ status: 'scored', points: '4.0000', round: 'firstAppraisal' })
    const inputs = (score?.inputs ?? {}) as { readonly marks?: Readonly<Record<string, string>> }
    expect(Object.values(inputs.marks ?? {}).toSorted()).toEqual(['60', '80', '90'])
    expect(score?.reason).toContain('Trung bình 80')
  })

  it('reach the ranking', async () => {
    const units = await ranking()
    expect(units[0]).toMatchObject({ unit: { id: unitAt(0).id }, areas: { '2': { points: '4' } } })
  })

  it('are seen by nobody else, and can be taken back: too few are no measurement', async () => {
    const other = (await (leaders[1] as Call)(measuredRoutes.ownMarks, { params: { cycleId: cycle.cycleId } })).value
    expect(other.units.find(({ unit }) => unit.id === unitAt(0).id)?.marks).toEqual([{ nodeId: '2.1', version: 1, mark: '60' }])
    expect(other.groups).toMatchObject([{ group: departmentsGroup, leaves: [{ nodeId: '2.1', best: '100' }] }])
    await mark(2, 0, null, 1)
    expect(await scoreOf('2.1')).toMatchObject({ status: 'missing', points: null })
    await mark(2, 0, '80', 2)
    expect(await scoreOf('2.1')).toMatchObject({ status: 'scored', points: '4.0000' })
  })

  it('are refused above the scale, on other criteria, over a newer mark, and from whoever is no member', async () => {
    expect((await mark(0, 1, '101')).problems).toMatchObject([{ code: 'outOfRange', at: '2.1', to: '100' }])
    const wrong = await (leaders[0] as Call)(measuredRoutes.mark, {
      params: { cycleId: cycle.cycleId, unitId: unitAt(1).id },
      body: { marks: [{ nodeId: '1.1', version: 0, mark: '1' }] },
    })
    expect(wrong.problems).toMatchObject([{ code: 'unknownNode' }])
    expect((await mark(0, 0, '50', 0)).status).toBe(409)
    expect((await methodOwner(measuredRoutes.ownMarks, { params: { cycleId: cycle.cycleId } })).status).toBe(403)
  })
})

describe('a table of another evaluation', () => {
  const fields = (seen?: string) => ({
    group: departmentsGroup,
    nodeId: '2.2',
    source: 'Quyết định công bố chỉ số',
    year: '2026',
    ...(seen && { seen }),
  })
  const table = (text: string) => ({ fileName: 'dti.csv', bytes: Buffer.from(text) })
  const preview = async (text: string, more = {}) =>
    (
      await methodOwner(measuredRoutes.previewExternal, {
        params: { cycleId: cycle.cycleId },
        upload: { ...table(text), fields: { ...fields(), ...more } },
      })
    ).value
  const apply = (text: string, seen: string) =>
    methodOwner(measuredRoutes.applyExternal, {
      params: { cycleId: cycle.cycleId },
      upload: { ...table(text), fields: { ...fields(seen), unitColumn: 'Đơn vị', valueColumn: 'Giá trị' } },
    })
  const file = () => `STT;Đơn vị;Giá trị\n1;${unitAt(0).name};0,75\n2;${unitAt(1).code};1,5\n3;Sở Không có;0,5\n4;${unitAt(2).code};0,6\n`

  it('shows units, points and what cannot be before anything is stored', async () => {
    const shown = await preview(file())
    expect(shown).toMatchObject({
      unitColumn: 'Đơn vị',
      valueColumn: 'Giá trị',
      differences: [
        { unit: { code: unitAt(0).code }, after: '0.75', pointsAfter: '1.5' },
        { unit: { code: unitAt(2).code }, after: '0.6', pointsAfter: '1.2' },
      ],
    })
    expect(shown.problems).toMatchObject([
      { code: 'unknownUnit', line: 4 },
      { code: 'outOfRange', line: 3 },
    ])
    expect(await scoreOf('2.2')).toBeUndefined()
    expect((await preview(file(), { year: '2025' })).problems).toContainEqual(expect.objectContaining({ code: 'invalidValue' }))
  })

  it('becomes points with its source, reaches the ranking, and changes nothing the second time', async () => {
    const { seen } = await preview(file())
    expect((await apply(file(), '0'.repeat(64))).status).toBe(409)
    expect((await apply(file(), seen)).value).toEqual({ stored: 2, scored: 2 })
    expect(await scoreOf('2.2')).toMatchObject({ status: 'scored', points: '1.5000', inputs: { value: '0.75', year: '2026' } })
    expect((await scoreOf('2.2'))?.reason).toContain('Nguồn: Quyết định công bố chỉ số, năm 2026.')
    const units = await ranking()
    expect(units.map(({ unit, areas }) => [unit.id, areas['2']?.points])).toEqual([
      [unitAt(0).id, '5.5'],
      [unitAt(2).id, '1.2'],
      [unitAt(1).id, undefined],
    ])
    expect(await preview(file())).toMatchObject({ differences: [], unchanged: 2 })
  })

  it('keeps values of who has not submitted, and gives their points when it is brought in again', async () => {
    const setStage = (stage: string) =>
      application.owner
        .updateTable('cycle_unit')
        .set({ stage, submitted_at: stage === 'selfAssessing' ? null : new Date() })
        .where('unit_id', '=', unitAt(1).id)
        .execute()
    await setStage('selfAssessing')
    const text = `Đơn vị;Giá trị\n${unitAt(1).code};0,5\n`
    const first = await preview(text)
    expect(first.differences).toEqual([{ unit: expect.objectContaining({ id: unitAt(1).id }), after: '0.5' }])
    expect((await apply(text, first.seen)).value).toEqual({ stored: 1, scored: 0 })
    await setStage('submitted')
    const second = await preview(text)
    expect(second.differences).toMatchObject([{ before: '0.5', after: '0.5', pointsAfter: '1' }])
    expect((await apply(text, second.seen)).value).toEqual({ stored: 1, scored: 1 })
    const listed = (await methodOwner(measuredRoutes.externalLeaves, { params: { cycleId: cycle.cycleId } })).value
    expect(listed.leaves).toMatchObject([{ nodeId: '2.2', index: 'DTI', from: '0', to: '1', units: 3, values: [{}, {}, {}] }])
    await setStage('approved')
    expect(await preview(text)).toMatchObject({ differences: [], closed: [{ id: unitAt(1).id }] })
  })
})
