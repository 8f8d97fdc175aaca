import { beforeAll, describe, expect, it } from 'vitest'
import { startNode, startTestApplication, type TestApplication } from '../../../test/application.ts'
import { runDueJobs } from '../../platform/jobs/worker.ts'
import { homeRoutes } from '../home/contract.ts'
import { surveyRoutes } from './contract.ts'
import { moveIntakesJob } from './move-intakes-job.ts'
import { type Fieldwork, sendForm, startFieldwork, testQuestionnaire } from './testing.ts'

let application: Awaited<ReturnType<typeof startTestApplication>>
let field: Fieldwork
beforeAll(async () => {
  application = await startTestApplication()
  field = await startFieldwork(application)
})

const waiting = async () => (await field.manager(surveyRoutes.show, { params: { surveyId: field.surveyId } })).value.waiting
const form = async (address: string) => application.app.inject({ url: `/khao-sat?${address}` })

describe('a survey under way', () => {
  it('stands on the home page of whoever conducts it, with answers of those wanted, until it is closed', async () => {
    const own = await startFieldwork(application)
    const tasksOf = async () =>
      (await own.manager(homeRoutes.home)).value.tasks.filter((task) => task.kind === 'survey' && task.survey.id === own.surveyId)
    expect(await tasksOf()).toMatchObject([{ kind: 'survey', answers: 0, wanted: 120, short: 2 }])
    await own.close()
    expect(await tasksOf()).toEqual([])
  })
})

describe('the form of a survey', () => {
  it('is one page of at most 60 KB that needs no script, with its purpose and the consent', async () => {
    const [token = ''] = await field.links(1)
    const page = await form(`k=${token}`)
    expect(page.statusCode).toBe(200)
    expect(page.body.length).toBeLessThan(60_000)
    expect(page.body).toContain('Sở Thử nghiệm số 1')
    expect(page.body).toContain('Phiếu này ẩn danh')
    expect(page.body).toContain('name="q1" value="5"')
    expect(page.body).toContain('form:has(input[name="q7"][value="1"]:checked) #w-q8{display:block}')
    expect(page.headers['cache-control']).toBe('no-store')
    expect((await form(`k=${token}&l=en`)).body).toContain('<html lang="en">')
  })

  it('offers the languages of its questionnaire by their own names, and says what is not translated in the first one', async () => {
    const questionnaire = {
      ...testQuestionnaire,
      languages: ['vi', 'en', 'km'],
      title: { vi: 'Phiếu thử nghiệm', km: 'កម្រង​សំណួរ' },
    }
    const own = await startFieldwork(application, { questionnaire })
    const [token = ''] = await own.links(1)
    const khmer = await form(`k=${token}&l=km`)
    expect(khmer.body).toContain('<html lang="km">')
    expect(khmer.body).toContain('កម្រង​សំណួរ')
    expect(khmer.body).toContain('Mức độ hài lòng về mặt thứ 1')
    expect(khmer.body).toContain('>English</button>')
    expect((await form(`k=${token}`)).body).toContain('>ភាសាខ្មែរ</button>')
    expect((await form(`k=${token}&l=fr`)).body).toContain('<html lang="vi">')
  })

  it('keeps what was answered when the language is changed, and takes nothing in by that', async () => {
    const own = await startFieldwork(application, { questionnaire: { ...testQuestionnaire, languages: ['vi', 'en'] } })
    const [token = ''] = await own.links(1)
    const english = await sendForm(application, token, { q1: '4', viec: 'tieng-en' })
    expect(english.statusCode).toBe(200)
    expect(english.body).toContain('<html lang="en">')
    expect(english.body).toMatch(/name="q1" value="4"[^>]* checked/)
    expect(english.body).toMatch(/name="dong_y" value="1" checked/)
    expect((await sendForm(application, token, { q1: '4' })).body).toContain('Đã nhận phiếu')
  })

  it('is sent once: the same sending again is thanked for again, another one is refused', async () => {
    const [token = ''] = await field.links(1)
    const before = await waiting()
    expect((await sendForm(application, token, { q1: '5' })).statusCode).toBe(200)
    expect((await sendForm(application, token, { q1: '5' })).body).toContain('Đã nhận phiếu')
    const other = await sendForm(application, token, { q1: '1', phieu: 'mot-phieu-khac-hoan-toan' })
    expect(other.statusCode).toBe(410)
    expect((await form(`k=${token}`)).statusCode).toBe(410)
    expect(await waiting()).toBe(before + 1)
  })

  it('takes sixty-four sendings of one receipt at once as one', async () => {
    const [token = ''] = await field.links(1, { most: 100, channel: 'open' })
    const before = await waiting()
    const replies = await Promise.all(Array.from({ length: 64 }, () => sendForm(application, token, { q1: '4' })))
    expect(new Set(replies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect(await waiting()).toBe(before + 1)
  })

  it('takes of an open link as many as were set, however many come at once', async () => {
    const [token = ''] = await field.links(1, { most: 5, channel: 'open' })
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, index) => sendForm(application, token, { q1: '4', phieu: `phieu-so-${index}-0123456789` })),
    )
    expect(replies.filter(({ statusCode }) => statusCode === 200).length).toBe(5)
    expect(replies.filter(({ statusCode }) => statusCode === 410).length).toBe(7)
  })

  it('takes of an open link as many as were set over several nodes too, and none twice', async () => {
    const other = await startNode(application)
    const [[token = ''], alone] = [await field.links(1, { most: 15, channel: 'open' }), await field.links(10)]
    const before = await waiting()
    const send = (node: Pick<TestApplication, 'app'>, number: number) =>
      sendForm(node, token, { q1: '4', phieu: `phieu-chung-so-${number}-0123456789` })
    const shared = Array.from({ length: 40 }, (_, index) => send(index % 2 === 0 ? application : other, Math.floor(index / 2)))
    const own = alone.flatMap((each) => [sendForm(application, each, { q1: '5' }), sendForm(other, each, { q1: '5' })])
    const [replies, ownReplies] = await Promise.all([Promise.all(shared), Promise.all(own)])
    expect(replies.filter(({ statusCode }) => statusCode === 200).length).toBe(30)
    expect(new Set(ownReplies.map(({ statusCode }) => statusCode))).toEqual(new Set([200]))
    expect(await waiting()).toBe(before + 25)
    const links = await application.owner
      .selectFrom('survey_link')
      .select('taken')
      .where('survey_id', '=', field.surveyId)
      .where('most', '=', 15)
      .execute()
    expect(links).toEqual([{ taken: 15 }])
  })

  it('comes back as it was typed where something cannot stand, with the sentence at its question', async () => {
    const [token = ''] = await field.links(1)
    const refused = await sendForm(application, token, { q2: '9', q3: '2', q9: 'Cảm ơn <b>' })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('Có 2 câu cần xem lại')
    expect(refused.body).toContain('id="p-q1"')
    expect(refused.body).toContain('câu “q2” không có phương án “9”')
    expect(refused.body).toContain('name="q3" value="2" checked')
    expect(refused.body).toContain('Cảm ơn &lt;b&gt;')
    const unwilling = await sendForm(application, token, { q1: '5', dong_y: '' })
    expect(unwilling.statusCode).toBe(422)
    expect(unwilling.body).toContain('Hãy đánh dấu đồng ý')
    expect((await sendForm(application, token, { dong_y: '' })).body).toContain('Có 2 câu cần xem lại')
    expect((await sendForm(application, token, { q1: '5' })).statusCode).toBe(200)
  })

  it('goes on after a break, from what only the link can open', async () => {
    const [token = ''] = await field.links(1)
    const kept = await sendForm(application, token, { q1: '3', q9: 'Đang viết dở', viec: 'luu' })
    expect(kept.body).toContain('Đã lưu, chưa gửi')
    const [draft] = await application.owner.selectFrom('survey_draft').selectAll().where('survey_id', '=', field.surveyId).execute()
    expect(draft?.sealed.includes(Buffer.from('Đang viết'))).toBe(false)
    const again = await form(`k=${token}`)
    expect(again.body).toContain('Đang viết dở')
    expect(again.body).toContain('name="q1" value="3" checked')
    await sendForm(application, token, { q1: '3' })
    expect(await application.owner.selectFrom('survey_draft').selectAll().where('survey_id', '=', field.surveyId).execute()).toEqual([])
  })

  it('gives each of many on one link a draft of their own', async () => {
    const [token = ''] = await field.links(1, { most: 10, channel: 'open' })
    const kept = await sendForm(application, token, { q9: 'Của riêng tôi', viec: 'luu', phieu: 'phieu-cua-rieng-toi-01' })
    expect(kept.body).toContain('r=phieu-cua-rieng-toi-01')
    expect((await form(`k=${token}`)).body).not.toContain('Của riêng tôi')
    expect((await form(`k=${token}&r=phieu-cua-rieng-toi-01`)).body).toContain('Của riêng tôi')
  })

  it('is not there for who has no token, a wrong one, or a strange one', async () => {
    for (const address of ['', 'k=', 'k=khong-co-ma-nay-0001', `k=${'x'.repeat(5000)}`, 'k=%00', 'k=a&k=b', "k=';--"])
      expect((await form(address)).statusCode, address).toBe(404)
    expect((await sendForm(application, 'khong-co-ma-nay-0001', { q1: '5' })).statusCode).toBe(404)
  })

  it('stands hostile sendings', async () => {
    const [token = ''] = await field.links(1)
    for (const fields of [
      { q1: '99999999999999999999' },
      { q1: '-1' },
      { q1: '1e3' },
      { q1: '5', q7: '1', q8: 'x' },
      { q1: '5', q9: 'x'.repeat(300) },
    ])
      expect((await sendForm(application, token, fields)).statusCode).toBe(422)
    const types = ['application/json', 'text/plain', 'multipart/form-data']
    for (const type of types) {
      const reply = await application.app.inject({
        method: 'POST',
        url: `/khao-sat?k=${token}`,
        headers: { 'content-type': type },
        payload: '{}',
      })
      expect(reply.statusCode, type).toBeLessThan(500)
    }
    expect((await sendForm(application, token, { q1: '5', q9: 'một\u0000hai', strange: '1' })).statusCode).toBe(200)
  })
})

describe('fieldwork', () => {
  it('lets responses out of the intake among at least twenty, by the work in the background', async () => {
    const own = await startFieldwork(application)
    const jobs = { database: application.database, jobs: [moveIntakesJob()], filesDir: application.filesDir }
    const tell = async () => (await own.manager(surveyRoutes.show, { params: { surveyId: own.surveyId } })).value
    const due = () =>
      application.owner
        .updateTable('job')
        .set({ due_at: new Date(0) })
        .where('state', '=', 'waiting')
        .execute()
    const tokens = await own.links(25)
    for (const token of tokens.slice(0, 19)) await sendForm(application, token, { q1: '5' })
    await due()
    await runDueJobs(jobs)
    expect(await tell()).toMatchObject({ waiting: 19, answers: 0, strata: [{ used: 0 }, { used: 19 }] })
    await sendForm(application, tokens[19] ?? '', { q1: '1', bat_dau: String(Math.floor(Date.now() / 1000)) })
    await due()
    await runDueJobs(jobs)
    expect(await tell()).toMatchObject({ waiting: 0, answers: 20, channels: { link: 20 }, tooFast: 1 })
    for (const token of tokens.slice(20)) await sendForm(application, token, { q1: '4' })
    await own.close()
    expect(await tell()).toMatchObject({ stage: 'closed', waiting: 0, answers: 25, strata: [{ links: 0 }, { links: 0, answers: 25 }] })
    const table = (await own.manager(surveyRoutes.tabulation, { params: { surveyId: own.surveyId } })).value
    const { questions, units } = table as unknown as { questions: readonly object[]; units: readonly object[] }
    expect(table.responses).toBe(25)
    expect(questions[0]).toMatchObject({ id: 'q1', total: { valid: 25, counts: { '1': 1, '4': 5, '5': 19 }, positiveShare: '0.96' } })
    expect(units).toMatchObject([
      { unit: 'so-1', points: '1.92', appliedMax: '2', leaves: { '1.1': { status: 'scored', exact: '48/25' } } },
    ])
  })

  it('hands out the responses of a closed survey alone, in a file that tabulates to the same', async () => {
    const own = await startFieldwork(application)
    const [token = ''] = await own.links(1)
    await sendForm(application, token, { q1: '5', q2: 'dk', q7: '1', q8: '2', q9: 'Một ý kiến' })
    const params = { surveyId: own.surveyId }
    expect((await own.manager(surveyRoutes.responses, { params })).problems.map(({ code }) => code)).toEqual(['surveyStage'])
    await own.close()
    const file = await own.manager(surveyRoutes.responses, { params })
    expect(file.raw.headers['content-disposition']).toContain('phieu-tra-loi-1.csv')
    expect(file.raw.body).toBe('response_id,unit,group,q1,q2,q3,q4,q5,q6,q7,q8,q9\r\n1,so-1,dan,5,dk,,,,,1,2,\r\n')
  })

  it('takes nothing more once it is closed, and nothing of what was asked changes', async () => {
    const own = await startFieldwork(application)
    const [token = '', other = ''] = await own.links(2)
    await sendForm(application, token, { q1: '5' })
    await own.close()
    expect((await sendForm(application, other, { q1: '5' })).statusCode).toBe(404)
    const params = { surveyId: own.surveyId }
    const body = { title: 'Khác', questionnaire: testQuestionnaire }
    const changed = await own.manager(surveyRoutes.change, { params, body, ifMatch: await own.version() })
    expect(changed.problems.map(({ code }) => code)).toEqual(['surveyStage'])
    const rewritten = application.owner.updateTable('survey').set({ questionnaire: '{}' }).where('id', '=', own.surveyId).execute()
    await expect(rewritten).rejects.toThrow('does not change')
    const back = application.owner.updateTable('survey').set({ stage: 'collecting' }).where('id', '=', own.surveyId).execute()
    await expect(back).rejects.toThrow('does not go back')
  })

  it('counts everybody who was thanked, also those who sent while it was closed', async () => {
    const own = await startFieldwork(application)
    const tokens = await own.links(60)
    const version = await own.version()
    const sending = Promise.all(tokens.map((token) => sendForm(application, token, { q1: '5' })))
    await new Promise((resolve) => setImmediate(resolve))
    const [replies] = await Promise.all([
      sending,
      own.manager(surveyRoutes.close, { params: { surveyId: own.surveyId }, ifMatch: version }),
    ])
    const thanked = replies.filter(({ statusCode }) => statusCode === 200).length
    const { value } = await own.manager(surveyRoutes.show, { params: { surveyId: own.surveyId } })
    expect(value).toMatchObject({ stage: 'closed', waiting: 0, answers: thanked })
  })

  it('asks on its days alone', async () => {
    const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10)
    const statusBetween = async (opensOn: string, closesOn: string): Promise<number> => {
      const own = await startFieldwork(application, { opensOn, closesOn })
      const [token = ''] = await own.links(1)
      return (await sendForm(application, token, { q1: '5' })).statusCode
    }
    // Two days off, so that no clock of an authority stands between.
    expect(await statusBetween(day(-2), day(2))).toBe(200)
    expect(await statusBetween(day(2), day(9))).toBe(404)
    expect(await statusBetween(day(-9), day(-2))).toBe(404)
  })

  it('begins with a questionnaire that stands and with somebody to ask', async () => {
    const { manager } = field
    const refused = await manager(surveyRoutes.add, {
      body: { title: 'Hỏng', questionnaire: { ...testQuestionnaire, sections: [] }, closesOn: '2026-01-01', opensOn: '2026-02-01' },
    })
    expect(refused.problems.map(({ code }) => code)).toEqual(['invalidValue', 'invalidValue'])
    const { value } = await manager(surveyRoutes.add, { body: { title: 'Chưa ai được hỏi', questionnaire: testQuestionnaire } })
    const params = { surveyId: value.id }
    expect((await manager(surveyRoutes.start, { params, ifMatch: value.version })).problems.map(({ code }) => code)).toEqual([
      'missingField',
    ])
    const strata = [{ unitId: field.unitId, group: 'ai-do', wanted: 5, population: 3 }]
    expect(
      (await manager(surveyRoutes.setStrata, { params, body: { strata }, ifMatch: value.version })).problems.map(({ code }) => code),
    ).toEqual(['invalidValue', 'outOfRange'])
    expect((await manager(surveyRoutes.list, {})).value.surveys.some(({ id }) => id === value.id)).toBe(true)
  })
})
