import { describe, expect, it } from 'vitest'
import { conditionText, parseCondition } from './condition-text.ts'
import type { QuestionnaireFile } from './design.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { parseQuestionnaireRows, questionnaireRows } from './questionnaire-rows.ts'
import type { RowWords } from './row-words.ts'
import { sampleQuestionnaire } from './sample-questionnaire.ts'

const words: RowWords = {
  headings: {
    section: 'Phần',
    note: 'Ghi chú',
    groups: 'Nhóm được hỏi',
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
    settings: 'Thiết lập',
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
  lines: { head: 'Phiếu', introduction: 'Mở đầu', purpose: 'Mục đích', thanks: 'Cảm ơn', group: 'Nhóm', leaf: 'Tiêu chí' },
  settings: {
    languages: 'ngôn ngữ',
    suppressBelow: 'công bố từ',
    minimumAnswers: 'ít nhất',
    weight: 'trọng số',
    quota: 'số phiếu',
    population: 'số người',
    area: 'lĩnh vực',
    maxPoints: 'tối đa',
    conversion: 'cách tính',
    questions: 'câu',
    parts: 'phần',
    weighted: 'theo trọng số',
    emptyGroup: 'thiếu nhóm',
    unit: 'đơn vị tính',
    longest: 'số chữ',
  },
  conversions: { positiveShare: 'tích cực', meanOverTop: 'trên mức cao nhất', meanFromBottom: 'từ mức thấp nhất' },
  emptyGroups: { notMeasured: 'không đo', rescale: 'chia lại' },
  yes: 'có',
}
const sample = sampleQuestionnaire as unknown as QuestionnaireFile

const parsed = (file: unknown) => {
  const read = parseQuestionnaire(file)
  return read.ok ? read.value : read.problems
}

describe('a questionnaire as a table', () => {
  it('reads back whole: questions, groups, sections of groups, points and languages', () => {
    const whole = {
      ...sample,
      introduction: 'Kính gửi',
      suppressBelow: 7,
      sections: sample.sections.map((section, at) => (at === 1 ? { ...section, note: { vi: 'Ghi chú', en: 'A note' } } : section)),
      leaves: sample.leaves?.map((leaf, at) => (at === 1 ? { ...leaf, minimumAnswers: 30, emptyGroup: 'rescale' as const } : leaf)) ?? [],
    }
    const read = parseQuestionnaireRows(questionnaireRows(whole, words), words)
    if (!read.ok) expect.fail(JSON.stringify(read.problems))
    const again = parseQuestionnaire({ format: whole.format, ...read.value })
    expect(again.ok ? again.value : again.problems).toStrictEqual(parsed(whole))
    expect(questionnaireRows({ ...whole, ...read.value }, words)).toStrictEqual(questionnaireRows(whole, words))
  })

  it('leaves groups and points alone where it has questions alone', () => {
    const rows = [
      ['Loại', 'Câu hỏi'],
      ['Có/Không', 'A'],
    ]
    const read = parseQuestionnaireRows(rows, words)
    expect(read.ok && Object.keys(read.value)).toStrictEqual(['sections'])
  })

  it('refuses settings and ways of counting that it does not know', () => {
    const rows = [
      ['Loại', 'Mã', 'Câu hỏi', 'Thiết lập'],
      ['Tiêu chí', '8.1', '', 'tối đa = 2\ncách tính = bốc thăm'],
      ['Nhóm', 'dan', 'Người dân', 'màu = xanh'],
      ['Có/Không', 'q1', 'A', ''],
    ]
    const read = parseQuestionnaireRows(rows, words)
    expect(
      read.ok ? [] : read.problems.map((problem) => problem.code === 'questionnaireFault' && [problem.subject, problem.value]),
    ).toStrictEqual([
      ['8.1', 'bốc thăm'],
      ['dan', 'màu = xanh'],
    ])
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
    ).toStrictEqual([
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
      value: {
        sections: [
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
      },
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
