import { cleanLines, cleanText } from './clean-text.ts'
import { type Code, readCode, splitCodeAndName } from './code.ts'
import { type Figure, readFigure } from './figure.ts'
import type { Layout, TextRole } from './layout.ts'
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
  readonly isBold: boolean
  /** Code or name of the row above reach down to here: the row belongs to it. */
  readonly continuesAbove: boolean
}

/** Reads one row of cells. A row with names in several columns of levels gives several rows, the highest level first. */
export const printedRows = (row: TableRow, layout: Layout): readonly PrintedRow[] => {
  const named = layout.names.filter((column) => ownText(row, column) !== '')
  const [deepest] = named.slice(-1)
  const higher = named.slice(0, -1).map((column) => bareRow(row, cellText(row, column)))
  return [...higher, fullRow(row, layout, deepest)]
}

const bareRow = (row: TableRow, text: string): PrintedRow => {
  const split = splitCodeAndName(cleanText(text))
  const name = split?.name ?? cleanText(text)
  return {
    line: row.line,
    codeText: '',
    name,
    texts: {},
    reachingTexts: {},
    figures: {},
    isBold: false,
    continuesAbove: false,
    ...(split ? { code: split.code } : {}),
  }
}

const fullRow = (row: TableRow, layout: Layout, nameColumn: number | undefined): PrintedRow => {
  const codeText = layout.code === undefined ? '' : cleanText(ownText(row, layout.code))
  const nameText = nameColumn === undefined ? '' : cleanLines(ownText(row, nameColumn))
  const { code, name, rest } = codeAndName(codeText, nameText)
  return {
    line: row.line,
    ...(code ? { code } : {}),
    codeText: rest,
    name: cleanText(name),
    texts: textsOf(row, layout, code === undefined ? ownText : cellText),
    reachingTexts: code === undefined ? textsOf(row, layout, cellText) : {},
    figures: figuresOf(row, layout),
    isBold: [layout.code, nameColumn].some((column) => column !== undefined && row.cells[column]?.isBold === true),
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

const figuresOf = (row: TableRow, layout: Layout): PrintedRow['figures'] => {
  const figures: Record<string, Figure> = {}
  for (const { key, column } of layout.figures) {
    const cell = row.cells[column]
    const figure: Figure = cell && !cell.isSpanned ? readFigure(cell.text, cell.isNumber) : { kind: 'empty' }
    if (figure.kind !== 'empty' && (figures[key] === undefined || figures[key].kind === 'empty')) figures[key] = figure
  }
  return figures
}

const continuesAbove = (row: TableRow, layout: Layout): boolean => {
  const reached = [layout.code, layout.names[0]].filter((column) => column !== undefined && row.cells[column]?.isSpanned)
  return reached.length > 0 && layout.names.length === 1
}

/** Whether the row holds points in any of its columns of figures. */
export const hasPoints = (row: PrintedRow): boolean => Object.values(row.figures).some((figure) => figure.kind === 'points')
