import { dateWords, numberText, paperTypes, paperWords } from '../language/reports/paper-words.ts'
import type { Columns, Line, Piece, Rule } from './layout.ts'
import { centred, ruleOf, wordsLine } from './line.ts'
import { letterheadColumns, paragraphGap, ruleShare, size, textWidth } from './measures.ts'
import { paperSymbol } from './paper-symbol.ts'
import type { Heading, Letterhead, Report } from './report.ts'
import { balancedLines, boldWidth } from './text-width.ts'

const [agencyWidth, nationWidth] = letterheadColumns

const numberLines = (heading: Heading): readonly Line[] => {
  if (heading.kind === 'sheet') return []
  const number = wordsLine(`${paperWords.number} ${numberText(heading.number.number, paperSymbol(heading))}`, {
    size: size.number,
    align: centred,
    before: 4,
  })
  if (heading.kind !== 'letter') return [number]
  // Measured as bold, which is a little wider: no line runs over.
  const subject = balancedLines(`${paperWords.letterSubject} ${heading.subject}`, size.letterSubject, agencyWidth - 4)
  return [number, ...subject.map((line, at) => wordsLine(line, { size: size.letterSubject, align: centred, before: at === 0 ? 6 : 0 }))]
}

const draftLines = (isDraft: boolean): readonly Line[] =>
  isDraft ? [wordsLine(paperWords.draft, { size: 13, bold: true, align: centred, before: 8, framed: true })] : []

const agencyPieces = ({ parent, agency }: Letterhead): readonly (Line | Rule)[] => {
  const look = { size: size.agency, align: centred }
  const above = parent === undefined ? [] : balancedLines(parent.toLocaleUpperCase('vi'), size.agency, agencyWidth)
  const names = balancedLines(agency.toLocaleUpperCase('vi'), size.agency, agencyWidth)
  return [
    ...above.map((line) => wordsLine(line, look)),
    ...names.map((line) => wordsLine(line, { ...look, bold: true })),
    ruleOf(boldWidth(names.at(-1) ?? '', size.agency) * ruleShare, agencyWidth),
  ]
}

const nationPieces = ({ place, date }: Letterhead): readonly (Line | Rule)[] => [
  wordsLine(paperWords.nation, { size: size.nation, bold: true, align: centred }),
  wordsLine(paperWords.motto, { size: size.motto, bold: true, align: centred }),
  ruleOf(boldWidth(paperWords.motto, size.motto), nationWidth),
  wordsLine(`${place}, ${dateWords(date)}`, { size: size.place, italic: true, align: centred, before: 4 }),
]

/** Agency and number on the left, nation, motto, place and date on the right. */
export const layOutLetterhead = ({ letterhead, heading, isDraft }: Report): Columns => ({
  kind: 'columns',
  columns: [
    { width: agencyWidth, pieces: [...agencyPieces(letterhead), ...numberLines(heading), ...draftLines(isDraft)] },
    { width: nationWidth, pieces: nationPieces(letterhead) },
  ],
})

/** Type and summary, with the rule below. */
const titlePieces = (title: string, summary: string): readonly Piece[] => {
  const width = textWidth('portrait')
  const look = { size: size.heading, bold: true, align: centred, keepsNext: true }
  const lines = balancedLines(summary, size.heading, width - 10)
  return [
    wordsLine(title, { ...look, before: 18, outline: 1 }),
    ...lines.map((line) => wordsLine(line, look)),
    ruleOf(boldWidth(lines.at(-1) ?? '', size.heading) * ruleShare, width),
  ]
}

/** Kính gửi: one recipient beside it, several below with dashes. */
const dearLines = (to: readonly string[]): readonly Line[] => {
  const look = { size: size.body, spacing: 1, keepsNext: true }
  const [only] = to
  if (to.length === 1) return [wordsLine(`${paperWords.dear} ${only}`, { ...look, align: centred, before: 12, after: 12 })]
  const list = to.map((name, at) => {
    const isLast = at === to.length - 1
    return wordsLine(`- ${name}${isLast ? '.' : ';'}`, { ...look, leftIndent: 70, after: isLast ? 12 : 0 })
  })
  return [wordsLine(paperWords.dear, { ...look, leftIndent: 48, before: 12, after: 3 }), ...list]
}

/** What stands between the letterhead and the legal bases. */
export const layOutHeading = (heading: Heading): readonly Piece[] => {
  switch (heading.kind) {
    case 'letter':
      return dearLines(heading.to)
    case 'sheet':
      return titlePieces(heading.title, heading.summary)
    case 'decision':
      return [
        ...titlePieces(paperTypes.decision.title, heading.summary),
        wordsLine(heading.issuedBy.toLocaleUpperCase('vi'), {
          size: size.heading,
          bold: true,
          align: centred,
          before: 12,
          after: paragraphGap,
          keepsNext: true,
        }),
      ]
    case 'named':
      return [...titlePieces(paperTypes[heading.type].title, heading.summary), ...(heading.to ? dearLines(heading.to) : [])]
  }
}
