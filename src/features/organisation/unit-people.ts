import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { handOverRole } from './hand-over.ts'
import { loadPerson, placesOfUnit } from './list-people.ts'
import type { SeenPerson } from './lock-person.ts'
import { resetPassword, type WithPassword } from './people.ts'
import type { HandOver, Person } from './people-contract.ts'

/** Somebody who works in this unit, or in a division of it, and nowhere else: only over them has its head a say. */
const ofUnitAlone = async (context: ActContext, unitId: string, personId: string): Promise<Result<Person>> => {
  const person = await loadPerson(context, personId)
  if (!person.ok) return person
  const { grants } = person.value
  const places = await placesOfUnit(context, unitId)
  const isHere = ({ unit }: Person['grants'][number]): boolean => unit !== undefined && places.includes(unit.id)
  const worksHere = grants.some(isHere)
  if (!worksHere) return refuse(errorAt('notFound', personId, { what: 'person' }))
  return grants.every(isHere) ? accept(person.value) : refuse(errorAt('notAllowed', '', { act: 'changeUnitPeople' }))
}

/** The head of a unit helps somebody of the unit who forgot the password. */
export const resetUnitPassword = async (context: ActContext, unitId: string, seen: SeenPerson): Promise<Result<WithPassword>> => {
  const person = await ofUnitAlone(context, unitId, seen.personId)
  return person.ok ? resetPassword(context, seen) : person
}

/** Within the unit: both the holder and whoever stands in work there. */
export const handOverInUnit = async (
  context: ActContext,
  { unitId, grantId, ...seen }: SeenPerson & { readonly unitId: string; readonly grantId: string },
  lent: HandOver,
): Promise<Result<Person>> => {
  const [holder, taker] = [await loadPerson(context, seen.personId), await ofUnitAlone(context, unitId, lent.toPersonId)]
  if (!holder.ok) return holder
  if (!taker.ok) return taker
  const places = await placesOfUnit(context, unitId)
  const isHere = holder.value.grants.some(({ id, unit }) => id === grantId && unit !== undefined && places.includes(unit.id))
  return isHere ? handOverRole(context, seen, grantId, lent) : refuse(errorAt('notFound', grantId, { what: 'role' }))
}
