import { parseDecimal } from '../../exact/decimal.ts'
import { zeroFraction } from '../../exact/fraction.ts'
import type { FormulaFault } from '../../problem-facts/rule.ts'
import { formulaFunctions, isFormulaFunction } from './functions.ts'
import { type Fault, type Token, tokensOf } from './tokens.ts'
import { type BinarySign, formulaLimits, type Tree } from './tree.ts'

/** Binding, loosest first; comparisons do not chain (`1 < x < 5` is refused). */
const levels: readonly (readonly BinarySign[])[] = [['or'], ['and'], ['=', '<>', '<', '<=', '>', '>='], ['+', '-'], ['*', '/']]
const comparisonLevel = 2
const reserved = new Set(['and', 'or', 'not', 'true', 'false'])

interface Reader {
  readonly tokens: readonly Token[]
  next: number
  parts: number
}

/** Thrown inside this file alone, to leave a deep descent at the first fault. */
interface Stop {
  readonly fault: Fault
}

const stop = (reason: FormulaFault, { at, text }: Token): never => {
  const left: Stop = { fault: { reason, at, text } }
  throw left
}

const peek = (reader: Reader): Token => reader.tokens[reader.next] ?? { type: 'end', text: '', at: 0 }
const isSign = (token: Token, text: string): boolean => (token.type === 'sign' || token.type === 'name') && token.text === text

const take = (reader: Reader): Token => {
  const token = peek(reader)
  reader.next++
  if (++reader.parts > formulaLimits.parts) stop('tooLong', token)
  return token
}

const expect = (reader: Reader, text: string): void => {
  const token = take(reader)
  if (!isSign(token, text)) stop(token.type === 'end' ? 'unfinished' : 'unexpected', token)
}

const readLevel = (reader: Reader, level: number, depth: number): Tree => {
  const signs = levels[level]
  if (!signs) return readUnary(reader, depth)
  let left = readLevel(reader, level + 1, depth)
  for (let count = 0; ; count++) {
    const token = peek(reader)
    const sign = signs.find((each) => isSign(token, each))
    if (!sign) return left
    if (level === comparisonLevel && count > 0) stop('chained', token)
    take(reader)
    left = { node: 'binary', sign, left, right: readLevel(reader, level + 1, depth), at: token.at }
  }
}

const readWhole = (reader: Reader, depth: number): Tree => {
  if (depth > formulaLimits.depth) stop('tooDeep', peek(reader))
  return readLevel(reader, 0, depth)
}

const readUnary = (reader: Reader, depth: number): Tree => {
  const token = peek(reader)
  if (depth > formulaLimits.depth) stop('tooDeep', token)
  if (isSign(token, '-') || isSign(token, 'not')) {
    take(reader)
    const sign = token.text === '-' ? '-' : 'not'
    // `not` reaches over a comparison, a minus over nothing but what follows it.
    const of = sign === 'not' ? readLevel(reader, comparisonLevel, depth + 1) : readUnary(reader, depth + 1)
    return { node: 'sign', sign, of }
  }
  return readPrimary(reader, depth)
}

const readPrimary = (reader: Reader, depth: number): Tree => {
  const token = take(reader)
  if (token.type === 'figure') {
    if (token.text.length > formulaLimits.digits) stop('tooLong', token)
    return { node: 'figure', value: parseDecimal(token.text) ?? zeroFraction }
  }
  if (token.type === 'text') return { node: 'text', value: token.text }
  if (isSign(token, '(')) {
    const inner = readWhole(reader, depth + 1)
    expect(reader, ')')
    return inner
  }
  if (token.type === 'name') return readName(reader, token, depth)
  return stop(token.type === 'end' ? 'unfinished' : 'unexpected', token)
}

const readName = (reader: Reader, token: Token, depth: number): Tree => {
  if (token.text === 'true' || token.text === 'false') return { node: 'flag', value: token.text === 'true' }
  if (reserved.has(token.text)) return stop('unexpected', token)
  if (!isSign(peek(reader), '(')) return { node: 'name', name: token.text, at: token.at }
  if (!isFormulaFunction(token.text)) return stop('unknownFunction', token)
  const of = readArguments(reader, depth)
  const { least, most } = formulaFunctions[token.text]
  if (of.length < least || of.length > most) stop('argumentCount', token)
  return { node: 'call', name: token.text, of, at: token.at }
}

const readArguments = (reader: Reader, depth: number): readonly Tree[] => {
  expect(reader, '(')
  const of: Tree[] = []
  if (isSign(peek(reader), ')')) {
    take(reader)
    return of
  }
  for (;;) {
    of.push(readWhole(reader, depth + 1))
    if (!isSign(peek(reader), ',')) break
    take(reader)
  }
  expect(reader, ')')
  return of
}

/**
 * Reads a formula: decimals with a point, names, texts in double quotes, `+ - * /` (also × ÷), comparisons, `and or not`, parentheses and the
 * functions of `functions.ts`. Bounded in length, depth and parts; gives the tree, or the first fault with its place.
 */
export const parseFormula = (formula: string): { readonly tree: Tree } | { readonly fault: Fault } => {
  if (formula.length > formulaLimits.characters) return { fault: { reason: 'tooLong', at: formulaLimits.characters, text: '' } }
  const tokens = tokensOf(formula.normalize('NFC'))
  if ('reason' in tokens) return { fault: tokens }
  const reader: Reader = { tokens, next: 0, parts: 0 }
  try {
    const tree = readWhole(reader, 0)
    const rest = peek(reader)
    return rest.type === 'end' ? { tree } : { fault: { reason: 'unexpected', at: rest.at, text: rest.text } }
  } catch (thrown) {
    if (typeof thrown === 'object' && thrown !== null && 'fault' in thrown) return { fault: (thrown as Stop).fault }
    throw thrown
  }
}
