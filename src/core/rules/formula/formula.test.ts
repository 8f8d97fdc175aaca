import { describe, expect, it } from 'vitest'
import { decimalText } from '../../exact/decimal.ts'
import type { Inputs } from '../inputs.ts'
import { parseRule } from '../parse-rule.ts'
import type { RuleResult } from '../result.ts'
import { scoreRule } from '../score-rule.ts'
import { parseFormula } from './parse-formula.ts'

const run = (formula: string, inputs: Inputs = {}, more: object = {}): RuleResult => {
  const rule = parseRule({ kind: 'formula', max: '1000000', min: '-1000000', formula, ...more })
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
  return scoreRule(rule.value, inputs)
}

const worth = (formula: string, inputs: Inputs = {}, more: object = {}): string => {
  const result = run(formula, inputs, more)
  return result.status === 'scored' ? decimalText(result.points) : result.status
}

describe('a formula', () => {
  it.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 4 - 3', '3'],
    ['12 / 4 / 3', '1'],
    ['2 × 3 ÷ 4', '1.5'],
    ['-2 * -3', '6'],
    ['- 2 + 3', '1'],
    ['0.1 + 0.2', '0.3'],
    ['1 / 3 + 1 / 3 + 1 / 3', '1'],
    ['if(1 < 2 and not 2 < 1, 5, 6)', '5'],
    ['if(1 = 2 or 2 <> 2, 5, 6)', '6'],
    ['if(not 1 = 2, 5, 6)', '5'],
    ['if("a" = "a", 1, 0)', '1'],
    ['min(3, 1, 2) + max(3, 1, 2)', '4'],
    ['round(2.345, 2)', '2.35'],
    ['round(2.5)', '3'],
    ['round(-2.5)', '-3'],
    ['floor(-0.5) + ceiling(0.1)', '0'],
    ['abs(-1.25)', '1.25'],
    ['clamp(7, 0, 5) + clamp(-7, 0, 5)', '5'],
    ['mean(1, 2, 4.5)', '2.5'],
    ['days("2022-12-01", "10/12/2022")', '9'],
    ['days("2024-02-28", "2024-03-01")', '2'],
    ['maxPoints', '1000000'],
  ])('%s = %s', (formula, expected) => {
    expect(worth(formula)).toBe(expected)
  })

  it('reads lists, other nodes and tables, of the rule or of the inputs', () => {
    const inputs = { marks: ['1', '2,5', 3], nodes: { '1.1': '2', '1.2': '0.5' }, levels: { low: '1' }, level: 'low' }
    expect(worth('sum(marks) + count(marks)', inputs)).toBe('9.5')
    expect(worth('node("1.1") * node("1.2")', inputs)).toBe('1')
    expect(worth('lookup(levels, level)', inputs)).toBe('1')
    expect(worth('lookup(steps, 4)', {}, { tables: { steps: { '4': '20' } } })).toBe('20')
    expect(run('lookup(levels, "high")', inputs)).toMatchObject({ problems: [{ code: 'noSuchEntry', table: 'levels', key: 'high' }] })
  })

  it('asks for what the branch that is taken needs, by its type, and for all of it at once', () => {
    const needed = (formula: string, inputs: Inputs = {}): unknown => {
      const result = run(formula, inputs)
      return result.status === 'missing' ? result.needed.map(({ name, type }) => [name, type]) : result.status
    }
    expect(needed('a / b + days(c, d)')).toStrictEqual([
      ['a', 'figure'],
      ['b', 'figure'],
      ['c', 'date'],
      ['d', 'date'],
    ])
    expect(needed('if(held, a, b)')).toStrictEqual([['held', 'flag']])
    expect(needed('if(held, a, b)', { held: false })).toStrictEqual([['b', 'figure']])
    expect(needed('if(held and strange, a, 1)', { held: false })).toBe('scored')
    expect(needed('node("2.1") + sum(marks)')).toStrictEqual([
      ['nodes.2.1', 'figure'],
      ['marks', 'list'],
    ])
  })

  it('refuses what cannot be, with the figure or the place', () => {
    expect(run('a / (b - b)', { a: '1', b: '2' })).toMatchObject({ problems: [{ code: 'divisionByZero' }] })
    expect(run('a + 1', { a: 'x' })).toMatchObject({ problems: [{ code: 'invalidValue', at: 'a', value: 'x' }] })
    expect(run('if(a, 1, 2)', { a: '1' })).toMatchObject({ problems: [{ code: 'invalidValue', at: 'a', expected: 'flag' }] })
    expect(run('1 + (2 < 3)')).toMatchObject({ problems: [{ code: 'invalidValue', at: 'formula' }] })
    expect(run('round(1, 0.5)')).toMatchObject({ problems: [{ code: 'invalidValue', at: 'formula' }] })
    expect(run('days(a, b)', { a: '2022-02-30', b: '2022-01-01' })).toMatchObject({
      problems: [{ code: 'invalidValue', at: 'a', expected: 'date' }],
    })
  })

  it.each([
    ['', 'unfinished', 0],
    ['a +', 'unfinished', 3],
    ['a + * b', 'unexpected', 4],
    ['(a + b', 'unfinished', 6],
    ['a b', 'unexpected', 2],
    ['a # b', 'unknownSign', 2],
    ['"open', 'unclosedText', 0],
    ['system(1)', 'unknownFunction', 0],
    ['toString(1)', 'unknownFunction', 0],
    ['if(a, 1)', 'argumentCount', 0],
    ['0 < a < 5', 'chained', 6],
    ['80%', 'unknownSign', 2],
    ['0,5', 'unexpected', 1],
    ['and', 'unexpected', 0],
  ])('says where it cannot be read: %s', (formula, reason, at) => {
    expect(parseFormula(formula)).toMatchObject({ fault: { reason, at } })
  })
})
