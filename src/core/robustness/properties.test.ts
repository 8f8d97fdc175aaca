import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CompositeIndex } from './composite-index.ts'
import { computeRobustness, type Method, type Robustness } from './compute-robustness.ts'
import { noisyWeights } from './replication-weights.ts'
import { type StructureNode, structureOf } from './structure.ts'

const runs = { seed: 20261121, numRuns: 200 }

const cell = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 1, max: 12 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) })
const direction = fc.constantFrom(1 as const, -1 as const)

/** One to three areas with one to four indicators each, for two to six units; few distinct values, so that ties happen. */
const anIndex = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc
    .array(
      fc.record({
        weight: fc.integer({ min: 1, max: 5 }),
        leaves: fc.array(
          fc.record({ weight: fc.integer({ min: 1, max: 5 }), direction, column: fc.array(cell, { minLength: count, maxLength: count }) }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((areas): CompositeIndex => {
      const nodes = areas.flatMap(({ weight, leaves }, area): StructureNode[] => [
        { code: `A${area}`, parent: 'T', level: 2, weight, direction: 1, line: 0 },
        ...leaves.map((leaf, at) => ({
          code: `a${area}${at}`,
          parent: `A${area}`,
          level: 1,
          weight: leaf.weight,
          direction: leaf.direction,
          line: 0,
        })),
      ])
      const structure = structureOf([...nodes, { code: 'T', parent: undefined, level: 3, weight: 1, direction: 1, line: 0 }])
      const columns = areas.flatMap(({ leaves }) => leaves.map(({ column }) => Float64Array.from(column)))
      return { structure, units: Array.from({ length: count }, (_, unit) => `U${unit}`), columns }
    }),
)

const aMethod: fc.Arbitrary<Method> = fc.oneof(
  fc.constant<Method>({ normalisation: { kind: 'none' }, aggregation: 'arithmetic' }),
  fc.constant<Method>({ normalisation: { kind: 'zscore', mean: 0, deviation: 1 }, aggregation: 'arithmetic' }),
  fc.constantFrom('arithmetic' as const, 'geometric' as const, 'harmonic' as const).map((aggregation) => ({
    normalisation: { kind: 'minmax' as const, low: 1, high: 100 },
    aggregation,
  })),
)

const noise = { replications: 5, noise: 0.3, seed: 11 }
const compute = (index: CompositeIndex, method: Method, isNoisy = false): Robustness => {
  const computed = computeRobustness(index, method, isNoisy ? noisyWeights(index.structure, noise) : undefined)
  if (!computed.ok) throw new Error(JSON.stringify(computed.problems))
  return computed.value.robustness
}

const scoreOf = (robustness: Robustness, unit: string, code = 'T'): number => robustness.scores[unit]?.[code] ?? Number.NaN
const expectSameScores = (first: Robustness, second: Robustness, index: CompositeIndex): void => {
  for (const unit of index.units)
    for (const { code } of index.structure.nodes) {
      const [one, other] = [scoreOf(first, unit, code), scoreOf(second, unit, code)]
      expect(Object.is(one, other) || Math.abs(one - other) < 1e-9, `${unit} ${code}: ${one}, ${other}`).toBe(true)
    }
}

const reversed = ({ structure, units, columns }: CompositeIndex): CompositeIndex => ({
  structure: structureOf(structure.nodes.toReversed()),
  units: units.toReversed(),
  columns: columns.map((column) => column.toReversed()).toReversed(),
})

const reweighted = (index: CompositeIndex, factorOf: (parent: string | undefined) => number): CompositeIndex => ({
  ...index,
  structure: structureOf(index.structure.nodes.map((node) => ({ ...node, weight: node.weight * factorOf(node.parent) }))),
})

const holds = (property: (index: CompositeIndex, method: Method) => void): void => fc.assert(fc.property(anIndex, aMethod, property), runs)

describe('a composite index, whatever it is made of', () => {
  it('does not depend on the order of units and indicators, noisy weights included', () =>
    holds((index, method) => {
      const [straight, turned] = [compute(index, method, true), compute(reversed(index), method, true)]
      expect(turned.ranks).toStrictEqual(straight.ranks)
      expect(turned.replicatedRanks).toStrictEqual(straight.replicatedRanks)
      expectSameScores(turned, straight, index)
    }))

  it('does not change when all weights within a parent are doubled', () =>
    holds((index, method) => {
      const doubled = reweighted(index, (parent) => (parent === 'A0' ? 2 : 4))
      expect(compute(doubled, method, true)).toStrictEqual(compute(index, method, true))
    }))

  it('is the same to rounding when all weights within a parent are scaled by any factor', () =>
    holds((index, method) => {
      expectSameScores(
        compute(
          reweighted(index, (parent) => (parent === 'A0' ? 0.3 : 7)),
          method,
        ),
        compute(index, method),
        index,
      )
    }))

  it('is the same when an indicator is multiplied by −1 and its direction turned', () =>
    holds((index, method) => {
      const nodes = index.structure.nodes.map((node) => (node.level === 1 ? { ...node, direction: -node.direction as 1 | -1 } : node))
      const turned = { ...index, structure: structureOf(nodes), columns: index.columns.map((column) => column.map((value) => -value)) }
      expect(compute(turned, method)).toStrictEqual(compute(index, method))
    }))

  it('lies between the least and the greatest of its known children', () =>
    holds((index, method) => {
      const robustness = compute(index, method)
      for (const unit of index.units)
        for (const { parent, children } of index.structure.families) {
          const code = (at: number) => index.structure.nodes[at]?.code ?? ''
          const known = children.map((child) => scoreOf(robustness, unit, code(child))).filter((value) => !Number.isNaN(value))
          const score = scoreOf(robustness, unit, code(parent))
          expect(Number.isNaN(score)).toBe(known.length === 0)
          if (known.length > 0) expect(score).toBeGreaterThan(Math.min(...known) - 1e-9)
          if (known.length > 0) expect(score).toBeLessThan(Math.max(...known) + 1e-9)
        }
    }))

  it('gives the nominal ranks in every replication when there is no noise', () =>
    holds((index, method) => {
      const weights = noisyWeights(index.structure, { ...noise, noise: 0 })
      const computed = computeRobustness(index, method, weights)
      if (!computed.ok) throw new Error('refused')
      const { ranks, replicatedRanks } = computed.value.robustness
      for (const unit of index.units)
        expect(replicatedRanks?.[unit]).toStrictEqual(Array.from({ length: 5 }, () => ranks[unit]?.['T'] ?? null))
    }))

  it('gives the same for the same seed', () =>
    holds((index, method) => {
      expect(compute(index, method, true)).toStrictEqual(compute(index, method, true))
    }))

  it('never falls when an indicator of a unit gets better, data as they are', () => {
    const method: Method = { normalisation: { kind: 'none' }, aggregation: 'arithmetic' }
    fc.assert(
      fc.property(anIndex, fc.nat(), fc.integer({ min: 1, max: 5 }), (index, pick, gain) => {
        const at = pick % index.columns.length
        const sign = index.structure.nodes[index.structure.indicators[at] ?? 0]?.direction ?? 1
        const columns = index.columns.map((column, place) =>
          place === at ? column.map((value, unit) => (unit === 0 ? value + gain * sign : value)) : column,
        )
        const [before, after] = [compute(index, method), compute({ ...index, columns }, method)]
        if (Number.isNaN(scoreOf(before, 'U0'))) return
        expect(scoreOf(after, 'U0')).toBeGreaterThanOrEqual(scoreOf(before, 'U0'))
        expect(after.ranks['U0']?.['T']).toBeLessThanOrEqual(before.ranks['U0']?.['T'] ?? 0)
      }),
      runs,
    )
  })
})
