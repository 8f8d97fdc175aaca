import { type Problem, warningAt } from '../problem.ts'
import type { FrameworkNode } from './framework.ts'
import { spellingGroups } from './unit-spelling.ts'
import { walkNodes } from './walk.ts'

/** A row that may name units: a node of a framework, a task of a roadmap. */
export interface AssignedRow {
  readonly id: string
  readonly leadUnits: readonly string[]
  readonly coordinatingUnits: readonly string[]
  /** The row it is a part of. */
  readonly above?: AssignedRow | undefined
}

type UnitColumn = 'leadUnits' | 'coordinatingUnits'

/**
 * Of the rows that are worked on, those for which nobody is named; none where the whole table names nobody there (a pure criteria set). Where most of them
 * name none themselves, the group above speaks for them.
 */
const unassigned = (rows: readonly AssignedRow[], column: UnitColumn): ReadonlySet<AssignedRow> => {
  const named = rows.filter((row) => row[column].length > 0).length
  const isNamed = (row: AssignedRow | undefined): boolean => row !== undefined && (row[column].length > 0 || isNamed(row.above))
  if (!rows.some(isNamed)) return new Set()
  const mayInherit = named * 2 < rows.length
  return new Set(rows.filter((row) => row[column].length === 0 && !(mayInherit && isNamed(row.above))))
}

/** Rows without lead or coordinating unit, lead first within a row. */
export const checkAssignment = (rows: readonly AssignedRow[]): readonly Problem[] => {
  const [withoutLead, withoutCoordinating] = [unassigned(rows, 'leadUnits'), unassigned(rows, 'coordinatingUnits')]
  return rows.flatMap((row) => [
    ...(withoutLead.has(row) ? [warningAt('missingLeadUnit', row.id, {})] : []),
    ...(withoutCoordinating.has(row) ? [warningAt('missingCoordinatingUnit', row.id, {})] : []),
  ])
}

/** One problem per unit that stands under several names, at the row where the second of them is first met. */
export const checkSpelling = (rows: readonly AssignedRow[]): readonly Problem[] => {
  const met = rows.flatMap(({ id, leadUnits, coordinatingUnits }) => [...leadUnits, ...coordinatingUnits].map((name) => ({ name, id })))
  return spellingGroups(met.map(({ name }) => name)).flatMap(({ spellings, proposed, second }) => {
    const place = met.find(({ name }) => name === second)
    return place ? [warningAt('unitSpelling', place.id, { spellings, proposed })] : []
  })
}

/** Who leads and who coordinates: leaves without one, and units spelt in several ways. Returns a list by node id. */
export const checkUnits = (areas: readonly FrameworkNode[]): ReadonlyMap<string, readonly Problem[]> => {
  const rows = new Map<FrameworkNode, AssignedRow>()
  for (const { node, parent } of walkNodes(areas)) {
    const { id, leadUnits, coordinatingUnits } = node
    rows.set(node, { id, leadUnits, coordinatingUnits, above: parent && rows.get(parent) })
  }
  const leaves = [...rows].flatMap(([node, row]) => (node.children.length === 0 ? [row] : []))
  const found = new Map<string, Problem[]>()
  for (const problem of [...checkAssignment(leaves), ...checkSpelling([...rows.values()])])
    found.set(problem.at, [...(found.get(problem.at) ?? []), problem])
  return found
}
