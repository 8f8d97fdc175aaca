import { type Fraction, fraction } from '../exact/fraction.ts'

/**
 * Standard-normal quantiles as textbooks print them, two-sided: 1.96 for 95 %. Source: any table of the normal distribution; rounded to the
 * decimals in use so that a sample size can be worked out again by hand.
 */
const quantiles = {
  '80': fraction(1282n, 1000n),
  '90': fraction(1645n, 1000n),
  '95': fraction(196n, 100n),
  '98': fraction(2326n, 1000n),
  '99': fraction(2576n, 1000n),
}

/** How sure, in percent. */
export const confidences = ['80', '90', '95', '98', '99'] as const
export type Confidence = (typeof confidences)[number]

/** The quantile z of a two-sided confidence. */
export const quantileOf = (confidence: Confidence): Fraction => quantiles[confidence]
