import type { NodeRow, TableRows } from './table-rows.ts'
import { type Branch, treeOf } from './tree.ts'

/** The rows, each area without a printed maximum given the one of its own total row below it ("Cộng lĩnh vực II"). */
export const withSubtotals = ({ nodes, subtotals }: TableRows): readonly NodeRow[] => {
  if (subtotals.length === 0) return nodes
  const { all } = treeOf(nodes)
  const totals = new Map(subtotals.flatMap(({ row, after }) => (all[after - 1] ? [[rootOf(all[after - 1] as Branch).row, row]] : [])))
  return nodes.map((node) => {
    const total = node.figures['max'] ? undefined : totals.get(node)
    return total ? { ...node, figures: { ...total.figures, ...node.figures } } : node
  })
}

const rootOf = (branch: Branch): Branch => (branch.parent ? rootOf(branch.parent) : branch)
