import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre'
import { pointsText } from '../../../core/exact/points.ts'
import { parseFramework } from '../../../core/framework/parse-framework.ts'
import { accept, type Result } from '../../../core/result.ts'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { partOfFramework } from '../../../core/self-assessment/part.ts'
import { formatFigure } from '../../../language/format.ts'
import { labelsVi } from '../../../language/labels.vi.ts'
import { workbookTexts as texts } from '../../../language/pages/self-assessment-workbook.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import type { FileReply } from '../../../platform/http/request.ts'
import { workbookBytes } from '../../../reports/xlsx/workbook-bytes.ts'
import type { Sheet, SheetClaim } from '../contract.ts'
import { documentSheet, factSheet } from './more-sheets.ts'
import { documentsOfSheet, type SheetDocument } from './documents.ts'
import { type SheetRow, rowsOf } from '../grid/sheet-rows.ts'
import { loadSheet, type SheetPlace } from '../load-sheet.ts'
import { font, group, head, open, shut } from './cell-styles.ts'
import { columnAt, hiddenSheet, rowsAbove, wordOfStatus, workbookFormat } from './layout.ts'

/** The cells of one leaf that a person may fill in, as they stand. */
const cellsOf = (claim: SheetClaim | undefined) => ({
  points: claim?.points?.replace('.', ',') ?? '',
  status: wordOfStatus(claim?.status ?? 'missing'),
  explanation: claim?.explanation ?? '',
})

const noteOf = ({ node, isLeaf, isOwn }: SheetRow): string => {
  if (!isLeaf) return ''
  if (!isOwn) return texts.ofSource(labelsVi.sources[node.source])
  return factsRuleOf(node) ? texts.byFacts : ''
}

const lineOf = (row: SheetRow, claim: SheetClaim | undefined): CellValue[] => {
  const { points, status, explanation } = row.isOwn ? cellsOf(claim) : { points: '', status: '', explanation: '' }
  const { code, name, maxPoints, id } = row.node
  return [id, code, name, formatFigure(pointsText(maxPoints)), points, status, explanation, noteOf(row)]
}

const stylesOf = ({ node, isLeaf, isOwn }: SheetRow): readonly CellStyle[] => {
  const locked = isLeaf ? shut : group
  const fields = isOwn ? [factsRuleOf(node) ? shut : open, open, open] : [locked, locked, locked]
  return [locked, locked, locked, locked, ...fields, locked]
}

const headings = ['', ...(['code', 'name', 'max', 'points', 'status', 'explanation', 'note'] as const).map((key) => texts.columns[key])]

const visibleSheet = (sheet: Sheet, rows: readonly SheetRow[], claims: ReadonlyMap<string, SheetClaim>): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>([
    ['0,1', { style: { font: { ...font, size: 14, bold: true } } }],
    ['1,1', { style: { font: { ...font, italic: true }, alignment: { wrapText: true, vertical: 'top' } } }],
  ])
  for (const [column] of headings.entries()) cells.set(`${rowsAbove - 1},${column}`, { style: head })
  for (const [at, row] of rows.entries())
    for (const [column, style] of stylesOf(row).entries()) cells.set(`${at + rowsAbove},${column}`, { style })
  const last = rows.length + rowsAbove
  return {
    name: texts.sheet,
    rows: [
      ['', texts.title(sheet.unit.name, sheet.cycle.title)],
      ['', texts.hint],
      headings,
      ...rows.map((row) => lineOf(row, claims.get(row.id))),
    ],
    cells,
    columns: [{ width: 10, hidden: true }, ...[9, 46, 10, 12, 17, 52, 36].map((width) => ({ width }))],
    rowDefs: new Map([[1, { height: 34 }]]),
    merges: [0, 1].map((row) => ({ startRow: row, endRow: row, startCol: columnAt.code, endCol: columnAt.note })),
    freezePane: { rows: rowsAbove },
    protection: { sheet: true, formatColumns: true, formatRows: true },
    dataValidations: [
      {
        type: 'list',
        values: Object.values(texts.statuses),
        range: `F${rowsAbove + 1}:F${last}`,
        allowBlank: true,
        showErrorMessage: true,
        errorMessage: texts.statusRule,
      },
    ],
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 },
  }
}

/** What the workbook was written out for, then every leaf with the version of its row and its cells. */
const writtenSheet = (
  authorityId: string,
  sheet: Sheet,
  rows: readonly SheetRow[],
  claims: ReadonlyMap<string, SheetClaim>,
  documents: readonly SheetDocument[],
): WriteSheet => ({
  name: hiddenSheet,
  rows: [
    ['format', workbookFormat],
    ['authority', authorityId],
    ['cycle', sheet.cycle.id],
    ['unit', sheet.unit.id],
    ['framework', sheet.framework.hash],
    ...rows
      .filter(({ isOwn }) => isOwn)
      .map(({ id }) => {
        const { points, status, explanation } = cellsOf(claims.get(id))
        return ['leaf', id, String(claims.get(id)?.version ?? 0), points, status, explanation]
      }),
    ...[...claims.values()].flatMap(({ nodeId, inputs }) => (inputs ? [['inputs', nodeId, JSON.stringify(inputs)]] : [])),
    ...documents.map(({ nodeId, id }) => ['document', nodeId, id]),
  ],
  veryHidden: true,
  protection: { sheet: true },
})

/** The sheet as a workbook to fill in without a network: the person's own leaves can be filled in, nothing else. */
export const writeWorkbook = async (context: ActContext, place: SheetPlace): Promise<Result<FileReply>> => {
  const loaded = await loadSheet(context, place)
  if (!loaded.ok) return loaded
  const sheet = loaded.value
  const framework = parseFramework(sheet.framework.document)
  if (!framework.ok) throw new Error('a framework in force could not be read')
  const shown = sheet.ownPart ? partOfFramework(framework.value, new Set(sheet.ownPart.leaves)) : framework.value
  const { all } = rowsOf(shown, undefined)
  const claims = new Map(sheet.claims.map((claim) => [claim.nodeId, claim]))
  const own = all.filter(({ isOwn }) => isOwn)
  const ownIds = new Set<string>(own.map(({ id }) => id))
  const documents = (await documentsOfSheet(context, place)).filter(({ nodeId }) => ownIds.has(nodeId))
  const content = await workbookBytes({
    sheets: [
      visibleSheet(sheet, all, claims),
      ...factSheet(own, claims),
      documentSheet(own, documents),
      writtenSheet(context.actor.authorityId, sheet, all, claims, documents),
    ],
    workbookProtection: { lockStructure: true },
    properties: { title: texts.title(sheet.unit.name, sheet.cycle.title) },
  })
  return accept({
    fileName: `tu-danh-gia-${sheet.unit.code}-${sheet.cycle.year}.xlsx`,
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: Buffer.from(content),
  })
}
