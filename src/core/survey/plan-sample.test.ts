import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction } from '../exact/fraction.ts'
import { roundFraction } from '../exact/round.ts'
import { planSample, reachedMargin, type SampleChoices } from './plan-sample.ts'

const choices: SampleChoices = {
  formula: 'cochran',
  reach: 'whole',
  allocation: 'proportional',
  margin: fraction(5n, 100n),
  confidence: '95',
  share: fraction(1n, 2n),
  reserve: fraction(1n, 10n),
}

describe('planning a sample', () => {
  it('gives what textbooks give: 370 of 10,000 by Cochran, 385 by Yamane, and spreads it', () => {
    const strata = [
      { id: 'a', population: 6000 },
      { id: 'b', population: 4000 },
    ]
    expect(planSample(strata, choices).strata.map(({ size, reserve }) => [size, reserve])).toStrictEqual([
      [222, 23],
      [148, 15],
    ])
    expect(planSample(strata, { ...choices, formula: 'yamane' }).size).toBe(385)
    const { margin } = planSample(strata, choices)
    expect(margin && roundFraction(margin, 4)).toBe('0.0500')
  })

  it('can have each stratum reach the margin by itself', () => {
    const plan = planSample(
      [
        { id: 'a', population: 80 },
        { id: 'b', population: 2000 },
      ],
      { ...choices, reach: 'each' },
    )
    expect(plan.strata.map(({ size }) => size)).toStrictEqual([67, 323])
    for (const { margin } of plan.strata) expect(Number(roundFraction(margin ?? fraction(1n), 6))).toBeLessThanOrEqual(0.05)
  })

  it('warns of strata that ask one to four people, and asks nobody where there is nobody', () => {
    const plan = planSample(
      [
        { id: 'a', population: 100_000 },
        { id: 'b', population: 500 },
        { id: 'c', population: 0 },
      ],
      choices,
    )
    expect(plan.strata.map(({ size, isThin, margin }) => [size > 0, isThin, margin !== undefined])).toStrictEqual([
      [true, false, true],
      [true, true, true],
      [false, false, false],
    ])
  })

  it('spreads after Neyman by the shares that are expected of each stratum, by hand', () => {
    // Deviations 0.5 and 0.3 of alike many people: 370 in the proportion 5 to 3 is 231.25 to 138.75. Where nothing is known of one, the common share stands.
    const strata = [
      { id: 'a', population: 5000, share: fraction(1n, 2n) },
      { id: 'b', population: 5000, share: fraction(1n, 10n) },
    ]
    const sizes = (list: typeof strata | readonly { id: string; population: number }[]) =>
      planSample(list, { ...choices, allocation: 'neyman' }).strata.map(({ size }) => size)
    expect(sizes(strata)).toStrictEqual([231, 139])
    expect(sizes(strata.map(({ id, population }) => ({ id, population })))).toStrictEqual([185, 185])
  })

  it('never asks more people than there are, reserve and all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 12 }),
        fc.boolean(),
        fc.boolean(),
        (sizes, isEach, isYamane) => {
          const strata = sizes.map((population, index) => ({ id: String(index), population }))
          const plan = planSample(strata, { ...choices, reach: isEach ? 'each' : 'whole', formula: isYamane ? 'yamane' : 'cochran' })
          expect(plan.strata.every(({ size, reserve, population }) => size + reserve <= population)).toBe(true)
          expect(plan.size).toBe(plan.strata.reduce((sum, { size }) => sum + size, 0))
        },
      ),
      { seed: 7, numRuns: 200 },
    )
  })

  it('says what was reached: nothing without answers, no margin where all answered', () => {
    expect(reachedMargin(0, 100, '95')).toBeUndefined()
    expect(reachedMargin(100, 100, '95')?.n).toBe(0n)
  })
})
