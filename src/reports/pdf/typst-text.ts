import type { Span } from '../report.ts'

/** A Typst string: only quote and backslash mean anything in it; what cannot be printed is left out. */
export const typstString = (text: string): string =>
  // oxlint-disable-next-line no-control-regex -- control characters have no shape on paper
  `"${text.replace(/[\u0000-\u001f\u007f]/g, ' ').replace(/["\\]/g, '\\$&')}"`

/** One span as content: `w` writes words, `wb` bold, `wi` italic, `wbi` both. */
const spanCode = ({ text, bold = false, italic = false }: Span): string => `w${bold ? 'b' : ''}${italic ? 'i' : ''}(${typstString(text)})`

/** Spans as one piece of content. */
export const spansCode = (spans: readonly Span[]): string => (spans.length === 0 ? '[]' : spans.map(spanCode).join('+'))
