import type { QuestionSide } from '../../core/self-assessment/question.ts'
import type { Actor } from '../../platform/policy/actor.ts'

/** For which side somebody speaks of a unit: of the unit where they work in it or in a division of it, else of its appraisers. */
export const sideOf = ({ grants, units }: Actor, unitId: string): QuestionSide => {
  if (grants.some((grant) => grant.unitId === unitId)) return 'unit'
  return units === 'all' ? 'appraisal' : 'unit'
}

/** The division that somebody speaks for who works in none but it. */
export const divisionOf = ({ grants }: Actor, unitId: string): string | undefined => {
  const own = grants.flatMap((grant) => (grant.unitId === undefined ? [] : [grant.unitId]))
  return own.includes(unitId) ? undefined : own[0]
}
