import { describe, expect, it } from 'vitest'
import { conditionText, parseCondition } from './condition-text.ts'
import type { QuestionnaireFile } from './design.ts'
import { parseQuestionnaireRows, questionnaireRows, type RowWords } from './questionnaire-rows.ts'
import { sampleQuestionnaire } from './sample-questionnaire.ts'

const words: RowWords = {
  headings: {
    section: 'Phần',
    id: 'Mã',
    kind: 'Loại',
    text: 'Câu hỏi',
    choices: 'Phương án',
    rows: 'Dòng',
    scale: 'Thang',
    required: 'Bắt buộc',
    dontKnow: 'Không biết',
    showIf: 'Hỏi khi',
    help: 'Gợi ý',
  },
  kinds: {
    scale: 'Thang',
    yesNo: 'Có/Không',
    single: 'Một lựa chọn',
    multiple: 'Nhiều lựa chọn',
    matrix: 'Bảng',
    number: 'Số',
    text: 'Chữ',
  },
  yes: 'có',
}
const sample = sampleQuestionnaire as unknown as QuestionnaireFile

describe('a questionnaire as a table', () => {
  it('reads back as the questions it was written from', () => {
    const read = parseQuestionnaireRows(questionnaireRows(sample, words), words)
    if (!read.ok) expect.fail(JSON.stringify(read.problems))
    expect(read.value.map(({ questions }) => questions.map(({ id, kind }) => [id, kind]))).toEqual(
      sample.sections.map(({ questions }) => questions.map(({ id, kind }) => [id, kind])),
    )
    expect(questionnaireRows({ ...sample, sections: [...read.value] }, words)).toEqual(questionnaireRows(sample, words))
  })

  it('names what it cannot read, all of it at once', () => {
    const rows = [
      ['Câu hỏi', 'Loại', 'Phương án', 'Hỏi khi', 'Mã'],
      ['A', 'Chấm sao', '', '', 'a'],
      ['B', 'Một lựa chọn', 'x = Có', '', 'b'],
      ['C', 'chữ', '', 'khi nào tiện', 'c'],
    ]
    const read = parseQuestionnaireRows(rows, words)
    expect(
      read.ok ? [] : read.problems.map((problem) => problem.code === 'questionnaireFault' && [problem.subject, problem.reason]),
    ).toEqual([
      ['a', 'unknownKind'],
      ['b', 'unreadableOption'],
      ['c', 'unreadableCondition'],
    ])
    expect(parseQuestionnaireRows([['Phần']], words)).toMatchObject({ ok: false })
  })

  it('numbers options and names questions that have no code', () => {
    const rows = [
      ['Loại', 'Câu hỏi', 'Phương án'],
      ['Một lựa chọn', 'Kênh nào?', 'Báo\nMạng'],
      ['', '', ''],
      ['Chữ', 'Ý kiến', ''],
    ]
    expect(parseQuestionnaireRows(rows, words)).toMatchObject({
      value: [
        {
          title: 'Phần',
          questions: [
            {
              id: 'q1',
              options: [
                { code: 1, text: 'Báo' },
                { code: 2, text: 'Mạng' },
              ],
            },
            { id: 'q2' },
          ],
        },
      ],
    })
  })

  it('says conditions in one line and reads them again', () => {
    const condition = {
      all: [
        { question: 'q1', is: [1] },
        {
          any: [
            { question: 'q2', is: [1, 2] },
            { question: 'q3', is: [0] },
          ],
        },
      ],
    }
    const text = 'q1 = 1 & q2 = 1, 2 ; q1 = 1 & q3 = 0'
    expect(conditionText(condition)).toBe(text)
    expect(conditionText(parseCondition(text) ?? condition)).toBe(text)
    for (const broken of ['', 'q1', 'q1 = a', 'q1 = 1 &', '= 1', 'q1 = 1 ; ;']) expect(parseCondition(broken), broken).toBeUndefined()
  })
})
