import type { Framework, FrameworkNode } from '../framework/framework.ts'
import type { Inputs } from '../rules/inputs.ts'
import { sumPoints } from '../exact/points.ts'
import type { UnitScores } from './scores.ts'

/** Facts by unit, then by leaf. */
export type TrialFacts = ReadonlyMap<string, ReadonlyMap<string, Inputs>>

/** A framework with the scores measured by it: what is copied and tried on. `facts` are those that points came from, where a rule is tried. */
export interface Trial {
  readonly framework: Framework
  readonly units: readonly UnitScores[]
  readonly facts?: TrialFacts
}

/** Changes a node and brings the sums above it up to date. */
export const mapNode = (
  nodes: readonly FrameworkNode[],
  id: string,
  change: (node: FrameworkNode) => FrameworkNode,
): readonly FrameworkNode[] =>
  nodes.map((node) => {
    if (node.id === id) return change(node)
    const children = mapNode(node.children, id, change)
    if (children.every((child, at) => child === node.children[at])) return node
    const base = children.filter(({ counting }) => counting === 'base')
    return { ...node, children, maxPoints: node.counting === 'base' ? sumPoints(base.map(({ maxPoints }) => maxPoints)) : node.maxPoints }
  })
