import type { ReadResult } from '../core/document/read-result.ts'
import { type Points, pointsText } from '../core/exact/points.ts'
import { formatFramework } from '../core/framework/format-framework.ts'
import { walkNodes } from '../core/framework/walk.ts'
import { commandLineWords } from '../language/command-line.ts'
import { formatFigure } from '../language/format.ts'
import type { Language } from '../language/language.ts'
import { printTable } from './table.ts'

type PointsByColumn = Readonly<Record<string, Points | undefined>>

const textByColumn = (points: PointsByColumn): Record<string, string> =>
  Object.fromEntries(Object.entries(points).flatMap(([column, value]) => (value === undefined ? [] : [[column, pointsText(value)]])))

interface SheetLike {
  readonly rows: readonly { readonly points: PointsByColumn }[]
  readonly printedTotals: PointsByColumn
  readonly derivedTotals: PointsByColumn
}

const formatSheet = (sheet: SheetLike): Record<string, unknown> => ({
  ...sheet,
  rows: sheet.rows.map((row) => ({ ...row, points: textByColumn(row.points) })),
  printedTotals: textByColumn(sheet.printedTotals),
  derivedTotals: textByColumn(sheet.derivedTotals),
})

type Ranking = NonNullable<ReadResult['ranking']>

const formatRanking = (ranking: Ranking): Record<string, unknown> => ({
  ...ranking,
  rows: ranking.rows.map(({ points, percent, values, ...row }) => ({
    ...row,
    ...textByColumn({ points, percent }),
    values: textByColumn(values),
  })),
})

/** `ReadResult` of contracts.md: points as text. The problems come from whoever prints them, with their sentences. */
export const formatReadResult = ({ kind, framework, roadmap, scoreSheet, ranking }: ReadResult): Record<string, unknown> => ({
  kind,
  ...(framework ? { framework: formatFramework(framework) } : {}),
  ...(roadmap ? { roadmap: formatSheet(roadmap) } : {}),
  ...(scoreSheet ? { scoreSheet: formatSheet(scoreSheet) } : {}),
  ...(ranking ? { ranking: formatRanking(ranking) } : {}),
  problems: [],
})

/** What was read, as a table for a person; empty where no table was found. */
export const showReadResult = (result: ReadResult, language: Language): string => {
  if (result.roadmap) return showSheet(result.roadmap, result.roadmap.columns, language)
  if (result.scoreSheet) return showSheet(result.scoreSheet, result.scoreSheet.columns, language)
  if (result.ranking) return showRanking(result.ranking, language)
  return result.framework ? showFramework(result.framework, language) : ''
}

const figure = (points: Points | undefined, language: Language): string =>
  points === undefined ? '' : formatFigure(pointsText(points), language)

const showFramework = (framework: NonNullable<ReadResult['framework']>, language: Language): string => {
  const words = commandLineWords[language]
  const placed = [...walkNodes(framework.nodes)]
  const count = (level: string): number => placed.filter(({ node }) => node.level === level).length
  const leaves = placed.filter(({ node }) => node.children.length === 0)
  const total = framework.nodes.reduce((sum, node) => (node.counting === 'base' ? sum + node.maxPoints : sum), 0) as Points
  const rows = placed.map(({ node, depth }) => [
    `${'  '.repeat(depth)}${node.code}`,
    node.name,
    figure(node.printedMaxPoints ?? node.maxPoints, language),
    node.leadUnits.join('; '),
  ])
  const summary = words.criteria(count('area'), count('criterion'), count('subCriterion'), leaves.length, figure(total, language))
  return `${framework.title === '' ? '' : `${framework.title}\n`}${summary}\n\n${printTable([words.code, words.name, words.points, words.leadUnit], rows, [2])}`
}

interface NamedRow {
  readonly code: string | null
  readonly name: string
  readonly points: PointsByColumn
}

const showSheet = (
  sheet: { readonly rows: readonly NamedRow[]; readonly printedTotals: PointsByColumn },
  columns: readonly string[],
  language: Language,
): string => {
  const words = commandLineWords[language]
  const cells = (points: PointsByColumn): readonly string[] => columns.map((column) => figure(points[column], language))
  const rows = sheet.rows.map((row) => [row.code ?? '', row.name, ...cells(row.points)])
  const total = Object.keys(sheet.printedTotals).length > 0 ? [['', words.total, ...cells(sheet.printedTotals)]] : []
  const numeric = columns.map((_, at) => at + 2)
  return `${words.rows(sheet.rows.length)}\n\n${printTable([words.code, words.name, ...columns], [...rows, ...total], numeric)}`
}

const showRanking = (ranking: Ranking, language: Language): string => {
  const words = commandLineWords[language]
  const rows = ranking.rows.map((row) => [
    row.rank === null ? '' : String(row.rank),
    row.unit,
    figure(row.points, language),
    figure(row.percent, language),
    row.class ?? '',
    ...ranking.columns.map((column) => figure(row.values[column], language)),
  ])
  const headings = [words.rank, words.unit, words.points, words.percent, words.class, ...ranking.columns]
  return `${words.rows(ranking.rows.length)}\n\n${printTable(headings, rows, [0, 2, 3, ...ranking.columns.map((_, at) => at + 5)])}`
}
