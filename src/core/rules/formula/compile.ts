import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  multiplyFractions,
  subtractFractions,
} from '../../exact/fraction.ts'
import { isTooLarge, negate } from './arithmetic.ts'
import { compileCall } from './calls.ts'
import type { Formula, Scope, Value, Wanted } from './formula.ts'
import type { BinarySign, Tree } from './tree.ts'
import { asFigure, asFlag, type Work } from './work.ts'

const arithmetic: Readonly<Record<string, (a: Fraction, b: Fraction) => Fraction>> = {
  '+': addFractions,
  '-': subtractFractions,
  '*': multiplyFractions,
  '/': divideFractions,
}

const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
}

const compileArithmetic = (sign: BinarySign, left: Work, right: Work, text: string): Work => {
  const combine = arithmetic[sign] ?? addFractions
  return (scope) => {
    const a = asFigure(left(scope, 'figure'), scope, text)
    const b = asFigure(right(scope, 'figure'), scope, text)
    if (a === undefined || b === undefined) return undefined
    if (sign === '/' && b.n === 0n) return scope.fault('divisionByZero', text)
    const value = combine(a, b)
    return isTooLarge(value) ? scope.fault('calculationTooLarge', text) : value
  }
}

/** Three-valued: `false and what is lacking` is false already. */
const compileLogic =
  (sign: 'and' | 'or', left: Work, right: Work, text: string): Work =>
  (scope) => {
    const settles = sign === 'or'
    const a = asFlag(left(scope, 'flag'), scope, text)
    if (a === settles) return settles
    const b = asFlag(right(scope, 'flag'), scope, text)
    if (b === settles) return settles
    return a === undefined || b === undefined ? undefined : !settles
  }

/** What the one side of a comparison asks of the other: a literal says it, between two names it is left open unless an order is asked for. */
const wantedBeside = (tree: Tree): Wanted => {
  if (tree.node === 'text') return 'any'
  if (tree.node === 'flag') return 'flag'
  return tree.node === 'name' ? 'any' : 'figure'
}

const orderOf = (a: Value, b: Value): number | undefined => {
  if (typeof a === 'object' && typeof b === 'object')
    return Array.isArray(a) || Array.isArray(b) ? undefined : compareFractions(a as Fraction, b as Fraction)
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1
  return typeof a === 'boolean' && typeof b === 'boolean' ? Number(a) - Number(b) : undefined
}

const compileComparison = (tree: Extract<Tree, { node: 'binary' }>, left: Work, right: Work, text: string): Work => {
  const holds = comparisons[tree.sign] ?? (() => false)
  const [ofLeft, ofRight] = [wantedBeside(tree.right), wantedBeside(tree.left)]
  return (scope) => {
    const a = left(scope, ofLeft)
    const b = right(scope, ofRight)
    if (a === undefined || b === undefined) return undefined
    const order = orderOf(a, b)
    return order === undefined ? scope.fault('wrongType', text) : holds(order)
  }
}

const compileBinary = (tree: Extract<Tree, { node: 'binary' }>, text: string): Work => {
  const [left, right] = [compileTree(tree.left, text), compileTree(tree.right, text)]
  if (tree.sign in arithmetic) return compileArithmetic(tree.sign, left, right, text)
  if (tree.sign === 'and' || tree.sign === 'or') return compileLogic(tree.sign, left, right, text)
  return compileComparison(tree, left, right, text)
}

const compileSign = (tree: Extract<Tree, { node: 'sign' }>, text: string): Work => {
  const of = compileTree(tree.of, text)
  if (tree.sign === '-')
    return (scope) => {
      const value = asFigure(of(scope, 'figure'), scope, text)
      return value && negate(value)
    }
  return (scope) => {
    const value = asFlag(of(scope, 'flag'), scope, text)
    return value === undefined ? undefined : !value
  }
}

const compileTree = (tree: Tree, text: string): Work => {
  if (tree.node === 'figure' || tree.node === 'text' || tree.node === 'flag') return () => tree.value
  if (tree.node === 'name') return (scope, wanted) => scope.read(tree.name, wanted)
  if (tree.node === 'sign') return compileSign(tree, text)
  if (tree.node === 'binary') return compileBinary(tree, text)
  return compileCall(
    tree,
    tree.of.map((each) => compileTree(each, text)),
    text,
  )
}

/** Makes a tree into work once, so that running it for thousands of units costs its arithmetic and little more. */
export const compileFormula = (text: string, tree: Tree): Formula => ({ text, tree, run: compileTree(tree, text.slice(0, 80)) })

/** Runs a formula that has to give a figure. */
export const figureOfFormula = (formula: Formula, scope: Scope): Fraction | undefined =>
  asFigure(formula.run(scope, 'figure'), scope, formula.text.slice(0, 80))

/** Runs a formula that has to give yes or no. */
export const flagOfFormula = (formula: Formula, scope: Scope): boolean | undefined =>
  asFlag(formula.run(scope, 'flag'), scope, formula.text.slice(0, 80))
