import { z } from 'zod'
import { decimalText } from '../exact/decimal.ts'
import { compareFractions, type Fraction } from '../exact/fraction.ts'
import { errorAt, type Problem } from '../problem.ts'
import { amountShape, figureShape, formulaShape, labelShape } from './parameters.ts'

/** A band of a scale with explicit edges; without an edge it is open on that side. Left out, the lower edge belongs to it and the upper one does not. */
export const bandShape = z
  .strictObject({
    from: figureShape.optional(),
    fromInclusive: z.boolean().default(true),
    to: figureShape.optional(),
    toInclusive: z.boolean().default(false),
    label: labelShape,
    points: amountShape.optional(),
    formula: formulaShape.optional().meta({ description: 'Points of this band by a formula' }),
  })
  .meta({ description: 'A band: its edges, and points or a formula for them' })
export type Band = z.output<typeof bandShape>

/** The edges as text for problems and traces: `[70; 90)`, open sides as `−∞` and `+∞`. */
export const bandText = ({ from, fromInclusive, to, toInclusive }: Omit<Band, 'points' | 'formula' | 'label'>): string =>
  `${from && fromInclusive ? '[' : '('}${from ? decimalText(from) : '−∞'}; ${to ? decimalText(to) : '+∞'}${to && toInclusive ? ']' : ')'}`

export const bandHolds = ({ from, fromInclusive, to, toInclusive }: Band, value: Fraction): boolean => {
  const low = from ? compareFractions(value, from) : 1
  const high = to ? compareFractions(value, to) : -1
  return (low > 0 || (low === 0 && fromInclusive)) && (high < 0 || (high === 0 && toInclusive))
}

const isEmpty = ({ from, fromInclusive, to, toInclusive }: Band): boolean => {
  if (!from || !to) return false
  const order = compareFractions(from, to)
  return order > 0 || (order === 0 && !(fromInclusive && toInclusive))
}

/** By lower edge, an open one first; at the same edge the one that includes it first. */
const byEdge = (a: Band, b: Band): number => {
  if (!a.from || !b.from) return (a.from ? 1 : 0) - (b.from ? 1 : 0)
  return compareFractions(a.from, b.from) || Number(b.fromInclusive) - Number(a.fromInclusive)
}

const neighbours = (below: Band, above: Band, allowsGaps: boolean, at: string): readonly Problem[] => {
  if (!below.to || !above.from) return [errorAt('bandOverlap', at, { first: bandText(below), second: bandText(above) })]
  const order = compareFractions(below.to, above.from)
  const meets = Number(below.toInclusive) + Number(above.fromInclusive)
  if (order > 0 || (order === 0 && meets === 2)) return [errorAt('bandOverlap', at, { first: bandText(below), second: bandText(above) })]
  const isGap = order < 0 || meets === 0
  return isGap && !allowsGaps ? [errorAt('bandGap', at, { below: bandText(below), above: bandText(above) })] : []
}

/** Every band that holds nothing, every overlap, and every gap unless something is said for the rest; in the order of the scale. */
export const checkBands = (bands: readonly Band[], allowsGaps: boolean, at = 'bands'): readonly Problem[] => {
  const empty = bands.flatMap((band, index) => (isEmpty(band) ? [errorAt('emptyBand', `${at}[${index}]`, { band: bandText(band) })] : []))
  const unsaid = bands.flatMap(({ points, formula }, index) =>
    (points === undefined) === (formula === undefined)
      ? [errorAt('exactlyOneOf', `${at}[${index}]`, { fields: ['points', 'formula'] })]
      : [],
  )
  if (empty.length > 0) return [...empty, ...unsaid]
  const sorted = bands.toSorted(byEdge)
  const edges = sorted.slice(1).flatMap((above, index) => {
    const below = sorted[index]
    return below ? neighbours(below, above, allowsGaps, at) : []
  })
  return [...edges, ...unsaid]
}

export const bandAmounts = (bands: readonly Band[]) =>
  bands.flatMap(({ points }, index) => (points ? [{ at: `bands[${index}].points`, amount: points }] : []))

/** The edges as facts of a trace; `edges` says by its brackets which of them belong to the band. */
export const bandFacts = (band: Band) => ({
  label: band.label,
  from: band.from,
  to: band.to,
  edges: `${band.fromInclusive ? '[' : '('}${band.toInclusive ? ']' : ')'}`,
})
