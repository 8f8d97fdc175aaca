import { nodeId } from '../ids.ts'
import type { FrameworkNode } from './framework.ts'
import { nodeIdsOf } from './node-ids.ts'

/** Gives every node without an id the one that {@link nodeIdsOf} finds for it. */
export const assignNodeIds = (nodes: readonly FrameworkNode[]): readonly FrameworkNode[] => {
  const ids = nodeIdsOf(nodes).values()
  const assign = (node: FrameworkNode): FrameworkNode => {
    const { value = '' } = ids.next()
    return { ...node, id: nodeId(value), children: node.children.map(assign) }
  }
  return nodes.map(assign)
}
