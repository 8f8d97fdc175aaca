import type { Line, Rule } from './layout.ts'
import { lineSpacing, size } from './measures.ts'
import type { Span, Text } from './report.ts'

/** Text as spans, in Unicode NFC; `hand` is added to each. */
export const spansOf = (text: Text, hand: Omit<Span, 'text'> = {}): readonly Span[] =>
  (typeof text === 'string' ? [{ text }] : text).map((span) => ({ ...span, ...hand, text: span.text.normalize('NFC') }))

const plainLine = {
  kind: 'line',
  size: size.body,
  align: 'left',
  firstIndent: 0,
  leftIndent: 0,
  before: 0,
  after: 0,
  spacing: 1,
  keepsNext: false,
  framed: false,
} as const satisfies Omit<Line, 'spans'>

/** A line with what differs from a plain one. */
export const lineOf = (spans: readonly Span[], look: Partial<Omit<Line, 'kind' | 'spans'>> = {}): Line => ({
  ...plainLine,
  ...look,
  spans,
})

/** One line of words in one hand. */
export const wordsLine = (
  text: string,
  look: Partial<Omit<Line, 'kind' | 'spans'>> & { readonly bold?: boolean; readonly italic?: boolean } = {},
): Line => {
  const { bold = false, italic = false, ...rest } = look
  return lineOf(spansOf(text, { ...(bold && { bold }), ...(italic && { italic }) }), rest)
}

/** A paragraph of the body. */
export const bodyLine = (spans: readonly Span[], look: Partial<Omit<Line, 'kind' | 'spans'>> = {}): Line =>
  lineOf(spans, { align: 'justify', spacing: lineSpacing, ...look })

export const ruleOf = (length: number, within: number): Rule => ({ kind: 'rule', length, within })

export const centred = 'center' as const
