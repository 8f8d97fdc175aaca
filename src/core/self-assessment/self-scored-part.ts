import type { Framework, FrameworkNode } from '../framework/framework.ts'

const ownNodes = (nodes: readonly FrameworkNode[]): readonly FrameworkNode[] =>
  nodes.flatMap((node) => {
    if (node.children.length === 0) return node.source === 'appraised' ? [node] : []
    const children = ownNodes(node.children)
    return children.length ? [{ ...node, children }] : []
  })

/**
 * The part of a framework that a unit scores itself: what a survey, an external index or a panel measures falls away with every group that
 * is left empty. A unit sees its running total against what it can reach itself. `maxPoints` of groups stay as printed.
 */
export const selfScoredPart = (framework: Framework): Framework => ({ ...framework, nodes: ownNodes(framework.nodes) })
