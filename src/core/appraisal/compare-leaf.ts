import type { Points } from '../exact/points.ts'

/** What one unit claims of a leaf and was given for it; either is absent where there is none. */
export interface ComparedUnit {
  readonly unitId: string
  readonly kind: string
  readonly name: string
  readonly claimed?: Points
  readonly given?: Points
}

export interface Compared<Unit> {
  /** How many units claim and how many were given each number of points, fewest points first. */
  readonly spread: readonly { readonly points: Points; readonly claimed: number; readonly given: number }[]
  /** The other units: decided ones first, then those of the same kind, then those that claim the same, then by name. */
  readonly alike: readonly Unit[]
}

const tally = (units: readonly ComparedUnit[], side: 'claimed' | 'given'): ReadonlyMap<Points, number> => {
  const counts = new Map<Points, number>()
  for (const { [side]: points } of units) if (points !== undefined) counts.set(points, (counts.get(points) ?? 0) + 1)
  return counts
}

/** The same leaf over the units of a group, seen from one of them: what is usual, and which units say most about it. Every unit counts in the spread, its own too. */
export const compareLeaf = <Unit extends ComparedUnit>(units: readonly Unit[], ownId: string): Compared<Unit> => {
  const own = units.find(({ unitId }) => unitId === ownId)
  const [claimed, given] = [tally(units, 'claimed'), tally(units, 'given')]
  const points = [...new Set([...claimed.keys(), ...given.keys()])].sort((one, other) => (one < other ? -1 : 1))
  const nearness = (unit: Unit): readonly number[] => [
    unit.given === undefined ? 1 : 0,
    unit.kind === own?.kind ? 0 : 1,
    unit.claimed === own?.claimed ? 0 : 1,
  ]
  const alike = units
    .filter(({ unitId }) => unitId !== ownId)
    .map((unit) => ({ unit, near: nearness(unit).join('') }))
    .sort((one, other) => (one.near < other.near ? -1 : one.near > other.near ? 1 : one.unit.name < other.unit.name ? -1 : 1))
  return {
    spread: points.map((each) => ({ points: each, claimed: claimed.get(each) ?? 0, given: given.get(each) ?? 0 })),
    alike: alike.map(({ unit }) => unit),
  }
}
