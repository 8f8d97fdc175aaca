import type { RawGrid } from '../../core/document/raw-document.ts'
import type { Result } from '../../core/result.ts'
import { readInLimits } from './read-in-limits.ts'

/** Bytes of a workbook → all of its sheets that hold something, hidden ones too, cells as text with their line and column; what cannot be read within limits is a problem. */
export const readSheets = (bytes: Uint8Array, fileName: string): Promise<Result<readonly RawGrid[]>> =>
  readInLimits({ bytes, fileName, as: 'sheets' })
