import type { CopiedPlace } from '../../../platform/copies/copies.ts'

export const copiedResults = (cycleId: string): CopiedPlace => ({ cycleId, subject: 'publication' })
