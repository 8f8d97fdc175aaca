import type { StrangeMark, WrittenCell, WrittenParagraph, WrittenTable, WrittenText } from '../../core/document/written-text.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { type Hands, handsOf } from './docx-hands.ts'
import { type NumberParagraph, paragraphNumbering } from './docx-numbering.ts'
import { readWrittenParagraph } from './docx-paragraph.ts'
import { attribute, child, children, isOn, parseXmlPart } from './xml-tree.ts'
import { unzipParts, type ZipParts } from './zip-parts.ts'

const partNames = /^(?:\[Content_Types\]\.xml|word\/(?:document\d*|numbering|styles|header\d*|footer\d*)\.xml|.*vbaProject\.bin)$/i

interface Reading {
  readonly hands: Hands
  readonly numberOf: NumberParagraph
  readonly strange: StrangeMark[]
  line: number
}

/** A Word file with the hands of its text, for a template; macros are refused. What a paper could not keep is told with its place. */
export const readWrittenDocx = (bytes: Uint8Array): Result<WrittenText> => {
  const parts = unzipParts(bytes, (name) => partNames.test(name))
  if (!parts.ok) return parts
  if (hasMacros(parts.value)) return refuse(errorAt('unreadableFile', '', { reason: 'hostile' }))
  const trees = new Map<string, Element>()
  for (const [name, part] of Object.entries(parts.value)) {
    if (!name.endsWith('.xml')) continue
    const tree = parseXmlPart(part)
    if (!tree.ok) return tree
    trees.set(name.toLowerCase(), tree.value)
  }
  const body = child([...trees].find(([name]) => name.startsWith('word/document'))?.[1], 'body')
  if (!body) return refuse(errorAt('unreadableFile', '', { reason: 'broken' }))
  const styles = trees.get('word/styles.xml')
  const reading: Reading = {
    hands: handsOf(styles),
    numberOf: paragraphNumbering(trees.get('word/numbering.xml'), styles),
    strange: [],
    line: 0,
  }
  const pieces = readPieces(body, reading)
  return accept({ pieces, strange: [...reading.strange, ...marginMarks(trees, reading)] })
}

const hasMacros = (parts: ZipParts): boolean =>
  Object.keys(parts).some((name) => /vbaProject\.bin$/i.test(name)) ||
  /macroEnabled|vbaProject/i.test(new TextDecoder().decode(parts['[Content_Types].xml'] ?? new Uint8Array()))

const excerpt = (paragraph: Omit<WrittenParagraph, 'line'>): string => {
  const text = paragraph.runs
    .map((run) => run.text)
    .join('')
    .trim()
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

const readParagraph = (element: Element, reading: Reading): WrittenParagraph => {
  reading.line += 1
  const { paragraph, strange } = readWrittenParagraph(element, reading.hands, reading.numberOf)
  const line = reading.line
  for (const what of strange) reading.strange.push({ what, line, text: excerpt(paragraph) })
  const section = child(child(element, 'pPr'), 'sectPr')
  if (section) readSection(section, reading)
  const startsPage = isOn(child(element, 'pPr'), 'pageBreakBefore') === true
  return startsPage ? { ...paragraph, line, endsPage: true } : { ...paragraph, line }
}

const readSection = (section: Element, reading: Reading): void => {
  if (Number(attribute(child(section, 'cols'), 'num') ?? '1') > 1) reading.strange.push({ what: 'columns', line: reading.line, text: '' })
}

const readPieces = (parent: Element, reading: Reading): readonly (WrittenParagraph | WrittenTable)[] =>
  [...children(parent)].flatMap((element) => {
    if (element.localName === 'p') return [readParagraph(element, reading)]
    if (element.localName === 'tbl') return [readTable(element, reading)]
    if (element.localName === 'sectPr') readSection(element, reading)
    return /^(?:sdt|sdtContent|customXml|smartTag)$/.test(element.localName) ? readPieces(element, reading) : []
  })

const readTable = (table: Element, reading: Reading): WrittenTable => {
  const line = reading.line + 1
  const grid = child(table, 'tblGrid')
  const widths = grid ? [...children(grid, 'gridCol')].map((column) => Number(attribute(column, 'w') ?? '0')) : []
  const rows = [...children(table, 'tr')].map((row) => [...children(row, 'tc')].map((cell) => readCell(cell, reading)))
  return { kind: 'table', line, widths: widths.every((width) => width > 0) ? widths : [], rows }
}

const readCell = (cell: Element, reading: Reading): WrittenCell => {
  const properties = child(cell, 'tcPr')
  const isMerged =
    child(properties, 'vMerge') ?? (Number(attribute(child(properties, 'gridSpan'), 'val') ?? '1') > 1 ? properties : undefined)
  const pieces = readPieces(cell, reading)
  const words = pieces.flatMap((piece) => (piece.kind === 'paragraph' ? [piece] : []))
  const text = words.map(excerpt).join(' ')
  if (isMerged) reading.strange.push({ what: 'mergedCell', line: reading.line, text })
  if (words.length < pieces.length) reading.strange.push({ what: 'nestedTable', line: reading.line, text })
  return words
}

/** Words at the head or the foot of pages, but for the number of the page. */
const marginMarks = (trees: ReadonlyMap<string, Element>, reading: Reading): readonly StrangeMark[] =>
  [...trees]
    .filter(([name]) => /^word\/(?:header|footer)/.test(name))
    .flatMap(([, tree]) => [...children(tree, 'p')])
    .map((paragraph) => excerpt(readWrittenParagraph(paragraph, reading.hands, () => undefined).paragraph))
    .filter((text) => /\p{L}/u.test(text))
    .map((text) => ({ what: 'headerText', line: 0, text }))
