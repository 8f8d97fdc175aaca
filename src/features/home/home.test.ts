import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { createSmallCycle, type SmallCycle, submittedAt } from '../../../test/small-cycle.ts'
import { homeRoutes } from './contract.ts'

let application: TestApplication
let cycle: SmallCycle
beforeAll(async () => {
  application = await startTestApplication()
  // Closed yesterday for everybody.
  cycle = await createSmallCycle(application.owner, application.authority, 'selfAssessing', new Date(Date.now() - 86_400_000))
})

const homeOf = async (signInName: string) => (await (await application.signInAs(signInName))(homeRoutes.home)).value
const setStage = (unit: number, stage: string) =>
  application.owner
    .updateTable('cycle_unit')
    .set({ stage, submitted_at: submittedAt(stage) })
    .where('unit_id', '=', cycle.units[unit]?.id ?? '')
    .execute()

describe('what is due', () => {
  it('for an officer is the own self-assessment, with how many of the leaves that the unit scores are answered', async () => {
    const { tasks } = await homeOf('unitofficer.so-1')
    expect(tasks).toMatchObject([{ kind: 'selfAssessment', unit: { code: 'so-1' }, stage: 'selfAssessing', answered: 0, leaves: 4 }])
    expect(tasks[0]).toHaveProperty('deadline.closes')
  })

  it('for a unit outside the cycle is nothing', async () => {
    expect((await homeOf('unitofficer.xa-1')).tasks).toEqual([])
  })

  it('for the method owner counts who has submitted and who is late; a unit with a later deadline is not', async () => {
    await setStage(0, 'submitted')
    await application.owner
      .updateTable('cycle_unit')
      .set({ self_assessment_closes: new Date(Date.now() + 86_400_000) })
      .where('unit_id', '=', cycle.units[1]?.id ?? '')
      .execute()
    const { tasks } = await homeOf('methodowner')
    expect(tasks).toMatchObject([{ kind: 'cycle', units: 3, submitted: 1, late: 1 }])
  })

  it('for the method owner lists drafts with what stands open', async () => {
    await application.owner
      .insertInto('framework')
      .values({
        id: randomUUID(),
        authority_id: application.authority.id,
        title: 'Dự thảo',
        year: 2027,
        unit_group: 'so-nganh',
        status: 'draft',
        document: '{}',
        problems_left: 3,
      })
      .execute()
    expect((await homeOf('methodowner')).tasks).toContainEqual(expect.objectContaining({ kind: 'draft', open: 3 }))
  })

  it('for an appraiser says how many sheets wait, and leaves out the unit the person serves in', async () => {
    await setStage(2, 'firstAppraisal')
    expect((await homeOf('appraiser')).tasks).toMatchObject([{ kind: 'appraisal', waiting: 1, begun: 1, finished: 0 }])
    const [first] = cycle.units
    await application.owner
      .insertInto('role_grant')
      .values({
        id: randomUUID(),
        authority_id: application.authority.id,
        person_id: await personId('appraiser'),
        role: 'unitOfficer',
        unit_id: first?.id ?? null,
      })
      .execute()
    expect((await homeOf('appraiser')).tasks).toContainEqual(expect.objectContaining({ kind: 'appraisal', waiting: 0, begun: 1 }))
  })

  it('counts every round: who explains, who stands in the second appraisal, who before the council', async () => {
    await setStage(0, 'explaining')
    await setStage(1, 'secondAppraisal')
    await setStage(2, 'council')
    await application.owner
      .updateTable('cycle_unit')
      .set({ explanation_closes: new Date(Date.now() + 86_400_000) })
      .execute()
    const officer = await homeOf('unitofficer.so-1')
    expect(officer.tasks).toContainEqual(
      expect.objectContaining({ kind: 'explanation', unit: expect.objectContaining({ code: 'so-1' }), disputed: 0 }),
    )
    expect(officer.tasks.find(({ kind }) => kind === 'explanation')).toHaveProperty('deadline.closes')
    expect((await homeOf('arealead')).tasks).toMatchObject([
      { kind: 'appraisal', waiting: 0, begun: 0, explaining: 1, second: 1, council: 1 },
    ])
    expect((await homeOf('councilmember')).tasks).toContainEqual(expect.objectContaining({ kind: 'council', units: 1 }))
    for (const unit of [0, 1]) await setStage(unit, 'submitted')
    await setStage(2, 'firstAppraisal')
  })

  it('for the chair is what is ready to be published', async () => {
    await application.owner.updateTable('cycle').set({ stage: 'approved' }).where('id', '=', cycle.cycleId).execute()
    await application.owner
      .updateTable('cycle_unit')
      .set({ submitted_at: null })
      .where('unit_id', '=', cycle.units[2]?.id ?? '')
      .execute()
    const submitted = await application.owner.selectFrom('cycle_unit').select('unit_id').where('submitted_at', 'is not', null).execute()
    expect((await homeOf('councilchair')).tasks).toContainEqual(expect.objectContaining({ kind: 'publication', units: submitted.length }))
  })

  it('for the administrator counts units without an officer who can sign in', async () => {
    expect((await homeOf('administrator')).tasks).toEqual([])
    await application.owner.updateTable('person').set({ active: false }).where('sign_in_name', '=', 'unitofficer.xa-3').execute()
    expect((await homeOf('administrator')).tasks).toEqual([{ kind: 'officers', units: 1, of: 6 }])
  })
})

describe('what changed', () => {
  it('shows an officer the result of the own unit alone', async () => {
    const id = randomUUID()
    const authority_id = application.authority.id
    await application.owner
      .insertInto('publication')
      .values({
        id,
        authority_id,
        cycle_id: cycle.cycleId,
        number: 1,
        title: 'Chỉ số 2026',
        hash: '0',
        groups: ['so-nganh'],
        hashes: [],
        bundle: Buffer.from('x'),
      })
      .execute()
    await application.owner
      .insertInto('publication_unit')
      .values(
        cycle.units.map((unit, index) => ({
          authority_id,
          publication_id: id,
          unit_id: unit.id,
          unit_name: unit.name,
          unit_group: unit.group,
          framework_id: cycle.frameworkId,
          ranked: true,
          rank: index + 1,
          percent: '87.654321',
          missing: 0,
          not_applicable: 0,
          areas: '[]',
          result: '{}',
        })),
      )
      .execute()
    expect((await homeOf('unitofficer.so-2')).changes).toMatchObject([
      { id, own: [{ name: 'Sở Thử nghiệm số 2', rank: 2, percent: '87.654321' }] },
    ])
    expect((await homeOf('methodowner')).changes).toMatchObject([{ id, own: [] }])
  })
})

const personId = async (signInName: string): Promise<string> =>
  (await application.owner.selectFrom('person').select('id').where('sign_in_name', '=', signInName).executeTakeFirstOrThrow()).id
