import { errorAt } from '../problem.ts'
import type { RawDocument } from './raw-document.ts'
import type { ReadKind, ReadResult } from './read-result.ts'

/** Reads the table of a document. Without `kind` it is recognised from the headings. */
export const readDocument = (_document: RawDocument, kind?: ReadKind): ReadResult => ({
  kind: kind ?? 'criteria',
  problems: [errorAt('noTable', '', { kind: kind ?? 'criteria' })],
})
