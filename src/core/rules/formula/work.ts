import type { Fraction } from '../../exact/fraction.ts'
import type { Scope, Value, Wanted } from './formula.ts'

/** A part of a formula, compiled. */
export type Work = (scope: Scope, wanted: Wanted) => Value | undefined

/** A value where a figure has to stand. */
export const asFigure = (value: Value | undefined, scope: Scope, text: string): Fraction | undefined => {
  if (value === undefined) return undefined
  return typeof value === 'object' && !Array.isArray(value) ? (value as Fraction) : scope.fault('wrongType', text)
}

/** A value where yes or no has to stand. */
export const asFlag = (value: Value | undefined, scope: Scope, text: string): boolean | undefined => {
  if (value === undefined) return undefined
  return typeof value === 'boolean' ? value : scope.fault('wrongType', text)
}

/** Figures out of arguments: each a figure or a list of figures. `undefined` as soon as one lacks, after all were asked for. */
export const asFigures = (values: readonly (Value | undefined)[], scope: Scope, text: string): readonly Fraction[] | undefined => {
  const flat = values.flatMap((value): readonly (Value | undefined)[] => (Array.isArray(value) ? value : [value]))
  const figures = flat.map((value) => asFigure(value, scope, text))
  const known = figures.filter((figure) => figure !== undefined)
  return known.length === figures.length ? known : undefined
}
