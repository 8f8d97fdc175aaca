/**
 * What a file reader hands to the core: the content of a document without any idea of what it means.
 * Lines and grids stand in document order; the core finds the table among them.
 */
export interface RawDocument {
  readonly format: 'txt' | 'docx' | 'xlsx' | 'csv' | 'pdf' | 'json'
  readonly blocks: readonly RawBlock[]
}

export type RawBlock = RawText | RawGrid | RawPage

/** Plain lines as they stand, tabs and runs of spaces kept: text files, paragraphs between tables. */
export interface RawText {
  readonly kind: 'text'
  readonly lines: readonly RawLine[]
}

export interface RawLine {
  readonly text: string
  /** 1-based line of the file, or paragraph. */
  readonly line: number
}

/** A table of cells: Word, Excel, CSV. A merged cell stands once, at its top left, with its spans. */
export interface RawGrid {
  readonly kind: 'grid'
  /** Sheet name where there is one. */
  readonly name?: string
  readonly rows: readonly RawRow[]
  /** Rows and columns that the workbook hides and that are left out. */
  readonly hidden?: { readonly rows: number; readonly columns: number }
}

export interface RawRow {
  /** 1-based row of the sheet or of the table. */
  readonly line: number
  readonly cells: readonly RawCell[]
}

export interface RawCell {
  /** 0-based column of the grid. */
  readonly column: number
  /** Text as shown; line breaks of the cell kept as `\n`. A number of a workbook comes as text with a decimal point. */
  readonly text: string
  readonly rowSpan?: number
  readonly columnSpan?: number
  readonly isNumber?: boolean
  readonly isBold?: boolean
}

/** A page whose words have places but no cells: PDF. Units are points (1/72 inch), y grows downward from the top edge. */
export interface RawPage {
  readonly kind: 'page'
  readonly page: number
  readonly width: number
  readonly height: number
  readonly words: readonly RawWord[]
}

export interface RawWord {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
