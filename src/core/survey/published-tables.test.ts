import { describe, expect, it } from 'vitest'
import { fraction } from '../exact/fraction.ts'
import { columnsOf } from './columns.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { parseResponses } from './parse-responses.ts'
import type { Questionnaire } from './questionnaire-file.ts'
import { sampleQuestionnaire, sampleRows } from './sample-questionnaire.ts'
import { satisfactionIndex, satisfactionMargin } from './satisfaction-index.ts'
import { codeBook, variablesOf } from './statistics-file.ts'
import { tabulate, tallyResponses } from './tabulate.ts'
import { formatTabulation } from './tabulation-file.ts'
import { planTally } from './tally.ts'
import { languageAsked, textIn } from './texts.ts'
import { type Withheld, withheldIn } from './withheld.ts'

const read = (change: object = {}): Questionnaire => {
  const result = parseQuestionnaire({ ...sampleQuestionnaire, ...change })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
const tabulated = (questionnaire: Questionnaire, rows = sampleRows) => {
  const responses = parseResponses(rows, questionnaire)
  if (!responses.ok) throw new Error(JSON.stringify(responses.problems))
  return tabulate(questionnaire, tallyResponses(planTally(columnsOf(questionnaire)), responses.value.responses))
}
const sample = read()
const table = tabulated(sample)
const nothing: Withheld = { isCellWithheld: () => false, isLeafWithheld: () => false }
const mark = { withheld: true }

interface Published {
  readonly questions: readonly { readonly id: string; readonly total: object; readonly units: Readonly<Record<string, object>> }[]
  readonly units: readonly { readonly leaves: Readonly<Record<string, object>> }[]
}
const published = (withheld?: Withheld, of = table) => formatTabulation(of, withheld) as unknown as Published

describe('a tabulation in print', () => {
  const file = published()
  const question = (id: string) => file.questions.find((each) => each.id === id)
  const counts = (...list: readonly number[]) => Object.fromEntries(list.map((count, at) => [String(at + 1), count]))

  it('has its head and every question in the order of print', () => {
    const { questions, units, ...head } = file
    expect(head).toStrictEqual({
      questionnaire: 'Phiếu hỏi mẫu',
      responses: 5,
      confidence: '95',
      suppressBelow: 5,
      groups: { delegates: 2, officials: 3 },
    })
    expect([questions.map(({ id }) => id), units.length]).toStrictEqual([['q1', 'q2', 'q3', 'q4', 'q5.a', 'q5.b', 'q6', 'q7'], 2])
    expect(
      published(
        undefined,
        tabulated(
          read({ groups: [], sections: sampleQuestionnaire.sections.slice(0, 1), leaves: [] }),
          sampleRows.map((row) => row.slice(0, 9).map((cell, at) => (at === 2 && cell !== 'group' ? '' : cell))),
        ),
      ),
    ).not.toHaveProperty('groups')
  })

  it('has of levels their counts, mean, positive share, exact forms and margins; weighted beside plain, and by group', () => {
    const nobodySilent = { dontKnow: 0, noAnswer: 0 }
    const one = {
      counts: counts(0, 0, 0, 0, 1),
      valid: 1,
      ...nobodySilent,
      mean: '5',
      meanExact: '5/1',
      positive: 1,
      positiveShare: '1',
      positiveShareExact: '1/1',
      margin: '0',
    }
    expect(question('q1')).toMatchObject({ id: 'q1', kind: 'scale', values: [1, 2, 3, 4, 5], top: 2 })
    expect(question('q1')?.units['so-2']).toStrictEqual({
      ...one,
      weighted: { positiveShare: '1', positiveShareExact: '1/1', margin: '0' },
      groups: { officials: one },
    })
    // Of 5, 4, 3 and 5: 17/4 on the mean, 3/4 of them positive; delegates count 60, officials 40.
    expect(question('q1')?.total).toMatchObject({
      counts: counts(0, 0, 1, 1, 2),
      valid: 4,
      dontKnow: 1,
      noAnswer: 0,
      mean: '4.25',
      meanExact: '17/4',
      meanMargin: '0.938279',
      positive: 3,
      positiveShare: '0.75',
      positiveShareExact: '3/4',
      margin: '0.424352',
      weighted: { positiveShare: '0.8', positiveShareExact: '4/5', margin: '0.277186' },
    })
  })

  it('has of choices, figures and words what they have', () => {
    const silent = (noAnswer: number, more: object = {}) => ({ valid: 0, dontKnow: 0, noAnswer, ...more })
    expect(question('q3')?.units['so-2']).toStrictEqual({
      ...silent(0, { counts: counts(0, 0) }),
      groups: { officials: silent(0, { counts: counts(0, 0) }) },
    })
    expect(Object.keys(question('q3') ?? {})).toStrictEqual(['id', 'kind', 'total', 'units'])
    const years = { valid: 2, dontKnow: 0, noAnswer: 1, mean: '10', meanExact: '10/1', meanMargin: '3.92' }
    expect(question('q6')?.total).toStrictEqual({ ...years, groups: { delegates: silent(0), officials: years } })
    const said = { valid: 1, dontKnow: 0, noAnswer: 2 }
    expect(question('q7')?.total).toStrictEqual({ ...said, groups: { delegates: silent(0), officials: said } })
  })

  it('has of each unit the points of its leaves with their trace, and their sums by area', () => {
    const { leaves, ...unit } = file.units[1] ?? { leaves: {} }
    expect(unit).toStrictEqual({
      unit: 'so-2',
      responses: 1,
      groups: { officials: 1 },
      points: '6',
      appliedMax: '6',
      areas: { '8': { points: '6', appliedMax: '6' } },
    })
    const asked = (name: string) => ({ question: name, valid: 1, counts: counts(0, 0, 0, 0, 1), share: '1', shareExact: '1/1' })
    const empty = (name: string) => ({ question: name, valid: 0, counts: counts(0, 0, 0, 0, 0) })
    const known = { answers: 1, minimumAnswers: 1 }
    expect(leaves).toStrictEqual({
      '8.1': {
        status: 'scored',
        points: '2',
        appliedMax: '2',
        exact: '2/1',
        share: '1',
        shareExact: '1/1',
        maxPoints: '2',
        ...known,
        trace: { conversion: 'positiveShare', groups: [{ share: '1', shareExact: '1/1', questions: [asked('q1')] }] },
      },
      '8.2': {
        status: 'notMeasured',
        points: null,
        appliedMax: '0',
        why: 'groupWithoutAnswers',
        maxPoints: '1',
        ...known,
        trace: {
          conversion: 'meanOverTop',
          groups: [
            { group: 'delegates', weight: '60', questions: [empty('q1'), empty('q5.a')] },
            { group: 'officials', weight: '40', share: '1', shareExact: '1/1', questions: [asked('q1'), asked('q5.a')] },
          ],
        },
      },
      '8.3': {
        status: 'scored',
        points: '4',
        appliedMax: '4',
        exact: '4/1',
        share: '1',
        shareExact: '1/1',
        maxPoints: '4',
        ...known,
        trace: {
          conversion: 'positiveShare',
          parts: [['q1'], ['q5.a', 'q5.b']],
          groups: [{ share: '1', shareExact: '1/1', questions: ['q1', 'q5.a', 'q5.b'].map(asked) }],
        },
      },
    })
  })

  it('has a mark where something is withheld, and no sum or weighted share that would tell it', () => {
    const cell = published({
      ...nothing,
      isCellWithheld: (column, unit, group) => column === 'q1' && unit === 'so-1' && group === 'officials',
    })
    const [plain, hidden] = [question('q1')?.units['so-1'] as Record<string, unknown>, cell.questions[0]?.units['so-1']]
    const { weighted: _, ...unweighted } = plain
    expect(hidden).toStrictEqual({ ...unweighted, groups: { ...(plain['groups'] as object), officials: mark } })
    expect(cell.questions.slice(1)).toStrictEqual(file.questions.slice(1))
    const leaf = published({ ...nothing, isLeafWithheld: (unit, id) => unit === 'so-2' && id === '8.1' })
    const { points: __, appliedMax: ___, ...rest } = file.units[1] as unknown as Record<string, unknown>
    expect(leaf.units).toStrictEqual([
      file.units[0],
      { ...rest, leaves: { ...file.units[1]?.leaves, '8.1': mark }, ...mark, areas: { '8': mark } },
    ])
  })
})

describe('what a table withholds', () => {
  it('is every cell of too few people, counted by who answered, and each leaf that is made of one', () => {
    const none = withheldIn({ ...table, questionnaire: { ...sample, suppressBelow: 1 } })
    const all = withheldIn(table)
    const cells = [undefined, 'so-1', 'so-2'].flatMap((unit) =>
      [undefined, 'delegates', 'officials'].map((group) => [unit, group] as const),
    )
    expect(cells.map(([unit, group]) => none.isCellWithheld('q1', unit, group))).toStrictEqual(cells.map(() => false))
    // Nobody of so-2 is a delegate: an empty cell tells of nobody.
    expect(cells.map(([unit, group]) => all.isCellWithheld('q1', unit, group))).toStrictEqual(
      cells.map(([unit, group]) => !(unit === 'so-2' && group === 'delegates')),
    )
    expect(all.isCellWithheld('q3', 'so-2', undefined)).toBe(false)
    // Two of so-2 were asked and stayed silent: they are people too.
    expect(all.isCellWithheld('q2', 'so-2', undefined)).toBe(true)
    for (const leaf of ['8.1', '8.2', '8.3'])
      expect([none.isLeafWithheld('so-1', leaf), all.isLeafWithheld('so-1', leaf)]).toStrictEqual([false, true])
    expect(all.isLeafWithheld('so-1', '9.9')).toBe(false)
  })

  it('leaves the index of satisfaction where every share it rests on may be told', () => {
    // 3/4 of q1, 3/4 of q5.a, 2/3 of q5.b.
    expect(satisfactionIndex(table, nothing)).toStrictEqual(fraction(13n, 18n))
    expect(satisfactionIndex(table, nothing, 'so-2')).toStrictEqual(fraction(1n))
    expect(satisfactionIndex(table, nothing, 'so-9')).toBeUndefined()
    const hidden = (column: string, unit?: string): Withheld => ({ ...nothing, isCellWithheld: (id, of) => id === column && of === unit })
    expect([satisfactionIndex(table, hidden('q5.b')), satisfactionIndex(table, hidden('q5.b', 'so-1'), 'so-1')]).toStrictEqual([
      undefined,
      undefined,
    ])
    expect(satisfactionIndex(table, hidden('q2'))).toStrictEqual(fraction(13n, 18n))
    const margins = ['q1', 'q5.a', 'q5.b'].map(
      (id) => table.columns.find(({ column }) => column.id === id)?.total.all.shareMargin ?? fraction(0n),
    )
    const sum = margins.reduce((a, b) => fraction(a.n * b.d + b.n * a.d, a.d * b.d), fraction(0n))
    expect(satisfactionMargin(table)).toStrictEqual(fraction(sum.n, sum.d * 3n))
    expect([satisfactionMargin({ columns: [] }), satisfactionIndex({ columns: [] }, nothing)]).toStrictEqual([undefined, undefined])
  })
})

describe('a file for programs of statistics', () => {
  const words = { yes: 'Có', no: 'Không', dontKnow: 'Không biết', notAsked: 'Không hỏi', noAnswer: 'Bỏ trống' }
  const missing = [
    [-1, 'Không biết'],
    [-2, 'Không hỏi'],
    [-3, 'Bỏ trống'],
  ]
  const yesNo = [[0, 'Không'], [1, 'Có'], ...missing]
  const variables = variablesOf(columnsOf(sample), sample, 'vi', words)

  it('has a variable for each slot of a response, and names what each figure means', () => {
    expect(variables).toStrictEqual([
      { name: 'q1', label: 'Mức độ hài lòng', values: missing },
      { name: 'q2', label: 'Có phải bổ sung hồ sơ không?', values: yesNo },
      { name: 'q3', label: 'Vì sao?', values: [[1, 'Thiếu giấy tờ'], [2, 'Hướng dẫn không rõ'], ...missing] },
      { name: 'q4_1', label: 'Biết thông tin qua đâu?: Báo', values: yesNo },
      { name: 'q4_2', label: 'Biết thông tin qua đâu?: Mạng', values: yesNo },
      { name: 'q4_3', label: 'Biết thông tin qua đâu?: Người quen', values: yesNo },
      { name: 'q5_a', label: 'Đánh giá từng mặt – Thái độ', values: missing },
      { name: 'q5_b', label: 'Đánh giá từng mặt – Thời gian', values: missing },
      { name: 'q6', label: 'Số năm công tác', values: missing },
      undefined,
    ])
    const labels = [{ vi: 'Kém', en: 'Bad' }, 'Vừa', 'Tốt']
    const scaled = (labelled: readonly unknown[]) =>
      read({
        sections: [
          {
            id: 's',
            title: 'S',
            questions: [{ id: 'q1', kind: 'scale', text: { vi: 'Hỏi', en: 'Asked' }, from: 1, to: 3, labels: labelled }],
          },
        ],
        leaves: [],
      })
    const english = scaled(labels)
    expect(variablesOf(columnsOf(english), english, 'en', words)).toStrictEqual([
      { name: 'q1', label: 'Asked', values: [[1, 'Bad'], [2, 'Vừa'], [3, 'Tốt'], ...missing] },
    ])
  })

  it('comes with the commands that name everything in it, quotes doubled, on one line each and cut', () => {
    const variable = {
      name: 'q1',
      label: `Câu "một"\r\nhai${'m'.repeat(200)}`,
      values: [
        [1, `${'l'.repeat(59)}""`],
        [-1, 'x'],
      ] as const,
    }
    expect(
      codeBook([variable, { name: 'q2', label: 'Hai', values: [[0, 'Không']] }], 'a.csv', 'Phiếu. Mẫu\r\nhai').split('\r\n'),
    ).toStrictEqual([
      '* Phiếu  Mẫu hai',
      '* Encoding: UTF-8.',
      'GET DATA /TYPE=TXT /FILE="a.csv" /ENCODING="UTF8" /ARRANGEMENT=DELIMITED /DELIMITERS="," /FIRSTCASE=2 /VARIABLES=',
      '  response_id F10.0',
      '  unit A60',
      '  group A40',
      '  q1 F5.0',
      '  q2 F5.0',
      '  .',
      `VARIABLE LABELS q1 "Câu ""một"" hai${'m'.repeat(107)}".`,
      'VARIABLE LABELS q2 "Hai".',
      // A text is cut before its quotes are doubled: half a pair would not end the label.
      `VALUE LABELS q1 1 "${'l'.repeat(59)}""" -1 "x".`,
      'VALUE LABELS q2 0 "Không".',
      'MISSING VALUES q1 (LOWEST THRU -1).',
      'MISSING VALUES q2 (LOWEST THRU -1).',
      'EXECUTE.',
      '',
    ])
  })

  it('speaks the language asked for, else the first of the questionnaire', () => {
    const text = { vi: 'Hỏi', en: 'Asked' }
    expect(['en', 'vi', 'fr'].map((language) => textIn(text, language, sample))).toStrictEqual(['Asked', 'Hỏi', 'Hỏi'])
    expect([textIn('Hỏi', 'en', sample), textIn({ fr: 'x' }, 'en', sample), textIn(text, 'fr', { languages: [] })]).toStrictEqual([
      'Hỏi',
      '',
      'Hỏi',
    ])
    expect([
      languageAsked('en', sample),
      languageAsked('fr', sample),
      languageAsked(undefined, { languages: ['en', 'vi'] }),
      languageAsked('en', { languages: [] }),
    ]).toStrictEqual(['en', 'vi', 'en', 'vi'])
  })
})
