import type { TestApplication } from '../../../test/application.ts'
import { addPerson } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { surveyRoutes } from './contract.ts'

/** A questionnaire that is answered in one line: levels q1 to q6 with “do not know”, and words. */
export const testQuestionnaire = {
  format: 'parindex/questionnaire@1',
  title: { vi: 'Phiếu thử nghiệm', en: 'Test form' },
  languages: ['vi', 'en'],
  groups: [
    { id: 'dan', text: 'Người dân', weight: '60' },
    { id: 'canbo', text: 'Cán bộ', weight: '40' },
  ],
  sections: [
    {
      id: 's1',
      title: 'Đánh giá chung',
      questions: [
        ...[1, 2, 3, 4, 5, 6].map((number) => ({
          id: `q${number}`,
          kind: 'scale',
          text: `Mức độ hài lòng về mặt thứ ${number}`,
          dontKnow: true,
          required: number === 1,
        })),
        { id: 'q7', kind: 'yesNo', text: 'Có phải đi lại nhiều lần không?' },
        {
          id: 'q8',
          kind: 'single',
          text: 'Vì sao?',
          showIf: { question: 'q7', is: [1] },
          options: [
            { code: 1, text: 'Thiếu giấy' },
            { code: 2, text: 'Lý do khác' },
          ],
        },
        { id: 'q9', kind: 'text', text: 'Ý kiến khác', longest: 200 },
      ],
    },
  ],
  leaves: [{ leaf: '1.1', maxPoints: '2', questions: ['q1'] }],
}

/** A survey that is being collected, with whoever conducts it. */
export interface Fieldwork {
  readonly manager: Call
  readonly surveyId: string
  readonly unitId: string
  readonly version: () => Promise<number>
  readonly links: (
    count: number,
    more?: { most?: number; channel?: 'open' | 'link' | 'kiosk'; group?: string },
  ) => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** Takes a survey from its questionnaire to the field. */
export const startFieldwork = async (application: TestApplication, change: object = {}): Promise<Fieldwork> => {
  const signInName = `surveymanager.${Math.random().toString(36).slice(2)}`
  await addPerson(application.owner, application.authority.id, { signInName, role: 'surveyManager' })
  const manager = await application.signInAs(signInName)
  const [unit] = application.authority.departments
  const added = await manager(surveyRoutes.add, { body: { title: 'Khảo sát thử', questionnaire: testQuestionnaire, ...change } })
  const params = { surveyId: added.value.id }
  const strata = ['dan', 'canbo'].map((group) => ({ unitId: unit.id, group, population: 200, wanted: 60 }))
  const set = await manager(surveyRoutes.setStrata, { params, body: { strata }, ifMatch: added.value.version })
  await manager(surveyRoutes.start, { params, ifMatch: set.value.version })
  const version = async () => (await manager(surveyRoutes.show, { params })).value.version
  return {
    manager,
    surveyId: params.surveyId,
    unitId: unit.id,
    version,
    links: async (count, { most = 1, channel = 'link', group = 'dan' } = {}) =>
      (await manager(surveyRoutes.addLinks, { params, body: { unitId: unit.id, group, channel, count, most } })).value.tokens,
    close: async () => {
      const closed = await manager(surveyRoutes.close, { params, ifMatch: await version() })
      if (closed.status !== 200) throw new Error(closed.raw.body)
    },
  }
}

/** Sends a form as a browser without script does. */
export const sendForm = (application: Pick<TestApplication, 'app'>, token: string, fields: Readonly<Record<string, string>>) =>
  application.app.inject({
    method: 'POST',
    url: `/khao-sat?k=${token}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ dong_y: '1', viec: 'gui', bat_dau: '1', phieu: `phieu-${token}-0`.slice(0, 40), ...fields }).toString(),
  })
