import { describe, expect, it } from 'vitest'
import { computeFirmness } from './firmness.ts'
import { leaveOneOut } from './leave-one-out.ts'
import { rankIntervals } from './rank-interval.ts'
import { noisyWeights } from './replication-weights.ts'
import { indexFrom, smallStructure } from './small-index.ts'

const index = indexFrom(
  smallStructure,
  `unit,a1,a2,b1
X,10,20,30
Y,20,10,10
Z,15,15,20
W,40,1,5`,
)
const noise = { replications: 200, noise: 0.25, seed: 7 }

const run = (goesOn: (step: number) => boolean) => {
  const steps = computeFirmness(index, noise)
  let step = steps.next()
  while (!step.done) step = steps.next(goesOn(step.value))
  return step.value
}

describe('how firm a ranking is', () => {
  it('is the same step by step as at once', () => {
    const method = { normalisation: { kind: 'none' }, aggregation: 'arithmetic' } as const
    const firmness = run(() => true)
    const intervals = rankIntervals(index, method, noisyWeights(index.structure, noise))
    const movers = leaveOneOut(index, method)
    if (!firmness.ok || !intervals.ok || !movers.ok) throw new Error()
    expect(firmness.value.replications).toBe(200)
    expect(firmness.value.intervals).toStrictEqual(intervals.value)
    expect(firmness.value.movers).toStrictEqual(movers.value)
    expect(firmness.value.importance.map(({ code }) => code)).toStrictEqual(['a1', 'a2', 'b1'])
  })

  it('says how far it is, and stops with what it has', () => {
    const seen: number[] = []
    const firmness = run((step) => {
      seen.push(step)
      return step < 13
    })
    expect(seen).toStrictEqual(Array.from({ length: 13 }, (_, at) => at + 1))
    expect(firmness.ok && firmness.value.replications).toBe(10)
  })
})
