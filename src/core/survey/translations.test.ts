import { describe, expect, it } from 'vitest'
import { newQuestionnaire, type QuestionnaireFile, wordsIn } from './design.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { alike, placedTexts, translationOf, untranslated, withLanguages, withTranslation } from './translations.ts'

const file: QuestionnaireFile = {
  ...newQuestionnaire('Phiếu hỏi', 'Phần chung'),
  introduction: 'Xin chào',
  thanks: 'Cảm ơn',
  groups: [{ id: 'dan', text: 'Người dân' }],
  sections: [
    {
      id: 's1',
      title: 'Phần chung',
      note: 'Ghi chú',
      questions: [
        { kind: 'scale', id: 'q1', text: 'Hài lòng', help: 'Gợi ý', to: 2, labels: ['Không', 'Có'], top: 1 },
        { kind: 'single', id: 'q2', text: 'Chọn', options: [{ code: 1, text: 'Một' }] },
        { kind: 'matrix', id: 'q3', text: 'Bảng', rows: [{ id: 'a', text: 'Dòng' }] },
        { kind: 'number', id: 'q4', text: 'Bao nhiêu', unit: 'lần' },
        { kind: 'text', id: 'q5', text: '' },
      ],
    },
  ],
}

describe('a questionnaire in further languages', () => {
  it('shows every text that is read by whoever answers, in the order of print, and none without words', () => {
    expect(placedTexts(file).map(({ role, of }) => (of === '' ? role : `${role} ${of}`))).toStrictEqual([
      'title',
      'introduction',
      'group dan',
      'section s1',
      'note s1',
      'question q1',
      'help q1',
      'level q1',
      'level q1',
      'question q2',
      'option q2',
      'question q3',
      'row q3',
      'question q4',
      'measuredIn q4',
      'thanks',
    ])
  })

  it('takes each text in each language, and counts down what is missing to nothing', () => {
    let both = withLanguages(file, ['en', 'km'])
    const all = placedTexts(file).length
    expect([untranslated(both, 'vi').length, untranslated(both, 'en').length]).toStrictEqual([0, all])
    for (const [index, placed] of placedTexts(file).entries()) {
      both = withTranslation(both, [placed], 'en', `en ${index}`)
      expect(untranslated(both, 'en').length).toBe(all - index - 1)
    }
    expect(untranslated(both, 'km').length).toBe(all)
    expect(placedTexts(both).map(({ text }) => wordsIn(text))).toStrictEqual(placedTexts(file).map(({ text }) => wordsIn(text)))
    expect(placedTexts(both).map(({ text }) => translationOf(text, 'en'))).toStrictEqual(placedTexts(file).map((_, index) => `en ${index}`))
    const whole = JSON.parse(JSON.stringify(both).replace('"text":""', '"text":"Lời"')) as QuestionnaireFile
    expect(parseQuestionnaire(whole)).toMatchObject({ ok: true })
  })

  it('is as before once a translation is taken out again', () => {
    const [title] = placedTexts(file)
    if (!title) expect.fail('no title')
    const english = withTranslation(withLanguages(file, ['en']), [title], 'en', 'Questionnaire')
    expect(english.title).toStrictEqual({ vi: 'Phiếu hỏi', en: 'Questionnaire' })
    expect(withTranslation(english, [title], 'en', '').title).toBe('Phiếu hỏi')
    expect(withLanguages(withLanguages(english, []), ['en'])).toStrictEqual(english)
  })

  it('translates the levels of like scales at one stroke, and two texts that only read alike each by itself', () => {
    const scale = (id: string) => ({ kind: 'scale' as const, id, text: 'Hài lòng', to: 2, labels: ['Không', 'Có'], top: 1 })
    const twice: QuestionnaireFile = {
      ...withLanguages(newQuestionnaire('Phiếu', 'Phần'), ['en']),
      sections: [{ id: 's1', title: 'Phần', questions: [scale('q1'), scale('q2')] }],
    }
    const groups = alike(placedTexts(twice))
    expect(groups.map(([{ role, text }, ...more]) => `${role} ${wordsIn(text)} ${more.length}`)).toStrictEqual([
      'title Phiếu 0',
      'section Phần 0',
      'question Hài lòng 0',
      'level Không 1',
      'level Có 1',
      'question Hài lòng 0',
    ])
    const english = withTranslation(twice, groups[4] ?? [], 'en', 'Yes')
    expect(untranslated(english, 'en').length).toBe(untranslated(twice, 'en').length - 2)
    expect(alike(placedTexts(english)).length).toBe(groups.length)
  })
})
