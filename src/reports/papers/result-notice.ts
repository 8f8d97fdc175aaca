import { parseDecimal } from '../../core/exact/decimal.ts'
import { divideFractions, type Fraction, fraction, multiplyFractions, subtractFractions } from '../../core/exact/fraction.ts'
import { parsePoints, type Points, pointsText, subtractPoints, sumPoints, zeroPoints } from '../../core/exact/points.ts'
import { roundFraction } from '../../core/exact/round.ts'
import { accept, type Result } from '../../core/result.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import { noticeWords } from '../../language/reports/notice-words.ts'
import type { Annex, Block, Report, Table } from '../report.ts'
import { areaChart } from './area-chart.ts'
import { bodyOf, dash, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails } from './paper-details.ts'
import { sheetSentences } from './score-sheet.ts'
import { areaTable, scoreCell } from './sheet-table.ts'
import { lostRows, type SheetRow, type UnitSheet } from './unit-sheet.ts'

const pointsOf = (text: string | null | undefined): Points => parsePoints(text ?? '') ?? zeroPoints
const lostOf = ({ maxPoints, given }: SheetRow): Points => subtractPoints(pointsOf(maxPoints), pointsOf(given?.points))

/** Against the mean of the group and against what was claimed, where both sides are known. */
const comparisons = ({ given, claimed, groupMean }: UnitSheet): readonly string[] => {
  const [percent, mean] = [given?.percent, groupMean].map((text) => (text == null ? undefined : parseDecimal(text)))
  const less =
    claimed?.points == null || given?.points == null ? zeroPoints : subtractPoints(pointsOf(claimed.points), pointsOf(given.points))
  return [
    ...(percent && mean ? [noticeWords.againstMean(roundFraction(subtractFractions(percent, mean), 2), groupMean ?? '')] : []),
    ...(less > 0 ? [noticeWords.againstClaim(pointsText(less))] : []),
  ]
}

const percentOf = ({ given, maxPoints }: SheetRow): Fraction | undefined => {
  const [points, max] = [parseDecimal(given?.points ?? ''), parseDecimal(maxPoints)]
  return points && max && max.n !== 0n ? multiplyFractions(divideFractions(points, max), fraction(100n)) : undefined
}

const bestAndWorst = (sheet: UnitSheet): readonly string[] => {
  const areas = sheet.rows
    .filter(({ depth }) => depth === 0)
    .flatMap((row) => {
      const percent = percentOf(row)
      return percent ? [{ name: row.name, percent: roundFraction(percent, 2) }] : []
    })
    .sort((a, b) => Number(b.percent) - Number(a.percent))
  const [best] = areas
  const worst = areas.at(-1)
  return best && worst && best !== worst ? [noticeWords.best(best.name, best.percent), noticeWords.worst(worst.name, worst.percent)] : []
}

const lostTable = (rows: readonly SheetRow[]): Table => ({
  columns: [
    { heading: columnWords.code, width: 15, align: 'left' },
    { heading: columnWords.criterion, width: 66, align: 'left' },
    { heading: columnWords.maxPoints, width: 16, align: 'center' },
    { heading: columnWords.points, width: 17, align: 'center' },
    { heading: noticeWords.lost, width: 16, align: 'center' },
    { heading: columnWords.reason, width: 42, align: 'left' },
  ],
  rows: rows.map((row) => ({
    cells: [
      { text: row.code },
      { text: row.name },
      { figure: row.maxPoints },
      scoreCell(row.given),
      { figure: pointsText(lostOf(row)) },
      { text: row.reason ?? '' },
    ],
  })),
})

const lostBlocks = (rows: readonly SheetRow[]): readonly Block[] => [
  item(noticeWords.lostHeading),
  paragraph(rows.length === 0 ? noticeWords.noLoss : noticeWords.lostLead(rows.length, pointsText(sumPoints(rows.map(lostOf))))),
]

/** The notice to a unit: its result, its areas, and as annex every criterion that lost points with the reason. */
export const composeResultNotice = (details: PaperDetails, sheet: UnitSheet): Result<Report> => {
  const rows = lostRows(sheet)
  const annexes: readonly Annex[] =
    rows.length === 0 ? [] : [{ title: noticeWords.annexTitle, orientation: 'portrait', body: [{ kind: 'table', table: lostTable(rows) }] }]
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'named', type: 'notice', number: numberOf(details), summary: noticeWords.summary(sheet.year, sheet.unit) },
    bases: details.bases,
    body: bodyOf(
      [
        paragraph(noticeWords.lead(details.agency, sheet.unit, sheet.year)),
        item(noticeWords.resultHeading),
        ...inPart('figures', [...sheetSentences(sheet), ...comparisons(sheet)].map(dash)),
        item(noticeWords.areasHeading),
        ...inPart('areas', [
          ...bestAndWorst(sheet).map(dash),
          { kind: 'table', table: areaTable(sheet, 'given') },
          ...areaChart(sheet, 'given'),
        ]),
        ...inPart('lost', lostBlocks(rows)),
        item(noticeWords.requestHeading),
      ],
      paragraph(noticeWords.request(sheet.unit)),
    ),
    closing: closingOf(details),
    annexes,
    isDraft: details.draft,
  })
}
