import { AlignmentType, BorderStyle, HeadingLevel, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx'
import type { Align, Line, Rule } from '../layout.ts'
import type { Span } from '../report.ts'

/** Word counts in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
} as const satisfies Record<Align, unknown>

const outlines = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

const frame = { style: BorderStyle.SINGLE, size: 6, space: 2 } as const
const frames = { top: frame, bottom: frame, left: frame, right: frame }
/** Around the two words of a draft mark, within a column of the letterhead. */
const frameInset = twips(19)

/** Size in half points, as Word counts it. */
const runOf = (span: Span, points: number): TextRun =>
  new TextRun({ text: span.text, size: points * 2, ...(span.bold && { bold: true }), ...(span.italic && { italics: true }) })

const indentOf = ({ firstIndent, leftIndent, framed }: Line): NonNullable<IParagraphOptions['indent']> =>
  framed ? { left: frameInset, right: frameInset } : { firstLine: twips(firstIndent), left: twips(leftIndent) }

/** A paragraph with the measures of a line. */
export const lineParagraph = (line: Line): Paragraph =>
  new Paragraph({
    children: line.spans.map((span) => runOf(span, line.size)),
    alignment: alignments[line.align],
    indent: indentOf(line),
    spacing: { before: line.before * 20, after: line.after * 20, line: Math.round(line.spacing * 240), lineRule: LineRuleType.AUTO },
    ...(line.keepsNext && { keepNext: true }),
    ...(line.framed && { border: frames }),
    ...(line.outline && { heading: outlines[line.outline] }),
    // A line without words takes its height from the mark of the paragraph.
    ...(line.spans.every(({ text }) => text === '') && { run: { size: line.size * 2 } }),
  })

/** A rule is the upper border of an empty paragraph that is indented to its length. */
export const ruleParagraph = ({ length, within }: Rule): Paragraph => {
  const inset = twips((within - length) / 2)
  return new Paragraph({
    children: [],
    indent: { left: inset, right: inset },
    spacing: { before: 60, after: 0, line: 80, lineRule: LineRuleType.EXACT },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 0 } },
    run: { size: 4 },
  })
}

/** What a cell without content must hold. */
export const emptyParagraph = (): Paragraph => new Paragraph({ children: [], run: { size: 2 } })
