import { decimalText } from '../core/exact/decimal.ts'
import type { Fraction } from '../core/exact/fraction.ts'
import type { Band } from '../core/rules/bands.ts'
import type { NestedRule } from '../core/rules/common.ts'
import type { Amount } from '../core/rules/parameters.ts'
import type { RuleKindName, RuleOf } from '../core/rules/registry.ts'

/** What sentences of one rule speak with: its maximum, the labels of its inputs, and how a rule inside it is said. */
export interface Speech {
  readonly max: Fraction | undefined
  readonly labels: ReadonlyMap<string, string>
  /** At the row of a penalty: what the rule gives is taken away. */
  readonly isPenalty: boolean
  /** A whole sentence, in the same language. */
  readonly within: (rule: NestedRule) => string
}

export type Sentences = { readonly [Name in RuleKindName]: (rule: RuleOf<Name>, speech: Speech) => string }

/** The whole maximum. */
export const fullAmount: Amount = { share: { n: 1n, d: 1n } }

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
/** Abbreviations keep their capitals. */
export const small = (text: string): string => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase('vi') + text.slice(1))

/** A rule within a sentence; one that has parts of its own is held together by parentheses. */
export const nestedWords = (rule: NestedRule, { within }: Speech): string => {
  const words = small(within(rule)).replace(/\.$/, '')
  return words.includes(';') ? `(${words})` : words
}

export const labelled = (label: string | undefined, words: string): string => (label === undefined ? words : `${label}: ${words}`)

export const edges = ({ from, to, fromInclusive, toInclusive }: Band) => ({
  ...(from && { from: decimalText(from) }),
  ...(to && { to: decimalText(to) }),
  fromInclusive,
  toInclusive,
})
