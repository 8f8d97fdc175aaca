import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { createSmallCycle, type SmallCycle } from '../../../test/small-cycle.ts'
import { surveyRoutes } from './contract.ts'
import { type Fieldwork, sendForm, startFieldwork, testQuestionnaire } from './testing.ts'

let application: TestApplication
let cycle: SmallCycle
let field: Fieldwork
beforeAll(async () => {
  application = await startTestApplication()
  cycle = await createSmallCycle(application.owner, application.authority)
  const leaves = [
    { leaf: '2.1', maxPoints: '3', questions: ['q1'] },
    { leaf: '1.1', maxPoints: '2', questions: ['q2'] },
  ]
  field = await startFieldwork(application, { cycleId: cycle.cycleId, questionnaire: { ...testQuestionnaire, leaves } })
  const tokens = await field.links(7)
  for (const [index, token] of tokens.entries()) await sendForm(application, token, { q1: index < 4 ? '5' : '2' })
})

const setStage = (stage: string) =>
  application.owner
    .updateTable('cycle_unit')
    .set({ stage })
    .where('cycle_id', '=', cycle.cycleId)
    .where('unit_id', '=', field.unitId)
    .execute()
const carry = async (preview = false) =>
  field.manager(surveyRoutes.carryPoints, { params: { surveyId: field.surveyId }, body: { preview } })
const scores = () =>
  application.owner
    .selectFrom('score')
    .select(['node_id', 'round', 'status', 'points', 'reason'])
    .where('cycle_id', '=', cycle.cycleId)
    .where('unit_id', '=', field.unitId)
    .where('node_id', 'in', ['2.1', '1.1'])
    .where('round', '=', 'firstAppraisal')
    .execute()

describe('points of a survey', () => {
  it('stay where they are until it is closed', async () => {
    expect((await carry()).problems.map(({ code }) => code)).toEqual(['surveyStage'])
    await field.close()
  })

  it('wait for a unit that has not submitted, and leave alone what was approved', async () => {
    for (const stage of ['selfAssessing', 'approved']) {
      await setStage(stage)
      expect((await carry()).value).toMatchObject({ changed: [], leftOut: [{ why: 'stage' }] })
    }
    expect(await scores()).toEqual([])
  })

  it('are shown before they are carried, go to leaves of a survey alone, with why, and change nothing the second time', async () => {
    await setStage('firstAppraisal')
    // 4 of 7 are content: 4/7 of 3 points.
    const expected = {
      changed: [{ unitName: 'Sở Thử nghiệm số 1', nodeId: '2.1', before: 'missing', after: '1.7143' }],
      same: 0,
      leftOut: [{ nodeId: '1.1', why: 'leaf' }],
    }
    expect((await carry(true)).value).toMatchObject(expected)
    expect(await scores()).toEqual([])
    expect((await carry()).value).toMatchObject(expected)
    const [score, ...others] = await scores()
    expect(others).toEqual([])
    expect(score).toMatchObject({ node_id: '2.1', status: 'scored', points: '1.7143' })
    expect(score?.reason).toBe(
      'Theo “Khảo sát thử”: tỷ lệ câu trả lời tích cực là 57,14% của 3 điểm; câu ít người trả lời nhất có 7 câu trả lời hợp lệ.',
    )
    expect((await carry()).value).toMatchObject({ changed: [], same: 1 })
    const acts = await application.owner.selectFrom('action').select('kind').where('kind', '=', 'surveyPointsCarried').execute()
    expect(acts.length).toBe(1)
  })
})
