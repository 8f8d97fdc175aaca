import type { Result } from '../../core/result.ts'
import { readInLimits } from './read-in-limits.ts'

/** Bytes of a workbook, a CSV or another table → the rows of its largest table as text, heading row first; what cannot be read within limits is a problem. With `keepsLines`, lines within a cell stay lines. */
export const readRows = (
  bytes: Uint8Array,
  fileName: string,
  { keepsLines = false } = {},
): Promise<Result<readonly (readonly string[])[]>> => readInLimits({ bytes, fileName, as: keepsLines ? 'rowsWithLines' : 'rows' })
