import { describe, expect, it } from 'vitest'
import { processorTimeOf } from '../../../test/processor-time.ts'
import type { Problem } from '../problem.ts'
import { parseInputs } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { scoreRule } from './score-rule.ts'

const problemsOf = (rule: unknown): readonly Problem[] => {
  const parsed = parseRule(rule)
  return parsed.ok ? [] : parsed.problems
}

const quickly = <T>(work: () => T): T => {
  const values: T[] = []
  expect(processorTimeOf(() => values.push(work()))).toBeLessThan(2000)
  return values[0] as T
}

const formula = (text: string) => ({ kind: 'formula', max: '1', formula: text })

describe('a hostile rule', () => {
  it.each([
    ['a formula of a million signs', 'a+'.repeat(500_000), 'tooLong'],
    ['a million parentheses', '('.repeat(1_000_000), 'tooLong'],
    ['parentheses beyond the depth', `${'('.repeat(1500)}1${')'.repeat(1500)}`, 'tooDeep'],
    ['a long row of minus signs', `${'-'.repeat(3000)}1`, 'tooDeep'],
    ['a long row of not', `${'not '.repeat(900)}true`, 'tooDeep'],
    ['more parts than a decision has', 'a+'.repeat(1500), 'tooLong'],
    ['a figure without end', '9'.repeat(3000), 'tooLong'],
    ['calls within calls', `${'abs('.repeat(300)}1${')'.repeat(300)}`, 'tooDeep'],
  ])('is refused at once: %s', (_, text, reason) => {
    expect(quickly(() => problemsOf(formula(text)))).toMatchObject([{ code: 'formulaUnreadable', reason }])
  })

  it('is refused for rules within rules without end', () => {
    let rule: object = { kind: 'manual', max: '1' }
    for (let depth = 0; depth < 20_000; depth++) rule = { kind: 'best', max: '1', of: [{ rule }] }
    expect(quickly(() => problemsOf(rule))).toMatchObject([{ code: 'tooLarge', what: 'levels' }])
  })

  it('is stopped when its numbers grow without end', () => {
    const parsed = parseRule(formula(`a${'*a'.repeat(480)}`))
    if (!parsed.ok) throw new Error('unreadable')
    const result = quickly(() => scoreRule(parsed.value, { a: '9'.repeat(40) }))
    expect(result).toMatchObject({ status: 'refused', problems: [{ code: 'calculationTooLarge' }] })
  })

  it('cannot reach what is no input', () => {
    const parsed = parseRule(formula('constructor + __proto__ + toString'))
    if (!parsed.ok) throw new Error('unreadable')
    const result = scoreRule(parsed.value, {})
    expect(result.status === 'missing' && result.needed.map(({ name }) => name)).toStrictEqual(['constructor', '__proto__', 'toString'])
  })

  it('gets no figure that JSON cannot say exactly, nor a figure of any length', () => {
    expect(parseInputs({ a: 0.1 })).toMatchObject({ ok: false, problems: [{ code: 'invalidValue', at: 'a' }] })
    const parsed = parseRule(formula('a'))
    if (!parsed.ok) throw new Error('unreadable')
    expect(scoreRule(parsed.value, { a: '1'.repeat(100_000) })).toMatchObject({ status: 'refused', problems: [{ code: 'invalidValue' }] })
  })
})
