import { accept, type Result } from '../../core/result.ts'
import { citedDate } from '../../language/reports/paper-words.ts'
import { scoreSheetWords } from '../../language/reports/score-sheet.ts'
import type { Report } from '../report.ts'
import { bodyOf, dash, inPart, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, type PaperDetails } from './paper-details.ts'
import { appraisedTable } from './sheet-table.ts'
import { countLeaves, type UnitSheet } from './unit-sheet.ts'

/** What a sheet says in sentences, each only where its figures are there. */
export const sheetSentences = (sheet: UnitSheet): readonly string[] => {
  const { claimed, given, rank, rankedUnits } = sheet
  return [
    ...(claimed?.points == null ? [] : [scoreSheetWords.claimedTotal(claimed.points, claimed.appliedMax)]),
    ...(given?.points == null || given.percent === null ? [] : [scoreSheetWords.givenTotal(given.points, given.appliedMax, given.percent)]),
    ...(rank === null ? [scoreSheetWords.notRanked] : []),
    ...(rank != null && rankedUnits !== undefined ? [scoreSheetWords.rank(rank, rankedUnits, sheet.group)] : []),
    ...(sheet.class === undefined ? [] : [scoreSheetWords.class(sheet.class)]),
    scoreSheetWords.counts(countLeaves(sheet)),
  ]
}

/** The score sheet of a unit: figures in sentences, then every row with the reason of each deduction. */
export const composeScoreSheet = (details: PaperDetails, sheet: UnitSheet): Result<Report> => {
  const { decision } = sheet
  const basis = decision ? [paragraph(scoreSheetWords.basis({ ...decision, date: citedDate(decision.date) }))] : []
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'sheet', title: scoreSheetWords.title, summary: scoreSheetWords.summary(sheet.year, sheet.unit) },
    bases: [],
    body: bodyOf([...inPart('decision', basis), ...inPart('figures', sheetSentences(sheet).map(dash))], {
      kind: 'table',
      table: appraisedTable(sheet),
      part: 'scores',
    }),
    closing: closingOf(details),
    annexes: [],
    isDraft: details.draft,
  })
}
