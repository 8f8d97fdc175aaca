import { readCode } from './code.ts'
import type { ColumnRole } from './column-role.ts'
import { readFigure } from './figure.ts'
import type { Column, Heading } from './heading.ts'
import { isColumnNumbering } from './heading.ts'
import { roadmapColumns } from './roadmap-columns.ts'
import { beginsUnit } from './unit-names.ts'
import { ownText, type TableRow } from './table.ts'

/** Columns of words that a row keeps under their role. */
export const textRoles = ['requirement', 'lead', 'coordinating', 'note', 'calculation', 'evidence', 'survey', 'deadline'] as const
export type TextRole = (typeof textRoles)[number]

/** A column of figures: `max`, a round of scores or a year. */
export interface FigureColumn {
  readonly key: string
  readonly column: number
}

/** Which column holds what. Several columns of names are the levels of the tree, the highest first. */
export interface Layout {
  readonly code?: number
  /** Columns of the codes of lower levels, where every level has its own. */
  readonly moreCodes: readonly number[]
  /** Whose the code is in a row that names several levels. */
  readonly codesName?: 'highest' | 'deepest'
  /** Points of the survey, where they stand beside those of the appraisal and are no part of them. */
  readonly surveyMax?: number
  readonly names: readonly number[]
  readonly texts: readonly { readonly role: TextRole; readonly column: number }[]
  readonly figures: readonly FigureColumn[]
}

const rounds: readonly ColumnRole[] = ['claimed', 'firstAppraisal', 'explanation', 'secondAppraisal', 'council']

/** Reads the headings as the plan of the rows below them. */
export const layoutOf = (heading: Heading, rows: readonly TableRow[]): Layout => {
  const body = rows.slice(heading.end).filter((row) => !isColumnNumbering(row))
  const [first, ...more] = levelCodes(heading, body)
  const code = first ?? codeColumn(heading, body)
  const figures = figureColumns(heading, rows, body)
  const taken = new Set([code, ...more, ...figures.map((each) => each.column)])
  const names = nameColumns(heading.columns.filter((column) => !taken.has(column.column)))
  const texts = textColumns(heading, body, new Set([...taken, ...names]))
  const surveyMax = surveyMaxColumn(heading, figures, body)
  return {
    ...(code === undefined ? {} : { code }),
    moreCodes: more,
    ...(code === undefined || names.length < 2 ? {} : { codesName: codesName(body, code, names[0] ?? 0) }),
    ...(surveyMax === undefined ? {} : { surveyMax }),
    names,
    texts,
    figures,
  }
}

/** Columns named by level that hold nothing but codes, beside a column of names. */
const levelCodes = (heading: Heading, body: readonly TableRow[]): readonly number[] => {
  const named = heading.columns.filter((column) => column.role === 'name').map((column) => column.column)
  const codes = named.filter((column) => {
    const texts = body.map((row) => ownText(row, column)).filter((text) => text !== '')
    return texts.length > 0 && texts.every((text) => readCode(text))
  })
  return codes.length > 1 && codes.length < named.length ? codes : []
}

/** A code that reaches down, or stays out, together with the highest name is that name's. */
const codesName = (body: readonly TableRow[], code: number, highest: number): 'highest' | 'deepest' => {
  const below = body.filter((row) => ownText(row, highest) === '' && !isColumnNumbering(row))
  const withoutCode = below.filter((row) => ownText(row, code) === '')
  return below.length > 0 && withoutCode.length * 2 > below.length ? 'highest' : 'deepest'
}

/** A column of points of the survey that is filled where the maximum is blank: the two are added. */
const surveyMaxColumn = (heading: Heading, figures: readonly FigureColumn[], body: readonly TableRow[]): number | undefined => {
  const maxima = figures.filter(({ key }) => key === 'max').map(({ column }) => column)
  const isPoints = (row: TableRow, column: number): boolean => readFigure(ownText(row, column)).kind === 'points'
  const column = heading.columns.find(({ role }) => role === 'survey')?.column
  if (column === undefined || maxima.length === 0) return undefined
  return body.some((row) => isPoints(row, column) && !maxima.some((max) => isPoints(row, max))) ? column : undefined
}

/**
 * Of several columns of codes (a running number, a code) the one that holds most codes of several steps; where no heading names one, a column left of
 * the names that holds hardly anything but codes.
 */
const codeColumn = (heading: Heading, body: readonly TableRow[]): number | undefined => {
  const columns = heading.columns.filter((column) => column.role === 'code').map((column) => column.column)
  if (columns.length === 0) return unnamedCodeColumn(heading, body)
  const steps = (column: number): number => body.filter((row) => (readCode(ownText(row, column))?.parts.length ?? 0) > 1).length
  return columns.reduce((best, column) => (steps(column) > steps(best) ? column : best))
}

const unnamedCodeColumn = (heading: Heading, body: readonly TableRow[]): number | undefined => {
  const names = heading.columns.find((column) => column.role === 'name')?.column ?? 0
  const candidates = heading.columns.filter((column) => column.role === 'other' && column.column < names)
  return candidates.find(({ column }) => {
    const texts = body.map((row) => ownText(row, column)).filter((text) => text !== '')
    return texts.length > 1 && texts.filter((text) => readCode(text)).length * 5 >= texts.length * 4
  })?.column
}

/** Columns named by level ("Lĩnh vực", "Tiêu chí", "Tiêu chí thành phần") are all names; else the first is, and a second one explains it. */
const nameColumns = (columns: readonly Column[]): readonly number[] => {
  const named = columns.filter((column) => column.role === 'name')
  const levels = named.filter((column) => /^(?:tên )?(?:lĩnh vực|tiêu chí|chỉ số)/iu.test(column.text))
  return (levels.length > 1 && levels.length === named.length ? levels : named.slice(0, 1)).map((column) => column.column)
}

/**
 * Columns of words by role. Of several columns of leads those that say "chủ trì" are; where none is, the unit that appraises ("Đơn vị thẩm định")
 * leads. An explanation in words is a note.
 */
const textColumns = (heading: Heading, body: readonly TableRow[], taken: ReadonlySet<number | undefined>): Layout['texts'] => {
  const free = heading.columns.filter((column) => !taken.has(column.column))
  const leads = free.filter((column) => column.role === 'lead')
  const chief = leads.filter((column) => /chủ trì|thực hiện chính/iu.test(column.text))
  const appraising = leads.length > 0 ? [] : free.filter((column) => rounds.includes(column.role) && holdsUnits(body, column.column))
  return free.flatMap((column) => {
    if (column.role === 'lead' && chief.length > 0 && !chief.includes(column)) return []
    if (appraising.includes(column)) return [{ role: 'lead', column: column.column }]
    if (column.role === 'explanation') return [{ role: 'note', column: column.column }]
    const role = column.role === 'name' ? 'requirement' : textRoles.find((each) => each === column.role)
    return role ? [{ role, column: column.column }] : []
  })
}

const holdsUnits = (body: readonly TableRow[], column: number): boolean => {
  const texts = body.map((row) => ownText(row, column)).filter((text) => text !== '')
  return texts.length > 0 && texts.filter(beginsUnit).length * 2 > texts.length
}

const figureColumns = (heading: Heading, rows: readonly TableRow[], body: readonly TableRow[]): readonly FigureColumn[] => {
  const years = roadmapColumns(heading, rows.slice(heading.start, heading.end), body)
  if (years) return years.columns
  const max = maxColumns(heading, body)
  const others = heading.columns.flatMap((column) => {
    const round = rounds.find((each) => each === column.role)
    return round && holdsFiguresOrNothing(body, column.column) ? [{ key: round as string, column: column.column }] : []
  })
  return [...max.map((column) => ({ key: 'max', column })), ...others, ...reachedColumn(heading, max)]
}

/** Several columns of maxima (of criteria, of sub-criteria) are read as one; a bare "Điểm" is the maximum where no heading says it better. */
const maxColumns = (heading: Heading, body: readonly TableRow[]): readonly number[] => {
  const strong = heading.columns.filter((column) => column.role === 'max' && holdsFiguresOrNothing(body, column.column))
  if (strong.length > 0) return [...strong, ...maximaBeside(heading, body, strong)].map((column) => column.column)
  const weak = heading.columns.filter((column) => column.role === 'points' && holdsFiguresOrNothing(body, column.column))
  return weak.slice(0, 1).map((column) => column.column)
}

/** "Tiêu chí", "Tiêu chí thành phần" right of a maximum that hold figures: the merged heading above them was lost. */
const maximaBeside = (heading: Heading, body: readonly TableRow[], strong: readonly Column[]): readonly Column[] =>
  heading.columns.filter(
    ({ role, column }) =>
      role === 'name' &&
      strong.some((max) => max.column === column - 1) &&
      body.some((row) => readFigure(ownText(row, column)).kind === 'points') &&
      body.every((row) => readFigure(ownText(row, column)).kind !== 'text'),
  )

/** "Điểm đạt" beside a maximum, where no round is named, is what an appraisal gave. */
const reachedColumn = (heading: Heading, max: readonly number[]): readonly FigureColumn[] => {
  if (heading.columns.some((column) => rounds.includes(column.role))) return []
  const reached = heading.columns.find((column) => column.role === 'points' && !max.includes(column.column))
  return reached ? [{ key: 'firstAppraisal', column: reached.column }] : []
}

const holdsFiguresOrNothing = (body: readonly TableRow[], column: number): boolean => {
  let [figures, words] = [0, 0]
  for (const row of body) {
    const kind = readFigure(ownText(row, column)).kind
    if (kind === 'points') figures += 1
    if (kind === 'text') words += 1
  }
  return words <= (figures === 0 ? 0 : figures + 2)
}
