import { type PaperKind, paperKindWords } from '../../language/reports/paper-kind-words.ts'
import { paperPartWords } from '../../language/reports/paper-part-words.ts'
import { templateBlocks, templateGuide as guide, templateMarks as marks, templateSections } from '../../language/reports/template-words.ts'
import { layOutGrid } from '../lay-out-table.ts'
import type { Layout, Line, Piece } from '../layout.ts'
import { bodyLine, centred, spansOf, wordsLine } from '../line.ts'
import { firstIndent, type Orientation, paragraphGap, size } from '../measures.ts'
import { numberBlocks } from '../numbering.ts'
import type { Block, Span, Text } from '../report.ts'
import { partNames } from './default-template.ts'
import { fieldNames, listNames } from './field-catalogue.ts'
import { mark } from './fields.ts'
import type { PaperTemplate, TemplateAnnex, TemplateBlock, TemplateRow } from './template.ts'

const paragraph = { firstIndent, after: paragraphGap } as const

/** A line that commands: on its own, so that it can be moved or taken out. */
const commandLine = (text: string): Line =>
  wordsLine(mark(text), { size: size.recipients, bold: true, before: 6, after: 6, keepsNext: true })
const command = (name: string, of: string): Line => commandLine(`${name}: ${of}`)
const section = (name: keyof typeof templateSections): Line => command(marks.section, templateSections[name])

const titledSpans = (number: string, { title, text }: { readonly title?: string; readonly text?: Text }): readonly Span[] => [
  title === undefined ? { text: `${number} ` } : { text: `${number} ${title}`, bold: true },
  ...(title !== undefined && text !== undefined ? [{ text: ' ' }] : []),
  ...(text === undefined ? [] : spansOf(text)),
]

/** A block as it is written in the template: what its paragraph begins with says what it is. */
const blockLines = (block: Block, number: string): readonly Piece[] => {
  switch (block.kind) {
    case 'part':
    case 'chapter':
    case 'section':
      return [
        wordsLine(number, { bold: true, align: centred }),
        wordsLine(block.title, { bold: true, align: centred, after: paragraphGap }),
      ]
    case 'heading':
      return [bodyLine([{ text: `${number} ${block.title}`, bold: true }], paragraph)]
    case 'item':
    case 'subItem':
    case 'point':
      return [bodyLine(titledSpans(number, block), paragraph)]
    case 'article':
      return [bodyLine([{ text: `${number} `, bold: true }, ...spansOf(block.text)], paragraph)]
    case 'paragraph':
      return [bodyLine(spansOf(block.text), block.align === undefined ? paragraph : { after: paragraphGap, align: block.align })]
    case 'bullet':
      return [bodyLine([{ text: block.depth === 1 ? '- ' : '+ ' }, ...spansOf(block.text)], paragraph)]
    case 'pageBreak':
      return [{ kind: 'pageBreak' }]
    default:
      return []
  }
}

const rowLines = ({ each, cells }: TemplateRow): readonly (readonly Text[])[] =>
  each === undefined ? cells : cells.map((lines, at) => (at === 0 ? [mark(`${marks.each}: ${each}`), ...lines] : lines))

/** Blocks in their order, numbers counted through what is repeated too. */
const piecesOf = (blocks: readonly TemplateBlock[], orientation: Orientation, numbers: Iterator<string>): readonly Piece[] =>
  blocks.flatMap((each): readonly Piece[] => {
    switch (each.kind) {
      case 'block':
        return blockLines(each.block, numbers.next().value ?? '')
      case 'part':
        return [command(marks.part, paperPartWords[each.part])]
      case 'each':
        return [command(marks.each, each.list), ...piecesOf(each.body, orientation, numbers), commandLine(marks.eachEnd)]
      case 'when':
        return [command(marks.when, each.field), ...piecesOf(each.body, orientation, numbers), commandLine(marks.whenEnd)]
      case 'table':
        return [
          layOutGrid(
            {
              columns: each.columns,
              rows: each.rows.map((row) => ({ ...(row.hand && { hand: row.hand }), cells: rowLines(row).map((lines) => ({ lines })) })),
            },
            orientation,
          ),
        ]
    }
  })

const blocksIn = (blocks: readonly TemplateBlock[]): readonly Block[] =>
  blocks.flatMap((each) => {
    if (each.kind === 'block') return [each.block]
    return each.kind === 'each' || each.kind === 'when' ? blocksIn(each.body) : []
  })

const numbered = (blocks: readonly TemplateBlock[], orientation: Orientation): readonly Piece[] =>
  piecesOf(blocks, orientation, numberBlocks(blocksIn(blocks)).values())

const annexPieces = (annex: TemplateAnnex | 'composed'): readonly Piece[] =>
  annex === 'composed'
    ? [command(marks.part, templateBlocks.annexes)]
    : [
        section(annex.orientation === 'portrait' ? 'portraitAnnex' : 'landscapeAnnex'),
        wordsLine(annex.title, { size: size.heading, bold: true, align: centred, after: paragraphGap }),
        ...numbered(annex.body, 'portrait'),
      ]

const guideLine = (text: string): Line => bodyLine(spansOf(text), { size: size.table, after: 3, align: 'left' })
const guideTitle = (text: string): Line => wordsLine(text, { size: size.table, bold: true, before: 6, after: 3, keepsNext: true })

const guidePieces = (kind: PaperKind): readonly Piece[] => [
  section('guide'),
  guideLine(guide.fixed),
  ...guide.rules.map((rule) => guideLine(`- ${rule}`)),
  guideTitle(guide.fields),
  ...fieldNames(kind).map((name) => guideLine(mark(name))),
  guideTitle(guide.parts),
  ...[...partNames(kind), templateBlocks.bases, templateBlocks.annexes].map((name) => guideLine(mark(`${marks.part}: ${name}`))),
  ...(listNames(kind).size === 0 ? [] : [guideTitle(guide.lists)]),
  ...[...listNames(kind)].map(([list, fields]) => guideLine(guide.listLine(mark(`${marks.each}: ${list}`), fields.map(mark)))),
]

/** A template as a Word file shows it: the wording under the lines of its sections, then how to edit it and every field that there is. */
export const layOutTemplate = (kind: PaperKind, template: PaperTemplate): Layout => ({
  title: guide.title(paperKindWords[kind]),
  author: '',
  runs: [
    {
      orientation: 'portrait',
      pieces: [
        section('summary'),
        wordsLine(template.summary, { size: size.heading, bold: true, align: centred }),
        section('bases'),
        ...template.bases.map((basis) =>
          typeof basis === 'string' ? bodyLine(spansOf(basis, { italic: true }), paragraph) : command(marks.part, templateBlocks.bases),
        ),
        section('body'),
        ...numbered(template.body, 'portrait'),
        ...template.annexes.flatMap(annexPieces),
        { kind: 'pageBreak' },
        ...guidePieces(kind),
      ],
    },
  ],
})
