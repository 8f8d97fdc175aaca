import type { Assignment } from '../../core/appraisal/assignments.ts'
import type { Transaction } from '../../platform/database/transaction.ts'

export interface StoredAssignment extends Assignment {
  readonly id: string
}

/** How the work of a cycle is divided; nothing where it is not. */
export const loadAssignments = async (transaction: Transaction, cycleId: string): Promise<readonly StoredAssignment[]> => {
  const rows = await transaction
    .selectFrom('appraisal_assignment')
    .select(['id', 'person_id', 'unit_group', 'unit_id', 'node_id'])
    .where('cycle_id', '=', cycleId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, person_id, unit_group, unit_id, node_id }) => ({
    id,
    personId: person_id,
    unitGroup: unit_group,
    ...(unit_id !== null && { unitId: unit_id }),
    nodeId: node_id,
  }))
}
