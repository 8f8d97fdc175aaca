import { describe, expect, it } from 'vitest'
import type { Points } from '../exact/points.ts'
import { addMonths, daysBetween, parseDate } from '../dates.ts'
import type { Inputs } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { formatRuleResult } from './result.ts'
import { scoreRule } from './score-rule.ts'

const score = (rule: object, inputs: Inputs): Readonly<Record<string, unknown>> => {
  const parsed = parseRule(rule)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const result = scoreRule(parsed.value, inputs)
  return { ...formatRuleResult(result), ...(result.status === 'refused' && { problems: result.problems }) }
}

const points = (rule: object, inputs: Inputs): unknown => {
  const { status, points: given } = score(rule, inputs)
  return status === 'scored' ? given : status
}

const codesOf = (rule: unknown, max?: number): readonly (readonly [string, string])[] => {
  const parsed = parseRule(rule, max as Points | undefined)
  return parsed.ok ? [] : parsed.problems.map(({ code, at }) => [code, at] as const)
}

describe('reading a rule', () => {
  it('names every fault of its shape at once, each at its path', () => {
    expect(codesOf({ kind: 'steps', max: 2, value: 'a +', bands: [{ from: 'x', points: 'much', colour: 'red' }], more: 1 })).toStrictEqual([
      ['invalidValue', 'max'],
      ['formulaUnreadable', 'value'],
      ['invalidValue', 'bands[0].from'],
      ['invalidValue', 'bands[0].points'],
      ['unknownField', 'bands[0].colour'],
      ['unknownField', 'more'],
    ])
    expect(codesOf({ kind: 'sum', parts: [{ rule: { kind: 'ratio', max: '1', over: 'maybe' } }] })).toStrictEqual([
      ['invalidValue', 'parts[0].rule.over'],
    ])
  })

  it('refuses bands that overlap, hold nothing or leave a gap, in the order of the scale', () => {
    const bands = (...list: readonly object[]) => codesOf({ kind: 'steps', max: '2', bands: list })
    expect(bands({ from: '90', points: '2' }, { to: '90', points: '1' })).toStrictEqual([])
    expect(bands({ from: '90', points: '2' }, { to: '90', toInclusive: true, points: '1' })).toStrictEqual([['bandOverlap', 'bands']])
    expect(bands({ from: '90', fromInclusive: false, points: '2' }, { to: '90', points: '1' })).toStrictEqual([['bandGap', 'bands']])
    expect(bands({ from: '90', points: '2' }, { to: '80', points: '1' })).toStrictEqual([['bandGap', 'bands']])
    expect(bands({ from: '90', to: '80', points: '1' })).toStrictEqual([['emptyBand', 'bands[0]']])
    expect(bands({ points: '1' }, { to: '80', points: '1' })).toStrictEqual([['bandOverlap', 'bands']])
    expect(
      codesOf({
        kind: 'steps',
        max: '2',
        otherwise: '0',
        bands: [
          { from: '90', points: '2' },
          { to: '80', points: '1' },
        ],
      }),
    ).toStrictEqual([])
  })

  it('wants a maximum, its own or that of its row, and no amount above it', () => {
    expect(codesOf({ kind: 'ratio' })).toStrictEqual([['missingField', 'max']])
    expect(codesOf({ kind: 'ratio' }, 20_000)).toStrictEqual([])
    expect(
      codesOf({
        kind: 'choice',
        max: '1',
        options: [
          { value: 'a', points: '1.5' },
          { value: 'b', points: '150%' },
        ],
      }),
    ).toStrictEqual([
      ['abovePoints', 'options[0].points'],
      ['abovePoints', 'options[1].points'],
    ])
    expect(codesOf({ kind: 'manual', max: '1', min: '2', step: '0' })).toStrictEqual([
      ['abovePoints', 'min'],
      ['invalidValue', 'step'],
    ])
  })

  it('wants exactly one of what excludes one another', () => {
    expect(codesOf({ kind: 'deadline', max: '1' })).toStrictEqual([['exactlyOneOf', '']])
    expect(codesOf({ kind: 'deadline', max: '1', due: { before: '2022-01-01', until: '2022-01-01' } })).toStrictEqual([
      ['exactlyOneOf', 'due'],
    ])
    expect(codesOf({ kind: 'conditional', max: '1', if: 'a', then: {}, else: { points: '1', notApplicable: 'x' } })).toStrictEqual([
      ['exactlyOneOf', 'then'],
      ['exactlyOneOf', 'else'],
    ])
  })
})

describe('common parameters', () => {
  const ratio = { kind: 'ratio', max: '2' }

  it('hold points within minimum and maximum, then the grid, then rounding', () => {
    expect(points({ ...ratio, min: '0.5' }, { numerator: '0', denominator: '3' })).toBe('0.5')
    expect(points({ ...ratio, step: '0.25' }, { numerator: '1', denominator: '3' })).toBe('0.75')
    expect(points({ ...ratio, round: { digits: 1, mode: 'floor' } }, { numerator: '1', denominator: '3' })).toBe('0.6')
    expect(points({ ...ratio, round: { digits: 0, mode: 'halfEven' } }, { numerator: '1', denominator: '4' })).toBe('0')
    expect(points({ ...ratio, max: '0.99', round: { digits: 0 } }, { numerator: '1', denominator: '1' })).toBe('0.99')
    expect(score(ratio, { numerator: '1', denominator: '3' })).toMatchObject({ points: '0.666667', exact: '2/3' })
  })

  it('ask for a reason below the maximum, where the rule wants one', () => {
    const rule = { ...ratio, reasonRequired: true }
    expect(points(rule, { numerator: '3', denominator: '3' })).toBe('2')
    expect(score(rule, { numerator: '1', denominator: '3' })).toMatchObject({
      status: 'missing',
      needed: [{ name: 'reason', type: 'text' }],
    })
    expect(points(rule, { numerator: '0', denominator: '3', reason: 'none was settled' })).toBe('0')
  })

  it('say what becomes of the maximum where the criterion does not arise', () => {
    const away = { notApplicable: 'no dossier in the year' }
    expect(score(ratio, away)).toMatchObject({ status: 'notApplicable', basis: 'no dossier in the year', points: null, appliedMax: '0' })
    expect(score({ ...ratio, notApplicable: 'full' }, away)).toMatchObject({ points: '2', appliedMax: '2', treatment: 'full' })
    expect(score({ ...ratio, notApplicable: 'zero' }, away)).toMatchObject({ points: '0', appliedMax: '2' })
    expect(score({ ...ratio, notApplicable: 'refused' }, away)).toMatchObject({
      status: 'refused',
      problems: [{ code: 'applicabilityNotOffered' }],
    })
  })

  it('declare inputs with label, unit and bounds', () => {
    const rule = { ...ratio, inputs: [{ name: 'numerator', label: 'settled', unit: 'dossiers', type: 'count', to: '500' }] }
    expect(score(rule, {})).toMatchObject({
      needed: [{ name: 'numerator', type: 'count', label: 'settled', unit: 'dossiers' }, { name: 'denominator' }],
    })
    expect(score(rule, { numerator: '501', denominator: '600' })).toMatchObject({
      problems: [{ code: 'outOfRange', at: 'numerator', value: '501', to: '500' }],
    })
    expect(score(rule, { numerator: '1.5', denominator: '600' })).toMatchObject({ problems: [{ code: 'notWhole' }] })
  })

  it('name every figure that is out of range at once', () => {
    expect(score(ratio, { numerator: '-1', denominator: '-2' })).toMatchObject({
      problems: [
        { at: 'numerator', value: '-1' },
        { at: 'denominator', value: '-2' },
      ],
    })
  })
})

describe('dates', () => {
  it('are read in both ways of writing, and only days that there are', () => {
    expect(['2022-12-09', '9/12/2022', '09/12/2022'].map(parseDate)).toStrictEqual(Array(3).fill('2022-12-09'))
    expect(['2022-02-30', '31/4/2022', '2022-12-9', 'x'].map(parseDate)).toStrictEqual(Array(4).fill(undefined))
  })

  it('count days and months by the calendar', () => {
    expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61)
    expect(['2024-01-31', '2023-01-31', '2022-11-30'].map((date) => addMonths(date, 1))).toStrictEqual([
      '2024-02-29',
      '2023-02-28',
      '2022-12-30',
    ])
    expect(addMonths('2022-11-30', 3)).toBe('2023-02-28')
  })

  it('end before the day that something is due before, and with the day that it is due by', () => {
    const late = {
      kind: 'deadline',
      max: '1',
      late: [
        { days: 5, points: '0.5' },
        { until: '2022-12-31', points: '0.25' },
      ],
    }
    const given = (due: object, doneOn: string | null): unknown => points({ ...late, due }, { doneOn })
    expect(
      ['2022-12-09', '2022-12-10', '2022-12-14', '2022-12-15', '2023-01-01'].map((day) => given({ before: '2022-12-10' }, day)),
    ).toStrictEqual(['1', '0.5', '0.5', '0.25', '0'])
    expect(['2022-12-10', '2022-12-11', '2022-12-16'].map((day) => given({ until: '2022-12-10' }, day))).toStrictEqual(['1', '0.5', '0.25'])
    expect(given({ until: '2022-12-10' }, null)).toBe('0')
    expect(points({ kind: 'deadline', max: '1', due: { until: '2022-12-10' }, perLateDay: '0.3' }, { doneOn: '2022-12-12' })).toBe('0.4')
  })
})

describe('standing among peers', () => {
  const rank = {
    kind: 'peerRelative',
    max: '3',
    method: 'rank',
    bands: [
      { from: '1', to: '1', toInclusive: true, points: '3' },
      { from: '2', to: '3', toInclusive: true, points: '2' },
    ],
    otherwise: '1',
  }

  it('shares a rank where values are equal, and keeps the snapshot in the trace', () => {
    const inputs = { value: '80', unit: 'a', peers: { a: '80', b: '80', c: '90', d: '10' } }
    expect(points(rank, inputs)).toBe('2')
    expect(points({ ...rank, better: 'low' }, inputs)).toBe('2')
    expect(points(rank, { ...inputs, value: '95' })).toBe('3')
    expect(JSON.stringify(score(rank, inputs))).toContain(JSON.stringify('{"a":"80","b":"80","c":"90","d":"10"}').slice(1, -1))
  })

  it('counts the percent of the others that are not better', () => {
    const rule = { ...rank, method: 'percentile', bands: [{ from: '75', points: '3' }], otherwise: '1' }
    expect(points(rule, { value: '80', peers: { b: '80', c: '90', d: '10', e: '20' } })).toBe('3')
    expect(points(rule, { value: '80', peers: { b: '81', c: '90', d: '10', e: '20' } })).toBe('1')
  })

  it('measures low values against the lowest, and gives nothing where nobody has anything', () => {
    const best = { kind: 'peerRelative', max: '10' }
    expect(points({ ...best, better: 'low' }, { value: '40', peers: { b: '10' } })).toBe('2.5')
    expect(points(best, { value: '0', peers: { b: '0' } })).toBe('0')
    expect(points({ ...best, better: 'low' }, { value: '0', peers: { b: '0' } })).toBe('10')
  })
})

describe('surveys and panels', () => {
  const survey = {
    kind: 'survey',
    max: '1',
    questions: ['q'],
    statistic: 'mean',
    groups: [
      { name: 'a', weight: '1' },
      { name: 'b', weight: '3' },
    ],
  }

  it('re-scale the weights of groups that answered, where the rule says so', () => {
    const inputs = { survey: { q: { a: { '5': 2 }, b: {} } } }
    expect(points(survey, inputs)).toBe('notMeasured')
    expect(points({ ...survey, emptyGroup: 'rescale' }, inputs)).toBe('1')
  })

  it('refuse levels that the scale lacks, and answers that are no whole numbers', () => {
    expect(score(survey, { survey: { q: { a: { '6': 2 }, b: { '5': '1.5' } } } })).toMatchObject({
      problems: [
        { code: 'outOfRange', at: 'survey.q.a.6' },
        { code: 'notWhole', at: 'survey.q.b.5' },
      ],
    })
  })

  it('take a percent that was worked out elsewhere, with its number of answers', () => {
    const rule = { kind: 'survey', max: '10', statistic: 'percent', minimumResponses: 100 }
    expect(points(rule, { percent: '86,5', responses: 385 })).toBe('8.65')
    expect(points(rule, { percent: '86,5', responses: 99 })).toBe('notMeasured')
  })

  it('trim marks, count absent ones as zero, and want a least number of them', () => {
    const panel = { kind: 'panel', max: '10', trim: 1 }
    expect(points(panel, { marks: { a: '0', b: '4', c: '6', d: '10' } })).toBe('5')
    expect(points(panel, { marks: { a: '0', b: '4' } })).toBe('notMeasured')
    expect(points({ kind: 'panel', max: '10', missing: 'zero' }, { marks: { a: '4', b: null } })).toBe('2')
    expect(points({ kind: 'panel', max: '10', missing: 'leftOut', atLeast: 2 }, { marks: { a: '4', b: null } })).toBe('notMeasured')
  })
})
