import type { Framework, FrameworkNode } from '../framework/framework.ts'
import { ownTreatment } from '../framework/own-treatment.ts'
import type { NodeId } from '../ids.ts'
import type { Treatment } from '../vocabulary.ts'

/** A node with the run of leaves below it: leaves stand in document order, so those of a node are `start` to `end`, `end` excluded. */
export interface PlannedNode {
  readonly node: FrameworkNode
  readonly start: number
  readonly end: number
  readonly isLeaf: boolean
  /** Index of the node above in `Plan.nodes`, -1 at the top. */
  readonly parent: number
}

/** A leaf as it is computed with. */
export interface PlannedLeaf {
  readonly node: FrameworkNode
  /** Index in `Plan.nodes`. */
  readonly at: number
  /** What the leaf, by its rule or by itself, or the nearest node above it says of not applying. */
  readonly treatment?: Treatment
}

/** A framework laid flat for computing: nodes and leaves in document order, found by index. */
export interface Plan {
  readonly framework: Framework
  readonly nodes: readonly PlannedNode[]
  readonly leaves: readonly PlannedLeaf[]
  readonly leafOf: ReadonlyMap<NodeId, number>
  readonly children: readonly (readonly number[])[]
  /** Top-level nodes of the base, and the topmost nodes that are added or taken away after it. */
  readonly areas: readonly number[]
  readonly adjustments: readonly number[]
}

/** Lays a framework flat. */
export const planOf = (framework: Framework): Plan => {
  const nodes: PlannedNode[] = []
  const leaves: PlannedLeaf[] = []
  const children: number[][] = []
  const visit = (node: FrameworkNode, parent: number, above: Treatment | undefined): void => {
    const at = nodes.length
    const start = leaves.length
    const treatment = ownTreatment(node) ?? above
    const isLeaf = node.children.length === 0
    nodes.push({ node, start, end: start + 1, isLeaf, parent })
    children.push([])
    children[parent]?.push(at)
    if (isLeaf) leaves.push({ node, at, ...(treatment && { treatment }) })
    for (const child of node.children) visit(child, at, treatment)
    nodes[at] = { node, start, end: leaves.length, isLeaf, parent }
  }
  for (const node of framework.nodes) visit(node, -1, undefined)
  const counting = (index: number) => nodes[index]?.node.counting ?? 'base'
  const indices = nodes.map((_, index) => index)
  return {
    framework,
    nodes,
    leaves,
    children,
    leafOf: new Map(leaves.map((leaf, index) => [leaf.node.id, index])),
    areas: indices.filter((index) => nodes[index]?.parent === -1 && counting(index) === 'base'),
    adjustments: indices.filter((index) => counting(index) !== 'base' && counting(nodes[index]?.parent ?? -1) === 'base'),
  }
}
