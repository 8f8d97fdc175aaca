import { fold } from '../../../core/fold.ts'
import type { Claim } from '../../../core/self-assessment/claims.ts'
import type { WorkbookColumn } from '../../../core/self-assessment/workbook-cells.ts'
import { workbookTexts } from '../../../language/pages/self-assessment-workbook.ts'

/** What the hidden sheet says first; another form of the workbook gets another name. */
export const workbookFormat = 'parindex/self-assessment-workbook@2'

/** Sheet that a person does not see: what the workbook was written out for, and every cell as it was then. */
export const hiddenSheet = 'parindex'

/** Columns of the visible sheet, counted from 0; the first is hidden and holds the id of the node, so that rows may be sorted. */
export const columnAt = { node: 0, code: 1, name: 2, max: 3, points: 4, status: 5, explanation: 6, note: 7 } as const

/** Columns of a leaf on the hidden sheet. */
export const writtenAt = { word: 0, node: 1, version: 2, points: 3, status: 4, explanation: 5 } as const

/** Columns of the sheets of facts and of documents; the first two are hidden and say which cell it is. */
export const factAt = { node: 0, path: 1, value: 6 } as const
export const documentAt = { node: 0, document: 1, code: 2, title: 4, number: 5, used: 6 } as const
/** Rows above theirs: how to fill them in, headings. */
export const rowsAboveMore = 2
/** Empty rows for further documents. */
export const roomForDocuments = 30

/** Rows above the first criterion: title, how to fill it in, headings. */
export const rowsAbove = 3

/** A cell as people name it: `E12`. Rows are counted from 1. */
export const cellName = (column: WorkbookColumn, row: number): string => `${'ABCDEFGH'[columnAt[column]]}${row}`

export const wordOfStatus = (status: Claim['status']): string => workbookTexts.statuses[status]

/** The status of a word of the list, whatever its case and tone marks. */
export const statusOfWord = (word: string): Claim['status'] | undefined =>
  (['scored', 'notApplicable', 'missing'] as const).find((status) => fold(wordOfStatus(status)) === fold(word))
