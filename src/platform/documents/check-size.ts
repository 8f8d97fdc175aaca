import type { RawBlock, RawDocument } from '../../core/document/raw-document.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { documentLimits } from './limits.ts'

type Size = Readonly<Record<'rows' | 'cells' | 'characters', number>>

const lengthOf = (texts: readonly { readonly text: string }[]): number => texts.reduce((sum, { text }) => sum + text.length, 0)

const sizeOf = (block: RawBlock): Size => {
  if (block.kind === 'text') return { rows: block.lines.length, cells: 0, characters: lengthOf(block.lines) }
  if (block.kind === 'page') return { rows: 0, cells: block.words.length, characters: lengthOf(block.words) }
  const cells = block.rows.flatMap((row) => row.cells)
  return { rows: block.rows.length, cells: cells.length, characters: lengthOf(cells) }
}

/** Refuses a document that is larger than any table the core is made for, and one without any content. */
export const checkSize = (document: RawDocument): Result<RawDocument> => {
  const sizes = document.blocks.map(sizeOf)
  const total = (what: keyof Size): number => sizes.reduce((sum, size) => sum + size[what], 0)
  for (const what of ['rows', 'cells', 'characters'] as const) {
    const actual = total(what)
    if (actual > documentLimits[what])
      return refuse(errorAt('tooLarge', '', { what, limit: String(documentLimits[what]), actual: String(actual) }))
  }
  return accept(document)
}
