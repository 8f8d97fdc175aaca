import type { Framework, FrameworkNode } from '../../../core/framework/framework.ts'
import { walkNodes } from '../../../core/framework/walk.ts'
import { isSelfScored } from '../../../core/self-assessment/claims.ts'
import type { PreviousValue, Sheet } from '../contract.ts'

/** A row of the printed table as the grid shows it. */
export interface SheetRow {
  readonly node: FrameworkNode
  readonly id: string
  readonly depth: number
  readonly isLeaf: boolean
  /** Whether the unit enters something here. */
  readonly isOwn: boolean
  readonly previous?: PreviousValue
  /** What the unit's plan aims at here. */
  readonly target?: string
}

/** Rows in document order, and how to go among the leaves. */
export interface SheetRows {
  readonly all: readonly SheetRow[]
  readonly own: readonly SheetRow[]
  readonly ownIds: readonly string[]
  readonly byId: ReadonlyMap<string, SheetRow>
}

export const rowsOf = (framework: Framework, previous: Sheet['previous'], targets?: Sheet['targets']): SheetRows => {
  const before = new Map(previous?.values.map((value) => [value.nodeId, value]))
  const all = [...walkNodes(framework.nodes)].map(({ node, depth }): SheetRow => {
    const value = before.get(node.id)
    const target = targets?.values[node.id]
    return {
      node,
      id: node.id,
      depth,
      isLeaf: node.children.length === 0,
      isOwn: isSelfScored(node),
      ...(value && { previous: value }),
      ...(target !== undefined && { target }),
    }
  })
  const own = all.filter(({ isOwn }) => isOwn)
  return { all, own, ownIds: own.map(({ id }) => id), byId: new Map(all.map((row) => [row.id, row])) }
}
