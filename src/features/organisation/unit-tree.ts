import type { Unit } from './contract.ts'

/** A line of the tree: how deep it stands, whether others stand below it, and whether it is open. */
export interface UnitLine {
  readonly unit: Unit
  readonly depth: number
  readonly hasUnits: boolean
  readonly isOpen: boolean
}

const topUnits = ''

/** Units by the one above them; whose own is not in the list stands at the top. */
const unitsBelow = (units: readonly Unit[]): ReadonlyMap<string, readonly Unit[]> => {
  const known = new Set(units.map(({ id }) => id))
  return Map.groupBy(units, ({ parentId }) => (parentId && known.has(parentId) ? parentId : topUnits))
}

/**
 * The tree as lines, units below the one above them, in the order given. What is wanted brings those above it along; of a folded unit nothing below
 * is shown.
 */
export const arrangeUnits = (
  units: readonly Unit[],
  isWanted: (unit: Unit) => boolean,
  folded: ReadonlySet<string>,
): readonly UnitLine[] => {
  const below = unitsBelow(units)
  const linesBelow = (parentId: string, depth: number): readonly UnitLine[] =>
    (below.get(parentId) ?? []).flatMap((unit) => {
      const isOpen = !folded.has(unit.id)
      const lines = linesBelow(unit.id, depth + 1)
      if (lines.length === 0 && !isWanted(unit)) return []
      return [{ unit, depth, hasUnits: lines.length > 0, isOpen }, ...(isOpen ? lines : [])]
    })
  return linesBelow(topUnits, 0)
}
