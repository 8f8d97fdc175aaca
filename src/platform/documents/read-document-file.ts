import type { ReadKind, ReadResult } from '../../core/document/read-result.ts'
import type { Result } from '../../core/result.ts'
import { readInLimits } from './read-in-limits.ts'

/**
 * Bytes of a file → the table in it, of the kind that is asked for or of the one it holds; of several the largest, or the one with the number `table`.
 * The format is told by content, not by name; what cannot be read within limits is a problem.
 */
export const readDocumentFile = (bytes: Uint8Array, fileName: string, kind?: ReadKind, table?: number): Promise<Result<ReadResult>> =>
  readInLimits({ bytes, fileName, as: { kind, table } })
