import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decimalText } from '../exact/decimal.ts'
import type { InputValue } from './inputs.ts'
import { parseRule } from './parse-rule.ts'
import { scoreRule, scoreWithQuestions } from './score-rule.ts'

const ruleOf = (more: object) => {
  const rule = parseRule({ kind: 'peerRelative', max: '100', ...more })
  if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
  return rule.value
}
const bands = Array.from({ length: 40 }, (_, place) => ({
  from: String(place),
  to: String(place),
  toInclusive: true,
  points: String(place),
}))
const percentBands = [{ from: '0', to: '100', toInclusive: true, points: '1' }]

const points = (rule: ReturnType<typeof ruleOf>, inputs: Record<string, InputValue>): string => {
  const result = scoreRule(rule, inputs)
  return result.status === 'scored' ? decimalText(result.points) : result.status
}

const values = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 12 })

const byRank = { high: ruleOf({ method: 'rank', bands }), low: ruleOf({ method: 'rank', bands, better: 'low' }) }
const byPercentile = {
  high: ruleOf({ method: 'percentile', bands: percentBands }),
  low: ruleOf({ method: 'percentile', bands: percentBands, better: 'low' }),
}
const byBest = { high: ruleOf({}), low: ruleOf({ better: 'low' }) }

it('a place among others is one more than those that are better, in either direction, the own one among them or not', () => {
  fc.assert(
    fc.property(values, fc.nat(), fc.boolean(), fc.constantFrom('high' as const, 'low' as const), (all, pick, isAmong, better) => {
      const at = pick % all.length
      const own = all[at] ?? 0
      const others = all.filter((_, index) => index !== at)
      const peers = Object.fromEntries(all.flatMap((value, index) => (index === at && !isAmong ? [] : [[`X${index}`, String(value)]])))
      const inputs = { value: String(own), unit: `X${at}`, peers }
      const isBetter = (value: number) => (better === 'high' ? value > own : value < own)
      expect(points(byRank[better], inputs)).toBe(String(1 + others.filter(isBetter).length))
      const percentile = scoreRule(byPercentile[better], inputs)
      const share = others.length === 0 ? 100 : (100 * others.filter((value) => !isBetter(value)).length) / others.length
      expect('trace' in percentile && Number(percentile.trace.parts?.[0]?.result)).toBeCloseTo(share, 5)
      const best = better === 'high' ? Math.max(...all) : Math.min(...all)
      const part = best === own ? (own === 0 && better === 'high' ? 0 : 100) : better === 'high' ? (100 * own) / best : (100 * best) / own
      expect(Number(points(byBest[better], inputs))).toBeCloseTo(part, 5)
    }),
    { seed: 20261121, numRuns: 150 },
  )
})

it('units of one group share one record and see it each without themselves', () => {
  const peers = { A: '60', B: '80', C: '80' }
  const rule = ruleOf({ method: 'rank', bands })
  expect(Object.entries(peers).map(([unit, value]) => points(rule, { unit, value, peers }))).toStrictEqual(['3', '1', '1'])
})

it('a value that is no figure is named, one that is empty is asked for, and a form asks for each peer', () => {
  const rule = ruleOf({})
  expect(scoreRule(rule, { value: '1', peers: { A: 'nhiều' } })).toMatchObject({ status: 'refused', problems: [{ at: 'peers.A' }] })
  expect(scoreRule(rule, { value: '1', peers: { A: '', B: '2' } })).toMatchObject({ status: 'missing', needed: [{ name: 'peers.A' }] })
  expect(scoreWithQuestions(rule, { value: '1', peers: { A: '4' } }).questions.map(({ name }) => name)).toContain('peers.A')
})
