import { type NodeId, nodeId } from '../ids.ts'
import type { FrameworkNode } from './framework.ts'
import { walkNodes } from './walk.ts'

const countCodes = (nodes: readonly FrameworkNode[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { node } of walkNodes(nodes)) if (node.code !== '') counts.set(node.code, (counts.get(node.code) ?? 0) + 1)
  return counts
}

/** The wish itself when it is free, else with `~2`, `~3` … */
const firstFree = (wish: string, taken: Set<string>): NodeId => {
  let id = wish
  for (let n = 2; id === '' || taken.has(id); n++) id = `${wish}~${n}`
  taken.add(id)
  return nodeId(id)
}

/**
 * Gives every node without an id the one that scores and problems refer to: its code where that is unique in the set, else its path from the nearest
 * row above that the code does not name itself (`II/1.2`, also below a 1), with `~2`, `~3` for repeats and for rows without code (`4~2` is the first row without code under `4`). Ids that are
 * already there stay, so that ids handed out once never move.
 */
export const assignNodeIds = (nodes: readonly FrameworkNode[]): readonly FrameworkNode[] => {
  const counts = countCodes(nodes)
  const taken = new Set<string>([...walkNodes(nodes)].map(({ node }) => node.id).filter((id) => id !== ''))
  const assign = (node: FrameworkNode, parentPath: string): FrameworkNode => {
    const path = node.code === '' ? parentPath : parentPath === '' ? node.code : `${parentPath}/${node.code}`
    const wish = counts.get(node.code) === 1 ? node.code : path
    const id = node.id === '' ? firstFree(wish, taken) : node.id
    return { ...node, id, children: node.children.map((child) => assign(child, path)) }
  }
  return nodes.map((node) => assign(node, ''))
}
