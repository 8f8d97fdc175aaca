import { pointsText } from '../../core/exact/points.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { NodeResult, UnitResult } from '../../core/results/results.ts'
import type { StoredScore } from '../scores/scores.ts'
import type { SheetRow, Total } from './contract.ts'

/** One column of a sheet: what a round gave, and the rows it was given by. */
export interface SheetColumn {
  readonly result: UnitResult
  readonly scores?: ReadonlyMap<string, StoredScore>
}

export const totalOf = ({ points, appliedMax, percent, rank }: NodeResult | UnitResult): Total => ({ points, appliedMax, percent, rank })

const cell = (column: SheetColumn | undefined, id: string, isLeaf: boolean): SheetRow['given'] => {
  const node = column?.result.nodes[id]
  if (!column || !node) return undefined
  const score = column.scores?.get(id)
  return {
    ...totalOf(node),
    ...(isLeaf && { status: node.status ?? 'scored' }),
    ...(score?.reason && { reason: score.reason }),
    ...(score?.treatment && { treatment: score.treatment }),
  }
}

/** The rows of a unit's sheet in the order of the decision's table. */
export const sheetRows = (
  { nodes }: Framework,
  columns: { readonly claimed?: SheetColumn | undefined; readonly given?: SheetColumn | undefined },
): SheetRow[] =>
  [...walkNodes(nodes)].map(({ node, depth }) => {
    const isLeaf = node.children.length === 0
    const [claimed, given] = [cell(columns.claimed, node.id, isLeaf), cell(columns.given, node.id, isLeaf)]
    return {
      id: node.id,
      code: node.code,
      name: node.name,
      level: node.level,
      depth,
      isLeaf,
      source: node.source,
      maxPoints: pointsText(node.maxPoints),
      ...(claimed && { claimed }),
      ...(given && { given }),
    }
  })
