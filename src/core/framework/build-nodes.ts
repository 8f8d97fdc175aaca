import { addPoints, type Points, zeroPoints } from '../exact/points.ts'
import { assignNodeIds } from './assign-node-ids.ts'
import type { FrameworkNode } from './framework.ts'

/** A node as it was read: its maximum is what is printed and may be absent; what is derived is not there yet. */
export interface NodeDraft extends Omit<FrameworkNode, 'id' | 'maxPoints' | 'printedMaxPoints' | 'children'> {
  readonly id?: string
  readonly printed?: Points
  readonly children: readonly NodeDraft[]
}

/** What a parent's maximum is by its base leaves; a bonus or penalty group keeps the cap that is printed, else the sum of its own leaves. */
const derivedMaximum = (draft: NodeDraft, children: readonly FrameworkNode[]): Points => {
  if (draft.counting !== 'base' && draft.printed !== undefined) return draft.printed
  return children
    .filter((child) => child.counting === 'base' || draft.counting !== 'base')
    .reduce((sum, child) => addPoints(sum, child.maxPoints), zeroPoints)
}

const build = (draft: NodeDraft): FrameworkNode => {
  const { id = '', printed, children: drafts, ...rest } = draft
  const children = drafts.map(build)
  const maxPoints = children.length === 0 ? (printed ?? zeroPoints) : derivedMaximum(draft, children)
  const differs = printed !== undefined && printed !== maxPoints
  return { ...rest, id: id as FrameworkNode['id'], maxPoints, ...(differs ? { printedMaxPoints: printed } : {}), children }
}

/**
 * Nodes of a framework out of what was read: ids assigned where none is given, each parent's `maxPoints` the sum of its base leaves,
 * `printedMaxPoints` kept where the print differs. A leaf without a printed maximum gets zero, which `checkFramework` reports.
 */
export const buildNodes = (drafts: readonly NodeDraft[]): readonly FrameworkNode[] => assignNodeIds(drafts.map(build))

/** The way back: what is printed at each node, so that a corrected tree can be built again. */
export const draftOf = (node: FrameworkNode): NodeDraft => {
  const { maxPoints, printedMaxPoints, children, ...rest } = node
  return { ...rest, printed: printedMaxPoints ?? maxPoints, children: children.map(draftOf) }
}
