import { labelsOf } from '../../language/labels.ts'
import { columnWords } from '../../language/reports/common-words.ts'
import type { Cell, OneOrMore, Column, Row, Table } from '../report.ts'
import type { SheetRow, SheetScore, UnitSheet } from './unit-sheet.ts'

const statusLabels = labelsOf('vi').scoreStatuses

/** Points, or in words why there are none. */
export const scoreCell = (score: SheetScore | undefined): Cell => {
  if (score === undefined) return { text: '' }
  if (score.status !== undefined) return { text: [{ text: statusLabels[score.status], italic: true }] }
  return { figure: score.points }
}

/** Areas and whatever has rows below it in bold. */
export const handOf = ({ isLeaf, depth }: Pick<SheetRow, 'isLeaf' | 'depth'>): Pick<Row, 'hand'> =>
  isLeaf && depth > 0 ? {} : { hand: 'bold' }

const codeColumn: Column = { heading: columnWords.code, width: 15, align: 'left' }
const nameColumn = (width: number): Column => ({ heading: columnWords.criterion, width, align: 'left' })
const pointsColumn = (heading: string): Column => ({ heading, width: 16, align: 'center' })

const totalRow = (cells: readonly Cell[]): Row => ({
  hand: 'bold',
  cells: [{ text: '' }, { text: columnWords.total }, ...cells],
})

/** Maximum, what the unit claimed, what was given and why it was less. */
export const appraisedTable = (sheet: UnitSheet): Table => {
  const hasClaims = sheet.claimed !== undefined
  const claimedColumns = hasClaims ? [pointsColumn(columnWords.claimed)] : []
  const columns: OneOrMore<Column> = [
    codeColumn,
    nameColumn(hasClaims ? 62 : 72),
    pointsColumn(columnWords.maxPoints),
    ...claimedColumns,
    pointsColumn(hasClaims ? columnWords.given : columnWords.points),
    { heading: columnWords.reason, width: 40, align: 'left' },
  ]
  const rows = sheet.rows.map(
    (row): Row => ({
      ...handOf(row),
      cells: [
        { text: row.code },
        { text: row.name },
        { figure: row.maxPoints },
        ...(hasClaims ? [scoreCell(row.claimed)] : []),
        scoreCell(row.given),
        { text: row.reason ?? '' },
      ],
    }),
  )
  const total = totalRow([
    { figure: sheet.given?.appliedMax ?? null },
    ...(hasClaims ? [{ figure: sheet.claimed?.points ?? null }] : []),
    { figure: sheet.given?.points ?? null },
    { text: '' },
  ])
  return { columns, rows: [...rows, total] }
}

/** What the unit claims, with its explanations and documents. */
export const claimedTable = (sheet: UnitSheet): Table => ({
  columns: [
    codeColumn,
    nameColumn(75),
    pointsColumn(columnWords.maxPoints),
    pointsColumn(columnWords.claimed),
    { heading: columnWords.explanation, width: 60, align: 'left' },
    { heading: columnWords.evidence, width: 70, align: 'left' },
  ],
  rows: [
    ...sheet.rows.map(
      (row): Row => ({
        ...handOf(row),
        cells: [
          { text: row.code },
          { text: row.name },
          { figure: row.maxPoints },
          scoreCell(row.claimed),
          { text: row.explanation ?? '' },
          { lines: (row.evidence ?? []).map((document) => `- ${document}`) },
        ],
      }),
    ),
    totalRow([{ figure: sheet.claimed?.appliedMax ?? null }, { figure: sheet.claimed?.points ?? null }, { text: '' }, { text: '' }]),
  ],
})

/** Areas alone: maximum, points, percent. */
export const areaTable = (sheet: UnitSheet, round: 'claimed' | 'given'): Table => ({
  columns: [
    { heading: columnWords.order, width: 12, align: 'center' },
    { heading: columnWords.area, width: 95, align: 'left' },
    pointsColumn(columnWords.maxPoints),
    pointsColumn(round === 'claimed' ? columnWords.claimed : columnWords.points),
  ],
  rows: [
    ...sheet.rows
      .filter(({ depth }) => depth === 0)
      .map((row): Row => ({ cells: [{ text: row.code }, { text: row.name }, { figure: row.maxPoints }, scoreCell(row[round])] })),
    totalRow([{ figure: sheet[round]?.appliedMax ?? null }, { figure: sheet[round]?.points ?? null }]),
  ],
})
