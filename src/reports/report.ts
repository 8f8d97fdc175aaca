import type { PaperPart } from '../language/reports/paper-part-words.ts'
import type { PaperDate, PaperType } from '../language/reports/paper-words.ts'
import type { Chart } from './charts/chart.ts'
import type { Orientation } from './measures.ts'

/** A stretch of text in one hand. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
  readonly italic?: boolean
}
/** Text of a paper: plain, or in several hands. */
export type Text = string | readonly Span[]

/** `05/KH-BDT`: the mark of the type comes from the heading, so that it cannot differ; an open number is left to the clerk. */
export interface PaperNumber {
  readonly number?: number | undefined
  readonly agencyMark: string
  /** Of a letter, the division that drafted it: `BDT-VP`. */
  readonly divisionMark?: string | undefined
}

export type OneOrMore<T> = readonly [T, ...T[]]

/** What the paper is. Only a letter has its subject under the number, only a decision an issuing authority, only a sheet no number. */
export type Heading =
  | {
      readonly kind: 'named'
      readonly type: Exclude<PaperType, 'decision'>
      readonly number: PaperNumber
      readonly summary: string
      /** Kính gửi: of a report upward or a submission. */
      readonly to?: OneOrMore<string>
    }
  | { readonly kind: 'decision'; readonly number: PaperNumber; readonly summary: string; readonly issuedBy: string }
  | { readonly kind: 'letter'; readonly number: PaperNumber; readonly subject: string; readonly to: OneOrMore<string> }
  | { readonly kind: 'sheet'; readonly title: string; readonly summary: string }

/** A cell: words, several lines of words, or a figure kept as decimal text (`"0.75"`), which a spreadsheet gets as a number. */
export type Cell =
  | { readonly text: Text }
  | { readonly lines: readonly Text[] }
  | { readonly figure: string | null; readonly bold?: boolean; readonly italic?: boolean }
  | { readonly count: number | null }

export interface Column {
  readonly heading: string
  /** Share of the table's width against the other columns. */
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
}

/** A row has as many cells as the table has columns; `hand` holds for its words. */
export interface Row {
  readonly cells: readonly Cell[]
  readonly hand?: 'bold' | 'italic'
}

export interface Table {
  readonly caption?: string
  readonly columns: OneOrMore<Column>
  /** A heading over several neighbouring columns, the first counted from 0. */
  readonly groups?: readonly { readonly heading: string; readonly from: number; readonly span: number }[]
  readonly rows: readonly Row[]
}

/** A picture with the words for who cannot see it; measures in millimetres. */
export interface Figure {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  readonly caption: string
}

/**
 * A block of the body. Numbers (I., 1., 1.1., a), Điều 1.) are never written: they are counted when the paper is laid out, so none is twice, none missing.
 * Each level begins again under the one above it; articles and parts run through.
 */
export type Block = BlockContent & {
  /** What the data composed together: a template moves or drops it as one. */
  readonly part?: PaperPart
}

type BlockContent =
  | { readonly kind: 'part' | 'chapter' | 'section' | 'heading'; readonly title: string }
  | { readonly kind: 'item' | 'subItem' | 'point'; readonly title?: string; readonly text?: Text }
  | { readonly kind: 'article'; readonly text: Text }
  /** Justified where no alignment is said. */
  | { readonly kind: 'paragraph'; readonly text: Text; readonly align?: 'left' | 'center' | 'right' }
  | { readonly kind: 'pageBreak' }
  /** A dash, and below it a plus. */
  | { readonly kind: 'bullet'; readonly depth: 1 | 2; readonly text: Text }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'figure'; readonly figure: Figure }
  /** A chart with the words for who cannot see it. */
  | { readonly kind: 'chart'; readonly chart: Chart; readonly caption: string }

/** By what right a person signs. Each form carries exactly the lines that the decree gives it. */
export type Authority =
  | { readonly by: 'self' | 'acting'; readonly title: string }
  | { readonly by: 'collective'; readonly body: string; readonly title: string }
  | { readonly by: 'collectiveDeputy'; readonly body: string; readonly head: string; readonly title: string }
  | { readonly by: 'deputy' | 'order' | 'authorization'; readonly head: string; readonly title: string }

/** The name may stay open until it is settled who signs. */
export interface Signature {
  readonly authority: Authority
  readonly name?: string | undefined
}

/** `- Sở Nội vụ;` … and last where the paper is archived: `Lưu: VT, NV.` */
export interface Recipients {
  readonly to: readonly string[]
  readonly archive: OneOrMore<string>
}

/** Minutes are signed by two, anything else by one. */
export type Closing =
  | { readonly kind: 'signed'; readonly signature: Signature; readonly recipients?: Recipients }
  | {
      readonly kind: 'minutes'
      readonly secretary?: string | undefined
      readonly chair?: string | undefined
      readonly recipients?: Recipients
    }

/** Begins on a page of its own with page numbers of its own; Roman numbers come by themselves where there are several. */
export interface Annex {
  readonly title: string
  readonly orientation: Orientation
  readonly body: OneOrMore<Block>
}

export interface Letterhead {
  readonly parent?: string | undefined
  readonly agency: string
  readonly place: string
  readonly date: PaperDate
}

/**
 * An official paper as a value: what stands in it, not how it looks. DOCX, PDF and XLSX are made from it by writers that know nothing of the domain.
 * Form: Decree 30/2020/NĐ-CP, Appendix I.
 */
export interface Report {
  readonly letterhead: Letterhead
  readonly heading: Heading
  /** `Căn cứ …`, without the sign at the end. */
  readonly bases: readonly string[]
  readonly body: OneOrMore<Block>
  readonly closing: Closing
  readonly annexes: readonly Annex[]
  /** SHA-256 of what was frozen and is printed here; a PDF also carries it in its description. */
  readonly versionHash?: string
  readonly isDraft: boolean
  /** Stands on every page, across it where the format can: why the paper has no effect. */
  readonly mark?: string
}
