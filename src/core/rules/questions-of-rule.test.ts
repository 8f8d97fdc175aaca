import { describe, expect, it } from 'vitest'
import type { Inputs, InputValue, Question } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { questionsOfRule } from './questions-of-rule.ts'
import { kindOf, ruleKindNames } from './registry.ts'
import { scoreRule } from './score-rule.ts'

const ruleOf = (file: unknown) => {
  const rule = parseRule(file)
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
  return rule.value
}
const names = (file: unknown) => questionsOfRule(ruleOf(file)).map(({ name, type }) => `${name}: ${type}`)

const answers: Readonly<Record<Question['type'], InputValue>> = {
  figure: '1',
  count: 1,
  date: '2026-01-05',
  flag: true,
  choice: '',
  text: 'x',
  list: ['1'],
  record: { a: '1' },
}
const put = (inputs: Inputs, [name = '', ...rest]: readonly string[], value: InputValue): Inputs => ({
  ...inputs,
  [name]: rest.length === 0 ? value : put((inputs[name] ?? {}) as Inputs, rest, value),
})

describe('what a rule may ask', () => {
  it.each(ruleKindNames.flatMap((kind) => kindOf({ kind }).examples.map((each) => [kind, each.name, each.rule] as const)))(
    '%s, %s: with every question answered nothing is missing',
    (_, _name, file) => {
      const rule = ruleOf(file)
      const inputs = questionsOfRule(rule).reduce<Inputs>(
        (all, { name, type, choices }) => put(all, name.split('.'), choices?.[0] ?? answers[type]),
        {},
      )
      const result = scoreRule(rule, inputs)
      expect(result.status === 'missing' ? result.needed : []).toStrictEqual([])
    },
  )

  it('takes types from the places of names in a formula, and from what is declared', () => {
    const formula = 'if(done and days(begun, ended) <= 30, round(a / b), lookup(levels, level)) + max(figures)'
    expect(names({ kind: 'formula', max: '1', formula, inputs: [{ name: 'a', type: 'count', label: 'Số việc' }] })).toStrictEqual([
      'done: flag',
      'begun: date',
      'ended: date',
      'a: count',
      'b: figure',
      'level: text',
      'figures: list',
    ])
  })

  it('asks for what nested rules ask, once, under the label that the outer rule declares', () => {
    const part = { kind: 'perItem', max: '1', each: '0.5', count: 'initiatives' }
    const file = { kind: 'sum', parts: [{ rule: part }, { rule: part }], inputs: [{ name: 'initiatives', label: 'Số sáng kiến' }] }
    expect(questionsOfRule(ruleOf(file))).toStrictEqual([{ name: 'initiatives', type: 'count', label: 'Số sáng kiến' }])
  })
})
