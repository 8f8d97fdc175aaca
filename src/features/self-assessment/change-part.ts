import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { nextPartState, type PartAct, type PartState } from '../../core/self-assessment/part.ts'
import type { Role } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadScoredUnit } from '../scores/scored-unit.ts'
import { checkDeadline } from './change-claims.ts'
import type { ChangedPart } from './parts-contract.ts'
import { type PartPlace, type Tell, tellOfPart } from './tell-of-part.ts'

export interface PartChange {
  readonly act: PartAct
  /** The version the person saw. */
  readonly seen: number
  readonly reason?: string | undefined
}

const byDivision: Partial<Record<PartAct, readonly Role[]>> = {
  finish: ['divisionOfficer', 'unitOfficer', 'headOfUnit'],
  resume: ['divisionOfficer', 'unitOfficer', 'headOfUnit'],
  handIn: ['headOfUnit'],
}

/** Acts of a division are for whoever holds the role in that very division, not in another one of the unit. */
const checkActor = ({ actor }: ActContext, { divisionId }: PartPlace, act: PartAct): Result<undefined> => {
  const roles = byDivision[act]
  const holds = roles?.some((role) => actor.grants.some((grant) => grant.unitId === divisionId && grant.role === role)) ?? true
  return holds ? accept(undefined) : refuse(errorAt('notAllowed', '', { act: act === 'handIn' ? 'handInPart' : 'finishPart' }))
}

const loadState = async ({ transaction }: ActContext, { cycleId, unitId, divisionId }: PartPlace) =>
  transaction
    .selectFrom('division_part')
    .select(['state', 'version'])
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .where('division_id', '=', divisionId)
    .forNoKeyUpdate()
    .executeTakeFirst()

const write = async (context: ActContext, place: PartPlace, state: PartState, { act, seen, reason }: PartChange): Promise<void> => {
  const { transaction, actor, now } = context
  await transaction
    .updateTable('division_part')
    .set({
      state,
      version: seen + 1,
      reason: reason?.normalize('NFC') ?? null,
      changed_at: now,
      changed_by: actor.personId,
      ...(act === 'handIn' && { handed_in_at: now, handed_in_by: actor.personId }),
    })
    .where('cycle_id', '=', place.cycleId)
    .where('unit_id', '=', place.unitId)
    .where('division_id', '=', place.divisionId)
    .execute()
}

/**
 * Brings the part of one division to its next state, while the unit assesses itself and before its deadline. The unit's row is locked, so that no leaf is saved
 * while its part is handed in, and nothing is submitted while a part is given back.
 */
export const changePart = async (context: ActContext, tell: Tell, place: PartPlace, change: PartChange): Promise<Result<ChangedPart>> => {
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId, 'forChange')
  if (!unit.ok) return unit
  const part = await loadState(context, place)
  if (!part) return refuse(errorAt('notFound', place.divisionId, { what: 'unit' }))
  const allowed = checkActor(context, place, change.act)
  if (!allowed.ok) return allowed
  const deadline = await checkDeadline(context, place)
  if (!deadline.ok) return deadline
  if (part.version !== change.seen) return refuse(errorAt('changedMeanwhile', '', { version: String(part.version) }))
  const state = nextPartState(part.state, change.act)
  if (!state.ok) return state
  await write(context, place, state.value, change)
  const { cycleId, unitId, divisionId } = place
  await recordActions(context, [
    {
      kind: 'partChanged',
      cycleId,
      unitId,
      facts: { divisionId, act: change.act, from: part.state, to: state.value, reason: change.reason },
    },
  ])
  await tellOfPart(context, tell, place, change)
  return accept({ version: change.seen + 1, state: state.value })
}
