import { describe, expect, it } from 'vitest'
import { dontKnow, noAnswer, notAsked } from './answers.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { parseResponses } from './parse-responses.ts'
import { sampleQuestionnaire, sampleRows } from './sample-questionnaire.ts'

const questionnaire = parseQuestionnaire(sampleQuestionnaire)
if (!questionnaire.ok) throw new Error('unreadable')

const [header = [], ...lines] = sampleRows
const parse = (...rows: readonly (readonly string[])[]) => parseResponses(rows, questionnaire.value)
const told = (...rows: readonly (readonly string[])[]) => {
  const read = parse(...rows)
  const problems = read.ok ? read.value.doubts : read.problems
  return problems.map((problem) => [problem.line, problem.code === 'responseFault' ? `${problem.reason} ${problem.subject}` : problem.code])
}

describe('a file of responses', () => {
  it('keeps answers as small numbers, words apart, and tells “not asked” from “left open” and “do not know”', () => {
    const read = parse(header, ...lines)
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const [first, , third, fourth] = read.value.responses
    expect(first?.encoded).toStrictEqual([5, 0, notAsked, 1, 0, 1, 4, 3, notAsked, notAsked])
    expect(third?.words).toStrictEqual([{ question: 'q7', text: 'Cần nhanh hơn' }])
    expect(third?.encoded.at(-1)).toBe(1)
    expect(fourth?.encoded).toStrictEqual([dontKnow, noAnswer, notAsked, noAnswer, noAnswer, noAnswer, noAnswer, noAnswer, 8, noAnswer])
  })

  it('tells every line that cannot stand, with its question', () => {
    expect(
      told(
        header,
        ['r1', 'so-1', 'officials', '6', '2', '', '1|2|3', '1,5', '', '51', 'x'.repeat(21)],
        ['r1', '', 'nobody', 'năm', 'dk', '', '', '', '', '', ''],
        ['', 'so-1', 'officials', '', '', '', '9', '', '', '', ''],
      ),
    ).toStrictEqual([
      [2, 'notWhole q5.a'],
      [2, 'notOffered q1'],
      [2, 'notOffered q2'],
      [2, 'tooManyChoices q4'],
      [2, 'outOfRange q6'],
      [2, 'tooLong q7'],
      [3, 'repeatedResponse response_id'],
      [3, 'noUnit unit'],
      [3, 'unknownGroup group'],
      [3, 'notWhole q1'],
      [3, 'noDontKnow q2'],
      [4, 'noResponseId response_id'],
      [4, 'notOffered q4'],
    ])
  })

  it('leaves an answer aside that was not asked for, and says so', () => {
    expect(told(header, ['r1', 'so-1', 'delegates', '5', '0', '2', '', '', '', '7', ''])).toStrictEqual([
      [2, 'notAsked q3'],
      [2, 'notAsked q6'],
    ])
  })

  it('needs its columns, in whatever order, and doubts those it does not know', () => {
    expect(told(['unit', 'group', 'q1', 'q2', 'q3', 'q4', 'q5.a', 'q5.b', 'q6', 'q6'])).toStrictEqual([
      [1, 'absentColumn response_id'],
      [1, 'absentColumn q7'],
      [1, 'repeatedColumn q6'],
    ])
    expect(told([...header, 'q99'], ...lines)).toStrictEqual([[1, 'unknownColumn q99']])
    expect(told(header)).toStrictEqual([[undefined, 'noResponses ']])
  })
})
