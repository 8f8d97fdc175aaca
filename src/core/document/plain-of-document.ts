import { linesOfPages } from './page-lines.ts'
import type { RawDocument, RawGrid, RawPage } from './raw-document.ts'

/** What a document says, for a reader: running text and tables, in document order. */
export interface PlainDocument {
  readonly parts: readonly PlainPart[]
}

export type PlainPart =
  | { readonly kind: 'text'; readonly lines: readonly string[] }
  /** Rows as wide as they come; a merged cell stands once. `name`: of the sheet. */
  | { readonly kind: 'table'; readonly name?: string; readonly rows: readonly (readonly string[])[] }

const rowOf = ({ cells }: RawGrid['rows'][number]): readonly string[] => {
  const row = Array.from({ length: Math.max(0, ...cells.map(({ column }) => column + 1)) }, () => '')
  for (const { column, text } of cells) row[column] = text
  return row
}

const linesOf = (page: RawPage): readonly string[] => linesOfPages([page]).lines.map(({ words }) => words.map(({ text }) => text).join(' '))

/** The words of a document without any idea of what they mean; nothing is left out but page numbers. */
export const plainOfDocument = ({ blocks }: RawDocument): PlainDocument => ({
  parts: blocks.map((block): PlainPart => {
    if (block.kind === 'text') return { kind: 'text', lines: block.lines.map(({ text }) => text) }
    if (block.kind === 'page') return { kind: 'text', lines: linesOf(block) }
    return { kind: 'table', ...(block.name !== undefined && { name: block.name }), rows: block.rows.map(rowOf) }
  }),
})

/** Every line of it, cells of a row parted by tabs. */
export const linesOfPlain = ({ parts }: PlainDocument): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'text' ? part.lines : part.rows.map((row) => row.join('\t'))))
