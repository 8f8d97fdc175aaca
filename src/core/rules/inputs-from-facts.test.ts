import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import { factInputsOf, fillFromFacts, retakeFromFacts, unlikeFacts } from './inputs-from-facts.ts'
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
    expect(inputs).toStrictEqual({ on_time: '90', settled: '120' })
    expect(scoreLeaf({ id: '3.3', maxPoints: max, rule: ratio }, rule(ratio), inputs)).toMatchObject({
      status: 'scored',
      points: parsePoints('1.5'),
    })
  })

  it('leave what was entered as it is', () => {
    const entered: Inputs = { on_time: '100' }
    expect(fillFromFacts(entered, factInputsOf(rule(ratio)), facts)).toStrictEqual({ on_time: '100', settled: '120' })
  })

  it('count the lines of a list where the rule asks how many, and ask on where the register is silent', () => {
    const perItem = rule({
      kind: 'perItem',
      count: 'found',
      each: '0.5',
      inputs: [{ name: 'found', type: 'count', fact: 'initiatives.list' }],
    })
    expect(fillFromFacts({}, factInputsOf(perItem), { 'initiatives.list': [{ title: 'Một' }, { title: 'Hai' }] })).toStrictEqual({
      found: '2',
    })
    expect(fillFromFacts({}, factInputsOf(perItem), {})).toStrictEqual({})
  })

  it('fill nothing from a fact that the register does not have', () => {
    expect(factInputsOf(rule({ ...ratio, inputs: [{ name: 'on_time', fact: 'no.such' }] }))).toStrictEqual([])
  })

  it('are offered again where they say something else than the register, and stay until somebody takes them', () => {
    const from = factInputsOf(rule(ratio))
    expect(unlikeFacts({ on_time: '90,0', settled: '110' }, from, facts).map(({ path }) => path)).toStrictEqual([['settled']])
    expect(retakeFromFacts({ on_time: '90', settled: '110', reason: 'x' }, from, facts)).toStrictEqual({
      on_time: '90',
      settled: '120',
      reason: 'x',
    })
    expect(unlikeFacts({}, from, facts)).toStrictEqual([])
  })
})

describe('the usual phrasings over the register', () => {
  const outcome = (of: object, facts: Parameters<typeof fillFromFacts>[2]) => {
    const parsed = rule(of)
    return scoreLeaf({ id: '1', maxPoints: max, rule: of as { kind: string } }, parsed, fillFromFacts({}, factInputsOf(parsed), facts))
  }

  it('a share of the one-stop shop: two figures, steps of the share', () => {
    const steps = {
      kind: 'steps',
      value: 'early / settled * 100',
      bands: [
        { from: '95', to: '100', toInclusive: true, points: '100%' },
        { from: '80', to: '95', points: '50%' },
        { from: '0', to: '80', points: '0' },
      ],
      inputs: [
        { name: 'early', type: 'count', fact: 'oneStop.filesOnTime' },
        { name: 'settled', type: 'count', fact: 'oneStop.filesSettled' },
      ],
    }
    expect(outcome(steps, { 'oneStop.filesOnTime': '190', 'oneStop.filesSettled': '200' })).toMatchObject({ points: parsePoints('2') })
    expect(outcome(steps, { 'oneStop.filesOnTime': '189', 'oneStop.filesSettled': '200' })).toMatchObject({ points: parsePoints('1') })
  })

  it('reports due and sent: each line of the register is one item with its own date, and a line without a day is asked for', () => {
    const deadline = {
      kind: 'deadline',
      input: 'reports',
      each: 'deduct',
      deduct: '0.5',
      items: [
        { name: 'q1', label: 'Báo cáo quý I', until: '2026-03-15' },
        { name: 'q2', label: 'Báo cáo quý II', until: '2026-06-15' },
      ],
      inputs: [{ name: 'reports', fact: 'reports.due' }],
    }
    const sent = [
      { name: 'Báo cáo cải cách hành chính', period: 'Quý II', due: '2026-06-15', sent: '2026-06-20' },
      { name: 'Báo cáo cải cách hành chính', period: 'Quý I', due: '2026-03-15', sent: '2026-03-10' },
    ]
    expect(outcome(deadline, { 'reports.due': sent })).toMatchObject({ status: 'scored', points: parsePoints('1.5') })
    expect(outcome(deadline, { 'reports.due': sent.slice(1) })).toMatchObject({ status: 'missing' })
  })

  it('initiatives counted: as many points as the list has lines', () => {
    const perItem = {
      kind: 'perItem',
      count: 'found',
      each: '0.5',
      inputs: [{ name: 'found', type: 'count', fact: 'initiatives.list' }],
    }
    expect(outcome(perItem, { 'initiatives.list': [{ title: 'Một' }, { title: 'Hai' }, { title: 'Ba' }] })).toMatchObject({
      points: parsePoints('1.5'),
    })
  })

  it('a plan issued before a day, and a body that answers yes or no', () => {
    const plan = {
      kind: 'deadline',
      due: { before: '2026-02-01' },
      late: [{ days: 30, points: '50%' }],
      inputs: [{ name: 'doneOn', fact: 'plan.issuedOn' }],
    }
    expect(outcome(plan, { 'plan.issuedOn': '2026-01-31' })).toMatchObject({ points: parsePoints('2') })
    expect(outcome(plan, { 'plan.issuedOn': '2026-02-05' })).toMatchObject({ points: parsePoints('1') })
    const conditions = {
      kind: 'conditions',
      conditions: [{ name: 'rules', label: 'Có quy chế' }],
      partial: 'share',
      inputs: [{ name: 'rules', type: 'flag', fact: 'finance.autonomyRules' }],
    }
    expect(outcome(conditions, { 'finance.autonomyRules': 'true' })).toMatchObject({ points: parsePoints('2') })
  })
})
