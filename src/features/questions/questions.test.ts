import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { createSmallCycle } from '../../../test/small-cycle.ts'
import { noticeRoutes } from '../calendar/notices/contract.ts'
import { selfAssessmentRoutes } from '../self-assessment/contract.ts'
import { questionRoutes } from './contract.ts'

let application: TestApplication
let place: { cycleId: string; unitId: string }
const division = randomUUID()
const people: Record<'officer' | 'division' | 'appraiser' | 'lead' | 'other' | 'leader', Call> = {} as never

beforeAll(async () => {
  application = await startTestApplication()
  const { owner, authority } = application
  const [department] = authority.departments
  const { cycleId } = await createSmallCycle(owner, authority)
  place = { cycleId, unitId: department.id }
  const key = { authority_id: authority.id, cycle_id: cycleId, unit_id: department.id }
  await owner
    .insertInto('unit')
    .values({ id: division, authority_id: authority.id, parent_id: department.id, code: 'so-1-vp', name: 'Văn phòng', kind: 'division' })
    .execute()
  await addPerson(owner, authority.id, { signInName: 'van.phong', role: 'divisionOfficer', unitId: division })
  await owner
    .insertInto('division_part')
    .values({ ...key, division_id: division, changed_by: null })
    .execute()
  await owner
    .insertInto('division_leaf')
    .values({ ...key, division_id: division, node_id: '1.1', duty: 'lead' })
    .execute()
  for (const [name, signInName] of [
    ['officer', 'unitofficer.so-1'],
    ['division', 'van.phong'],
    ['appraiser', 'appraiser'],
    ['lead', 'arealead'],
    ['other', 'unitofficer.so-2'],
    ['leader', 'leader'],
  ] as const)
    people[name] = await application.signInAs(signInName)
})

const ask = (call: Call, nodeId: string, text: string, circle: 'unit' | 'appraisal' = 'appraisal') =>
  call(questionRoutes.ask, { params: { ...place, nodeId }, body: { circle, text } })
const at = async (call: Call, nodeId: string) => (await call(questionRoutes.ofLeaf, { params: { ...place, nodeId } })).value.questions
const say = (call: Call, questionId: string, text: string, ifMatch: number) =>
  call(questionRoutes.say, { params: { ...place, questionId }, body: { text }, ifMatch })
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) => problems.map(({ code }) => code)
const titles = async (call: Call) => (await call(noticeRoutes.notices)).value.notices.map(({ title }) => title)

describe('a question of a unit to its appraisers', () => {
  it('is asked while the unit still fills in its sheet, shown at the leaf with how many wait, and told to those who appraise', async () => {
    const asked = (await ask(people.officer, '2.2', 'Cần báo cáo quý hay cả năm?')).value
    expect(asked).toMatchObject({ state: 'open', askedBy: 'unit', messages: [{ by: { name: 'Người thử unitofficer.so-1' } }] })
    const sheet = (await people.officer(selfAssessmentRoutes.sheet, { params: place })).value
    expect(sheet.openQuestions).toEqual([{ nodeId: '2.2', count: 1 }])
    expect(await titles(people.lead)).toContain('Câu hỏi mới ở tiêu chí 2.2, Sở Thử nghiệm số 1')
    const { questions } = (await people.lead(questionRoutes.list)).value
    expect(questions).toMatchObject([{ unit: { code: 'so-1' }, leaf: { code: '2.2', name: 'Giải quyết đúng hạn' }, isMine: true }])
  })

  it('is answered by an appraiser; whoever did not see the answer is told first, and asking further opens it again', async () => {
    const [question] = await at(people.appraiser, '2.2')
    const answered = (await say(people.appraiser, question?.id ?? '', 'Cả năm, kèm phụ lục.', 1)).value
    expect(answered).toMatchObject({ state: 'answered', version: 2, messages: [{ side: 'unit' }, { side: 'appraisal' }] })
    expect(await titles(people.officer)).toContain('Trả lời ở tiêu chí 2.2, Sở Thử nghiệm số 1')
    expect(codes(await say(people.officer, answered.id, 'Cảm ơn', 1))).toEqual(['changedMeanwhile'])
    expect((await say(people.officer, answered.id, 'Phụ lục nào?', 2)).value.state).toBe('open')
  })

  it('goes from the appraiser to the unit too, and nowhere else', async () => {
    expect((await ask(people.appraiser, '1.1', 'Thiếu quyết định ban hành kế hoạch')).value.askedBy).toBe('appraisal')
    expect((await at(people.officer, '1.1')).map(({ askedBy }) => askedBy)).toEqual(['appraisal'])
    expect((await people.officer(questionRoutes.list)).value.questions.map(({ leaf, isMine }) => [leaf.code, isMine])).toEqual([
      ['1.1', true],
      ['2.2', false],
    ])
    expect((await people.other(questionRoutes.list)).value.questions).toEqual([])
    expect(codes(await people.other(questionRoutes.ofLeaf, { params: { ...place, nodeId: '1.1' } }))).toEqual(['notAllowed'])
    expect(codes(await ask(people.leader, '1.1', 'Vì sao chậm?'))).toEqual(['notAllowed'])
  })
})

describe('a question within a unit', () => {
  it('is between divisions and the unit; appraisers do not read along', async () => {
    const asked = (await ask(people.division, '1.1', 'Đã ban hành kế hoạch chưa?', 'unit')).value
    expect(asked.messages).toMatchObject([{ division: 'Văn phòng' }])
    expect((await at(people.officer, '1.1')).map(({ circle }) => circle)).toEqual(['appraisal', 'unit'])
    expect((await at(people.appraiser, '1.1')).map(({ circle }) => circle)).toEqual(['appraisal'])
    expect((await say(people.officer, asked.id, 'Đã ban hành ngày 05/01', 1)).value.state).toBe('answered')
    expect(await titles(people.division)).toContain('Trả lời ở tiêu chí 1.1, Sở Thử nghiệm số 1')
    expect(codes(await ask(people.appraiser, '1.1', 'Trong đơn vị', 'unit'))).toEqual(['notAllowed'])
    expect(codes(await say(people.appraiser, asked.id, 'Tôi cũng muốn biết', 2))).toEqual(['notFound'])
  })

  it('stays at the leaves of the division', async () => {
    expect(codes(await ask(people.division, '2.2', 'Việc này của ai?', 'unit'))).toEqual(['leafOfOthers'])
    expect(await at(people.division, '2.2')).toEqual([])
    expect(
      (await people.division(questionRoutes.list, { query: { state: 'answered' } })).value.questions.map(({ leaf }) => leaf.code),
    ).toEqual(['1.1'])
  })
})
