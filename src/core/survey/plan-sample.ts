import { type Fraction, fraction } from '../exact/fraction.ts'
import { type Allocation, allocate } from './allocate.ts'
import type { Confidence } from './confidence.ts'
import { marginOfShare } from './margin.ts'
import { type Precision, sampleSize, yamaneSize } from './sample-size.ts'

/** One unit × group of respondents with how many there are. */
export interface PlannedStratum {
  readonly id: string
  readonly population: number
  /** Share of positive answers to expect of this stratum, given or found by an earlier survey, for Neyman; left out: that of the choices. */
  readonly share?: Fraction
}

export interface SampleChoices extends Precision {
  readonly formula: 'cochran' | 'yamane'
  /** One size for all, spread over the strata; or a size for each stratum, so that each reaches the margin by itself. */
  readonly reach: 'whole' | 'each'
  readonly allocation: Allocation
  /** Share of the answers asked for that never come, below 1: so many more are drawn in reserve. */
  readonly reserve: Fraction
}

export interface PlannedSize {
  readonly id: string
  readonly population: number
  readonly size: number
  readonly reserve: number
  /** What the stratum reaches by itself if all answer; absent where nobody is asked. */
  readonly margin?: Fraction
  /** So few are asked that each could be found out, and nothing could be published. */
  readonly isThin: boolean
}

export interface SamplePlan {
  readonly strata: readonly PlannedSize[]
  readonly population: number
  readonly size: number
  /** What all answers together reach, if all answer and their shares are as in the population. */
  readonly margin?: Fraction
}

/** Below so many a stratum's answers cannot be published, and its people can be guessed. Source: docs/decisions/0020. */
export const fewestAsked = 5

const sizeOf = ({ formula, ...precision }: SampleChoices, population: number): number =>
  population === 0 ? 0 : formula === 'yamane' ? yamaneSize(population, precision.margin) : sampleSize(precision, population)

const marginAt = (choices: { readonly share: Fraction; readonly confidence: Confidence }, size: number, population: number) =>
  marginOfShare(choices.share, size, choices.confidence, population)

const reserveOf = (size: number, population: number, { reserve: { n, d } }: SampleChoices): number => {
  const more = Number((BigInt(size) * n + d - 1n) / d)
  return Math.min(population - size, more)
}

/**
 * How many to ask of each stratum, the reserve beside them, and the margin that each and all together will reach. Strata without people get nothing;
 * sizes never exceed a population. Source: section 7.2 of the domain notes; {@link sampleSize}, {@link yamaneSize}, {@link allocate}.
 */
export const planSample = (strata: readonly PlannedStratum[], choices: SampleChoices): SamplePlan => {
  const population = strata.reduce((sum, each) => sum + each.population, 0)
  const sizes =
    choices.reach === 'each'
      ? strata.map((each) => sizeOf(choices, each.population))
      : allocate(
          sizeOf(choices, population),
          strata.map((each) => ({ share: choices.share, ...each })),
          choices.allocation,
        )
  const planned = strata.map(({ id, population: people }, index): PlannedSize => {
    const size = sizes[index] ?? 0
    const margin = marginAt(choices, size, people)
    return {
      id,
      population: people,
      size,
      reserve: reserveOf(size, people, choices),
      isThin: size > 0 && size < fewestAsked,
      ...(margin && { margin }),
    }
  })
  const size = sizes.reduce((sum, each) => sum + each, 0)
  const margin = marginAt(choices, size, population)
  return { strata: planned, population, size, ...(margin && { margin }) }
}

/** What was reached: the margin at one half, the widest there is, of the answers that came. */
export const reachedMargin = (answers: number, population: number | undefined, confidence: Confidence): Fraction | undefined =>
  marginOfShare(fraction(1n, 2n), answers, confidence, population)
