import type { Act } from '../../contract/acts.ts'
import { type Relation, type Role, type Stage, stages } from '../../core/vocabulary.ts'
import type { PolicyLine } from './policy-line.ts'
import { policyTable } from './policy-table.ts'

/** One way in which a person stands to what the act is about. `relation` is absent where it is about no unit, `stage` where about no cycle. */
export interface Standing {
  readonly role: Role
  readonly relation?: Relation
  readonly stage?: Stage
}

const allows = (line: PolicyLine, act: Act, { role, relation, stage }: Standing): boolean =>
  line.acts.includes(act) &&
  line.roles.includes(role) &&
  (line.relations === 'any' || (relation !== undefined && line.relations.includes(relation))) &&
  (line.stages === 'any' || (stage !== undefined && line.stages.includes(stage)))

/** Whether any of the person's standings lets the act through; deny by default. */
export const isAllowed = (act: Act, standings: readonly Standing[], table: readonly PolicyLine[] = policyTable): boolean =>
  standings.some((standing) => table.some((line) => allows(line, act, standing)))

/** Whether the act would be let through at another stage: then the person is told of the stage, not of a right that is lacking. */
export const isAllowedAtAnotherStage = (act: Act, standings: readonly Standing[], table: readonly PolicyLine[] = policyTable): boolean =>
  standings.some((standing) => standing.stage && stages.some((stage) => isAllowed(act, [{ ...standing, stage }], table)))
