import type { Result } from '../../core/result.ts'
import { readInLimits } from './read-in-limits.ts'

/** Bytes of a workbook, a CSV or another table → the rows of its largest table as text, heading row first; what cannot be read within limits is a problem. */
export const readRows = (bytes: Uint8Array, fileName: string): Promise<Result<readonly (readonly string[])[]>> =>
  readInLimits({ bytes, fileName, as: 'rows' })
