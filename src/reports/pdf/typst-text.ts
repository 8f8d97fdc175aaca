import type { Span } from '../report.ts'
import { printable } from '../printable.ts'

/** A Typst string: only quote and backslash mean anything in it. Every text goes into Typst through here. */
export const typstString = (text: string): string => `"${printable(text).replace(/["\\]/g, '\\$&')}"`

/** PDF/A allows 32,767 bytes in a string of the file itself; what describes a file is read at a glance anyway. */
const mostDescribed = 1000

/** A string about the file rather than on its pages: title, author, keyword, words for who cannot see a picture. */
export const describingString = (text: string): string => typstString(text.slice(0, mostDescribed))

/** One span as content: `w` writes words, `wb` bold, `wi` italic, `wbi` both. */
const spanCode = ({ text, bold = false, italic = false }: Span): string => `w${bold ? 'b' : ''}${italic ? 'i' : ''}(${typstString(text)})`

/** Spans as one piece of content. */
export const spansCode = (spans: readonly Span[]): string => (spans.length === 0 ? '[]' : spans.map(spanCode).join('+'))
