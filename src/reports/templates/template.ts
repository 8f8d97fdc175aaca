import type { PaperPart } from '../../language/reports/paper-part-words.ts'
import type { Orientation } from '../measures.ts'
import type { Block, Column, OneOrMore, Text } from '../report.ts'

/** A row of a table of a template; `each` writes it once for every entry of a list. */
export interface TemplateRow {
  readonly each?: string
  readonly cells: readonly (readonly Text[])[]
  readonly hand?: 'bold' | 'italic'
}

/** What a template says at one place; texts hold fields as `«Tên cơ quan»`. */
export type TemplateBlock =
  | { readonly kind: 'block'; readonly block: Block }
  | { readonly kind: 'table'; readonly columns: OneOrMore<Column>; readonly rows: readonly TemplateRow[] }
  /** What the data compose under this name. */
  | { readonly kind: 'part'; readonly part: PaperPart }
  /** Once for every entry of a list. */
  | { readonly kind: 'each'; readonly list: string; readonly body: readonly TemplateBlock[] }
  /** Only where the field or the list holds something. */
  | { readonly kind: 'when'; readonly field: string; readonly body: readonly TemplateBlock[] }

export interface TemplateAnnex {
  readonly title: string
  readonly orientation: Orientation
  readonly body: readonly TemplateBlock[]
}

/**
 * The wording of a kind of paper, as an agency has it: order of blocks, texts with fields, what the data compose. Letterhead, number, signature and recipients are
 * those of the paper.
 */
export interface PaperTemplate {
  readonly summary: string
  /** `chosen` are the bases that were chosen for the paper. */
  readonly bases: readonly (string | { readonly chosen: true })[]
  readonly body: readonly TemplateBlock[]
  /** `composed` are the annexes that the data give. */
  readonly annexes: readonly (TemplateAnnex | 'composed')[]
}
