import { sumPoints } from '../exact/points.ts'
import { cleanLines, cleanText } from './clean-text.ts'
import type { Code } from '../framework/code.ts'
import { readCode, splitCodeAndName } from './code.ts'
import { type Figure, readFigure } from './figure.ts'
import type { Layout, TextRole } from './layout.ts'
import { isCalculationLine, isUnfinished } from './row-words.ts'
import { cellText, ownText, type TableRow } from './table.ts'

/** A row of the table under its headings, before anything is decided about it. */
export interface PrintedRow {
  readonly line: number
  readonly code?: Code
  /** The cell of codes where it is no code. */
  readonly codeText: string
  /** The name as one line; breaks that began a bullet stay. */
  readonly name: string
  readonly texts: Readonly<Partial<Record<TextRole, string>>>
  /** Texts of cells above that reach down to a row without code; they are its own once it proves to be a node. */
  readonly reachingTexts: Readonly<Partial<Record<TextRole, string>>>
  readonly figures: Readonly<Record<string, Figure>>
  /** Lines of calculation that stand in the cell of the name. */
  readonly lines: readonly string[]
  readonly isBold: boolean
  /** How far below the highest names the name stands: its column of levels, or one below the criterion it is a part of. */
  readonly nameLevel: number
  /** A name in a column of a higher level: what stands beside and below it are its parts. */
  readonly isGroup?: boolean
  /** Code or name of the row above reach down to here: the row belongs to it. */
  readonly continuesAbove: boolean
}

/** Reads one row of cells. A row with names in several columns of levels gives several rows, the highest level first. */
export const printedRows = (row: TableRow, layout: Layout): readonly PrintedRow[] => {
  const named = layout.names.filter((column) => ownText(row, column) !== '')
  const [deepest] = named.slice(-1)
  const levelOf = (column: number | undefined): number => (column === undefined ? 0 : layout.names.indexOf(column))
  const higher = named.slice(0, -1).map((column) => bareRow(row, cellText(row, column), levelOf(column)))
  const full = { ...fullRow(row, layout, deepest), nameLevel: levelOf(deepest) }
  const [first, ...others] = higher
  if (!layout.codesName || layout.codesName === 'deepest' || !first || !full.code || first.code) return [...higher, full]
  const { code, ...withoutCode } = full
  return [{ ...first, code }, ...others, withoutCode]
}

const bareRow = (row: TableRow, text: string, nameLevel: number): PrintedRow => {
  const split = splitCodeAndName(cleanText(text))
  const name = split?.name ?? cleanText(text)
  return {
    line: row.line,
    codeText: '',
    name,
    texts: {},
    reachingTexts: {},
    figures: {},
    lines: [],
    isBold: false,
    nameLevel,
    ...(nameLevel === 0 ? { isGroup: true } : {}),
    continuesAbove: false,
    ...(split ? { code: split.code } : {}),
  }
}

const fullRow = (row: TableRow, layout: Layout, nameColumn: number | undefined): PrintedRow => {
  const codeText =
    [layout.code, ...layout.moreCodes]
      .map((column) => (column === undefined ? '' : cleanText(ownText(row, column))))
      .findLast((text) => text !== '') ?? ''
  const nameText = nameColumn === undefined ? '' : cleanLines(ownText(row, nameColumn))
  const { code, name: whole, rest } = codeAndName(codeText, nameText)
  const { name, lines } = nameAndLines(whole)
  const { figures: read, below } = figuresOf(row, layout)
  const figures = layout.surveyMax === undefined ? read : withSurveyMax(read, row, layout.surveyMax)
  return {
    line: row.line,
    ...(code ? { code } : {}),
    codeText: rest,
    name: cleanText(name),
    texts: textsOf(row, layout, code === undefined ? ownText : cellText),
    reachingTexts: code === undefined ? textsOf(row, layout, cellText) : {},
    figures: figures['max'] || !printedInName(name) ? figures : { ...figures, max: readFigure(printedInName(name) ?? '') },
    lines: lines.map((line, index) =>
      lines.length === below.length && !/\d\s*(?:điểm)?$/iu.test(line) ? `${line}: ${below[index]}` : line,
    ),
    isBold: [layout.code, nameColumn].some((column) => column !== undefined && row.cells[column]?.isBold === true),
    nameLevel: 0,
    continuesAbove: continuesAbove(row, layout),
  }
}

/** The code from its own cell, else from before the name; a cell of codes that holds a whole headline ("I. CÔNG TÁC …") is both. */
const codeAndName = (codeText: string, nameText: string): { readonly code?: Code; readonly name: string; readonly rest: string } => {
  const own = readCode(codeText)
  const inName = own?.kind === 'number' && own.parts.length === 1 ? splitCodeAndName(nameText) : undefined
  if (inName && isDeeper(inName.code)) return { code: inName.code, name: inName.name, rest: '' }
  if (own) return { code: own, name: withoutSameCode(nameText, own), rest: '' }
  const merged = splitCodeAndName(codeText)
  if (merged) return { code: merged.code, name: nameText === '' ? merged.name : `${merged.name} ${nameText}`, rest: '' }
  if (codeText !== '' && nameText === '' && !/^[-+*•]$/u.test(codeText)) return { name: codeText, rest: '' }
  const split = splitCodeAndName(nameText)
  if (split && !/^[-+*•]$/u.test(codeText)) return { code: split.code, name: split.name, rest: codeText }
  return { name: nameText, rest: codeText }
}

/** A first column that only counts the rows, beside names that carry the codes. */
const isDeeper = (code: Code): boolean => code.kind === 'roman' || code.parts.length > 1

/** A name that repeats the code of its own row ("1.1.2" beside "1.1.2. Ban hành …"). */
const withoutSameCode = (nameText: string, code: Code): string => {
  const split = splitCodeAndName(nameText)
  return split && split.code.text === code.text ? split.name : nameText
}

const textsOf = (row: TableRow, layout: Layout, textAt: typeof ownText): PrintedRow['texts'] => {
  const texts: Partial<Record<TextRole, string>> = {}
  for (const { role, column } of layout.texts) {
    const text = cleanLines(textAt(row, column))
    if (text !== '') texts[role] = texts[role] === undefined ? text : `${texts[role]}\n${text}`
  }
  return texts
}

/** Figures by column; the first line of a cell that holds one per line is the row's, those below belong to its lines of calculation. */
const figuresOf = (row: TableRow, layout: Layout): { readonly figures: PrintedRow['figures']; readonly below: readonly string[] } => {
  const figures: Record<string, Figure> = {}
  let below: readonly string[] = []
  for (const { key, column } of layout.figures) {
    const cell = row.cells[column]
    if (!cell || cell.isSpanned) continue
    const lines = cell.text.split('\n').filter((line) => line.trim() !== '')
    const isList =
      lines.length > 1 &&
      lines.every((line) => readFigure(line).kind === 'points' && /^\d/u.test(line)) &&
      readFigure(cell.text).kind !== 'points'
    const figure = readFigure(isList ? (lines[0] ?? '') : cell.text, cell.isNumber)
    if (isList && key === 'max') below = lines.slice(1)
    if (figure.kind !== 'empty' && (figures[key] === undefined || figures[key].kind === 'empty')) figures[key] = figure
  }
  return { figures, below }
}

/** The maximum where appraised and surveyed points stand in two columns: their sum. */
const withSurveyMax = (figures: PrintedRow['figures'], row: TableRow, column: number): PrintedRow['figures'] => {
  const [max, survey] = [figures['max'], readFigure(ownText(row, column), row.cells[column]?.isNumber ?? false)]
  if (survey.kind !== 'points') return figures
  if (max?.kind !== 'points') return { ...figures, max: survey }
  return { ...figures, max: { ...max, points: sumPoints([max.points, survey.points]), raw: `${max.raw} + ${survey.raw}` } }
}

/** "CHỈ ĐẠO, ĐIỀU HÀNH (10 điểm)": a maximum that is printed with the name. */
const printedInName = (name: string): string | undefined => /\(\s*(?:tối đa\s*)?(\d{1,3}(?:[.,]\d{1,4})?)\s*điểm\s*\)$/iu.exec(name)?.[1]

/** The name, and the lines below it in the same cell that say how points are given. */
const nameAndLines = (text: string): { readonly name: string; readonly lines: readonly string[] } => {
  const [first = '', ...rest] = text.split('\n')
  const at = rest.findIndex((line, index) => isCalculationLine(line) && !isUnfinished(index === 0 ? first : (rest[index - 1] ?? '')))
  return at < 0 ? { name: text, lines: [] } : { name: [first, ...rest.slice(0, at)].join('\n'), lines: rest.slice(at) }
}

const continuesAbove = (row: TableRow, layout: Layout): boolean => {
  const reached = [layout.code, layout.names[0]].filter((column) => column !== undefined && row.cells[column]?.isSpanned)
  return reached.length > 0 && layout.names.length === 1
}

/** Whether the row holds points in any of its columns of figures. */
export const hasPoints = (row: PrintedRow): boolean => Object.values(row.figures).some((figure) => figure.kind === 'points')
