import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import { factInputsOf, fillFromFacts } from './inputs-from-facts.ts'
import type { Inputs } from './inputs.ts'
import { scoreLeaf } from './leaf-outcome.ts'
import { parseRule } from './parse-rule.ts'
import type { Rule } from './registry.ts'

const max = parsePoints('2') as Points
const ratio = {
  kind: 'ratio',
  numerator: 'on_time',
  denominator: 'settled',
  inputs: [
    { name: 'on_time', fact: 'oneStop.filesOnTime' },
    { name: 'settled', fact: 'oneStop.filesSettled' },
  ],
}
const rule = (of: unknown): Rule => {
  const parsed = parseRule(of, max)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
const facts = { 'oneStop.filesOnTime': '90', 'oneStop.filesSettled': '120' } as const

describe('inputs out of the register of facts', () => {
  it('score a leaf without being asked again', () => {
    const inputs = fillFromFacts({}, factInputsOf(rule(ratio)), facts)
    expect(inputs).toEqual({ on_time: '90', settled: '120' })
    expect(scoreLeaf({ id: '3.3', maxPoints: max, rule: ratio }, rule(ratio), inputs)).toMatchObject({
      status: 'scored',
      points: parsePoints('1.5'),
    })
  })

  it('leave what was entered as it is', () => {
    const entered: Inputs = { on_time: '100' }
    expect(fillFromFacts(entered, factInputsOf(rule(ratio)), facts)).toEqual({ on_time: '100', settled: '120' })
  })

  it('count the lines of a list where the rule asks how many, and ask on where the register is silent', () => {
    const perItem = rule({
      kind: 'perItem',
      count: 'found',
      each: '0.5',
      inputs: [{ name: 'found', type: 'count', fact: 'initiatives.list' }],
    })
    expect(fillFromFacts({}, factInputsOf(perItem), { 'initiatives.list': [{ title: 'Một' }, { title: 'Hai' }] })).toEqual({ found: '2' })
    expect(fillFromFacts({}, factInputsOf(perItem), {})).toEqual({})
  })

  it('fill nothing from a fact that the register does not have', () => {
    expect(factInputsOf(rule({ ...ratio, inputs: [{ name: 'on_time', fact: 'no.such' }] }))).toEqual([])
  })
})
