/** Who appraises what: an area or a criterion (`nodeId`, empty for all) of one unit or of a whole group. */
export interface Assignment {
  readonly personId: string
  readonly unitGroup: string
  readonly unitId?: string | undefined
  readonly nodeId: string
}

interface AssignedUnit {
  readonly unitId: string
  readonly unitGroup: string
}

/** Whether a node is the other or lies below it. `path` holds the node's own id and those of all above it. */
const covers = (assigned: string, path: readonly string[]): boolean => assigned === '' || path.includes(assigned)

/**
 * Whether a leaf of a unit is a person's to appraise. Where nothing was divided, everything is everybody's; once anything is, only what is one's own.
 * `path`: ids of the leaf and of the nodes above it.
 */
export const isAssigned = (assignments: readonly Assignment[], personId: string, unit: AssignedUnit, path: readonly string[]): boolean =>
  assignments.length === 0 ||
  assignments.some(
    (each) =>
      each.personId === personId &&
      each.unitGroup === unit.unitGroup &&
      (each.unitId === undefined || each.unitId === unit.unitId) &&
      covers(each.nodeId, path),
  )
