import { strFromU8, unzipSync } from 'fflate'
import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { ownPapersRoutes } from '../src/features/papers/contract.ts'
import { sendForm, startFieldwork } from '../src/features/survey/testing.ts'
import { startTestApplication, type TestApplication } from './application.ts'
import { createSmallCycle } from './small-cycle.ts'

let application: TestApplication
let cycleId: string
beforeAll(async () => {
  application = await startTestApplication()
  cycleId = (await createSmallCycle(application.owner, application.authority, 'selfAssessing')).cycleId
})

const answeredSurvey = async (change: object, levels: readonly string[]): Promise<void> => {
  const field = await startFieldwork(application, change)
  const tokens = await field.links(levels.length)
  for (const [index, token] of tokens.entries()) await sendForm(application, token, { q1: levels[index] ?? '' })
  await field.close()
}

const startReport = async (unitId: string, person: string) => {
  const officer = await application.signInAs(person)
  const started = await officer(ownPapersRoutes.start, { params: { unitId }, body: { kind: 'selfAssessmentReport', cycleId } })
  return { officer, paper: started.value }
}

it('quotes in a unit’s report on its self-assessment what closed surveys of the cycle say of that unit, and of no other', async () => {
  const [asked, other] = application.authority.departments
  await answeredSurvey(
    { title: 'Khảo sát người dân', cycleId },
    Array.from({ length: 20 }, (_, at) => (at < 15 ? '5' : '2')),
  )
  await answeredSurvey({ title: 'Khảo sát quá ít', cycleId }, ['5', '5'])
  const later = await startFieldwork(application, { title: 'Khảo sát đang thu', cycleId })
  expect(later.unitId).toBe(asked.id)
  const { officer, paper } = await startReport(asked.id, 'unitofficer.so-1')
  expect(paper.facts).toMatchObject({
    satisfaction: [
      '“Khảo sát quá ít”: 2 phiếu hợp lệ về đơn vị; chỉ số không công bố vì quá ít người trả lời.',
      '“Khảo sát người dân”: chỉ số hài lòng đối với đơn vị là 75%, từ 20 phiếu hợp lệ.',
    ],
  })
  const params = { unitId: asked.id, paperId: paper.id }
  const details = { ...paper.details, agencyMark: 'S1', place: 'Thử nghiệm', authority: { by: 'self', title: 'Giám đốc' } }
  const changed = await officer(ownPapersRoutes.change, {
    params,
    body: { details, facts: paper.facts, bases: [] },
    ifMatch: paper.version,
  })
  expect(changed.value.problems).toEqual([])
  const file = await officer(ownPapersRoutes.file, { params, query: { format: 'docx' } })
  const xml = strFromU8(unzipSync(new Uint8Array(file.raw.rawPayload))['word/document.xml'] ?? new Uint8Array())
  const words = xml.replaceAll(/<[^>]+>/g, '')
  expect(words).toContain('KẾT QUẢ KHẢO SÁT SỰ HÀI LÒNG CỦA NGƯỜI DÂN, TỔ CHỨC')
  expect(words).toContain('chỉ số hài lòng đối với đơn vị là 75%, từ 20 phiếu hợp lệ')
  expect((await startReport(other.id, 'unitofficer.so-2')).paper.facts).not.toHaveProperty('satisfaction')
})

it('quotes a survey without a cycle where it ended in the year of the cycle', async () => {
  const [asked] = application.authority.departments
  await answeredSurvey(
    { title: 'Khảo sát tại bộ phận một cửa' },
    Array.from({ length: 20 }, () => '4'),
  )
  const quoted = async () => JSON.stringify((await startReport(asked.id, 'unitofficer.so-1')).paper.facts)
  const setYear = (by: number) =>
    application.owner
      .updateTable('cycle')
      .set({ year: sql<number>`date_part('year', now())::int + ${by}` })
      .where('id', '=', cycleId)
      .execute()
  await setYear(0)
  expect(await quoted()).toContain('“Khảo sát tại bộ phận một cửa”: chỉ số hài lòng đối với đơn vị là 100%')
  await setYear(1)
  expect(await quoted()).not.toContain('một cửa')
})
