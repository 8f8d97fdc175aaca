import type { Cell, WriteSheet } from 'hucre'
import { inputAt } from '../../../core/rules/enter-input.ts'
import type { Inputs } from '../../../core/rules/inputs.ts'
import { factsRuleOf } from '../../../core/rules/leaf-outcome.ts'
import { workbookTexts as texts } from '../../../language/pages/self-assessment-workbook.ts'
import { questionLabel } from '../../../language/rule-words.ts'
import type { SheetClaim } from '../contract.ts'
import type { SheetRow } from '../grid/sheet-rows.ts'
import { head, open, shut } from './cell-styles.ts'
import type { SheetDocument } from './documents.ts'
import { cellOfAnswer, hintOfQuestion, questionsInCells } from './fact-cells.ts'
import { documentAt, factAt, roomForDocuments, rowsAboveMore } from './layout.ts'

/** A protected sheet of a hint, headings and rows, in which the columns named may be filled in. */
const sheetOf = (
  name: string,
  [hint, headings]: readonly [string, readonly string[]],
  rows: readonly (readonly string[])[],
  isOpen: (row: number, column: number) => boolean,
): WriteSheet => {
  const cells = new Map<string, Partial<Cell>>()
  for (const column of headings.keys()) cells.set(`${rowsAboveMore - 1},${column}`, { style: head })
  for (const row of rows.keys())
    for (const column of headings.keys()) cells.set(`${row + rowsAboveMore},${column}`, { style: isOpen(row, column) ? open : shut })
  return {
    name,
    rows: [['', '', hint], [...headings], ...rows.map((row) => [...row])],
    cells,
    columns: [{ width: 10, hidden: true }, { width: 10, hidden: true }, ...[9, 44, 44, 26, 26].map((width) => ({ width }))],
    freezePane: { rows: rowsAboveMore },
    protection: { sheet: true, formatColumns: true, formatRows: true },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 },
  }
}

/** What the rules of the leaves ask, a row per answer; no sheet where no leaf asks for facts. */
export const factSheet = (own: readonly SheetRow[], claims: ReadonlyMap<string, SheetClaim>): readonly WriteSheet[] => {
  const rows = own.flatMap(({ id, node }) => {
    const rule = factsRuleOf(node)
    const inputs = (claims.get(id)?.inputs ?? {}) as Inputs
    if (!rule) return []
    return questionsInCells(node, rule, inputs).map((question) => [
      id as string,
      JSON.stringify(question.path),
      node.code,
      node.name,
      questionLabel(question),
      hintOfQuestion(question),
      cellOfAnswer(question, inputAt(inputs, question.path)),
    ])
  })
  const { hint, columns } = texts.facts
  return rows.length === 0 ? [] : [sheetOf(texts.factSheet, [hint, columns], rows, (_, column) => column === factAt.value)]
}

/** The documents of each leaf, and room to name further ones that the register has. */
export const documentSheet = (own: readonly SheetRow[], documents: readonly SheetDocument[]): WriteSheet => {
  const byLeaf = Map.groupBy(documents, ({ nodeId }) => nodeId)
  const used = own.flatMap(({ id, node }) =>
    (byLeaf.get(id) ?? []).map((each) => [id as string, each.id, node.code, node.name, each.title, each.number, texts.documents.used]),
  )
  const empty = Array.from({ length: roomForDocuments }, () => ['', '', '', '', '', '', ''])
  const { hint, columns } = texts.documents
  const wanted: readonly number[] = [documentAt.code, documentAt.title, documentAt.number, documentAt.used]
  return sheetOf(texts.documentSheet, [hint, columns], [...used, ...empty], (row, column) =>
    row < used.length ? column === documentAt.used : wanted.includes(column),
  )
}
