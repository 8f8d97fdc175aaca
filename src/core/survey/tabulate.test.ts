import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalText } from '../exact/decimal.ts'
import { type Fraction, fractionText } from '../exact/fraction.ts'
import { scoreRule } from '../rules/score-rule.ts'
import { parseInputs } from '../rules/inputs.ts'
import { parseRule } from '../rules/parse-rule.ts'
import { columnsOf } from './columns.ts'
import { parseQuestionnaire } from './parse-questionnaire.ts'
import { parseResponses } from './parse-responses.ts'
import type { Questionnaire } from './questionnaire-file.ts'
import { sampleQuestionnaire, sampleRows } from './sample-questionnaire.ts'
import { tabulate, tallyResponses } from './tabulate.ts'
import { planTally } from './tally.ts'

const read = (file: unknown): Questionnaire => {
  const result = parseQuestionnaire(file)
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

const tabulated = (questionnaire: Questionnaire, rows: readonly (readonly string[])[]) => {
  const responses = parseResponses(rows, questionnaire)
  if (!responses.ok) throw new Error(JSON.stringify(responses.problems))
  return tabulate(questionnaire, tallyResponses(planTally(columnsOf(questionnaire)), responses.value.responses))
}

const text = (value: Fraction | undefined): string | undefined => value && fractionText(value)

describe('a tabulated survey', () => {
  const table = tabulated(read(sampleQuestionnaire), sampleRows)
  const column = (id: string) => table.columns.find((each) => each.column.id === id)

  it('counts levels, “do not know” and no answer apart', () => {
    expect(column('q1')?.total.all).toMatchObject({ valid: 4, dontKnow: 1, noAnswer: 0, positive: 3 })
    expect([...(column('q1')?.total.all.byValue ?? [])]).toStrictEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [4, 1],
      [5, 2],
    ])
    expect(text(column('q1')?.total.all.mean)).toBe('17/4')
    expect(text(column('q1')?.total.all.positiveShare)).toBe('3/4')
  })

  it('counts nobody as silent who was not asked', () => {
    // q3 is asked where q2 is yes, q6 of officials alone.
    expect(column('q3')?.total.all).toMatchObject({ valid: 2, noAnswer: 0 })
    expect(column('q6')?.total.all).toMatchObject({ valid: 2, noAnswer: 1 })
    expect(text(column('q6')?.total.all.mean)).toBe('10/1')
    expect(column('q7')?.total.all).toMatchObject({ valid: 1, noAnswer: 2 })
  })

  it('counts each of several choices, and who answered at all', () => {
    expect(column('q4')?.total.all).toMatchObject({ valid: 2, noAnswer: 3 })
    expect([...(column('q4')?.total.all.byValue ?? [])]).toStrictEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ])
  })

  it('turns counts into points by the conversion of each leaf, by hand', () => {
    const [first] = table.units
    // a: 2 of 3 answers are positive, of 2 points.
    // d over b: delegates (9/2/5 + 9/2/5)/2 = 9/10; officials (3/5 + 2/5)/2 = 1/2; 0.6·0.9 + 0.4·0.5 = 37/50.
    // e: parts 2/3 and (2/3 + 1/2)/2 = 7/12; mean 5/8, of 4 points.
    expect(first?.leaves.map(({ outcome }) => (outcome.status === 'scored' ? fractionText(outcome.points) : outcome.why))).toStrictEqual([
      '4/3',
      '37/50',
      '5/2',
    ])
    expect(first && fractionText(first.total.points)).toBe('343/75')
    expect(first && decimalText(first.areas.get('8')?.appliedMax ?? first.total.points)).toBe('7')
  })

  it('does not measure where a weighted group is missing, or answers are too few', () => {
    const second = table.units[1]
    expect(second?.leaves.map(({ outcome }) => (outcome.status === 'scored' ? 'scored' : outcome.why))).toStrictEqual([
      'scored',
      'groupWithoutAnswers',
      'scored',
    ])
    const strict = tabulated(read({ ...sampleQuestionnaire, minimumAnswers: 3 }), sampleRows)
    expect(strict.units.map(({ leaves }) => leaves.map(({ outcome }) => outcome.status))).toStrictEqual([
      ['scored', 'scored', 'notMeasured'],
      ['notMeasured', 'notMeasured', 'notMeasured'],
    ])
    expect(strict.units[1]?.total.appliedMax.n).toBe(0n)
  })
})

describe('points of a leaf', () => {
  const levels = fc.array(fc.nat(30), { minLength: 5, maxLength: 5 })
  const conversions = ['positiveShare', 'meanOverTop', 'meanFromBottom'] as const

  const rowsOf = (counts: readonly (readonly (readonly number[])[])[]): readonly (readonly string[])[] => {
    const groups = ['g1', 'g2']
    const lines = counts.flatMap((questions, group) =>
      questions.flatMap((byLevel, question) =>
        byLevel.flatMap((count, level) =>
          Array.from({ length: count }, () => [
            groups[group] ?? '',
            question === 0 ? String(level + 1) : '',
            question === 1 ? String(level + 1) : '',
          ]),
        ),
      ),
    )
    return [['response_id', 'unit', 'group', 'q1', 'q2'], ...lines.map((cells, index) => [`r${index}`, 'u', ...cells])]
  }

  const inputsOf = (counts: readonly (readonly (readonly number[])[])[], isWeighted: boolean) => {
    const record = (byLevel: readonly number[]) => Object.fromEntries(byLevel.map((count, level) => [String(level + 1), String(count)]))
    return Object.fromEntries(
      ['q1', 'q2'].map((name, question) => {
        const groups = counts.map((questions) => questions[question] ?? [])
        const pooled = [0, 1, 2, 3, 4].map((level) => groups.reduce((sum, each) => sum + (each[level] ?? 0), 0))
        return [name, isWeighted ? Object.fromEntries(groups.map((each, index) => [`g${index + 1}`, record(each)])) : record(pooled)]
      }),
    )
  }

  it('are those of the scoring rule “survey” on the same counts, whatever the answers', () => {
    const ofTwo = fc.tuple(fc.tuple(levels, levels), fc.tuple(levels, levels))
    fc.assert(
      fc.property(
        ofTwo,
        fc.constantFrom(...conversions),
        fc.boolean(),
        fc.integer({ min: 1, max: 40 }),
        (counts, conversion, weighted, minimum) => {
          if (counts.flat(2).every((count) => count === 0)) return
          const groups = [
            { id: 'g1', text: 'Một', weight: '30' },
            { id: 'g2', text: 'Hai', weight: '12.5' },
          ]
          const questions = ['q1', 'q2'].map((id) => ({ id, kind: 'scale', text: id }))
          const leaf = { leaf: '1', maxPoints: '1.5', questions: ['q1', 'q2'], conversion, weighted, minimumAnswers: minimum }
          const questionnaire = read({
            format: 'parindex/questionnaire@1',
            title: 'T',
            groups,
            sections: [{ id: 's', title: 'S', questions }],
            leaves: [leaf],
          })
          const { outcome } = tabulated(questionnaire, rowsOf(counts)).units[0]?.leaves[0] ?? {}
          const rule = parseRule({
            kind: 'survey',
            max: '1.5',
            questions: ['q1', 'q2'],
            ...(conversion === 'positiveShare'
              ? { statistic: 'topShare' }
              : { statistic: 'mean', conversion: conversion === 'meanOverTop' ? 'overTop' : 'fromBottom' }),
            ...(weighted && { groups: groups.map(({ id, weight }) => ({ name: id, weight })) }),
            minimumResponses: minimum,
          })
          const inputs = parseInputs({ survey: inputsOf(counts, weighted) })
          if (!rule.ok || !inputs.ok) throw new Error('unreadable rule')
          const expected = scoreRule(rule.value, inputs.value)
          expect(outcome?.status).toBe(expected.status)
          if (outcome?.status === 'scored' && expected.status === 'scored')
            expect(fractionText(outcome.points)).toBe(fractionText(expected.points))
        },
      ),
      { seed: 2_024, numRuns: 150 },
    )
  })
})
