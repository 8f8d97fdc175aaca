/** A stretch of a written text in one hand. */
export interface WrittenRun {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
}

export interface WrittenParagraph {
  readonly kind: 'paragraph'
  /** 1-based, counted through the whole text, cells included. */
  readonly line: number
  /** The automatic number that stands in no run: `1.`, `-`. */
  readonly label?: string
  readonly runs: readonly WrittenRun[]
  readonly align?: 'left' | 'center' | 'right' | 'justify'
  /** A page ends behind it. */
  readonly endsPage?: true
}

export interface WrittenTable {
  readonly kind: 'table'
  readonly line: number
  /** Widths of the columns against each other; empty where none is said. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly WrittenCell[])[]
}
export type WrittenCell = readonly WrittenParagraph[]

/** What stands in the file and is not kept, with where it stands and the words around it. */
export interface StrangeMark {
  readonly what: string
  readonly line: number
  readonly text: string
}

/** A Word file as somebody wrote it, with its hands and its order: what a template is made of. */
export interface WrittenText {
  readonly pieces: readonly (WrittenParagraph | WrittenTable)[]
  readonly strange: readonly StrangeMark[]
}
