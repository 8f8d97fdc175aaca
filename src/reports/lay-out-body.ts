import { paperWords } from '../language/reports/paper-words.ts'
import { layOutTable } from './lay-out-table.ts'
import { drawChart } from './charts/draw-chart.ts'
import type { Line, Picture, Piece } from './layout.ts'
import { bodyLine, centred, spansOf, wordsLine } from './line.ts'
import { firstIndent, type Orientation, paragraphGap, size } from './measures.ts'
import { numberBlocks } from './numbering.ts'
import type { Block, Span, Text } from './report.ts'

const paragraph = { firstIndent, after: paragraphGap } as const

const upper = (text: string): string => text.toLocaleUpperCase('vi')

/** `1. Mục đích` in bold, and what follows it on the same line. */
const numberedLine = (number: string, block: { readonly title?: string; readonly text?: Text }): Line => {
  const { title, text } = block
  const opening: Span[] = [title === undefined ? { text: `${number} ` } : { text: `${number} ${title}`, bold: true }]
  const rest = text === undefined ? [] : spansOf(text)
  const isHeading = title !== undefined && text === undefined
  return bodyLine([...opening, ...(title !== undefined && text !== undefined ? [{ text: ' ' }] : []), ...rest], {
    ...paragraph,
    keepsNext: isHeading,
    ...(isHeading && { outline: 3 as const }),
  })
}

const centredHeading = (number: string, title: string): readonly Line[] => [
  wordsLine(number, { bold: true, align: centred, before: 6, keepsNext: true }),
  wordsLine(upper(title), { bold: true, align: centred, after: paragraphGap, keepsNext: true, outline: 2 }),
]

const withCaption = (picture: Picture): readonly Piece[] => [
  picture,
  wordsLine(picture.caption, { size: size.table, italic: true, align: centred, after: paragraphGap }),
]

const layOutBlock = (block: Block, number: string, orientation: Orientation): readonly Piece[] => {
  switch (block.kind) {
    case 'part':
    case 'chapter':
    case 'section':
      return centredHeading(number, block.title)
    case 'heading':
      return [
        bodyLine(spansOf(`${number} ${upper(block.title)}`, { bold: true }), { ...paragraph, align: 'left', keepsNext: true, outline: 2 }),
      ]
    case 'item':
    case 'subItem':
    case 'point':
      return [numberedLine(number, block)]
    case 'article':
      return [bodyLine([{ text: `${number} `, bold: true }, ...spansOf(block.text)], paragraph)]
    case 'paragraph':
      return [bodyLine(spansOf(block.text), block.align === undefined ? paragraph : { after: paragraphGap, align: block.align })]
    case 'pageBreak':
      return [{ kind: 'pageBreak' }]
    case 'bullet':
      return [bodyLine([{ text: block.depth === 1 ? '- ' : '+ ' }, ...spansOf(block.text)], paragraph)]
    case 'table':
      return layOutTable(block.table, orientation)
    case 'figure':
      return withCaption({ kind: 'picture', ...block.figure })
    case 'chart':
      return withCaption({ kind: 'picture', ...drawChart(block.chart), caption: block.caption })
  }
}

/** Blocks with their numbers counted. */
export const layOutBlocks = (blocks: readonly Block[], orientation: Orientation): readonly Piece[] => {
  const numbers = numberBlocks(blocks)
  return blocks.flatMap((block, at) => layOutBlock(block, numbers[at] ?? '', orientation))
}

/** The paper ends with `./.`: behind its last words, or on a line of its own below a table or a picture. */
export const withEndMark = (pieces: readonly Piece[], last: Block | undefined): readonly Piece[] => {
  const piece = pieces.at(-1)
  if (piece?.kind !== 'line' || last?.kind === 'table' || last?.kind === 'figure' || last?.kind === 'chart')
    return [...pieces, bodyLine([{ text: paperWords.endMark }], { ...paragraph, align: 'right' })]
  const words = piece.spans.at(-1)
  const closed = { ...words, text: `${(words?.text ?? '').replace(/[.;,\s]+$/, '')}${paperWords.endMark}` }
  return [...pieces.slice(0, -1), { ...piece, spans: [...piece.spans.slice(0, -1), closed] }]
}

/** `Căn cứ …;` each on a line in italics, the last with a full stop. */
export const layOutBases = (bases: readonly string[]): readonly Line[] =>
  bases.map((basis, at) => {
    const sign = at === bases.length - 1 ? '.' : ';'
    const look = { ...paragraph, ...(at === 0 && { before: 12 }) }
    return bodyLine(spansOf(`${basis.replace(/[.;\s]+$/, '')}${sign}`, { italic: true }), look)
  })
