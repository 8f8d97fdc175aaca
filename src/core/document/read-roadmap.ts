import { type Points, pointsText, sumPoints } from '../exact/points.ts'
import { type Problem, warningAt } from '../problem.ts'
import type { Roadmap, RoadmapRole, RoadmapRow } from '../roadmap/roadmap.ts'
import { cleanText } from './clean-text.ts'
import { type AssignedRow, checkAssignment, checkSpelling } from '../framework/check-units.ts'
import { checkFigures, checkWords, leafBranches } from './check-rows.ts'
import { checkCodes } from './check-codes.ts'
import { inDocumentOrder, placed } from './document-order.ts'
import { hasPoints, type PrintedRow } from './printed-row.ts'
import type { ReadTable } from './read-table.ts'
import { requirementsOf } from './requirements.ts'
import { roadmapColumns } from './roadmap-columns.ts'
import { countProblems, statedCounts } from './stated-counts.ts'
import type { Branch } from './tree.ts'

type Figures = Readonly<Record<string, Points>>

/** The tasks of a table with a column of points for every year, with every doubt about them. */
export const readRoadmap = (table: ReadTable): { readonly roadmap: Roadmap; readonly problems: readonly Problem[] } => {
  const { all, rows, unitsOf } = table
  const assigned = (branch: Branch): AssignedRow => ({
    id: branch.id,
    ...unitsOf(branch.row),
    above: branch.parent && assigned(branch.parent),
  })
  const columns = table.layout.figures.map(({ key }) => key)
  const roles = rolesOf(table)
  const total = rows.totals.find(hasPoints)
  const counted = leafBranches(all).filter(({ row }) => hasPoints(row))
  const derivedTotals = totalsOf(columns, counted)
  const roadmap: Roadmap = {
    ...(table.facts.title ? { title: table.facts.title } : {}),
    columns,
    roles,
    rows: all.map((branch) => roadmapRow(branch, table)),
    printedTotals: total ? pointsOf(total) : {},
    derivedTotals,
  }
  const problems = [
    ...checkCodes(table.roots, all),
    ...checkFigures(all),
    ...counted.flatMap((branch) => checkTargets(branch, columns, roles)),
    ...checkWords(all),
    ...placed([...checkAssignment(counted.map(assigned)), ...checkSpelling(all.map(assigned))], all),
    ...checkColumnTotals(columns, roadmap, total?.line),
    ...countProblems(statedCounts(table.surrounding, 'roadmap'), { tasks: all.filter(({ row }) => hasPoints(row)).length }),
  ]
  return { roadmap, problems: inDocumentOrder(problems, all) }
}

const rolesOf = ({ heading, table }: ReadTable): Readonly<Record<string, RoadmapRole>> =>
  roadmapColumns(heading, table.rows.slice(heading.start, heading.end), table.rows.slice(heading.end))?.roles ?? {}

const roadmapRow = ({ row, id }: Branch, { unitsOf }: ReadTable): RoadmapRow => ({
  id,
  code: row.code?.text ?? null,
  name: row.name,
  requirements: requirementsOf(row.texts.requirement ?? ''),
  ...unitsOf(row),
  points: pointsOf(row),
  ...(row.texts.deadline ? { deadline: cleanText(row.texts.deadline) } : {}),
  ...(row.texts.note ? { note: cleanText(row.texts.note) } : {}),
  line: row.line,
})

const pointsOf = (row: PrintedRow): Figures =>
  Object.fromEntries(Object.entries(row.figures).flatMap(([key, figure]) => (figure.kind === 'points' ? [[key, figure.points]] : [])))

const totalsOf = (columns: readonly string[], counted: readonly Branch[]): Figures => {
  const points = counted.map(({ row }) => pointsOf(row))
  return Object.fromEntries(columns.map((column) => [column, sumPoints(points.flatMap((each) => each[column] ?? []))]))
}

const checkTargets = (
  { row, id }: Branch,
  columns: readonly string[],
  roles: Readonly<Record<string, RoadmapRole>>,
): readonly Problem[] => {
  const points = pointsOf(row)
  const max = points['max']
  const result = columns
    .filter((column) => roles[column] === 'result')
    .map((column) => points[column])
    .findLast((each) => each !== undefined)
  return columns.flatMap((column) => {
    const target = points[column]
    if (roles[column] !== 'target' || target === undefined) return []
    const text = pointsText(target)
    return [
      ...(max !== undefined && target > max
        ? [warningAt('targetAboveMax', id, { column, target: text, max: pointsText(max) }, row.line)]
        : []),
      ...(result !== undefined && target < result
        ? [warningAt('targetBelowResult', id, { column, target: text, result: pointsText(result) }, row.line)]
        : []),
    ]
  })
}

const checkColumnTotals = (
  columns: readonly string[],
  { printedTotals, derivedTotals }: Roadmap,
  line: number | undefined,
): readonly Problem[] =>
  columns.flatMap((column) => {
    const [printed, derived] = [printedTotals[column], derivedTotals[column]]
    if (printed === undefined || derived === undefined || printed === derived) return []
    return [warningAt('columnTotalMismatch', 'total', { column, printed: pointsText(printed), derived: pointsText(derived) }, line)]
  })
