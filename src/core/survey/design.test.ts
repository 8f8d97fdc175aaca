import { describe, expect, it } from 'vitest'
import {
  addEmptyQuestion,
  addQuestion,
  addSection,
  asKind,
  changeQuestion,
  moveQuestion,
  newQuestionnaire,
  type QuestionFile,
  type QuestionnaireFile,
  questionKinds,
  questionNames,
  removeQuestion,
  withWords,
} from './design.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { sampleQuestionnaire } from './sample-questionnaire.ts'

const sample = sampleQuestionnaire as unknown as QuestionnaireFile
const named = (id: string): QuestionFile => ({ kind: 'scale', id, text: id })

describe('designing a questionnaire', () => {
  it('begins with one section, gives every question a free name and reads once the words are there', () => {
    let file = newQuestionnaire('Phiếu hỏi', 'Phần chung')
    for (const kind of questionKinds) file = addEmptyQuestion(file, 0, kind)
    expect(questionNames(file)).toStrictEqual(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7'])
    expect(parseQuestionnaire(file).ok).toBe(false)
    const worded = JSON.parse(JSON.stringify(file).replaceAll('"text":""', '"text":"Lời"')) as QuestionnaireFile
    expect(parseQuestionnaire(worded)).toMatchObject({ ok: true })
  })

  it('keeps the words of a question whose kind changes, and what both kinds know', () => {
    const scale: QuestionFile = { kind: 'scale', id: 'q1', text: 'Hài lòng', required: true, to: 4, labels: ['a', 'b', 'c', 'd'] }
    expect(asKind(scale, 'matrix')).toMatchObject({ id: 'q1', text: 'Hài lòng', required: true, to: 4, labels: ['a', 'b', 'c', 'd'] })
    expect(asKind(asKind(scale, 'yesNo'), 'scale')).toStrictEqual({ kind: 'scale', id: 'q1', text: 'Hài lòng', required: true })
  })

  it('takes a question out together with all that waits for it or counts it', () => {
    const without = removeQuestion(sample, 'q2')
    expect(JSON.stringify(without)).not.toContain('"q2"')
    const unmeasured = removeQuestion(sample, 'q1')
    expect(unmeasured.leaves?.map(({ leaf }) => leaf)).toStrictEqual(['8.2', '8.3'])
    expect(parseQuestionnaire(without).ok && parseQuestionnaire(unmeasured).ok).toBe(true)
  })

  it('takes a question of an earlier survey under a free name and without its condition', () => {
    const taken = addQuestion(sample, 1, { ...named('q1'), showIf: { question: 'elsewhere', is: [1] } })
    expect(taken.sections[1]?.questions.at(-1)).toStrictEqual({ ...named('q1'), id: 'q8' })
  })

  it('moves questions up and down, over the edge of a section, and nowhere beyond the first and last', () => {
    const file = addSection({ ...newQuestionnaire('T', 'A'), sections: [{ id: 's1', title: 'A', questions: ['a', 'b'].map(named) }] }, 'B')
    expect(questionNames(moveQuestion(file, 'b', -1))).toStrictEqual(['b', 'a'])
    const over = moveQuestion(file, 'b', 1)
    expect(over.sections.map(({ questions }) => questions.map(({ id }) => id))).toStrictEqual([['a'], ['b']])
    expect(moveQuestion(over, 'b', -1)).toStrictEqual(file)
    expect(moveQuestion(file, 'a', -1)).toBe(file)
    expect(moveQuestion(over, 'b', 1)).toBe(over)
  })

  it('changes words in one language and leaves the others', () => {
    expect(withWords({ vi: 'Có', en: 'Yes' }, 'Đúng')).toStrictEqual({ vi: 'Đúng', en: 'Yes' })
    expect(questionNames(changeQuestion(sample, 'q1', named('ten')))[0]).toBe('ten')
  })
})
