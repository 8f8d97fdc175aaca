import type { WrittenText } from '../../core/document/written-text.ts'
import type { Result } from '../../core/result.ts'
import { readInLimits } from './read-in-limits.ts'

/** A Word file with the hands of its text, read within the limits of every document. */
export const readWrittenFile = (bytes: Uint8Array, fileName: string): Promise<Result<WrittenText>> =>
  readInLimits({ bytes, fileName, as: 'written' })
