import { z } from 'zod'
import { accept, type Result } from '../../core/result.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import { scoreSheetWords } from '../../language/reports/score-sheet.ts'
import { selfAssessmentWords } from '../../language/reports/self-assessment-words.ts'
import type { Annex, Block, Report, Table } from '../report.ts'
import { areaChart } from './area-chart.ts'
import { bodyOf, dash, heading, inPart, item, paragraph } from './blocks.ts'
import { closingOf, letterheadOf, numberOf, type PaperDetails, requireTo } from './paper-details.ts'
import { areaTable, claimedTable } from './sheet-table.ts'
import { countLeaves, type SheetRow, type UnitSheet } from './unit-sheet.ts'

const words = z.string().trim().min(1).max(4000)

/** What the unit says beside its figures, word for word. */
export const selfAssessmentFactsShape = z.strictObject({
  how: z.array(words).default([]),
  /** What surveys said of the unit. */
  satisfaction: z.array(words).default([]),
  difficulties: z.array(words).default([]),
  proposals: z.array(words).default([]),
})
export type SelfAssessmentFacts = z.infer<typeof selfAssessmentFactsShape>

const isBelow = ({ claimed, maxPoints }: SheetRow): boolean =>
  claimed?.points != null && claimed.status === undefined && Number(claimed.points) < Number(maxPoints)

const below = (leaves: readonly SheetRow[]): readonly Block[] => {
  const rows = leaves.filter(isBelow)
  if (rows.length === 0) return []
  return [
    item(selfAssessmentWords.below),
    ...rows.map((row) => dash(selfAssessmentWords.row(row.code, row.name, row.claimed?.points ?? '0', row.maxPoints, row.explanation))),
  ]
}

const notApplicable = (leaves: readonly SheetRow[]): readonly Block[] => {
  const rows = leaves.filter(({ claimed }) => claimed?.status === 'notApplicable')
  if (rows.length === 0) return []
  return [
    item(selfAssessmentWords.notApplicable),
    ...rows.map((row) => dash(selfAssessmentWords.absent(row.code, row.name, row.explanation))),
  ]
}

const said = (title: string, texts: readonly string[]): readonly Block[] => (texts.length === 0 ? [] : [heading(title), ...texts.map(dash)])

const evidenceTable = (rows: readonly SheetRow[]): Table => ({
  columns: [
    { heading: columnWords.order, width: 12, align: 'center' },
    { heading: columnWords.code, width: 18, align: 'left' },
    { heading: columnWords.criterion, width: 55, align: 'left' },
    { heading: columnWords.evidence, width: 80, align: 'left' },
  ],
  rows: rows.map(({ code, name, evidence = [] }, at) => ({
    cells: [{ count: at + 1 }, { text: code }, { text: name }, { lines: evidence.map((document) => `- ${document}`) }],
  })),
})

const annexesOf = (sheet: UnitSheet, leaves: readonly SheetRow[]): readonly Annex[] => {
  const proved = leaves.filter(({ evidence = [] }) => evidence.length > 0)
  return [
    {
      title: selfAssessmentWords.tableTitle(sheet.year),
      orientation: 'landscape',
      body: [{ kind: 'table', table: claimedTable(sheet) }],
    },
    ...(proved.length === 0
      ? []
      : [
          {
            title: selfAssessmentWords.evidenceTitle,
            orientation: 'portrait' as const,
            body: [{ kind: 'table' as const, table: evidenceTable(proved) }] as const,
          },
        ]),
  ]
}

/** The report of a unit on its self-assessment, with the scored table and the list of documents as annexes. */
export const composeSelfAssessmentReport = (details: PaperDetails, sheet: UnitSheet, facts: SelfAssessmentFacts): Result<Report> => {
  const to = requireTo(details)
  if (!to.ok) return to
  const leaves = sheet.rows.filter(({ isLeaf }) => isLeaf)
  const claims: UnitSheet = { ...sheet, rows: sheet.rows.map(({ given: _, ...row }) => row), given: undefined }
  const { claimed } = sheet
  return accept({
    letterhead: letterheadOf(details),
    heading: { kind: 'named', type: 'report', number: numberOf(details), summary: selfAssessmentWords.summary(sheet.year), to: to.value },
    bases: details.bases,
    body: bodyOf(
      [
        paragraph(selfAssessmentWords.lead(sheet.unit, sheet.year)),
        ...inPart('how', said(selfAssessmentWords.how, facts.how)),
        heading(selfAssessmentWords.resultHeading),
        ...inPart('figures', [
          ...(claimed?.points == null ? [] : [dash(scoreSheetWords.claimedTotal(claimed.points, claimed.appliedMax))]),
          dash(scoreSheetWords.counts(countLeaves(claims))),
        ]),
        paragraph(selfAssessmentWords.areas),
        ...inPart('areas', [{ kind: 'table', table: areaTable(claims, 'claimed') }, ...areaChart(claims, 'claimed')]),
        ...inPart('belowMaximum', below(leaves)),
        ...inPart('notApplicable', notApplicable(leaves)),
        ...inPart('satisfaction', said(selfAssessmentWords.satisfaction, facts.satisfaction)),
        ...inPart('difficulties', said(selfAssessmentWords.difficulties, facts.difficulties)),
        ...inPart('proposals', said(selfAssessmentWords.proposals, facts.proposals)),
      ],
      paragraph(selfAssessmentWords.closing(to.value[0])),
    ),
    closing: closingOf(details),
    annexes: annexesOf(sheet, leaves),
    isDraft: details.draft,
  })
}
