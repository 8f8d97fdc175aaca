import type { WrittenParagraph } from '../../core/document/written-text.ts'
import type { Block, Span, Text } from '../report.ts'

const handOf = ({ bold, italic }: { readonly bold?: boolean; readonly italic?: boolean }): string => `${bold === true}/${italic === true}`

/** Neighbours of one hand as one; Word splits them wherever somebody paused. */
const joined = (spans: readonly Span[]): readonly Span[] => {
  const all: Span[] = []
  for (const span of spans) {
    const last = all.at(-1)
    if (last && handOf(last) === handOf(span)) all[all.length - 1] = { ...last, text: last.text + span.text }
    else if (span.text !== '') all.push(span)
  }
  return all
}

const spanOf = (text: string, bold: boolean, italic: boolean): Span => ({ text, ...(bold && { bold }), ...(italic && { italic }) })

/** Marks of fields keep the hand of their first letter: an editor may have split them. */
const wholeMarks = (spans: readonly Span[]): readonly Span[] => {
  const parts: Span[] = []
  let open: Span | undefined
  for (const span of spans)
    for (const piece of span.text.split(/(«|»)/)) {
      if (piece === '') continue
      if (open) open = { ...open, text: open.text + piece }
      else if (piece === '«') open = { ...span, text: piece }
      else parts.push({ ...span, text: piece })
      if (open && piece === '»') {
        parts.push(open)
        open = undefined
      }
    }
  return open ? [...parts, open] : parts
}

/** The spans of a paragraph, its automatic number written out, spaces at its ends left out. */
export const spansOfParagraph = ({ label, runs }: WrittenParagraph): readonly Span[] => {
  const first = runs[0]
  const spans = [
    ...(label === undefined || label === '' ? [] : [spanOf(`${label} `, first?.bold ?? false, false)]),
    ...runs.map(({ text, bold, italic }) => spanOf(text.replace(/[\s ]+/g, ' ').normalize('NFC'), bold, italic)),
  ]
  return trimmed(joined(wholeMarks(spans)))
}

const trimmed = (spans: readonly Span[]): readonly Span[] =>
  spans
    .map((span, at) => {
      const text = at === 0 ? span.text.trimStart() : span.text
      return { ...span, text: at === spans.length - 1 ? text.trimEnd() : text }
    })
    .filter(({ text }) => text !== '')

export const wordsOf = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('')

/** Plain words as such, else in their hands. */
export const textOf = (spans: readonly Span[]): Text => {
  const [only, ...more] = spans
  if (only === undefined) return ''
  return more.length === 0 && !only.bold && !only.italic ? only.text : spans
}

/** Without the first letters, which said what the paragraph is. */
const without = (spans: readonly Span[], letters: number): readonly Span[] => {
  let left = letters
  return trimmed(
    spans.map((span) => {
      const cut = Math.min(left, span.text.length)
      left -= cut
      return { ...span, text: span.text.slice(cut) }
    }),
  )
}

/** `1. Mục đích` in bold is a title, what goes on upright its text. */
const titled = (kind: 'item' | 'subItem' | 'point', spans: readonly Span[]): Block => {
  const [first, ...rest] = spans
  if (!first?.bold) return { kind, text: textOf(spans) }
  const text = textOf(trimmed(rest))
  return { kind, title: first.text.trim(), ...(text !== '' && { text }) }
}

const prefixes: readonly (readonly [RegExp, (spans: readonly Span[]) => Block])[] = [
  [/^Điều \d+\s*[.:]\s*/u, (spans) => ({ kind: 'article', text: textOf(spans) })],
  [/^[IVX]+\.\s+/, (spans) => ({ kind: 'heading', title: wordsOf(spans) })],
  [/^\d+\.\d+\.?\s+/, (spans) => titled('subItem', spans)],
  [/^\d+\.\s+/, (spans) => titled('item', spans)],
  [/^[a-zđ]\)\s+/, (spans) => titled('point', spans)],
  [/^[-–—•]\s+/, (spans) => ({ kind: 'bullet', depth: 1, text: textOf(spans) })],
  [/^\+\s+/, (spans) => ({ kind: 'bullet', depth: 2, text: textOf(spans) })],
]

/** Headings whose name stands in the next paragraph: `Chương II`. */
export const loneHeading = (words: string): 'part' | 'chapter' | 'section' | undefined => {
  if (/^Phần [IVX\d]+\.?$/iu.test(words)) return 'part'
  if (/^Chương [IVX\d]+\.?$/iu.test(words)) return 'chapter'
  return /^Mục [IVX\d]+\.?$/iu.test(words) ? 'section' : undefined
}

/** The block that a paragraph is, by what it begins with. */
export const blockOf = (paragraph: WrittenParagraph, spans: readonly Span[]): Block => {
  const words = wordsOf(spans)
  for (const [prefix, make] of prefixes) {
    const found = prefix.exec(words)
    if (found) return make(without(spans, found[0].length))
  }
  const { align } = paragraph
  return { kind: 'paragraph', text: textOf(spans), ...(align !== undefined && align !== 'justify' && { align }) }
}
