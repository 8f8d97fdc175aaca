import { frozenVersionWords } from '../language/reports/frozen-version-words.ts'
import { dateWords, numberText, paperTypes, paperWords } from '../language/reports/paper-words.ts'
import { layOutBases, layOutBlocks, withEndMark } from './lay-out-body.ts'
import { layOutClosing } from './lay-out-closing.ts'
import { layOutHeading, layOutLetterhead } from './lay-out-head.ts'
import type { Layout, PageRun, Piece } from './layout.ts'
import { centred, wordsLine } from './line.ts'
import { paragraphGap, size, textWidth } from './measures.ts'
import { roman } from './numbering.ts'
import { paperName, paperSymbol, paperTitle } from './paper-symbol.ts'
import type { Annex, Report } from './report.ts'
import { balancedLines } from './text-width.ts'

/** `(Kèm theo Kế hoạch số 35/KH-BDT ngày 27 tháng 9 năm 2018 của Ban Dân tộc)`; open fields stay open here too. */
const referenceLine = ({ heading, letterhead }: Report): readonly Piece[] => {
  if (heading.kind === 'sheet') return [wordsLine('', { size: size.body })]
  const number = numberText(heading.number.number, paperSymbol(heading))
  const text = paperWords.attachedTo(paperName(heading), number, dateWords(letterhead.date), letterhead.agency)
  return [wordsLine(text, { size: size.body, italic: true, align: centred, after: 12, keepsNext: true })]
}

const layOutAnnex = (annex: Annex, report: Report, number: string): PageRun => ({
  orientation: annex.orientation,
  pieces: [
    wordsLine(`${paperWords.annex}${number}`, { size: size.heading, bold: true, align: centred, keepsNext: true, outline: 1 }),
    ...balancedLines(annex.title.toLocaleUpperCase('vi'), size.heading, textWidth(annex.orientation) - 10).map((line) =>
      wordsLine(line, { size: size.heading, bold: true, align: centred, keepsNext: true }),
    ),
    ...referenceLine(report),
    ...layOutBlocks(annex.body, annex.orientation),
  ],
})

/** Between the bases of a decision and its articles. */
const resolution = ({ heading }: Report): readonly Piece[] =>
  heading.kind === 'decision'
    ? [
        wordsLine(paperWords.resolves(paperTypes.decision.title), {
          size: size.heading,
          bold: true,
          align: centred,
          before: 6,
          after: paragraphGap,
          keepsNext: true,
        }),
      ]
    : []

/** Room between the heading and what comes first below it. */
const gap: Piece = wordsLine('', { size: 8 })

/** A signature never stands alone on a page: the last words come with it. */
const keptWithNext = (pieces: readonly Piece[]): readonly Piece[] => {
  const last = pieces.at(-1)
  return last?.kind === 'line' ? [...pieces.slice(0, -1), { ...last, keepsNext: true }] : pieces
}

/** Every part of a paper in its order: words, numbers and measures settled. */
export const layOut = (report: Report): Layout => {
  const body = withEndMark(
    [...layOutBases(report.bases), ...resolution(report), ...layOutBlocks(report.body, 'portrait')],
    report.body.at(-1),
  )
  const first: PageRun = {
    orientation: 'portrait',
    pieces: [layOutLetterhead(report), ...layOutHeading(report.heading), gap, ...keptWithNext(body), ...layOutClosing(report.closing)],
  }
  const annexes = report.annexes.map((annex, at) => layOutAnnex(annex, report, report.annexes.length > 1 ? ` ${roman(at + 1)}` : ''))
  const { mark, versionHash } = report
  const frozen =
    versionHash === undefined ? {} : { frozen: { keyword: frozenVersionWords.keyword(versionHash), year: report.letterhead.date.year } }
  return {
    title: paperTitle(report.heading),
    author: report.letterhead.agency,
    ...(mark && { mark }),
    ...frozen,
    runs: [first, ...annexes],
  }
}
