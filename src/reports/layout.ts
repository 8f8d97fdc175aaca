import type { Span } from './report.ts'
import type { Orientation } from './measures.ts'

export type Align = 'left' | 'center' | 'right' | 'justify'

/** One paragraph as it stands on paper. Sizes and gaps in points, indents in millimetres. */
export interface Line {
  readonly kind: 'line'
  readonly spans: readonly Span[]
  readonly size: number
  readonly align: Align
  readonly firstIndent: number
  readonly leftIndent: number
  readonly before: number
  readonly after: number
  readonly spacing: number
  /** Stays on the page of what follows. */
  readonly keepsNext: boolean
  readonly framed: boolean
  /** Level in the outline of the document, for readers that jump from heading to heading. */
  readonly outline?: 1 | 2 | 3
}

/** A solid line, centred, with its length and the room it is centred in. */
export interface Rule {
  readonly kind: 'rule'
  readonly length: number
  readonly within: number
}

/** Pieces side by side without borders; they stay on one page. */
export interface Columns {
  readonly kind: 'columns'
  readonly columns: readonly { readonly width: number; readonly pieces: readonly (Line | Rule)[] }[]
}

export interface GridCell {
  readonly lines: readonly (readonly Span[])[]
  readonly align: Align
  readonly columnSpan: number
  readonly rowSpan: number
  /** What a spreadsheet takes instead of the words. */
  readonly value?: number
}

/** A table with borders; its head comes again on every page, its rows are not torn. */
export interface Grid {
  readonly kind: 'grid'
  readonly caption?: string
  readonly size: number
  readonly widths: readonly number[]
  readonly head: readonly (readonly GridCell[])[]
  readonly body: readonly (readonly GridCell[])[]
}

export interface Picture {
  readonly kind: 'picture'
  /** Points, or a drawing, which stays sharp at any size; one of them is there. */
  readonly png?: Uint8Array
  readonly svg?: string
  readonly width: number
  readonly height: number
  readonly caption: string
}

/** What follows begins on the next page. */
export interface PageBreak {
  readonly kind: 'pageBreak'
}

export type Piece = Line | Rule | Columns | Grid | Picture | PageBreak

/** Pages of one orientation with page numbers of their own. */
export interface PageRun {
  readonly orientation: Orientation
  readonly pieces: readonly Piece[]
}

/** A paper laid out: everything is counted, worded and measured; a writer only puts it down. */
export interface Layout {
  readonly title: string
  readonly author: string
  /** Of a paper that is the print of a frozen version: what its description says of it, and the year it is of. */
  readonly frozen?: { readonly keyword: string; readonly year: number }
  /** On every page. */
  readonly mark?: string
  readonly runs: readonly PageRun[]
}
