import { sql } from 'kysely'
import { isPartOpen, type PartState } from '../../core/self-assessment/part.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

export interface OwnPart {
  /** Leaves that the divisions of the actor answer for in this unit's self-assessment. */
  readonly leaves: ReadonlySet<string>
  /** Those among them that may be changed now: their division is still at work. */
  readonly openLeaves: ReadonlySet<string>
  readonly divisionIds: readonly string[]
}

interface LeafRow {
  readonly node_id: string
  readonly division_id: string
  readonly state: PartState
}

/**
 * What of a unit's self-assessment is the actor's: `undefined` for whoever works for the whole of it, else the leaves of the actor's divisions. The database
 * shows no more than these; that nothing else is asked for keeps refusals in words.
 */
export const ownPartOf = async (
  { transaction, actor }: ActContext,
  { cycleId, unitId }: { readonly cycleId: string; readonly unitId: string },
): Promise<OwnPart | undefined> => {
  if (actor.units === 'all' || actor.units.includes(unitId)) return undefined
  const { rows } = await sql<LeafRow>`
    select l.node_id, l.division_id, p.state from division_leaf l join division_part p using (authority_id, cycle_id, unit_id, division_id)
    where l.cycle_id = ${cycleId} and l.unit_id = ${unitId} and l.division_id = any (${[...actor.units]}::uuid[])`.execute(transaction)
  return {
    leaves: new Set(rows.map(({ node_id }) => node_id)),
    openLeaves: new Set(rows.filter(({ state }) => isPartOpen(state)).map(({ node_id }) => node_id)),
    divisionIds: [...new Set(rows.map(({ division_id }) => division_id))],
  }
}
