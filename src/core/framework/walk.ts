import type { FrameworkNode } from './framework.ts'

/** A node with its place: `depth` 0 is an area, which has no parent. */
export interface PlacedNode {
  readonly node: FrameworkNode
  readonly depth: number
  readonly parent: FrameworkNode | undefined
}

/** Every node, parents before children, in document order. */
export function* walkNodes(nodes: readonly FrameworkNode[], depth = 0, parent?: FrameworkNode): Generator<PlacedNode> {
  for (const node of nodes) {
    yield { node, depth, parent }
    yield* walkNodes(node.children, depth + 1, node)
  }
}

/** Every leaf in document order: what is scored. */
export const leavesOf = (nodes: readonly FrameworkNode[]): readonly FrameworkNode[] =>
  [...walkNodes(nodes)].filter(({ node }) => node.children.length === 0).map(({ node }) => node)
