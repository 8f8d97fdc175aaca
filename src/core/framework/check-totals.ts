import { addPoints, type Points, pointsText, zeroPoints } from '../exact/points.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { Framework, FrameworkNode } from './framework.ts'

const printedMaximum = (node: FrameworkNode): Points => node.printedMaxPoints ?? node.maxPoints

const baseOnly = (nodes: readonly FrameworkNode[]): readonly FrameworkNode[] => nodes.filter((node) => node.counting === 'base')

const sumOf = (nodes: readonly FrameworkNode[], points: (node: FrameworkNode) => Points): Points =>
  nodes.reduce((sum, node) => addPoints(sum, points(node)), zeroPoints)

/** What the base leaves give; where none of them has points, what their group prints is all there is. */
const leafSum = (nodes: readonly FrameworkNode[]): Points =>
  sumOf(baseOnly(nodes), (node) => {
    if (node.children.length === 0) return node.maxPoints
    const sum = leafSum(node.children)
    return sum === zeroPoints ? printedMaximum(node) : sum
  })

/**
 * One printed sum against what stands printed one level below it and against the leaves; the second only where it says something new.
 * Where nothing below has points there is nothing to hold it against. A difference that a person has settled is still told, as a warning.
 */
const mismatches = (at: string, printed: Points, children: readonly FrameworkNode[], isSettled: boolean): readonly Problem[] => {
  const problemAt = isSettled ? warningAt : errorAt
  const fromChildren = sumOf(baseOnly(children), printedMaximum)
  const fromLeaves = leafSum(children)
  if (fromChildren === zeroPoints) return []
  const found = (derived: Points, from: 'children' | 'leaves') =>
    problemAt('totalMismatch', at, { printed: pointsText(printed), derived: pointsText(derived), from })
  return [
    ...(fromChildren === printed ? [] : [found(fromChildren, 'children')]),
    ...(fromLeaves === printed || fromLeaves === fromChildren ? [] : [found(fromLeaves, 'leaves')]),
  ]
}

/**
 * The maximum of one node: a leaf must have one above zero, a parent must print the sum of its printed children and of its leaves.
 * A bonus or penalty group is a cap of its own and need not be the sum of its items.
 */
export const checkMaximum = (node: FrameworkNode): readonly Problem[] => {
  if (node.children.length === 0) return node.maxPoints === 0 ? [errorAt('missingMaxPoints', node.id, {})] : []
  return node.counting === 'base' ? mismatches(node.id, printedMaximum(node), node.children, node.settled !== undefined) : []
}

/** The printed grand total, or the scale where none is printed, against the areas and the leaves; its place is `total`. */
export const checkGrandTotal = (framework: Framework): readonly Problem[] =>
  mismatches('total', framework.printedTotal ?? framework.scaleTotal, framework.nodes, framework.settledTotal !== undefined)

/**
 * Whether a difference follows from one that is told further down: a sum that agrees with what is printed below it and not with the leaves is as wrong as
 * something between. The grand total is told all the same, because it is what the scale is held against.
 */
export const isConsequence = (problem: Problem): boolean =>
  problem.code === 'totalMismatch' && problem.from === 'leaves' && problem.at !== 'total'
