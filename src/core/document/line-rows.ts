import { isUpperCase } from './clean-text.ts'
import type { Code } from '../framework/code.ts'
import { nextCode } from '../framework/code-series.ts'
import { readCode, splitCodeAndName, splitRomanAndName } from './code.ts'
import { follows, rank } from './flow-rows.ts'
import { figureIn, leadingFigures } from './line-figures.ts'
import type { LineColumn, LineHeading } from './line-heading.ts'
import type { Piece } from './line-pieces.ts'
import { isClosing, isFootnote, isSubtotal, isTotal } from './row-words.ts'

/** A row of copied text: its code, the lines of its name, its figures, and the lines that follow them. */
export interface LineRow {
  readonly line: number
  readonly code: string
  readonly name: readonly string[]
  readonly figures: readonly string[]
  readonly rest: readonly Piece[]
  /** Words came after a page break, and nobody can say of which cell. */
  readonly isGuessed: boolean
}

interface OpenRow {
  line: number
  code: string
  name: string[]
  figures: string[]
  rest: Piece[]
  isGuessed: boolean
  /** The blocks of the points and of the last line of the name. */
  block: number
  nameBlock: number
}

interface Cutting {
  readonly rows: OpenRow[]
  readonly columns: readonly LineColumn[]
  open: readonly Code[]
  /** The last code of each shape, also below another part: numbers may run through all areas. */
  readonly last: Map<string, Code>
  /** The headings were printed again since the last line. */
  afterBreak: boolean
  isRemark: boolean
  isEnded: boolean
  /** A heading stood behind the rows, and what follows it belongs to rows above. */
  isMoved: boolean
  readonly unplaced: Piece[]
}

/**
 * Cuts copied text into rows by what a row must have: a code, a name, then its points. A figure that begins a line is points as long as the row above has
 * none, and a code once it has; so tables all of whose rows have points need nothing else.
 */
export const lineRows = (pieces: readonly Piece[], heading: LineHeading): LineRows => {
  const cutting: Cutting = {
    rows: [],
    columns: heading.columns,
    open: [],
    last: new Map(),
    afterBreak: false,
    isRemark: false,
    isEnded: false,
    isMoved: false,
    unplaced: [],
  }
  pieces.slice(heading.end).forEach((piece, index, all) => {
    if (heading.moved.has(piece.text)) cutting.isMoved = true
    else if (heading.printed.has(piece.text)) {
      cutting.afterBreak = true
      cutting.isMoved = false
    } else if (cutting.isEnded) {
      if (cutting.isMoved) cutting.unplaced.push(piece)
    } else cutLine(cutting, piece, all[index + 1])
  })
  return { rows: cutting.rows, unplaced: cutting.unplaced }
}

export interface LineRows {
  readonly rows: readonly LineRow[]
  /** What stands behind a heading that was moved: cells of rows above, nobody can say of which. */
  readonly unplaced: readonly Piece[]
}

const cutLine = (cutting: Cutting, piece: Piece, next: Piece | undefined): void => {
  const row = cutting.rows.at(-1)
  const { text } = piece
  const wantsPoints = row !== undefined && row.figures.length === 0
  if (isClosing(text)) cutting.isEnded = cutting.rows.length > 3
  else if (isFootnote(text)) cutting.isRemark = true
  else if (startsTotal(text)) begin(cutting, piece, { code: '', rest: text })
  else {
    const leading = wantsPoints && row.name.length > 0 ? leadingFigures(text) : undefined
    const begun = leading && !isFurtherCode(cutting, text, leading.rest) ? undefined : beginningOf(cutting, text, next)
    if (begun) begin(cutting, piece, begun)
    else if (cutting.isRemark || !row) return
    else if (cutting.isMoved && !leading) cutting.unplaced.push(piece)
    else if (leading) addFigures(row, leading, piece)
    else if (beginsLevel(cutting, text)) begin(cutting, piece, { code: '', rest: text })
    else addText(cutting, row, piece)
  }
  cutting.afterBreak = false
}

const startsTotal = (text: string): boolean => {
  const title = text.replace(/[-\d.,\s]+$/u, '')
  return isTotal(title) || isSubtotal(text)
}

/** Lines of levels stand as rows of their own where no column holds how points are given. */
const beginsLevel = ({ columns, rows }: Cutting, text: string): boolean =>
  !columns.includes('calculation') && rows.at(-1)?.figures.length !== 0 && /^[-–+•]\s*\S/u.test(text)

interface Begun {
  readonly code: string
  readonly rest: string
  readonly read?: Code
}

/** A code of several steps with its name is no figure, whatever the row above lacks. */
const isFurtherCode = (cutting: Cutting, text: string, rest: string): boolean => {
  const code = readCode(text) ?? splitCodeAndName(text)?.code
  return code !== undefined && !code.raw && code.parts.length > 2 && /^(?:\p{Lu}|$)/u.test(rest) && mayFollow(cutting, code)
}

/** "a Phân công …": a letter that stood in the column of codes. */
const splitLetterAndName = (text: string): { readonly code: Code; readonly name: string } | undefined => {
  const [, letter, name] = /^([a-hđ])\s+(\p{Lu}.*)$/su.exec(text) ?? []
  const code = letter === undefined ? undefined : readCode(letter)
  return code && name !== undefined ? { code, name } : undefined
}

/** After the open codes, or after the last code of its shape. */
const mayFollow = ({ open, last }: Cutting, code: Code): boolean => {
  const before = last.get(shapeOf(code))
  return follows(open, code) || (before !== undefined && [1, 2].some((step) => nextCode(before, step) === code.text))
}

const shapeOf = ({ kind, parts }: Code): string => `${kind} ${parts.length}`

const beginningOf = (cutting: Cutting, text: string, next: Piece | undefined): Begun | undefined => {
  const split = splitCodeAndName(text) ?? splitRomanAndName(text) ?? splitLetterAndName(text)
  const alone = readCode(text)
  const read = split?.code ?? (alone && !alone.raw ? alone : undefined)
  if (!read || (read.kind === 'number' && cutting.rows.at(-1)?.name.length === 0) || !mayFollow(cutting, read)) return undefined
  if (!split && !/^[“"(]?\p{Lu}/u.test(next?.text ?? '')) return undefined
  return { code: read.text, rest: split?.name ?? '', read }
}

const begin = (cutting: Cutting, { line, block }: Piece, { code, rest, read }: Begun): void => {
  const row: OpenRow = { line, code, name: [], figures: [], rest: [], isGuessed: false, block, nameBlock: block }
  cutting.rows.push(row)
  cutting.isRemark = false
  cutting.isMoved = false
  if (read) {
    cutting.last.set(shapeOf(read), read)
    cutting.open = [
      ...cutting.open.filter((each) => (each.kind !== read.kind ? rank(each) < rank(read) : each.parts.length < read.parts.length)),
      read,
    ]
  }
  if (rest !== '') addName(cutting, row, { text: rest, line, block })
}

const addName = ({ columns }: Cutting, row: OpenRow, piece: Piece): void => {
  const found = figureIn(piece.text, columns, startsTotal(piece.text))
  row.nameBlock = piece.block
  if (!found) return void row.name.push(piece.text)
  row.name.push(...(found.before === '' ? [] : [found.before]))
  row.figures.push(...found.figures)
  row.block = piece.block
  if (found.after !== '') row.rest.push({ ...piece, text: found.after })
}

const addFigures = (
  row: OpenRow,
  { figures, rest }: { readonly figures: readonly string[]; readonly rest: string },
  piece: Piece,
): void => {
  row.figures.push(...figures)
  row.block = piece.block
  if (rest !== '') row.rest.push({ ...piece, text: rest })
}

/** Words before the points are the name's; after them they are of other columns, unless they go on with the name in the same block or on the next page. */
const addText = (cutting: Cutting, row: OpenRow, piece: Piece): void => {
  const figures = row.rest.length === 0 && row.figures.length > 0 ? leadingFigures(piece.text) : undefined
  if (figures && figures.rest === '') row.figures.push(...figures.figures)
  else if (row.figures.length === 0) addName(cutting, row, piece)
  else if (isMiddleOfName(cutting, row, piece)) {
    row.isGuessed ||= cutting.afterBreak && row.rest.length > 0
    row.name.push(piece.text)
  } else {
    row.isGuessed ||= cutting.afterBreak
    row.rest.push(piece)
  }
}

/** The points stood between the lines of the name; or the name goes on as it began, in small letters or in capitals. */
const isMiddleOfName = ({ afterBreak }: Cutting, row: OpenRow, { text, block }: Piece): boolean => {
  if (row.rest.length === 0 && block > 0 && block === row.block && block === row.nameBlock) return true
  const goesOn = /^\p{Ll}/u.test(text) || (isUpperCase(text) && isUpperCase(row.name.join(' ')))
  return goesOn && (afterBreak || (row.rest.length === 0 && block === 0))
}
