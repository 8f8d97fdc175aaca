import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Points, parsePoints, pointsText, zeroPoints } from '../exact/points.ts'
import { checkRuleOfLeaf } from './check-rule-of-leaf.ts'
import { enterInput, inputAt } from './enter-input.ts'
import type { InputValue } from './inputs.ts'
import { factsRuleOf, ruleOfLeaf, scoreLeaf } from './leaf-outcome.ts'
import { parseRule } from './parse-rule.ts'
import { ruleKindNames, ruleKinds } from './registry.ts'

const leafOf = (rule: { readonly kind: string }, max = '1') => ({ id: '1.1', maxPoints: parsePoints(max) as Points, rule })
const outcomeOf = (leaf: ReturnType<typeof leafOf>, inputs: Record<string, InputValue>) => {
  const rule = factsRuleOf(leaf)
  if (!rule) throw new Error('points are typed here')
  return scoreLeaf(leaf, rule, inputs)
}

const parsedRule = (input: unknown) => {
  const rule = parseRule(input)
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
  return rule.value
}

describe('facts of one leaf', () => {
  it('give points by the rule of the leaf, with the questions of the form, answered or not', () => {
    const leaf = leafOf({ kind: 'ratio' }, '2')
    const half = outcomeOf(leaf, { numerator: '1' })
    expect(half).toMatchObject({ status: 'missing', needed: [{ name: 'denominator' }] })
    expect(half.questions.map(({ name, type }) => `${name} ${type}`)).toStrictEqual(['numerator figure', 'denominator figure'])
    expect(outcomeOf(leaf, { numerator: '1', denominator: '4' })).toMatchObject({ status: 'scored', points: parsePoints('0.5') })
  })

  it('are kept to four decimals where the points do not end, and the trace says so', () => {
    const outcome = outcomeOf(leafOf({ kind: 'ratio' }), { numerator: '1', denominator: '3' })
    if (outcome.status !== 'scored') expect.fail(outcome.status)
    expect(pointsText(outcome.points)).toBe('0.3333')
    expect(outcome.trace.parts?.at(-1)).toMatchObject({ facts: { did: 'rounded', digits: '4' } })
  })

  it('take points away at the row of a penalty, whose rule says how much without the sign', () => {
    const leaf = leafOf({ kind: 'perItem', each: '0.5', cap: '100%' } as never, '-2')
    expect(ruleOfLeaf(leaf)).toStrictEqual(ruleOfLeaf(leafOf(leaf.rule, '2')))
    expect(outcomeOf(leaf, { count: '3' })).toMatchObject({ status: 'scored', points: parsePoints('-1.5') })
    expect(outcomeOf(leaf, { count: '9' })).toMatchObject({ status: 'scored', points: parsePoints('-2') })
    expect(outcomeOf(leaf, { count: '0' })).toMatchObject({ status: 'scored', points: zeroPoints })
    const fits = (max: string) => checkRuleOfLeaf(parsedRule({ ...leaf.rule, max }), { ...leaf, source: 'appraised', counting: 'penalty' })
    expect(fits('2')).toStrictEqual([])
    expect(fits('1').map(({ code }) => code)).toStrictEqual(['ruleMaxDiffers'])
  })

  it('at the row of a penalty are what a rule of deductions takes, not what it leaves, and the whole where something forbids', () => {
    const rule = {
      kind: 'deduct',
      events: [
        { name: 'late', each: '0.5', max: '1.5' },
        { name: 'wrong', each: '10%' },
      ],
      forbidding: [{ name: 'serious' }],
    }
    const leaf = leafOf(rule as never, '-3')
    const given = (late: string, wrong: string, serious = false) => {
      const outcome = outcomeOf(leaf, { late, wrong, serious })
      if (outcome.status !== 'scored') throw new Error(outcome.status)
      return outcome
    }
    expect(pointsText(given('2', '1').points)).toBe('-1.3')
    expect(pointsText(given('9', '0').points)).toBe('-1.5')
    expect(pointsText(given('9', '9').points)).toBe('-3')
    expect(given('0', '0').points).toBe(zeroPoints)
    expect(pointsText(given('0', '0', true).points)).toBe('-3')
    expect(given('2', '1').trace).toMatchObject({ result: '-1.3', facts: { did: 'block', size: '1.3', max: '3' } })
    expect(given('2', '1').trace.parts?.map(({ result, facts }) => [facts?.['did'], result])).toStrictEqual([
      ['deduction', '1'],
      ['deduction', '0.3'],
    ])
    expect(given('0', '0', true).trace.parts?.[0]).toMatchObject({ result: '3', facts: { did: 'forbidden' } })
  })

  it('are refused with the figure where they cannot be', () => {
    const outcome = outcomeOf(leafOf({ kind: 'ratio' }), { numerator: '5', denominator: '4' })
    expect(outcome).toMatchObject({ status: 'refused', problems: [{ code: 'outOfRange', at: 'numerator', value: '5', to: '4' }] })
  })

  it('find that the leaf does not arise where there was nothing of nothing', () => {
    expect(outcomeOf(leafOf({ kind: 'ratio' }), { numerator: '0', denominator: '0' }).status).toBe('notApplicable')
  })

  it('ask by what the rule calls things: conditions, things due, events, choices, units', () => {
    const labels = (rule: { readonly kind: string }) => outcomeOf(leafOf(rule), {}).questions.map(({ label }) => label)
    expect(labels({ kind: 'conditions', conditions: [{ name: 'plan', label: 'Có kế hoạch' }] } as never)).toStrictEqual(['Có kế hoạch'])
    expect(
      labels({ kind: 'deadline', input: 'reports', items: [{ name: 'q1', label: 'Báo cáo quý I', until: '2026-03-15' }] } as never),
    ).toStrictEqual(['Báo cáo quý I'])
    expect(labels({ kind: 'deduct', events: [{ name: 'late', label: 'Báo cáo chậm', each: '0.25' }] } as never)).toStrictEqual([
      'Báo cáo chậm',
    ])
    const choice = outcomeOf(leafOf({ kind: 'choice', options: [{ value: 'a', label: 'Tốt', points: '1' }] } as never), {})
    expect(choice.questions[0]).toMatchObject({ choices: ['a'], choiceLabels: ['Tốt'] })
    const steps = outcomeOf(
      leafOf({ kind: 'steps', unit: '%', bands: [{ from: '0', to: '100', toInclusive: true, points: '1' }] } as never),
      {},
    )
    expect(steps.questions[0]).toMatchObject({ name: 'value', unit: '%' })
  })

  it('ask for the second branch only once the first answer leads there', () => {
    const rule = { kind: 'conditional', if: 'hadDossiers', then: { rule: { kind: 'ratio' } }, else: { notApplicable: 'Không có hồ sơ' } }
    expect(outcomeOf(leafOf(rule), {}).questions.map(({ name }) => name)).toStrictEqual(['hadDossiers'])
    expect(outcomeOf(leafOf(rule), { hadDossiers: true }).questions).toHaveLength(3)
    expect(outcomeOf(leafOf(rule), { hadDossiers: false }).status).toBe('notApplicable')
  })

  it('are not entered where one unit cannot know them, nor where points themselves are', () => {
    const typed = (['manual', 'survey', 'panel'] as const).map((kind) => ruleKinds[kind].examples[0]?.rule)
    for (const rule of typed) expect(rule && factsRuleOf(leafOf(rule, String(rule['max'])))).toBeUndefined()
    expect(factsRuleOf(leafOf({ kind: 'formula', formula: 'node("1.2") * 2' } as never))).toBeUndefined()
  })

  it('of every example give what the rule gives, within the bounds of the leaf', () => {
    for (const kind of ruleKindNames)
      for (const { rule, inputs, expect: wanted } of ruleKinds[kind].examples) {
        const leaf = leafOf(rule, typeof rule['max'] === 'string' ? rule['max'] : '10')
        const facts = factsRuleOf(leaf)
        if (!facts) continue
        const outcome = scoreLeaf(leaf, facts, inputs)
        if (outcome.status !== 'scored' || wanted.status !== 'scored') continue
        expect(outcome.points >= 0 && outcome.points <= leaf.maxPoints, `${kind} ${JSON.stringify(inputs)}`).toBe(true)
      }
  })
})

describe('entering an answer', () => {
  const name = fc.constantFrom('a', 'b', 'c')
  const path = fc.array(name, { minLength: 1, maxLength: 3 })
  it('is read at its place, and taken away leaves nothing behind', () => {
    fc.assert(
      fc.property(path, fc.string(), (place, value) => {
        const entered = enterInput({}, place, value)
        expect(inputAt(entered, place)).toBe(value)
        expect(enterInput(entered, place, undefined)).toStrictEqual({})
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })
})
