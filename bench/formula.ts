import { decimalText, parseDecimal } from '../src/core/exact/decimal.ts'
import {
  addFractions,
  compareFractions,
  divideFractions,
  type Fraction,
  fraction,
  multiplyFractions,
  zeroFraction,
} from '../src/core/exact/fraction.ts'
import type { Inputs } from '../src/core/rules/inputs.ts'
import { parseRule } from '../src/core/rules/parse-rule.ts'
import { scoreRule } from '../src/core/rules/score-rule.ts'
import { bestOf, milliseconds, printRow, random } from './measure.ts'

/** The promise: a formula rule over 3,321 units within 5× of the same rule written by hand. */
const units = 3321
const text = 'if(a / b >= 0.9, 1, a / b) * maxPoints * 0.8 + min(c * 0.1, 0.4)'

const next = random(11)
const inputs: readonly Inputs[] = Array.from({ length: units }, () => {
  const b = 20 + Math.floor(next() * 400)
  return { a: String(Math.floor(next() * b)), b: String(b), c: String(Math.floor(next() * 8)) }
})

const [max, most, nine, eighty, tenth, one] = ['2', '0.4', '0.9', '0.8', '0.1', '1'].map((each) => parseDecimal(each) ?? zeroFraction) as [
  Fraction,
  Fraction,
  Fraction,
  Fraction,
  Fraction,
  Fraction,
]
const figure = (value: unknown): Fraction => parseDecimal(String(value)) ?? fraction(0n)

/** What a programmer would write for this rule and no other, with the same exact figures and the same text of points. */
const byHand = (given: Inputs): string => {
  const share = divideFractions(figure(given['a']), figure(given['b']))
  const counted = compareFractions(share, nine) >= 0 ? one : share
  const extra = multiplyFractions(figure(given['c']), tenth)
  const held = compareFractions(extra, most) > 0 ? most : extra
  const points = addFractions(multiplyFractions(multiplyFractions(counted, max), eighty), held)
  return decimalText(compareFractions(points, max) > 0 ? max : points)
}

const rule = parseRule({ kind: 'formula', max: '2', formula: text })
if (!rule.ok) throw new Error(JSON.stringify(rule.problems))
const byRule = (given: Inputs): string => {
  const result = scoreRule(rule.value, given)
  return result.status === 'scored' ? decimalText(result.points) : result.status
}

for (const given of inputs) if (byHand(given) !== byRule(given)) throw new Error(`differs for ${JSON.stringify(given)}`)
const hand = bestOf(20, () => inputs.map(byHand))
const scored = bestOf(20, () => inputs.map(byRule))
console.log('a formula rule: 3,321 units (promise: within 5× of the same rule written by hand)')
printRow('with trace', { 'by hand': milliseconds(hand), 'by rule': milliseconds(scored), ratio: (scored / hand).toFixed(2) })
