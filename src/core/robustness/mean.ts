export const aggregations = ['arithmetic', 'geometric', 'harmonic'] as const
export type Aggregation = (typeof aggregations)[number]

/**
 * A weighted mean as `finish(Σ w·prepare(x), Σ w)`. `ofShares`: weights are divided by their sum before they are multiplied, as COINr's `a_amean`
 * does; `a_gmean` and `a_hmean` divide at the end. The order of roundings decides which units tie.
 */
export interface Mean {
  readonly ofShares: boolean
  readonly prepare: (value: number) => number
  readonly finish: (sum: number, weight: number) => number
  /** Values the mean is not defined for. */
  readonly refuses: 'nothing' | 'zero' | 'notPositive'
}

export const means: Readonly<Record<Aggregation, Mean>> = {
  arithmetic: { ofShares: true, prepare: (value) => value, finish: (sum) => sum, refuses: 'nothing' },
  geometric: { ofShares: false, prepare: Math.log, finish: (sum, weight) => Math.exp(sum / weight), refuses: 'notPositive' },
  harmonic: { ofShares: false, prepare: (value) => 1 / value, finish: (sum, weight) => weight / sum, refuses: 'zero' },
}
