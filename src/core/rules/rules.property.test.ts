import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFractions, type Fraction, fractionText } from '../exact/fraction.ts'
import { type Inputs, parseInputs } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { kindOf, type Rule, ruleKindNames } from './registry.ts'
import type { RuleResult } from './result.ts'
import { scoreRule } from './score-rule.ts'

const runs = { seed: 20_221_205, numRuns: 300 }

const ruleOf = (rule: unknown): Rule => {
  const parsed = parseRule(rule)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

const pointsOf = (result: RuleResult): Fraction => {
  if (result.status !== 'scored') throw new Error(JSON.stringify(result.status))
  return result.points
}

const decimal = (max: number, digits = 4): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: max * 10 ** digits }).map((value) => (value / 10 ** digits).toFixed(digits))
const max = decimal(20).filter((text) => Number(text) > 0)
const scale = fc.constantFrom<object>({}, { step: '0.25' }, { round: { digits: 2 } }, { round: { digits: 1, mode: 'floor' }, step: '0.05' })

/** Rules that grow with one figure from 0 to 100, and the inputs for a figure. */
const growing = fc.record({ max, more: scale, floor: decimal(60, 2), cut: decimal(40, 2) }).chain(({ max: most, more, floor, cut }) =>
  fc.constantFrom<readonly [object, (value: string) => Inputs]>(
    [{ kind: 'linear', max: most, ...more, floor }, (value) => ({ value })],
    [{ kind: 'linear', max: most, ...more, to: '98', cap: '98' }, (value) => ({ value })],
    [{ kind: 'ratio', max: most, ...more, floor }, (value) => ({ numerator: value, denominator: '100' })],
    [{ kind: 'externalIndex', max: most, ...more, index: 'x' }, (value) => ({ value })],
    [{ kind: 'peerRelative', max: most, ...more }, (value) => ({ value, peers: { b: '50', c: '73.5' } })],
    [{ kind: 'formula', max: most, ...more, formula: `value * value / ${Number(most) * 50}` }, (value) => ({ value })],
    [
      {
        kind: 'steps',
        max: most,
        ...more,
        bands: [
          { from: '90', points: '100%' },
          { from: cut, to: '90', points: '50%' },
          { to: cut, points: '10%' },
        ],
      },
      (value) => ({ value }),
    ],
  ),
)

describe('points of a rule', () => {
  it('never leave the range from minimum to maximum, and never fall as the figure rises', () => {
    fc.assert(
      fc.property(growing, decimal(100), decimal(100), ([file, inputsOf], a, b) => {
        const rule = ruleOf(file)
        const [low, high] = Number(a) <= Number(b) ? [a, b] : [b, a]
        const [below, above] = [pointsOf(scoreRule(rule, inputsOf(low))), pointsOf(scoreRule(rule, inputsOf(high)))]
        expect(compareFractions(below, above)).toBeLessThanOrEqual(0)
        expect(below.n >= 0n).toBe(true)
        expect(compareFractions(above, rule.max ?? below)).toBeLessThanOrEqual(0)
      }),
      runs,
    )
  })

  it('of a ratio are the exact quotient times the maximum', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 90_000 }),
        (a, b, most) => {
          const [numerator, denominator] = a <= b ? [a, b] : [b, a]
          fc.pre(denominator > 0)
          const rule = ruleOf({ kind: 'ratio', max: (most / 10_000).toFixed(4) })
          const { n, d } = pointsOf(scoreRule(rule, { numerator, denominator }))
          expect(n * BigInt(denominator) * 10_000n).toBe(BigInt(numerator) * BigInt(most) * d)
        },
      ),
      runs,
    )
  })

  it('do not depend on the order of parts, conditions, marks, peers or inputs', () => {
    const parts = [
      { rule: { kind: 'perItem', max: '3', count: 'a', each: '0.3' } },
      { cap: '1', rule: { kind: 'linear', max: '2', value: 'b' } },
      { rule: { kind: 'ratio', max: '4', numerator: 'c', denominator: 'd' } },
    ]
    const entries = Object.entries({ a: 4, b: '37.25', c: 5, d: 7, m: { x: '1.5', y: '0.25', z: '1' } })
    const marks = (order: readonly string[]): Inputs => ({ marks: Object.fromEntries(order.map((name) => [name, `0.${name.length}`])) })
    fc.assert(
      fc.property(
        fc.shuffledSubarray(parts, { minLength: 3 }),
        fc.shuffledSubarray(entries, { minLength: entries.length }),
        fc.shuffledSubarray(['p', 'qq', 'rrr', 'ssss'], { minLength: 4 }),
        (some, inputs, names) => {
          const total = (list: readonly object[], given: Inputs): string =>
            fractionText(pointsOf(scoreRule(ruleOf({ kind: 'sum', parts: list }), given)))
          expect(total(some, Object.fromEntries(inputs) as Inputs)).toBe(total(parts, Object.fromEntries(entries) as Inputs))
          const panel = ruleOf({ kind: 'panel', max: '1', trim: 1 })
          expect(fractionText(pointsOf(scoreRule(panel, marks(names))))).toBe('1/4')
        },
      ),
      runs,
    )
  })

  it('are the same for the same inputs, whichever round they belong to', () => {
    for (const kind of ruleKindNames)
      for (const { rule, inputs } of kindOf({ kind }).examples) {
        const parsed = ruleOf(rule)
        const plain = (result: RuleResult): string =>
          JSON.stringify(result, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
        expect(plain(scoreRule(parsed, inputs))).toBe(plain(scoreRule(parsed, structuredClone(inputs))))
      }
  })

  it('are given, asked for or refused for any inputs whatever, and never fail', () => {
    const any = fc.dictionary(
      fc.constantFrom(
        'value',
        'numerator',
        'denominator',
        'choice',
        'doneOn',
        'count',
        'marks',
        'peers',
        'survey',
        'blocks',
        'points',
        'reason',
        'a',
        'b',
        'level',
        'notApplicable',
        'toString',
        '__proto__',
      ),
      fc.jsonValue({ maxDepth: 3 }),
    )
    const rules = ruleKindNames.flatMap((kind) => kindOf({ kind }).examples.map(({ rule }) => ruleOf(rule)))
    fc.assert(
      fc.property(any, fc.constantFrom(...rules), (raw, rule) => {
        const inputs = parseInputs(raw)
        if (!inputs.ok) return
        const result = scoreRule(rule, inputs.value)
        if (result.status === 'refused') expect(result.problems.length).toBeGreaterThan(0)
        if (result.status === 'missing') expect(result.needed.length).toBeGreaterThan(0)
        if (result.status === 'scored') expect(compareFractions(result.points, rule.max ?? result.points)).toBeLessThanOrEqual(0)
      }),
      { ...runs, numRuns: 3000 },
    )
  })
})
