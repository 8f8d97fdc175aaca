import type { RoadmapRole } from '../roadmap/roadmap.ts'
import { cleanText, fold } from './clean-text.ts'
import { roleOfHeading, yearsOfHeading } from './column-role.ts'
import { readFigure } from './figure.ts'
import type { Heading } from './heading.ts'
import { ownText, type TableRow } from './table.ts'

/** The columns of figures of a roadmap in their order, and what the figures of each are. */
export interface RoadmapColumns {
  readonly columns: readonly { readonly key: string; readonly column: number }[]
  readonly roles: Readonly<Record<string, RoadmapRole>>
}

interface Token {
  readonly key: string
  readonly role?: RoadmapRole
}

/**
 * Columns of years beside a maximum. Where merging left the years under the wrong columns (a text copied out of a table), the names of the
 * columns are taken in reading order, as long as there are as many of them as columns that hold figures. `undefined`: no heading names a year.
 */
export const roadmapColumns = (
  heading: Heading,
  headingRows: readonly TableRow[],
  body: readonly TableRow[],
): RoadmapColumns | undefined => {
  if (!heading.columns.some((column) => column.years.length > 0)) return undefined
  const filled = heading.columns.map((column) => column.column).filter((column) => column > 0 && holdsFigures(body, column))
  const perColumn = filled.map((column) => tokensOf([heading.columns[column]?.text ?? '']).filter(({ key }) => key !== ''))
  const printed = tokensOf(headingTexts(headingRows, filled)).filter(({ key }) => key !== '')
  const tokens = perColumn.every((each) => each.length === 1) ? perColumn.flat() : printed
  if (tokens.length !== filled.length || new Set(tokens.map(({ key }) => key)).size !== tokens.length) return undefined
  const columns = filled.map((column, index) => ({ key: tokens[index]?.key ?? '', column }))
  return { columns, roles: rolesOf(tokens) }
}

/** Cells of the headings in reading order, without those that stand left of all figures. */
const headingTexts = (rows: readonly TableRow[], filled: readonly number[]): readonly string[] => {
  const first = Math.min(...filled)
  return rows.flatMap((row) => row.cells.flatMap((cell, column) => (cell && !cell.isSpanned && column >= first ? [cell.text] : [])))
}

/** Keys in reading order; a heading of targets or of results names the role of the years after it. */
const tokensOf = (texts: readonly string[]): readonly Token[] => {
  const tokens: Token[] = []
  let role: RoadmapRole | undefined
  for (const text of texts) {
    const words = fold(cleanText(text))
    role = roleOfWords(words) ?? role
    const years = yearsOfHeading(text)
    for (const year of years) tokens.push(role ? { key: year, role } : { key: year })
    if (years.length === 0 && roleOfHeading(text) === 'max') tokens.push({ key: 'max', role: 'max' })
  }
  return tokens
}

const roleOfWords = (words: string): RoadmapRole | undefined => {
  if (/toi thieu|phan dau|muc tieu|ke hoach|du kien|can dat|chi tieu/.test(words)) return 'target'
  return /dat duoc|ket qua|da dat|thuc hien duoc|diem dat/.test(words) ? 'result' : undefined
}

/** Years without a word about them: what comes before the first target was reached, and where no target is named all but the first are to reach. */
const rolesOf = (tokens: readonly Token[]): Readonly<Record<string, RoadmapRole>> => {
  const years = tokens.filter(({ key }) => key !== 'max')
  const firstTarget = years.findIndex(({ role }) => role === 'target')
  const boundary = firstTarget >= 0 ? firstTarget : years.length > 1 ? 1 : 0
  const entries = years.map(({ key, role }, index) => [key, role ?? (index < boundary ? 'result' : 'target')] as const)
  return Object.fromEntries([...tokens.filter(({ key }) => key === 'max').map(({ key }) => [key, 'max'] as const), ...entries])
}

const holdsFigures = (body: readonly TableRow[], column: number): boolean => {
  let [figures, words] = [0, 0]
  for (const row of body) {
    const figure = readFigure(ownText(row, column))
    if (figure.kind === 'points') figures += 1
    if (figure.kind === 'text') words += 1
  }
  return figures > 0 && words * 4 <= figures
}
