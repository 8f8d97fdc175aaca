import { describe, expect, it } from 'vitest'
import { computeRobustness, type Method } from './compute-robustness.ts'
import { noisyWeights, weightsAsGiven } from './replication-weights.ts'
import { indexFrom, smallStructure } from './small-index.ts'

const none = { kind: 'none' } as const
const compute = (data: string, method: Partial<Method> = {}, structure = smallStructure) =>
  computeRobustness(indexFrom(structure, data), { normalisation: none, aggregation: 'arithmetic', ...method })

const scoresOf = (data: string, method: Partial<Method> = {}, structure = smallStructure) => {
  const computed = compute(data, method, structure)
  if (!computed.ok) throw new Error(JSON.stringify(computed.problems))
  return computed.value.robustness
}

describe('a composite index', () => {
  it('is the weighted mean of each level, worked out by hand', () => {
    const { scores, ranks } = scoresOf('unit,a1,a2,b1\nX,8,4,3\nY,4,8,3')
    expect(scores).toStrictEqual({
      X: { a1: 8, a2: 4, b1: -3, A: 5, B: -3, T: expect.closeTo(7 / 3, 14) },
      Y: { a1: 4, a2: 8, b1: -3, A: 7, B: -3, T: expect.closeTo(11 / 3, 14) },
    })
    expect(ranks['Y']).toStrictEqual({ a1: 2, a2: 1, b1: 1, A: 1, B: 1, T: 1 })
  })

  it('lets missing children drop out and the others share the weight; an area without any drops out above', () => {
    const { scores, ranks } = scoresOf('unit,a1,a2,b1\nX,8,,3\nY,,,6\nZ,,,NA')
    expect(scores['X']).toStrictEqual({ a1: 8, a2: null, b1: -3, A: 8, B: -3, T: 13 / 3 })
    expect(scores['Y']).toMatchObject({ A: null, B: -6, T: -6 })
    expect(scores['Z']).toMatchObject({ A: null, B: null, T: null })
    expect([ranks['X']?.['T'], ranks['Y']?.['T'], ranks['Z']?.['T']]).toStrictEqual([1, 2, null])
  })

  it('takes geometric and harmonic means as their formulas say', () => {
    const structure = 'code,parent,level,weight,direction\na,T,1,1,1\nb,T,1,2,1\nT,,2,,'
    expect(scoresOf('unit,a,b\nX,8,1\nY,1,', { aggregation: 'geometric' }, structure).scores).toMatchObject({
      X: { T: expect.closeTo(2, 14) },
      Y: { T: 1 },
    })
    expect(scoresOf('unit,a,b\nX,2,4\nY,,5', { aggregation: 'harmonic' }, structure).scores).toMatchObject({ X: { T: 3 }, Y: { T: 5 } })
  })

  it('gives equal scores the smallest rank of their places: 1, 2, 2, 4', () => {
    const { ranks } = scoresOf('unit,a\nP,9\nQ,5\nR,5\nS,1', {}, 'code,parent,level,weight,direction\na,T,1,1,1\nT,,2,,')
    expect(['P', 'Q', 'R', 'S'].map((unit) => ranks[unit]?.['T'])).toStrictEqual([1, 2, 2, 4])
  })

  it('takes levels that skip one, and reads no order out of the file', () => {
    const { scores } = scoresOf('unit,b,a\nX,4,1', {}, 'code,parent,level,weight,direction\nT,,4,,\nb,T,1,1,1\nM,T,2,3,\na,M,1,1,1')
    expect(scores['X']).toStrictEqual({ T: 1.75, b: 4, M: 1, a: 1 })
  })

  it('refuses what a geometric or harmonic mean cannot take, once, with the figure and how many', () => {
    const structure = 'code,parent,level,weight,direction\na,T,1,1,1\nb,T,1,2,1\nT,,2,,'
    const refused = compute('unit,a,b\nX,8,-1\nY,0,0', { aggregation: 'geometric' }, structure)
    expect(refused.ok ? [] : refused.problems).toStrictEqual([
      expect.objectContaining({ code: 'compositeInput', reason: 'notPositive', subject: 'a', value: '0', other: 'Y', count: 2 }),
    ])
    expect(compute('unit,a,b\nX,8,-1\nY,1,2', { aggregation: 'harmonic' }, structure).ok).toBe(true)
    expect(compute('unit,a,b\nX,8,-1\nY,1,0', { aggregation: 'harmonic' }, structure).ok).toBe(false)
  })

  it('names indicators that tell nothing and computes without them', () => {
    const computed = compute('unit,a1,a2,b1\nX,7,,1\nY,7,,2', { normalisation: { kind: 'minmax', low: 0, high: 100 } })
    expect(computed.ok && computed.value.problems).toStrictEqual([
      expect.objectContaining({ severity: 'warning', reason: 'constant', subject: 'a1', value: '7' }),
      expect.objectContaining({ severity: 'warning', reason: 'allMissing', subject: 'a2' }),
    ])
    expect(computed.ok && computed.value.robustness.scores['X']).toStrictEqual({ a1: null, a2: null, b1: 100, A: null, B: 100, T: 100 })
  })
})

describe('replications', () => {
  const index = indexFrom(smallStructure, 'unit,a1,a2,b1\nX,8,4,3\nY,4,8,4\nZ,,,')
  const method: Method = { normalisation: none, aggregation: 'arithmetic' }

  it('rank the root under given weights; a code that is not named keeps its own', () => {
    const given = [
      new Map([['a2', 0]]),
      new Map([
        ['a1', 0],
        ['B', 100],
      ]),
      new Map([['a1', 0]]),
      new Map([
        ['A', 0],
        ['B', 0],
      ]),
    ]
    const computed = computeRobustness(index, method, weightsAsGiven(index.structure, given))
    if (!computed.ok) throw new Error('refused')
    const { replicatedRanks, replicated } = computed.value.robustness
    expect(replicatedRanks).toStrictEqual({ X: [1, 1, 2, null], Y: [2, 2, 1, null], Z: [null, null, null, null] })
    expect(replicated?.['X']).toStrictEqual({ mean: expect.closeTo(4 / 3, 14), median: 1, p05: 1, p95: expect.closeTo(1.9, 14) })
    expect(replicated?.['Z']).toStrictEqual({ mean: null, median: null, p05: null, p95: null })
  })

  it('move each weight by at most the noise, on both sides, and keep what more replications add apart', () => {
    const few = noisyWeights(index.structure, { replications: 200, noise: 0.25, seed: 7 })
    const more = noisyWeights(index.structure, { replications: 300, noise: 0.25, seed: 7 })
    expect(more.slice(0, 200)).toStrictEqual(few)
    const shares = few.map((weights) => (weights[1] as number) / 3)
    expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.75)
    expect(Math.max(...shares)).toBeLessThanOrEqual(1.25)
    expect(Math.min(...shares)).toBeLessThan(0.77)
    expect(Math.max(...shares)).toBeGreaterThan(1.23)
  })
})
