import type { NodeId } from '../../ids.ts'
import { assignNodeIds } from '../assign-node-ids.ts'
import type { Framework, FrameworkNode } from '../framework.ts'
import { walkNodes } from '../walk.ts'

const withIds = (nodes: readonly FrameworkNode[], idOf: (node: FrameworkNode) => string): readonly FrameworkNode[] =>
  nodes.map((node) => ({ ...node, id: idOf(node) as NodeId, children: withIds(node.children, idOf) }))

const idsOf = (nodes: readonly FrameworkNode[]): readonly NodeId[] => [...walkNodes(nodes)].map(({ node }) => node.id)

/** Which ids are what the rule gives; others came with a file and stay whatever happens to codes. */
const idsByRule = (nodes: readonly FrameworkNode[]): ReadonlySet<string> => {
  const byRule = idsOf(assignNodeIds(withIds(nodes, () => '')))
  return new Set(idsOf(nodes).filter((id, index) => id === byRule[index]))
}

/**
 * Ids follow codes while nothing refers to them: in a draft. Gives the tree with new ids and the map from old to new for what does refer to
 * rows (doubts, tie-breaks). `before` is the tree before codes or places of rows changed; a new row has an id that `before` does not have.
 */
export const renumber = (
  before: readonly FrameworkNode[],
  after: readonly FrameworkNode[],
): { nodes: readonly FrameworkNode[]; ids: ReadonlyMap<string, NodeId> } => {
  const known = new Set<string>(idsOf(before))
  const byRule = idsByRule(before)
  const nodes = assignNodeIds(withIds(after, (node) => (known.has(node.id) && !byRule.has(node.id) ? node.id : '')))
  const old = idsOf(after)
  return { nodes, ids: new Map(idsOf(nodes).map((id, index) => [old[index] ?? '', id])) }
}

type FrameworkMap = NonNullable<Framework['codeMap']>

/** Old rows point at what their row is called now; one whose row is gone was dropped. */
const followMap = (codeMap: FrameworkMap, ids: ReadonlyMap<string, NodeId>): FrameworkMap =>
  Object.fromEntries(Object.entries(codeMap).map(([old, now]) => [old, now.flatMap((each) => ids.get(each) ?? [])]))

/** The same framework where its own references to rows follow a {@link renumber}. */
export const followIds = (framework: Framework, ids: ReadonlyMap<string, NodeId>): Framework => ({
  ...framework,
  ...(framework.codeMap && { codeMap: followMap(framework.codeMap, ids) }),
  ranking: { ...framework.ranking, tieBreak: framework.ranking.tieBreak.map((each) => ids.get(each) ?? each) },
})
