import { describe, expect, it } from 'vitest'
import { columnsOf } from './columns.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { sampleQuestionnaire } from './sample-questionnaire.ts'

const reasonsOf = (file: unknown): readonly string[] => {
  const read = parseQuestionnaire(file)
  return read.ok
    ? []
    : read.problems.map((problem) => (problem.code === 'questionnaireFault' ? `${problem.reason} ${problem.subject}` : problem.code))
}

const withQuestions = (...questions: readonly object[]) => ({
  ...sampleQuestionnaire,
  groups: [],
  leaves: [],
  sections: [{ id: 's1', title: 'Phần', questions }],
})

describe('a questionnaire', () => {
  it('is read with its defaults: five levels of which two are positive, nothing required, cells below five withheld', () => {
    const read = parseQuestionnaire(sampleQuestionnaire)
    expect(read.ok).toBe(true)
    if (!read.ok) return
    expect(read.value.suppressBelow).toBe(5)
    expect(columnsOf(read.value).map(({ id, measure, values, top }) => [id, measure, values.length, top])).toStrictEqual([
      ['q1', 'levels', 5, 2],
      ['q2', 'levels', 2, 1],
      ['q3', 'options', 2, 0],
      ['q4', 'several', 3, 0],
      ['q5.a', 'levels', 5, 2],
      ['q5.b', 'levels', 5, 2],
      ['q6', 'figure', 0, 0],
      ['q7', 'words', 0, 0],
    ])
  })

  it('tells every problem of its meaning at once, in their order', () => {
    const faulty = withQuestions(
      { id: 'q1', kind: 'scale', text: 'A', from: 1, to: 5, top: 5, labels: ['một', 'hai'] },
      { id: 'q1', kind: 'yesNo', text: 'B', showIf: { question: 'q9', is: [1] } },
      { id: 'unit', kind: 'text', text: 'C', showIf: { question: 'q4', is: [1] } },
      {
        id: 'q3',
        kind: 'single',
        text: { en: 'D' },
        options: [
          { code: 1, text: 'x' },
          { code: 1, text: 'y' },
        ],
      },
      {
        id: 'q4',
        kind: 'yesNo',
        text: 'E',
        showIf: {
          all: [
            { question: 'q3', is: [7] },
            { question: 'unit', is: [1] },
          ],
        },
      },
      { id: 'q5', kind: 'number', text: 'F', from: 9, to: 3 },
    )
    expect(reasonsOf(faulty)).toStrictEqual([
      'repeatedQuestion q1',
      'reservedName unit',
      'missingLanguage q3',
      'badTop q1',
      'labelCount q1',
      'unknownQuestion q9',
      'laterQuestion q4',
      'repeatedOption q3',
      'notOffered q3',
      'notConditional unit',
      'badRange q5',
    ])
  })

  it('gives points to each leaf once, from scales alone', () => {
    const leaves = [
      { leaf: '1', maxPoints: '1', questions: ['q1', 'q1', 'q4', 'q0'] },
      { leaf: '1', maxPoints: '0', questions: ['q1'], parts: [['q1']] },
      { leaf: '2', maxPoints: '1', questions: ['q1'], weighted: true },
    ]
    expect(reasonsOf({ ...sampleQuestionnaire, groups: [], sections: sampleQuestionnaire.sections.slice(0, 1), leaves })).toStrictEqual([
      'countedTwice q1',
      'notMeasurable q4',
      'unknownQuestion q0',
      'repeatedLeaf 1',
      'questionsOrParts 1',
      'badMaximum 1',
      'countedTwice q1',
      'noWeights 2',
    ])
  })

  it('refuses what is no questionnaire, and one that nests without end', () => {
    for (const file of [null, 7, [], {}, { ...sampleQuestionnaire, sections: [] }, { ...sampleQuestionnaire, strange: 1 }])
      expect(reasonsOf(file).length).toBeGreaterThan(0)
    let condition: object = { question: 'q1', is: [1] }
    for (let depth = 0; depth < 5000; depth++) condition = { all: [condition] }
    expect(
      reasonsOf(withQuestions({ id: 'q1', kind: 'yesNo', text: 'A' }, { id: 'q2', kind: 'yesNo', text: 'B', showIf: condition })),
    ).toStrictEqual(['tooLarge'])
  })
})
