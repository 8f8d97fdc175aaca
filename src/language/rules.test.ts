import { describe, expect, it } from 'vitest'
import { parseRule } from '../core/rules/parse-rule.ts'
import { fraction } from '../core/exact/fraction.ts'
import { kindOf, type Rule, ruleKindNames } from '../core/rules/registry.ts'
import { scoreRule } from '../core/rules/score-rule.ts'
import type { Trace } from '../core/score.ts'
import shapes from '../core/rules/shapes-of-decisions.json' with { type: 'json' }
import type { Inputs } from '../core/rules/inputs.ts'
import { type Language, languages } from './language.ts'
import { ruleTraceSentence } from './rule-trace.ts'
import { ruleSentence } from './rules.ts'

const sentence = (file: unknown): string => {
  const rule = parseRule(file)
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
  return ruleSentence(rule.value)
}

const walk = (trace: Trace, language: Language): readonly string[] => [
  ruleTraceSentence(trace.result, trace.facts ?? {}, language),
  ...(trace.parts ?? []).flatMap((part) => walk(part, language)),
]

describe('a rule inside another one', () => {
  it('calls inputs as the rule around it does', () => {
    const rule = parseRule({
      kind: 'conditional',
      max: '1',
      if: 'late > 0',
      inputs: [{ name: 'late', label: 'Hồ sơ trễ hạn' }],
      then: { rule: { kind: 'ratio', numerator: 'letters', denominator: 'late' } },
      else: { points: '1' },
    })
    if (!rule.ok) expect.fail('rule')
    expect(ruleSentence(rule.value)).toContain('Nếu hồ sơ trễ hạn > 0: điểm = letters / hồ sơ trễ hạn × 1 điểm')
  })
})

describe('a rule is said as a decision would say it', () => {
  it.each([
    [
      {
        kind: 'steps',
        max: '2',
        unit: '%',
        bands: [
          { from: '90', points: '2' },
          { from: '70', to: '90', points: '1' },
          { to: '70', points: '0' },
        ],
      },
      'Đạt từ 90% trở lên: 2 điểm; từ 70% đến dưới 90%: 1 điểm; dưới 70%: 0 điểm.',
    ],
    [
      {
        kind: 'steps',
        max: '1',
        unit: '%',
        bands: [
          { from: '100', to: '100', toInclusive: true, points: '1' },
          { from: '80', fromInclusive: false, to: '100', points: '50%' },
          { to: '80', toInclusive: true, points: '0' },
        ],
      },
      'Đạt đúng 100%: 1 điểm; trên 80% đến dưới 100%: 0,5 điểm; từ 80% trở xuống: 0 điểm.',
    ],
    [
      {
        kind: 'choice',
        max: '0.5',
        options: [
          { value: 'yes', points: '100%' },
          { value: 'no', points: '0' },
        ],
      },
      'Có: 0,5 điểm; Không: 0 điểm.',
    ],
    [
      { kind: 'deadline', max: '1', due: { before: '2022-12-10' }, late: [{ days: 5, points: '0.5' }] },
      'Trước ngày 10/12/2022: 1 điểm; chậm đến 5 ngày: 0,5 điểm; chậm hơn nữa: 0 điểm; không thực hiện: 0 điểm.',
    ],
    [{ kind: 'perItem', max: '2', each: '0.5', itemName: 'sáng kiến' }, 'Mỗi sáng kiến được 0,5 điểm, tối đa 2 điểm.'],
    [{ kind: 'linear', max: '4', unit: '%', to: '98', cap: '98' }, 'Điểm = giá trị đạt được / 98% × 4 điểm; trên 98% tính bằng 98%.'],
    [
      {
        kind: 'ratio',
        max: '2.25',
        inputs: [
          { name: 'numerator', label: 'Số văn bản ký số' },
          { name: 'denominator', label: 'TTHC đã nhận' },
        ],
      },
      'Điểm = số văn bản ký số / TTHC đã nhận × 2,25 điểm.',
    ],
    [
      {
        kind: 'conditional',
        max: '1',
        if: 'arises',
        inputs: [{ name: 'arises', label: 'có phát sinh' }],
        then: { points: '1' },
        else: { notApplicable: 'không phát sinh' },
      },
      'Nếu có phát sinh: 1 điểm; nếu không: không áp dụng (không phát sinh).',
    ],
  ])('%j', (rule, expected) => {
    expect(sentence(rule)).toBe(expected)
  })

  it.each(shapes.map(({ number, name, rule }) => [number, name, rule] as const))('%i %s is one whole sentence', (_number, _name, rule) => {
    expect(sentence(rule)).toMatch(/^[\p{L}\d(].*\.$/su)
    expect(sentence(rule)).not.toMatch(/undefined|null|\[object|NaN|!|\.\./)
  })
})

it('at the row of a penalty says what is taken, and at most how much', () => {
  const rule = parseRule({
    kind: 'deduct',
    max: '3',
    events: [{ name: 'late', label: 'Báo cáo chậm', each: '0.5' }],
    forbidding: [{ name: 'serious', label: 'Vi phạm' }],
  })
  const each = parseRule({ kind: 'perItem', max: '2', each: '0.5', itemName: 'báo cáo chậm' })
  if (!rule.ok || !each.ok) throw new Error('rule')
  const penalty = (value: Rule, max: bigint, language: Language) => ruleSentence(value, fraction(-max), language)
  expect(penalty(rule.value, 3n, 'vi')).toBe(
    'Mỗi trường hợp báo cáo chậm trừ 0,5 điểm; có vi phạm: trừ 3 điểm; tổng điểm trừ tối đa 3 điểm.',
  )
  expect(penalty(rule.value, 3n, 'en')).toBe(
    'Less 0.5 points for each báo cáo chậm; where there is vi phạm: less 3 points; 3 points taken at most.',
  )
  expect(penalty(each.value, 2n, 'vi')).toBe('Mỗi báo cáo chậm bị trừ 0,5 điểm, tối đa 2 điểm.')
  expect(penalty(each.value, 2n, 'en')).toBe('Less 0.5 points for each báo cáo chậm, 2 points at most.')
  expect(ruleSentence(rule.value, fraction(3n))).toBe('3 điểm; mỗi trường hợp báo cáo chậm trừ 0,5 điểm; có vi phạm: 0 điểm.')
})

describe('a rule is said in English too', () => {
  const english = (file: unknown): string => {
    const rule = parseRule(file)
    if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
    return ruleSentence(rule.value, undefined, 'en')
  }

  it.each([
    [
      {
        kind: 'steps',
        max: '2',
        unit: '%',
        bands: [
          { from: '90', points: '2' },
          { from: '70', to: '90', points: '1' },
          { to: '70', points: '0' },
        ],
      },
      '90% or more: 2 points; from 70% to below 90%: 1 point; below 70%: 0 points.',
    ],
    [
      { kind: 'deadline', max: '1', due: { before: '2022-12-10' }, late: [{ days: 5, points: '0.5' }] },
      'Before 10/12/2022: 1 point; up to 5 days late: 0.5 points; later than that: 0 points; not done: 0 points.',
    ],
    [{ kind: 'linear', max: '4', unit: '%', to: '98', cap: '98' }, 'Points = value reached / 98% × 4 points; above 98% counts as 98%.'],
    [
      {
        kind: 'conditional',
        max: '1',
        if: 'late > 0.5',
        inputs: [{ name: 'late', label: 'Hồ sơ trễ hạn' }],
        then: { rule: { kind: 'ratio', numerator: 'letters', denominator: 'late' } },
        else: { notApplicable: 'không phát sinh' },
      },
      'If hồ sơ trễ hạn > 0.5: points = letters / hồ sơ trễ hạn × 1 point; if not: not applicable (không phát sinh).',
    ],
  ])('%j', (rule, expected) => {
    expect(english(rule)).toBe(expected)
  })

  const files = [
    ...shapes.map(({ name, rule }) => [name, rule] as const),
    ...ruleKindNames.flatMap((kind) => kindOf({ kind }).examples.map(({ name, rule }) => [name, rule] as const)),
  ]
  it.each(files)('%s is one whole sentence with the figures of the Vietnamese one', (_name, rule) => {
    expect(english(rule)).toMatch(/^[\p{L}\d(].*\.$/su)
    expect(english(rule)).not.toMatch(/undefined|null|\[object|NaN|!|\.\./)
    const figures = (text: string): readonly string[] =>
      (text.match(/\d+(?:[.,/]\d+)*/g) ?? []).map((each) => each.replace(',', '.')).toSorted()
    expect(figures(english(rule))).toEqual(figures(sentence(rule)))
  })
})

describe('every step of a trace has its sentence', () => {
  const cases = [
    ...shapes.flatMap(({ rule, scores }) => scores.map(({ inputs }) => [rule, inputs as unknown as Inputs] as const)),
    ...ruleKindNames.flatMap((kind) => kindOf({ kind }).examples.map(({ rule, inputs }) => [rule, inputs] as const)),
  ]

  it.each(cases)('%j', (file, inputs) => {
    const rule = parseRule(file)
    const result = rule.ok ? scoreRule(rule.value, inputs) : undefined
    const trace = result && 'trace' in result ? languages.map((language) => walk(result.trace, language)) : []
    for (const line of trace.flat()) {
      expect(line).toMatch(/[.]$/)
      expect(line).not.toMatch(/undefined|null|\[object|NaN|!/)
    }
  })

  it('is said in English with its figures', () => {
    const facts = { did: 'ratio', numerator: '3', denominator: '4', percent: '75', max: '2.5' }
    expect(ruleTraceSentence('1.875', facts, 'en')).toBe('3 / 4 = 75%, times 2.5 points: 1.875 points.')
    expect(ruleTraceSentence('0', { did: 'notDone' }, 'en')).toBe('Not done: 0 points.')
  })
})
