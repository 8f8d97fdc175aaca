import type { Act } from '../../contract/acts.ts'
import type { Relation, Role, Stage } from '../../core/vocabulary.ts'

/** Roles × relations × stages that may do some acts. */
export interface PolicyLine {
  readonly roles: readonly Role[]
  /** How the person stands to the unit; `any` also where the act is about no unit. */
  readonly relations: readonly Relation[] | 'any'
  /** Stage of the unit in the cycle, or of the cycle; `any` also where the act is about neither. */
  readonly stages: readonly Stage[] | 'any'
  readonly acts: readonly Act[]
}
