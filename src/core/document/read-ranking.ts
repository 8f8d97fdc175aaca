import type { Points } from '../exact/points.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import { cleanText, fold } from './clean-text.ts'
import { readFigure } from './figure.ts'
import { type Column, isColumnNumbering, repeatsHeading } from './heading.ts'
import type { RankingRow, RankingTable } from './ranking-table.ts'
import type { ReadTable } from './read-table.ts'
import { isTotal } from './row-words.ts'
import { cellText, type TableRow } from './table.ts'

interface RankingColumns {
  readonly rank: Column | undefined
  readonly unit: Column
  readonly points: Column | undefined
  readonly percent: Column | undefined
  readonly class: Column | undefined
  readonly values: readonly Column[]
}

/** A published ranking with its doubts: figures that are none, units twice, ranks against the order of the points. */
export const readRanking = (table: ReadTable): { readonly ranking: RankingTable; readonly problems: readonly Problem[] } => {
  const columns = rankingColumns(table)
  const problems: Problem[] = []
  const rows: RankingRow[] = []
  let group: string | undefined
  for (const row of table.table.rows.slice(table.heading.end)) {
    if (isColumnNumbering(row) || repeatsHeading(table.heading, row)) continue
    const unit = cleanText(cellText(row, columns.unit.column))
    const figures = table.heading.columns.filter((column) => readFigure(cellText(row, column.column)).kind === 'points')
    if (figures.length === 0 || unit === '') group = headlineOf(row) ?? group
    else if (!isTotal(unit) && !/^(?:trung bình|bình quân)/iu.test(unit)) rows.push(rankingRow(row, unit, columns, group, problems))
  }
  const ranking: RankingTable = {
    ...(table.facts.title ? { title: table.facts.title } : {}),
    ...(table.facts.year ? { year: table.facts.year } : {}),
    columns: columns.values.map((column) => column.text),
    rows,
  }
  return { ranking, problems: [...problems, ...checkRanks(rows)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

const rankingColumns = ({ heading, table }: ReadTable): RankingColumns => {
  const of = (role: Column['role']): Column | undefined => heading.columns.find((column) => column.role === role)
  const unit = of('unit') ?? of('name') ?? (heading.columns[1] as Column)
  const [rank, percent, band] = [of('rank'), of('percent'), of('class')]
  const totals = heading.columns.filter((column) => column.role === 'points' || column.role === 'max')
  const points = totals.find((column) => /tong|cong|dat|^diem$|chi so/.test(fold(column.ownText || column.text))) ?? totals[0]
  const taken = new Set([rank, unit, points, percent, band, of('code')])
  const values = heading.columns.filter(
    (column) => !taken.has(column) && column.role !== 'note' && holdsFigures(table.rows.slice(heading.end), column),
  )
  return { rank: rank ?? of('code'), unit, points, percent, class: band, values }
}

const holdsFigures = (rows: readonly TableRow[], { column }: Column): boolean => {
  const kinds = rows.map((row) => readFigure(withoutPercent(cellText(row, column))).kind)
  return kinds.filter((kind) => kind === 'points').length * 2 > kinds.filter((kind) => kind !== 'empty').length
}

const rankingRow = (row: TableRow, unit: string, columns: RankingColumns, group: string | undefined, problems: Problem[]): RankingRow => {
  const read = (column: Column | undefined): Points | undefined => {
    const figure = column
      ? readFigure(withoutPercent(cellText(row, column.column)), row.cells[column.column]?.isNumber ?? false)
      : { kind: 'empty' as const }
    if (figure.kind === 'text') problems.push(warningAt('doubtfulText', unit, { raw: figure.raw }, row.line))
    if (figure.kind === 'points' && figure.corrected)
      problems.push(warningAt('doubtfulText', unit, { raw: figure.raw, corrected: figure.corrected }, row.line))
    return figure.kind === 'points' ? figure.points : undefined
  }
  const [points, percent] = [read(columns.points), read(columns.percent)]
  const values = Object.fromEntries(
    columns.values.flatMap((column) => [read(column)].flatMap((value) => (value === undefined ? [] : [[column.text, value]]))),
  )
  const band = columns.class ? cleanText(cellText(row, columns.class.column)) : ''
  return {
    rank: rankOf(columns.rank ? cellText(row, columns.rank.column) : ''),
    unit,
    ...(points === undefined ? {} : { points }),
    ...(percent === undefined ? {} : { percent }),
    ...(band === '' ? {} : { class: band }),
    ...(group === undefined ? {} : { group }),
    values,
    line: row.line,
  }
}

const withoutPercent = (text: string): string => text.replace(/\s*%\s*$/u, '')

const rankOf = (text: string): number | null => {
  const match = /^\D*(\d{1,5})(?:\s*\/\s*\d+)?\D*$/u.exec(cleanText(text))
  return match?.[1] ? Number(match[1]) : null
}

const headlineOf = (row: TableRow): string | undefined => {
  const texts = row.cells.filter((cell) => cell && cell.text !== '' && !cell.isSpanned).map((cell) => cleanText(cell?.text ?? ''))
  const name = texts.at(-1)?.replace(/^[IVXA-H]+\s*[.)]\s*/u, '')
  return name !== undefined && /\p{L}{2}/u.test(name) ? name : undefined
}

/** Units named twice, and ranks that do not follow the points: more points with a worse rank, or equal points with other ranks. */
const checkRanks = (rows: readonly RankingRow[]): readonly Problem[] => {
  const first = new Map<string, number>()
  const problems: Problem[] = []
  for (const row of rows) {
    const key = `${row.group ?? ''}\n${fold(row.unit)}`
    const before = first.get(key)
    if (before !== undefined) problems.push(errorAt('duplicateLine', row.unit, { unit: row.unit, node: '', first: before }, row.line))
    else first.set(key, row.line ?? 0)
  }
  const best = (row: RankingRow): number | undefined => row.percent ?? row.points
  const byGroup = new Map<string, RankingRow[]>()
  for (const row of rows) byGroup.get(row.group ?? '')?.push(row) ?? byGroup.set(row.group ?? '', [row])
  for (const group of byGroup.values()) {
    const ranked = group.filter((row) => row.rank !== null && best(row) !== undefined).sort((a, b) => (best(b) ?? 0) - (best(a) ?? 0))
    ranked.forEach((row, index) => {
      const above = ranked[index - 1]
      if (above && (above.rank ?? 0) > (row.rank ?? 0) && best(above) !== best(row)) {
        problems.push(
          warningAt('invalidValue', row.unit, { field: 'rank', value: String(row.rank), expected: `> ${above.rank}` }, row.line),
        )
      }
    })
  }
  return problems
}
