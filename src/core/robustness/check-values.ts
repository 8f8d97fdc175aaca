import type { Problem } from '../problem.ts'
import type { CompositeIndex } from './composite-index.ts'
import { doubtIn, faultIn } from './fault.ts'
import { type Aggregation, means } from './mean.ts'
import { isConstant, type Normalisation } from './normalise.ts'

/** Indicators that tell nothing: they drop out as missing, and whoever computes should know. */
const checkColumn = (code: string, column: Float64Array, by: Normalisation): readonly Problem[] => {
  if (column.every(Number.isNaN)) return [doubtIn('data', 'allMissing', code)]
  if ((by.kind === 'minmax' || by.kind === 'zscore') && isConstant(column)) {
    const value = column.find((each) => !Number.isNaN(each))
    return [doubtIn('data', 'constant', code, { value: `${value}` })]
  }
  return []
}

/** The first value that a mean is not defined for; one is enough to say what to do. */
const checkMean = (code: string, normalised: Float64Array, units: readonly string[], aggregation: Aggregation): readonly Problem[] => {
  const { refuses } = means[aggregation]
  if (refuses === 'nothing') return []
  const at = normalised.findIndex((value) => (refuses === 'zero' ? value === 0 : value <= 0))
  if (at < 0) return []
  return [faultIn('data', refuses, code, { value: `${normalised[at]}`, other: units[at] ?? '' })]
}

/** What normalised values have against being aggregated, indicator by indicator. */
export const checkValues = (
  { structure, units, columns }: CompositeIndex,
  normalised: readonly Float64Array[],
  by: Normalisation,
  aggregation: Aggregation,
): readonly Problem[] =>
  structure.indicators.flatMap((node, at) => {
    const code = structure.nodes[node]?.code ?? ''
    return [
      ...checkColumn(code, columns[at] ?? new Float64Array(), by),
      ...checkMean(code, normalised[at] ?? new Float64Array(), units, aggregation),
    ]
  })
