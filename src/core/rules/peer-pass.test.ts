import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import type { Inputs } from './inputs.ts'
import { factsRuleOf, scoreLeaf } from './leaf-outcome.ts'
import { bestPeers, peerPass, peerTrace } from './peer-pass.ts'

const leaf = { id: '1.1', maxPoints: parsePoints('5') as Points, rule: { kind: 'peerRelative' } }
const facts = (values: Readonly<Record<string, string>>): ReadonlyMap<string, Inputs> =>
  new Map(Object.entries(values).map(([unit, value]) => [unit, { value }]))
const pointsOf = (units: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    [...peerPass(leaf, facts(units)).outcomes].map(([unit, outcome]) => [unit, outcome.status === 'scored' ? outcome.points : undefined]),
  )

describe('the second pass over a group', () => {
  it('measures each unit against the best of all, and leaves out whoever has no value', () => {
    const pass = peerPass(leaf, new Map<string, Inputs>([...facts({ A: '60', B: '80', C: '75' }), ['D', {}]]))
    expect(pass.snapshot).toEqual({ A: '60', B: '80', C: '75' })
    expect(pointsOf({ A: '60', B: '80', C: '75' })).toEqual({ A: 37_500, B: 50_000, C: 46_875 })
    expect(pass.outcomes.has('D')).toBe(false)
    expect(bestPeers(leaf, pass.snapshot)).toEqual(['B'])
  })

  it('asks a unit for its own value alone, and says that the others are waited for', () => {
    const rule = factsRuleOf(leaf)
    const asked = rule && scoreLeaf(leaf, rule, {})
    expect(asked?.questions.map(({ name }) => name)).toEqual(['value'])
    expect(asked).not.toHaveProperty('awaitsPeers')
    expect(rule && scoreLeaf(leaf, rule, { value: '60' })).toMatchObject({ status: 'missing', needed: [], awaitsPeers: true })
  })

  it('gives the same in whatever order, and the best the whole maximum', () => {
    const values = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{3}$/), fc.integer({ min: 1, max: 10_000 })), {
      selector: ([unit]) => unit,
      minLength: 1,
    })
    fc.assert(
      fc.property(values, (pairs) => {
        const given = pairs.map(([unit, value]) => [unit, { value: String(value) }] as const)
        const [forth, back] = [peerPass(leaf, new Map(given)), peerPass(leaf, new Map(given.toReversed()))]
        expect(back).toEqual(forth)
        for (const unit of bestPeers(leaf, forth.snapshot)) expect(forth.outcomes.get(unit)).toMatchObject({ points: leaf.maxPoints })
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })

  it('tells how it came about without the values of others, and names the best only to whoever may know', () => {
    const { snapshot } = peerPass(leaf, facts({ A: '60', B: '80', C: '71' }))
    const own = peerTrace(leaf, 'A', { value: '60' }, snapshot)
    expect(own?.parts?.[0]?.facts).toEqual({ did: 'peers', own: '60', best: '80', count: '2' })
    expect(JSON.stringify(own)).not.toContain('71')
    expect(peerTrace(leaf, 'A', { value: '60' }, snapshot, ['Sở B'])?.parts?.[0]?.facts).toMatchObject({ bestNames: 'Sở B' })
  })
})
