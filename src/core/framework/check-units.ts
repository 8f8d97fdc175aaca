import { fold } from '../fold.ts'
import { type Problem, warningAt } from '../problem.ts'
import type { FrameworkNode } from './framework.ts'
import { leavesOf, walkNodes } from './walk.ts'

type UnitColumn = 'leadUnits' | 'coordinatingUnits'

/** Leaves for which neither the row nor one above it names a unit; nothing where the whole set assigns none (a pure criteria set). */
const unassigned = (areas: readonly FrameworkNode[], column: UnitColumn): ReadonlySet<string> => {
  const nodes = [...walkNodes(areas)]
  if (nodes.every(({ node }) => node[column].length === 0)) return new Set()
  const assigned = new Set<FrameworkNode>()
  for (const { node, parent } of nodes) if (node[column].length > 0 || (parent && assigned.has(parent))) assigned.add(node)
  return new Set(
    leavesOf(areas)
      .filter((leaf) => !assigned.has(leaf))
      .map((leaf) => leaf.id),
  )
}

/** Spellings that differ only in case, diacritics, spaces or signs are one unit; "&" is read as "va". */
const foldedName = (name: string): string => fold(name.replaceAll('&', ' va ').replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))

/** Per folded name: how often each spelling stands and where it stands first. */
const countSpellings = (areas: readonly FrameworkNode[]) => {
  const units = new Map<string, Map<string, { count: number; at: string }>>()
  for (const { node } of walkNodes(areas)) {
    for (const name of [...node.leadUnits, ...node.coordinatingUnits]) {
      const spellings = units.get(foldedName(name)) ?? new Map<string, { count: number; at: string }>()
      const spelling = spellings.get(name) ?? { count: 0, at: node.id }
      spelling.count++
      units.set(foldedName(name), spellings.set(name, spelling))
    }
  }
  return units
}

/** One problem per unit that is written in several ways, placed where the first of the rarer spellings stands; the commonest is proposed. */
const spellingProblems = (areas: readonly FrameworkNode[]): readonly Problem[] =>
  [...countSpellings(areas).values()]
    .filter((spellings) => spellings.size > 1)
    .map((spellings) => {
      const byCount = [...spellings].sort(([, a], [, b]) => b.count - a.count)
      const [[proposed] = [''], [, rarer] = ['', { at: '' }]] = byCount
      return warningAt('unitSpelling', rarer.at, { spellings: [...spellings.keys()], proposed })
    })

/** Who leads and who coordinates: rows without one, and units spelt in several ways. Returns a list by node id. */
export const checkUnits = (areas: readonly FrameworkNode[]): ReadonlyMap<string, readonly Problem[]> => {
  const found = new Map<string, Problem[]>()
  const add = (at: string, problem: Problem) => found.set(at, [...(found.get(at) ?? []), problem])
  for (const id of unassigned(areas, 'leadUnits')) add(id, warningAt('missingLeadUnit', id, {}))
  for (const id of unassigned(areas, 'coordinatingUnits')) add(id, warningAt('missingCoordinatingUnit', id, {}))
  for (const problem of spellingProblems(areas)) add(problem.at, problem)
  return found
}
