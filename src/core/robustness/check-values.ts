import type { Problem } from '../problem.ts'
import type { CompositeIndex } from './composite-index.ts'
import { doubtIn, faultIn } from './fault.ts'
import { type Aggregation, means } from './mean.ts'
import { isConstant, type Normalisation } from './normalise.ts'
import type { Structure } from './structure.ts'

/** Indicators that tell nothing: they drop out as missing, and whoever computes should know. */
const checkColumn = (code: string, column: Float64Array, by: Normalisation): readonly Problem[] => {
  if (column.every(Number.isNaN)) return [doubtIn('data', 'allMissing', code)]
  if ((by.kind === 'minmax' || by.kind === 'zscore') && isConstant(column)) {
    const value = column.find((each) => !Number.isNaN(each))
    return [doubtIn('data', 'constant', code, { value: `${value}` })]
  }
  return []
}

/** Values that a mean is not defined for are one problem of the method, shown at the first of them. */
const checkMean = (
  { structure, units }: CompositeIndex,
  normalised: readonly Float64Array[],
  aggregation: Aggregation,
): readonly Problem[] => {
  const { refuses } = means[aggregation]
  if (refuses === 'nothing') return []
  const found = normalised.flatMap((column, at) => {
    const unit = column.findIndex((value) => (refuses === 'zero' ? value === 0 : value <= 0))
    return unit < 0 ? [] : [{ code: codeAt(structure, at), value: `${column[unit]}`, other: units[unit] ?? '' }]
  })
  const [first] = found
  return first ? [faultIn('data', refuses, first.code, { value: first.value, other: first.other, count: found.length })] : []
}

const codeAt = ({ nodes, indicators }: Structure, at: number): string => nodes[indicators[at] ?? -1]?.code ?? ''

/** What normalised values have against being aggregated: indicators that tell nothing, one by one, and what the mean cannot take. */
export const checkValues = (
  index: CompositeIndex,
  normalised: readonly Float64Array[],
  by: Normalisation,
  aggregation: Aggregation,
): readonly Problem[] => [
  ...index.columns.flatMap((column, at) => checkColumn(codeAt(index.structure, at), column, by)),
  ...checkMean(index, normalised, aggregation),
]
