import { type Points, pointsText, sumPoints } from '../exact/points.ts'
import type { Framework } from '../framework/framework.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import { cleanText } from './clean-text.ts'
import { checkFigures, leafBranches } from './check-rows.ts'
import { inDocumentOrder } from './document-order.ts'
import { hasPoints, type PrintedRow } from './printed-row.ts'
import { readCriteria } from './read-criteria.ts'
import type { ReadTable } from './read-table.ts'
import type { ScoreSheet, ScoreSheetColumn, ScoreSheetRow } from './score-sheet.ts'
import type { Branch } from './tree.ts'

type SheetPoints = Readonly<Partial<Record<ScoreSheetColumn, Points>>>

interface ReadSheet {
  readonly scoreSheet: ScoreSheet
  readonly framework: Framework
  readonly problems: readonly Problem[]
}

/** A unit's sheet: the points of each round beside the maxima, with the doubts about the criteria and about the points. */
export const readScoreSheet = (table: ReadTable): ReadSheet => {
  const { framework, problems } = readCriteria(table)
  const columns = [...new Set(table.layout.figures.map(({ key }) => key as ScoreSheetColumn))]
  const leaves = leafBranches(table.all)
  const total = table.rows.totals.find(hasPoints)
  const unit = unitOf(table)
  const derivedTotals: SheetPoints = Object.fromEntries(
    columns.map((column) => [column, sumPoints(leaves.flatMap(({ row }) => pointsOf(row)[column] ?? []))]),
  )
  const scoreSheet: ScoreSheet = {
    ...(table.facts.title ? { title: table.facts.title } : {}),
    ...(unit ? { unit } : {}),
    ...(table.facts.year ? { year: table.facts.year } : {}),
    columns,
    rows: table.all.map(sheetRow),
    printedTotals: total ? pointsOf(total) : {},
    derivedTotals,
  }
  const doubts = [
    ...problems,
    ...checkFigures(table.all, (key) => key !== 'max'),
    ...leaves.flatMap((leaf) => checkScores(leaf, columns)),
    ...checkParents(table.all, columns),
    ...checkTotals(scoreSheet, total?.line),
  ]
  return { scoreSheet, framework, problems: inDocumentOrder(doubts, table.all) }
}

const sheetRow = ({ row, id }: Branch): ScoreSheetRow => ({
  id,
  code: row.code?.text ?? null,
  name: row.name,
  points: pointsOf(row),
  ...(row.texts.evidence ? { evidence: row.texts.evidence } : {}),
  ...(row.texts.note ? { note: cleanText(row.texts.note) } : {}),
  line: row.line,
})

const pointsOf = (row: PrintedRow): SheetPoints =>
  Object.fromEntries(Object.entries(row.figures).flatMap(([key, figure]) => (figure.kind === 'points' ? [[key, figure.points]] : [])))

const checkScores = ({ row, id }: Branch, columns: readonly ScoreSheetColumn[]): readonly Problem[] => {
  const { max, ...points } = pointsOf(row)
  if (max === undefined) return []
  return columns.flatMap((column) => {
    const given = column === 'max' ? undefined : points[column]
    return given !== undefined && given > max
      ? [errorAt('abovePoints', id, { points: pointsText(given), max: pointsText(max) }, row.line)]
      : []
  })
}

/** Points of a group that are not the sum of what stands below it. */
const checkParents = (all: readonly Branch[], columns: readonly ScoreSheetColumn[]): readonly Problem[] =>
  all.flatMap(({ row, id, children }) =>
    columns.flatMap((column) => {
      const printed = pointsOf(row)[column]
      if (column === 'max' || children.length === 0 || printed === undefined) return []
      const derived = sumPoints(children.flatMap((child) => pointsOf(child.row)[column] ?? []))
      const facts = { column, printed: pointsText(printed), derived: pointsText(derived) }
      return derived === printed || children.some((child) => pointsOf(child.row)[column] === undefined)
        ? []
        : [warningAt('columnTotalMismatch', id, facts, row.line)]
    }),
  )

const checkTotals = ({ columns, printedTotals, derivedTotals }: ScoreSheet, line: number | undefined): readonly Problem[] =>
  columns.flatMap((column) => {
    const [printed, derived] = [printedTotals[column], derivedTotals[column]]
    if (column === 'max' || printed === undefined || derived === undefined || printed === derived) return []
    return [warningAt('columnTotalMismatch', 'total', { column, printed: pointsText(printed), derived: pointsText(derived) }, line)]
  })

/** "Đơn vị: Sở …", "Tên cơ quan: …" above the table, else the letterhead. */
const unitOf = ({ surrounding }: ReadTable): string | undefined => {
  const texts = surrounding.flatMap(({ text }) => text.normalize('NFC').split('\n'))
  for (const text of texts) {
    const match = /(?:^|\s)(?:tên )?(?:đơn vị|cơ quan)(?: (?:tự )?(?:đánh giá|chấm điểm|báo cáo))?\s*:\s*([^\n:;]{3,100})/iu.exec(text)
    const unit = cleanText(match?.[1] ?? '')
      .replace(/[….]+$/u, '')
      .trim()
    if (/\p{L}{2}/u.test(unit)) return unit
  }
  return texts
    .map(cleanText)
    .find((text) => /^(?:UBND|ỦY BAN NHÂN DÂN|SỞ|BAN|CHI CỤC|CỤC|VĂN PHÒNG|THANH TRA)\s+\p{Lu}/u.test(text) && text.length < 80)
}
