import { zipSync } from 'fflate'
import type { Cell, MergeRange, Sheet, Workbook } from 'hucre'
import type { RawCell, RawDocument, RawGrid, RawRow } from '../../core/document/raw-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { dateText, numberText } from './number-text.ts'
import { unzipParts, type ZipParts } from './zip-parts.ts'

/** Only what carries cells: no pictures, drawings, macros, printer settings, embedded files. */
const xlsxParts =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:_rels\/)?[^/]+\.(?:xml|rels)|xl\/worksheets\/[^/]+\.xml|xl\/theme\/[^/]+\.xml)$/i
const odsParts = /^(?:mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/i

/** A workbook of Excel: every visible sheet that holds something, formulas by their last computed value. */
export const readXlsx = async (bytes: Uint8Array): Promise<Result<RawDocument>> => {
  const { readXlsx: read } = await import('hucre/xlsx')
  return readWorkbook(bytes, xlsxParts, (archive) =>
    read(archive, { readStyles: true, sheets: (sheet) => sheet.hidden !== true && sheet.veryHidden !== true }),
  )
}

/** The same with what is hidden: sheets, rows and columns. */
export const readXlsxWithHidden = async (bytes: Uint8Array): Promise<Result<RawDocument>> => {
  const { readXlsx: read } = await import('hucre/xlsx')
  return readWorkbook(bytes, xlsxParts, (archive) => read(archive, { readStyles: true }), true)
}

/** A spreadsheet of LibreOffice. */
export const readOds = async (bytes: Uint8Array): Promise<Result<RawDocument>> => {
  const { readOds: read } = await import('hucre/ods')
  return readWorkbook(bytes, odsParts, (archive) => read(archive, { readStyles: true }))
}

const readWorkbook = async (
  bytes: Uint8Array,
  names: RegExp,
  read: (archive: Uint8Array) => Promise<Workbook>,
  withHidden = false,
): Promise<Result<RawDocument>> => {
  const parts = unzipParts(bytes, (name) => names.test(name))
  if (!parts.ok) return parts
  if (hasDoctype(parts.value)) return refuse(errorAt('unreadableFile', '', { reason: 'hostile' }))
  // The library inflates without a limit of its own; it gets the parts that were inflated within ours.
  const { sheets } = await read(zipSync({ ...parts.value }, { level: 0 }))
  const blocks = sheets.map((sheet) => gridOf(sheet, withHidden)).filter((grid) => grid.rows.length > 0)
  if (blocks.length === 0) return refuse(errorAt('unreadableFile', '', { reason: 'empty' }))
  return accept({ format: 'xlsx', blocks })
}

/** Office never writes a document type; entities declared there are how a small part becomes a huge one. */
const hasDoctype = (parts: ZipParts): boolean =>
  Object.values(parts).some((part) => Buffer.from(part.buffer, part.byteOffset, Math.min(part.length, 4096)).includes('<!DOCTYPE'))

const gridOf = (sheet: Sheet, withHidden: boolean): RawGrid => {
  const spans = new Map((sheet.merges ?? []).map((merge) => [`${merge.startRow},${merge.startCol}`, merge]))
  const covered = coveredBy(sheet.merges ?? [], sheet.rows)
  const rows: RawRow[] = []
  const hiddenColumns = new Set((sheet.columns ?? []).flatMap((column, at) => (column?.hidden === true && !withHidden ? [at] : [])))
  const hidden = { rows: 0, columns: 0 }
  for (const [at, values] of sheet.rows.entries()) {
    if (sheet.rowDefs?.get(at)?.hidden === true && !withHidden) {
      if (values.some((value) => value !== null && value !== '')) hidden.rows += 1
      continue
    }
    const cells = values.flatMap((_, column): readonly RawCell[] => {
      if (hiddenColumns.has(column) || covered.has(`${at},${column}`)) return []
      const cell = rawCell(sheet, at, column, spans.get(`${at},${column}`))
      return cell.text === '' ? [] : [cell]
    })
    if (cells.length > 0) rows.push({ line: at + 1, cells })
  }
  hidden.columns = [...hiddenColumns].filter((column) => sheet.rows.some((row) => (row[column] ?? '') !== '')).length
  return { kind: 'grid', name: sheet.name.normalize('NFC'), rows, ...(hidden.rows + hidden.columns > 0 ? { hidden } : {}) }
}

/** Cells under a merged one; a merge that reaches beyond the used cells covers nothing there. Merges never overlap in a sound file. */
const coveredBy = (merges: readonly MergeRange[], rows: readonly (readonly unknown[])[]): ReadonlySet<string> => {
  const covered = new Set<string>()
  const used = rows.reduce((count, row) => count + row.length, 0)
  let visited = 0
  for (const merge of merges)
    for (let row = merge.startRow; row <= Math.min(merge.endRow, rows.length - 1); row++)
      for (let column = merge.startCol; column <= Math.min(merge.endCol, (rows[row]?.length ?? 0) - 1); column++) {
        visited += 1
        if (visited > used) throw new RangeError('overlapping merges')
        if (row !== merge.startRow || column !== merge.startCol) covered.add(`${row},${column}`)
      }
  return covered
}

const rawCell = (sheet: Sheet, row: number, column: number, merge: MergeRange | undefined): RawCell => {
  const cell = sheet.cells?.get(`${row},${column}`)
  const value = cell?.formulaResult ?? sheet.rows[row]?.[column] ?? null
  return {
    column,
    text: valueText(value, cell),
    ...(merge && merge.endRow > merge.startRow ? { rowSpan: merge.endRow - merge.startRow + 1 } : {}),
    ...(merge && merge.endCol > merge.startCol ? { columnSpan: merge.endCol - merge.startCol + 1 } : {}),
    ...(typeof value === 'number' ? { isNumber: true } : {}),
    ...(cell?.style?.font?.bold === true ? { isBold: true } : {}),
  }
}

const valueText = (value: unknown, cell: Cell | undefined): string => {
  const format = cell?.style?.numFmt ?? ''
  if (typeof value === 'number') return numberText(value, format)
  if (value instanceof Date) return dateText(value, format)
  if (value === null || value === undefined || typeof value === 'boolean') return ''
  return String(value).replace(/\r\n?/g, '\n').normalize('NFC').trim()
}
