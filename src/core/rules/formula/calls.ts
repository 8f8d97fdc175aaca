import { decimalText } from '../../exact/decimal.ts'
import { type Fraction, fraction } from '../../exact/fraction.ts'
import { daysBetween, parseDate } from '../../dates.ts'
import { absolute, isTooLarge, larger, meanFraction, roundTo, smaller, sumFractions } from './arithmetic.ts'
import type { Scope, Value, Wanted } from './formula.ts'
import { type FormulaFunction, isFormulaFunction } from './functions.ts'
import type { Tree } from './tree.ts'
import { asFigure, asFigures, asFlag, type Work } from './work.ts'

type Call = (of: readonly Work[], scope: Scope, text: string, wanted: Wanted, tree: readonly Tree[]) => Value | undefined

/** A function of figures and lists of figures. */
const ofFigures =
  (work: (figures: readonly Fraction[]) => Fraction | undefined): Call =>
  (of, scope, text) => {
    const figures = asFigures(
      of.map((each) => each(scope, of.length === 1 ? 'list' : 'figure')),
      scope,
      text,
    )
    if (!figures) return undefined
    if (figures.length === 0) return scope.fault('wrongType', text)
    const value = work(figures)
    if (value === undefined) return scope.fault('wrongType', text)
    return isTooLarge(value) ? scope.fault('calculationTooLarge', text) : value
  }

/** A function of single figures. */
const ofSingles =
  (work: (figures: readonly Fraction[]) => Fraction | undefined): Call =>
  (of, scope, text) => {
    const figures = of.map((each) => asFigure(each(scope, 'figure'), scope, text)).filter((each) => each !== undefined)
    if (figures.length < of.length) return undefined
    return work(figures) ?? scope.fault('wrongType', text)
  }

const digitsOf = (figure: Fraction | undefined): number | undefined => {
  if (figure === undefined) return 0
  return figure.d === 1n && figure.n >= 0n && figure.n <= 12n ? Number(figure.n) : undefined
}

const rounded = ([value, digits]: readonly Fraction[]): Fraction | undefined => {
  const count = digitsOf(digits)
  return value && count !== undefined ? roundTo(value, count) : undefined
}

const single =
  (work: (value: Fraction) => Fraction) =>
  ([value]: readonly Fraction[]): Fraction | undefined =>
    value && work(value)

const clamped = ([value, low, high]: readonly Fraction[]): Fraction | undefined => value && low && high && smaller(larger(value, low), high)

const branch: Call = ([condition, yes, no], scope, text, wanted) => {
  const holds = asFlag(condition?.(scope, 'flag'), scope, text)
  return holds === undefined ? undefined : (holds ? yes : no)?.(scope, wanted)
}

const dateOf = (value: Value | undefined, scope: Scope, text: string): string | undefined => {
  if (value === undefined) return undefined
  return (typeof value === 'string' ? parseDate(value) : undefined) ?? scope.fault('wrongType', text)
}

const days: Call = ([first, second], scope, text) => {
  const from = dateOf(first?.(scope, 'date'), scope, text)
  const to = dateOf(second?.(scope, 'date'), scope, text)
  return from !== undefined && to !== undefined ? fraction(BigInt(daysBetween(from, to))) : undefined
}

const lookUp: Call = ([, key], scope, text, _wanted, [table]) => {
  const value = key?.(scope, 'any')
  if (value === undefined) return undefined
  if (table?.node !== 'name' || typeof value === 'boolean' || Array.isArray(value)) return scope.fault('wrongType', text)
  return scope.lookUp(table.name, typeof value === 'string' ? value : decimalText(value as Fraction))
}

const node: Call = (_, scope, text, _wanted, [id]) => (id?.node === 'text' ? scope.node(id.value) : scope.fault('wrongType', text))

const count: Call = ([list], scope, text) => {
  const value = list?.(scope, 'list')
  if (value === undefined) return undefined
  return Array.isArray(value) ? fraction(BigInt(value.length)) : scope.fault('wrongType', text)
}

const calls = {
  if: branch,
  min: ofFigures((figures) => figures.reduce(smaller)),
  max: ofFigures((figures) => figures.reduce(larger)),
  sum: ofFigures(sumFractions),
  mean: ofFigures(meanFraction),
  count,
  round: ofSingles(rounded),
  floor: ofSingles(single((value) => roundTo(value, 0, 'floor'))),
  ceiling: ofSingles(single((value) => roundTo(value, 0, 'ceiling'))),
  abs: ofSingles(single(absolute)),
  clamp: ofSingles(clamped),
  days,
  lookup: lookUp,
  node,
} satisfies Readonly<Record<FormulaFunction, Call>>

/** A call made into work; what it may be called with was seen when the formula was read. */
export const compileCall = (tree: Extract<Tree, { node: 'call' }>, of: readonly Work[], text: string): Work => {
  const call = isFormulaFunction(tree.name) ? calls[tree.name] : undefined
  if (!call) throw new Error(`no function ${tree.name}`)
  return (scope, wanted) => call(of, scope, text, wanted, tree.of)
}
