import { pointsText } from '../../core/exact/points.ts'
import { walkNodes } from '../../core/framework/walk.ts'
import type { Framework } from '../../core/framework/framework.ts'
import type { Treatment } from '../../core/vocabulary.ts'
import type { NodeResult, UnitResult } from '../../core/results/results.ts'
import type { SheetRow, Total } from './shapes.ts'

/** The words beside a figure, wherever they come from: the scores as they stand, or the grounds of a publication. */
export interface Words {
  readonly reason?: string | undefined
  readonly basis?: string | undefined
  readonly treatment?: Treatment | undefined
}

/** One column of a sheet: what a round gave, and why. */
export interface SheetColumn {
  readonly result: Pick<UnitResult, 'nodes'>
  readonly words?: ReadonlyMap<string, Words>
}

export const totalOf = ({ points, appliedMax, percent, rank }: NodeResult | UnitResult): Total => ({ points, appliedMax, percent, rank })

const cell = (column: SheetColumn | undefined, id: string, isLeaf: boolean): SheetRow['given'] => {
  const node = column?.result.nodes[id]
  if (!column || !node) return undefined
  const words = column.words?.get(id)
  return {
    ...totalOf(node),
    ...(isLeaf && { status: node.status ?? 'scored' }),
    ...(words?.reason && { reason: words.reason }),
    ...(words?.basis && { basis: words.basis }),
    ...(words?.treatment && { treatment: words.treatment }),
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
