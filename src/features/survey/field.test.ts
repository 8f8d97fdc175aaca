import { beforeAll, describe, expect, it } from 'vitest'
import { actAs } from '../../platform/database/transaction.ts'
import { startTestApplication, type TestApplication } from '../../../test/application.ts'
import { addPerson } from '../../../test/authority.ts'
import type { Call } from '../../../test/call.ts'
import { surveyReportFactsShape } from '../../reports/papers/survey-facts.ts'
import { parseQuestionnaire } from '../../core/survey/parse-questionnaire.ts'
import { surveyRoutes } from './contract.ts'
import { designRoutes } from './design/contract.ts'
import { paperRoutes } from './paper/contract.ts'
import { resultRoutes } from './results/contract.ts'
import { loadSurveyReportFacts } from './results/report-facts.ts'
import { sampleRoutes } from './sample/contract.ts'
import { type Fieldwork, sendForm, startFieldwork, testQuestionnaire } from './testing.ts'

let application: TestApplication
let field: Fieldwork
let params: { surveyId: string }
beforeAll(async () => {
  application = await startTestApplication()
  field = await startFieldwork(application)
  params = { surveyId: field.surveyId }
})

const waiting = async () => (await field.manager(surveyRoutes.show, { params })).value.waiting

describe('a questionnaire in the making', () => {
  it('is seen as on a screen and on paper before it is kept, with codes on paper and nothing that names anybody', async () => {
    const body = { questionnaire: testQuestionnaire, group: 'dan', unitName: 'Sở A' }
    const screen = await field.manager(designRoutes.preview, { body: { ...body, as: 'screen' } })
    expect(screen.value.html).toContain('name="q1" value="5"')
    const paper = await field.manager(designRoutes.preview, { body: { ...body, as: 'paper' } })
    expect(paper.value.html).toContain('Số phiếu')
    expect(paper.value.html).toContain('không ghi họ tên')
    expect(paper.value.html).not.toContain('<input')
    const broken = await field.manager(designRoutes.preview, { body: { questionnaire: { format: 'x' }, as: 'paper' } })
    expect(broken.status).toBe(422)
  })

  it('goes out as a workbook and comes back as the same questionnaire, with its groups, points and languages', async () => {
    const file = await field.manager(designRoutes.xlsx, { params })
    const read = await field.manager(designRoutes.read, { upload: { bytes: file.raw.rawPayload, fileName: 'phieu.xlsx' } })
    const again = parseQuestionnaire({ format: testQuestionnaire.format, ...read.value.parts })
    const before = parseQuestionnaire(testQuestionnaire)
    expect(again.ok && again.value).toEqual(before.ok && before.value)
    const json = await field.manager(designRoutes.json, { params })
    const whole = await field.manager(designRoutes.read, { upload: { bytes: json.raw.rawPayload, fileName: 'phieu.json' } })
    expect(whole.value.questionnaire).toMatchObject({ format: 'parindex/questionnaire@1', groups: testQuestionnaire.groups })
    const broken = await field.manager(designRoutes.read, { upload: { bytes: Buffer.from('{'), fileName: 'phieu.json' } })
    expect(broken.status).toBe(422)
  })

  it('finds questions of earlier surveys by their words without diacritics', async () => {
    const found = await field.manager(designRoutes.earlierQuestions, { query: { search: 'di lai nhieu lan' } })
    expect(found.value.questions.map(({ question }) => question['id'])).toEqual(['q7'])
  })
})

describe('a sample', () => {
  const respondents = Array.from({ length: 40 }, (_, index) => ({
    unitCode: 'SO-1',
    group: 'dan',
    name: `Người thứ ${index + 1}`,
    contact: '',
  }))
  const list = async (show: 'all' | 'sample' | 'unanswered') =>
    (await field.manager(sampleRoutes.respondents, { params, query: { show, limit: 500 } })).value

  it('is drawn from a list by a seed that stays beside it, with a reserve, and again the same', async () => {
    const [unit] = await application.owner.selectFrom('unit').select('code').where('id', '=', field.unitId).execute()
    const listed = respondents.map((each) => ({ ...each, unitCode: unit?.code ?? '' }))
    const strange = await field.manager(sampleRoutes.setRespondents, {
      params,
      ifMatch: await field.version(),
      body: { respondents: [{ unitCode: 'khong-co', group: 'dan', name: 'A' }] },
    })
    expect(strange.problems.map(({ code, line }) => [code, line])).toEqual([['notFound', 1]])
    await application.owner.updateTable('survey_stratum').set({ wanted: 10 }).where('survey_id', '=', field.surveyId).execute()
    await field.manager(sampleRoutes.setRespondents, { params, ifMatch: await field.version(), body: { respondents: listed } })
    const draw = () => field.manager(sampleRoutes.draw, { params, body: { seed: 'lan-1', reservePercent: 20 } })
    expect((await draw()).value).toEqual({ listed: 40, sample: 10, reserve: 2, seed: 'lan-1' })
    const first = (await list('sample')).respondents.map(({ number }) => number)
    await draw()
    expect((await list('sample')).respondents.map(({ number }) => number)).toEqual(first)
    const log = await application.owner.selectFrom('action').select('facts').where('kind', '=', 'surveySampleDrawn').execute()
    expect(log[0]?.facts).toMatchObject({ seed: 'lan-1', sample: 10 })
  })

  it('comes in with the list where it was drawn above, and its seed stays beside it', async () => {
    const own = await startFieldwork(application)
    const [unit] = await application.owner.selectFrom('unit').select('code').where('id', '=', own.unitId).execute()
    const listed = respondents.map((each, index) => ({
      ...each,
      unitCode: unit?.code ?? '',
      place: index < 6 ? ('sample' as const) : index < 8 ? ('reserve' as const) : ('listed' as const),
    }))
    const at = { surveyId: own.surveyId }
    const set = await own.manager(sampleRoutes.setRespondents, {
      params: at,
      ifMatch: await own.version(),
      body: { respondents: listed, seed: 'tinh-2026' },
    })
    expect(set.value).toEqual({ listed: 40, sample: 6, reserve: 2, seed: 'tinh-2026' })
    expect((await own.manager(sampleRoutes.invite, { params: at, body: {} })).value.invitations.map(({ number }) => number)).toEqual([
      1, 2, 3, 4, 5, 6,
    ])
  })

  it('is invited once each; who answered gets no reminder, and a reminder ends the link before it', async () => {
    const invited = (await field.manager(sampleRoutes.invite, { params, body: {} })).value.invitations
    expect(invited.length).toBe(10)
    expect((await field.manager(sampleRoutes.invite, { params, body: {} })).value.invitations).toEqual([])
    const [one, two] = invited
    expect((await sendForm(application, one?.token ?? '', { q1: '5' })).statusCode).toBe(200)
    expect((await list('unanswered')).respondents.map(({ number }) => number)).not.toContain(one?.number)
    const again = (await field.manager(sampleRoutes.invite, { params, body: { again: true } })).value.invitations
    expect(again.map(({ number }) => number)).toEqual(invited.slice(1).map(({ number }) => number))
    expect((await sendForm(application, two?.token ?? '', { q1: '5' })).statusCode).toBe(404)
    expect((await sendForm(application, again[0]?.token ?? '', { q1: '5' })).statusCode).toBe(200)
    const looks = await application.owner.selectFrom('action').select('facts').where('kind', '=', 'surveyListRead').execute()
    expect(looks.length).toBeGreaterThan(0)
  })
})

describe('paper', () => {
  let second: Call
  beforeAll(async () => {
    await addPerson(application.owner, application.authority.id, { signInName: 'nguoi-nhap-thu-hai', role: 'surveyManager' })
    second = await application.signInAs('nguoi-nhap-thu-hai')
  })
  const enterAs = (who: Call, number: string, typed: Record<string, string>, more: { isSettled?: boolean; isByOne?: boolean } = {}) =>
    who(paperRoutes.enter, { params, body: { unitId: field.unitId, group: 'dan', number, typed, ...more } })
  const enter = (number: string, typed: Record<string, string>) => enterAs(field.manager, number, typed)
  const enterAgain = (number: string, typed: Record<string, string>, isSettled = false) => enterAs(second, number, typed, { isSettled })

  it('counts once both entries agree, shows where they differ, and never twice', async () => {
    const before = await waiting()
    expect((await enter('P1', { q1: '4', q9: 'Tốt ' })).value.state).toBe('first')
    expect((await enterAgain('P1', { q1: '5', q9: 'Tốt' })).value).toEqual({
      state: 'differs',
      differences: [{ column: 'q1', first: '4', second: '5' }],
    })
    expect(await waiting()).toBe(before)
    expect((await enterAgain('P1', { q1: '5', q9: 'Tốt' }, true)).value.state).toBe('taken')
    expect(await waiting()).toBe(before + 1)
    await enter('P1', { q1: '5' })
    expect((await enterAgain('P1', { q1: '5' })).value.state).toBe('takenBefore')
    expect(await waiting()).toBe(before + 1)
    expect((await field.manager(paperRoutes.waiting, { params })).value.papers).toEqual([])
  })

  it('leaves the second entry to another person, or keeps in the log that there was nobody else', async () => {
    const before = await waiting()
    await enter('P3', { q1: '3' })
    expect((await enter('P3', { q1: '3' })).value.state).toBe('samePerson')
    expect(await waiting()).toBe(before)
    expect((await enterAs(field.manager, 'P3', { q1: '3' }, { isByOne: true })).value.state).toBe('taken')
    expect(await waiting()).toBe(before + 1)
    const log = await application.owner.selectFrom('action').select('facts').where('kind', '=', 'surveyPaperEntered').execute()
    expect(log.map(({ facts }) => (facts as { byOnePerson: boolean }).byOnePerson).sort()).toEqual([false, false, true])
  })

  it('refuses what no box of the paper says', async () => {
    expect((await enter('P2', { q1: '9' })).problems.map(({ code }) => code)).toEqual(['responseFault'])
  })

  it('comes in as a file too: all of it or nothing, and a file sent twice counts once', async () => {
    const unit = await application.owner.selectFrom('unit').select('code').where('id', '=', field.unitId).executeTakeFirstOrThrow()
    const columns = ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8', 'q9']
    const lines = (count: number, level: string) =>
      [
        ['response_id', 'unit', 'group', ...columns],
        ...Array.from({ length: count }, (_, index) => [`r${index}`, unit.code, 'dan', level, '', '', '', '', '', '', '', `Ý ${index}`]),
      ]
        .map((cells) => cells.join(','))
        .join('\n')
    const send = (text: string) =>
      field.manager(paperRoutes.importFile, { params, upload: { bytes: Buffer.from(text), fileName: 'phieu.csv' } })
    expect((await send(lines(25, '9'))).status).toBe(422)
    const before = await waiting()
    expect((await send(lines(25, '4'))).value).toMatchObject({ taken: 25, takenBefore: 0 })
    expect((await send(lines(25, '4'))).value).toMatchObject({ taken: 0, takenBefore: 25 })
    expect(await waiting()).toBe(before + 25)
  })
})

describe('a closed survey', () => {
  it('lists what was written, finds it without diacritics and lets names be taken out for good', async () => {
    await field.close()
    const found = await field.manager(resultRoutes.words, { params, query: { search: 'y 7' } })
    expect(found.value.words.map(({ text }) => text)).toEqual(['Ý 7'])
    const [words] = found.value.words
    const redacted = await field.manager(resultRoutes.redact, { params: { ...params, wordsId: words?.id ?? '' }, body: {} })
    expect(redacted.value.text).toBeUndefined()
    expect((await field.manager(resultRoutes.words, { params, query: { search: 'y 7' } })).value.words).toEqual([])
    const first = await field.manager(resultRoutes.words, { params, query: { limit: 20 } })
    const second = await field.manager(resultRoutes.words, { params, query: { limit: 20, after: first.value.next ?? '' } })
    expect(first.value.words.length + second.value.words.length).toBe(26)
  })

  it('marks answers that are alike and leaves none out', async () => {
    const marks = (await field.manager(resultRoutes.marks, { params })).value.marks
    // Nine columns say too little for that.
    expect(marks.map(({ alike }) => alike)).toEqual([])
    expect((await field.manager(surveyRoutes.show, { params })).value.answers).toBe(29)
  })

  it('goes out in figures with its code book, and as a workbook', async () => {
    const csv = (await field.manager(resultRoutes.statistics, { params })).raw.body.trim().split('\r\n')
    expect(csv[0]).toBe('response_id,unit,group,q1,q2,q3,q4,q5,q6,q7,q8')
    expect(csv.length).toBe(30)
    expect(csv.filter((line) => line.endsWith(',dan,4,-3,-3,-3,-3,-3,-3,-2')).length).toBe(25)
    const book = (await field.manager(resultRoutes.codeBook, { params })).raw.body
    expect(book).toContain('VARIABLE LABELS q1 "Mức độ hài lòng về mặt thứ 1".')
    expect(book).toContain('-2 "Không được hỏi"')
    expect((await field.manager(resultRoutes.workbook, { params })).raw.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('gives the facts of its report: counts, index with margins, units, points and answers, and no words', async () => {
    const manager = await application.owner
      .selectFrom('person')
      .select('id')
      .where('sign_in_name', '=', 'nguoi-nhap-thu-hai')
      .executeTakeFirstOrThrow()
    const actor = { personId: manager.id, name: '', authorityId: application.authority.id, grants: [], units: 'all' as const }
    const facts = await actAs(application.database, actor, (context) => loadSurveyReportFacts(context, field.surveyId))
    if (!facts.ok) expect.fail(JSON.stringify(facts.problems))
    expect(surveyReportFactsShape.safeParse(facts.value).success).toBe(true)
    // Of q1 alone: 28 of 29 answered 4 or 5, one 3.
    expect(facts.value).toMatchObject({
      survey: 'Khảo sát thử',
      valid: 29,
      index: { percent: '96.551724', margin: '6.64107', low: '89.910654', high: '100' },
      units: [{ valid: 29, percent: '96.551724', rank: 1 }],
      points: [{ leaf: '1.1', points: '1.931034', maxPoints: '2' }],
      words: [],
    })
    expect(facts.value.questions[0]?.answers.map(({ count }) => count)).toEqual([0, 0, 1, 25, 3])
    expect(JSON.stringify(facts.value)).not.toContain('Ý 1')
  })

  it('stands in the years with its index, and erased the list with the links', async () => {
    const [year] = (await field.manager(resultRoutes.years, {})).value.years
    expect(year).toMatchObject({ responses: 29, title: 'Khảo sát thử' })
    expect(await application.owner.selectFrom('survey_respondent').selectAll().where('survey_id', '=', field.surveyId).execute()).toEqual(
      [],
    )
  })
})
