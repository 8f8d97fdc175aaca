import { type Fraction, fraction } from './fraction.ts'
import { roundFraction } from './round.ts'

const digits = 6

/**
 * A quotient as files print points: all its decimals where they end within six, else rounded half up to six; no trailing zeros.
 * `171/250` → `"0.684"`, `1/3` → `"0.333333"`.
 */
export const decimalText = (value: Fraction): string => roundFraction(value, digits).replace(/\.?0+$/, '')

/** Reads a decimal of any length (`"81.333333"`, `"81,5"`); `undefined` for anything else. */
export const parseDecimal = (text: string): Fraction | undefined => {
  const match = /^([+-]?)(\d+)(?:[.,](\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const [, sign, whole = '', part = ''] = match
  const size = BigInt(whole + part)
  return fraction(sign === '-' ? -size : size, 10n ** BigInt(part.length))
}
