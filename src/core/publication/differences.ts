import type { NodeResult, UnitResult } from '../results/results.ts'

/** What of one unit is not as it was in the publication that another corrects. A side that did not have the unit is absent. */
export interface UnitDifference {
  readonly unit: string
  readonly before: Standing | undefined
  readonly after: Standing | undefined
  /** Leaves and parents whose points or status differ, in the order of the later result. */
  readonly nodes: readonly NodeDifference[]
}

/** The figures of a unit that a ranking prints. */
export interface Standing {
  readonly points: string | null
  readonly percent: string | null
  readonly rank: number | null
  readonly class?: string | undefined
}

export interface NodeDifference {
  readonly node: string
  readonly before: NodeFigure | undefined
  readonly after: NodeFigure | undefined
}

export interface NodeFigure {
  readonly points: string | null
  readonly status?: NodeResult['status'] | undefined
}

const standingOf = ({ points, percent, rank, class: name }: UnitResult): Standing => ({
  points,
  percent,
  rank,
  ...(name && { class: name }),
})
const figureOf = ({ points, status }: NodeResult): NodeFigure => ({ points, ...(status && { status }) })

const isSameStanding = (a: Standing | undefined, b: Standing | undefined): boolean =>
  a !== undefined && b !== undefined && a.points === b.points && a.percent === b.percent && a.rank === b.rank && a.class === b.class

const nodeDifferences = (before: UnitResult | undefined, after: UnitResult | undefined): readonly NodeDifference[] => {
  const ids = new Set([...Object.keys(after?.nodes ?? {}), ...Object.keys(before?.nodes ?? {})])
  return [...ids].flatMap((node) => {
    const [old, now] = [before?.nodes[node], after?.nodes[node]]
    return old?.points === now?.points && old?.status === now?.status
      ? []
      : [{ node, before: old && figureOf(old), after: now && figureOf(now) }]
  })
}

const byName = (units: readonly UnitResult[]): ReadonlyMap<string, UnitResult> => new Map(units.map((unit) => [unit.unit, unit]))

/** Every unit whose total, rank, class or any node is not as it was; nothing where a correction changed no figure. In the order of the later result. */
export const differencesOf = (before: readonly UnitResult[], after: readonly UnitResult[]): readonly UnitDifference[] => {
  const [old, now] = [byName(before), byName(after)]
  const units = [...new Set([...now.keys(), ...old.keys()])]
  return units.flatMap((unit) => {
    const [was, is] = [old.get(unit), now.get(unit)]
    const [standing, newStanding, nodes] = [was && standingOf(was), is && standingOf(is), nodeDifferences(was, is)]
    return isSameStanding(standing, newStanding) && nodes.length === 0 ? [] : [{ unit, before: standing, after: newStanding, nodes }]
  })
}
