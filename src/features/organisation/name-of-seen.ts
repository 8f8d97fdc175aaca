import { createHash } from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'

/** A name for what a preview showed: the same names the same, so that what is done is what was seen. */
export const nameOfSeen = (shown: unknown): string => createHash('sha256').update(canonicalJson(shown)).digest('hex')
