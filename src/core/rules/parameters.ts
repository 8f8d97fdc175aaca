import { z } from 'zod'
import { parseDecimal } from '../exact/decimal.ts'
import { divideFractions, type Fraction, fraction, fractionOfPoints, multiplyFractions } from '../exact/fraction.ts'
import { parsePoints } from '../exact/points.ts'
import { parseDate } from '../dates.ts'
import { compileFormula } from './formula/compile.ts'
import type { Formula } from './formula/formula.ts'
import { parseFormula } from './formula/parse-formula.ts'

const hundred = fraction(100n)
const figurePattern = '^[+-]?[0-9]+([.,][0-9]+)?$'

/** Points in a rule: text with at most four decimals, kept as an exact fraction. */
export const pointsShape = z
  .string()
  .transform((text, context): Fraction => {
    const points = parsePoints(text)
    if (points !== undefined) return fractionOfPoints(points)
    context.issues.push({ code: 'custom', input: text, params: { problem: 'invalidPoints' } })
    return z.NEVER
  })
  .meta({ description: 'Points as text, at most four decimals: "0.75" or "0,75"' })

/** A figure that is no points: an edge, a threshold, a weight. */
export const figureShape = z
  .string()
  .transform((text, context): Fraction => {
    const figure = text.length <= 40 ? parseDecimal(text) : undefined
    if (figure) return figure
    context.issues.push({ code: 'custom', input: text, message: 'figure' })
    return z.NEVER
  })
  .meta({ description: `A figure as text: "90", "0.5", "0,5"; ${figurePattern}` })

/** Points that a rule gives: so many, or a share of its maximum. */
export type Amount = { readonly points: Fraction } | { readonly share: Fraction }

export const full: Amount = { share: fraction(1n) }
export const nothing: Amount = { share: fraction(0n) }

const parseAmount = (text: string): Amount | undefined => {
  const percent = /^(.{1,40}?)\s*%$/.exec(text.trim())?.[1]
  if (percent === undefined) {
    const points = parsePoints(text)
    return points === undefined ? undefined : { points: fractionOfPoints(points) }
  }
  const share = parseDecimal(percent)
  return share && { share: divideFractions(share, hundred) }
}

/** `"0.75"` points, or `"75%"` of the maximum of the rule. */
export const amountShape = z
  .string()
  .transform((text, context): Amount => {
    const amount = parseAmount(text)
    if (amount) return amount
    context.issues.push({ code: 'custom', input: text, message: 'amount' })
    return z.NEVER
  })
  .meta({ description: 'Points as text ("0.75"), or a percent of the maximum of the rule ("75%")' })

/** How many points an amount is under a maximum. */
export const pointsOfAmount = (amount: Amount, max: Fraction): Fraction =>
  'points' in amount ? amount.points : multiplyFractions(amount.share, max)

export const dateShape = z
  .string()
  .transform((text, context): string => {
    const date = parseDate(text)
    if (date !== undefined) return date
    context.issues.push({ code: 'custom', input: text, message: 'date' })
    return z.NEVER
  })
  .meta({ description: 'A date: "2022-12-10" or "10/12/2022"' })

/** A formula over inputs; the simplest is the name of one. */
export const formulaShape = z
  .string()
  .transform((text, context): Formula => {
    const read = parseFormula(text)
    if ('tree' in read) return compileFormula(text, read.tree)
    const { reason, at, text: near } = read.fault
    context.issues.push({
      code: 'custom',
      input: text.slice(0, 80),
      params: { formula: { reason, position: at, near: near.slice(0, 20) } },
    })
    return z.NEVER
  })
  .meta({ description: 'A formula over named inputs, such as "a / b * 100"; the simplest is the name of one input' })

/** The formula that reads one input. */
export const inputFormula = (name: string): Formula => compileFormula(name, { node: 'name', name, at: 0 })

export const nameShape = z
  .string()
  .min(1)
  .max(60)
  .regex(/^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u)
  .meta({ description: 'Name of an input: letters, digits and _; not a digit first' })

export const labelShape = z.string().min(1).max(500).optional()
