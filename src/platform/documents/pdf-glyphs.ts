import { identity, type Matrix, matrixOf, multiply, translation } from './pdf-matrix.ts'
import { type Rule, rulesOf } from './pdf-rules.ts'

/** One drawn character: `x`, `y` where its baseline begins, in points of the shown page, y downward. */
export interface Glyph {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The instructions of a page as the library lists them: operator numbers and their arguments, side by side. */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

interface Pen {
  page: Matrix
  text: Matrix
  line: Matrix
  size: number
  unit: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
}

type Act = (pen: Pen, args: readonly unknown[]) => void

const moveLine = (pen: Pen, x: number, y: number): void => {
  pen.line = multiply(pen.line, translation(x, y))
  pen.text = pen.line
}

/** What each operator does to the pen (ISO 32000-1, 9.3 and 9.4); operators that draw or colour do nothing to it. */
const acts: Readonly<Record<string, Act>> = {
  transform: (pen, args) => void (pen.page = multiply(pen.page, matrixOf(args))),
  paintFormXObjectBegin: (pen, [matrix]) => void (pen.page = multiply(pen.page, matrixOf(matrix))),
  beginText: (pen) => void (pen.text = pen.line = identity),
  setTextMatrix: (pen, [matrix]) => void (pen.text = pen.line = matrixOf(matrix)),
  moveText: (pen, [x, y]) => moveLine(pen, Number(x), Number(y)),
  setLeadingMoveText: (pen, [x, y]) => {
    pen.leading = -Number(y)
    moveLine(pen, Number(x), Number(y))
  },
  nextLine: (pen) => moveLine(pen, 0, -pen.leading),
  setCharSpacing: (pen, [value]) => void (pen.charSpacing = Number(value)),
  setWordSpacing: (pen, [value]) => void (pen.wordSpacing = Number(value)),
  setHScale: (pen, [value]) => void (pen.stretch = Number(value) / 100),
  setLeading: (pen, [value]) => void (pen.leading = Number(value)),
  setTextRise: (pen, [value]) => void (pen.rise = Number(value)),
}

/** What a page shows, as far as tables need it: characters and straight lines along the page. */
export interface Drawing {
  readonly glyphs: readonly Glyph[]
  readonly rules: readonly Rule[]
}

/** Follows the instructions of a page. `operatorNames` tells the numbers apart; `fontUnit` is the size of a glyph unit of a font. */
export const drawingOf = (
  { fnArray, argsArray }: Operators,
  operatorNames: ReadonlyMap<number, string>,
  view: Matrix,
  fontUnit: (font: string) => number,
): Drawing => {
  const glyphs: Glyph[] = []
  const rules: Rule[] = []
  const saved: Pen[] = []
  let pen: Pen = {
    page: view,
    text: identity,
    line: identity,
    size: 0,
    unit: 0.001,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  }
  for (const [at, operator] of fnArray.entries()) {
    const name = operatorNames.get(operator) ?? ''
    const args = (argsArray[at] ?? []) as readonly unknown[]
    if (name === 'save' || name === 'paintFormXObjectBegin') saved.push({ ...pen })
    if (name === 'restore' || name === 'paintFormXObjectEnd') pen = saved.pop() ?? pen
    else if (name === 'setFont') pen = { ...pen, size: Number(args[1]), unit: fontUnit(String(args[0])) }
    else if (name === 'showText') drawText(pen, args[0], glyphs)
    else if (name === 'constructPath') rules.push(...rulesOf(args, operatorNames, pen.page))
    else acts[name]?.(pen, args)
  }
  return { glyphs, rules }
}

interface DrawnCharacter {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

/** Numbers between the characters move the pen back, in thousandths of the size. */
const drawText = (pen: Pen, characters: unknown, into: Glyph[]): void => {
  if (!Array.isArray(characters)) return
  for (const each of characters as readonly (number | DrawnCharacter | null)[]) {
    if (typeof each === 'number') advance(pen, (-each * pen.size) / 1000)
    else if (each) drawCharacter(pen, each, into)
  }
}

const advance = (pen: Pen, distance: number): void => {
  pen.text = multiply(pen.text, translation(distance * pen.stretch, 0))
}

const drawCharacter = (pen: Pen, { unicode, width, isSpace }: DrawnCharacter, into: Glyph[]): void => {
  const place = multiply(multiply(pen.page, pen.text), translation(0, pen.rise))
  const drawn = width * pen.unit * pen.size
  advance(pen, drawn + pen.charSpacing + (isSpace ? pen.wordSpacing : 0))
  // Text that runs up or down the page is a watermark or a margin note, not a row.
  if (Math.abs(place[1]) > Math.abs(place[0]) || !place.every(Number.isFinite)) return
  const height = Math.hypot(place[2], place[3]) * Math.abs(pen.size)
  into.push({ text: unicode, x: place[4], y: place[5], width: Math.abs(drawn * pen.stretch * place[0]), height })
}
