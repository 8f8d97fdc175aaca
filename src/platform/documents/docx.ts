import type { RawBlock, RawDocument, RawGrid, RawLine } from '../../core/document/raw-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { type NumberParagraph, paragraphNumbering } from './docx-numbering.ts'
import { type CellContent, readDocxTable } from './docx-table.ts'
import { paragraphText } from './docx-text.ts'
import { child, children, parseXmlPart } from './xml-tree.ts'
import { unzipParts, type ZipParts } from './zip-parts.ts'

const partNames = /^word\/(?:document\d*|numbering|styles)\.xml$/i

/** A document of Word: paragraphs and tables in order, automatic numbers written out. Headers, footers, notes and comments are left out. */
export const readDocx = (bytes: Uint8Array): Result<RawDocument> => {
  const parts = unzipParts(bytes, (name) => partNames.test(name))
  if (!parts.ok) return parts
  const main = Object.keys(parts.value).find((name) => /document/i.test(name))
  const tree = main === undefined ? undefined : parseXmlPart(parts.value[main] as Uint8Array)
  if (tree && !tree.ok) return tree
  const body = child(tree?.value, 'body')
  if (!body) return refuse(errorAt('unreadableFile', '', { reason: 'broken' }))
  const reading = newReading(
    paragraphNumbering(optionalPart(parts.value, 'word/numbering.xml'), optionalPart(parts.value, 'word/styles.xml')),
  )
  readBlocks(body, reading)
  closeText(reading)
  if (reading.blocks.length === 0) return refuse(errorAt('unreadableFile', '', { reason: 'noText' }))
  return accept({ format: 'docx', blocks: reading.blocks })
}

/** Numbers are lost with a broken list part, the text is not. */
const optionalPart = (parts: ZipParts, name: string): Element | undefined => {
  const part = parts[name]
  const tree = part ? parseXmlPart(part) : undefined
  return tree?.ok ? tree.value : undefined
}

interface Reading {
  readonly blocks: RawBlock[]
  readonly numberOf: NumberParagraph
  lines: RawLine[]
  paragraphs: number
}

const newReading = (numberOf: NumberParagraph): Reading => ({ blocks: [], numberOf, lines: [], paragraphs: 0 })

const closeText = (reading: Reading): void => {
  if (reading.lines.some((line) => line.text.trim() !== '')) reading.blocks.push({ kind: 'text', lines: reading.lines })
  reading.lines = []
}

const readBlocks = (parent: Element, reading: Reading): void => {
  for (const element of children(parent)) {
    if (element.localName === 'p') readParagraph(element, reading)
    else if (element.localName === 'tbl') readTable(element, reading)
    else if (!/^(?:sectPr|sdtPr|sdtEndPr|del|moveFrom)$/.test(element.localName)) readBlocks(element, reading)
  }
}

const numbered = (label: string | undefined, text: string): string =>
  label === undefined || label === '' ? text : `${label} ${text}`.trimEnd()

const readParagraph = (paragraph: Element, reading: Reading): void => {
  const { text, boxes } = paragraphText(paragraph)
  reading.paragraphs += 1
  const label = text.trim() === '' ? undefined : reading.numberOf(child(paragraph, 'pPr'))
  for (const line of numbered(label, text).split('\n')) reading.lines.push({ text: line, line: reading.paragraphs })
  for (const box of boxes) readBlocks(box, reading)
}

const readTable = (table: Element, reading: Reading): void => {
  closeText(reading)
  const inner: RawGrid[] = []
  const grid = readDocxTable(table, (cell) => cellContent(cell, reading, inner))
  if (grid.rows.length > 0) reading.blocks.push(grid)
  reading.blocks.push(...inner)
}

/** From this size on a table within a cell is a table of its own (a page laid out by a table); a smaller one is part of the cell's text. */
const isOwnTable = (grid: RawGrid): boolean => grid.rows.length > 3 && grid.rows.some((row) => row.cells.length > 2)

const cellContent = (cell: Element, reading: Reading, inner: RawGrid[]): CellContent => {
  const lines: string[] = []
  const bold: boolean[] = []
  const gather = (parent: Element): void => {
    for (const element of children(parent)) {
      if (element.localName === 'p') {
        const { text, isBold, boxes } = paragraphText(element)
        // A number may stand alone in its cell: an empty paragraph of a list still shows it.
        lines.push(numbered(reading.numberOf(child(element, 'pPr')), text))
        if (text.trim() !== '') bold.push(isBold)
        boxes.forEach(gather)
      } else if (element.localName === 'tbl') {
        const grid = readDocxTable(element, (nested) => cellContent(nested, reading, inner))
        if (isOwnTable(grid)) inner.push(grid)
        else lines.push(...grid.rows.map((row) => row.cells.map((each) => each.text).join(' ')))
      } else if (!/^(?:tcPr|sdtPr|sdtEndPr|del|moveFrom)$/.test(element.localName)) gather(element)
    }
  }
  gather(cell)
  return { text: lines.join('\n').trim(), isBold: bold.length > 0 && bold.every(Boolean) }
}
