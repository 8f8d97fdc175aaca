import { errorAt } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import type { Evidence } from './shapes.ts'
import type { LookedAtFile } from './uploads/finish-upload.ts'

/** A document of a unit, in the version that somebody saw. */
export interface SeenDocument {
  readonly unitId: string
  readonly evidenceId: string
  readonly version: number
}

/** A finished upload with what was seen in it, as the route prepared it. */
export interface PreparedUpload {
  readonly filesDir: string
  readonly looked: LookedAtFile | undefined
}

export const changedBefore = (evidenceId: string, { version }: Evidence): Result<never> =>
  refuse(errorAt('changedMeanwhile', evidenceId, { version: String(version) }))
