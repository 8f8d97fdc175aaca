import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Facts of a table, as `golden/<table>/expected.json` keeps them; only what is needed to print it again. */
export interface NodeFacts {
  readonly code: string
  readonly name: string
  readonly maxPoints: string
  readonly leadUnits?: readonly string[]
  readonly coordinatingUnits?: readonly string[]
  readonly calculation?: string
  readonly evidence?: string
  readonly children: readonly NodeFacts[]
}

export interface RowFacts {
  readonly code: string | null
  readonly name: string
  readonly requirements?: readonly string[]
  readonly leadUnits?: readonly string[]
  readonly coordinatingUnits?: readonly string[]
  readonly evidence?: string
  readonly note?: string
  readonly points: Readonly<Record<string, string>>
}

export interface RankingFacts {
  readonly rank: number
  readonly unit: string
  readonly points: string
  readonly class: string
}

export interface Facts {
  readonly kind: string
  readonly above: readonly string[]
  readonly printedTotal?: string
  readonly nodes?: readonly NodeFacts[]
  readonly columns?: readonly string[]
  readonly rows?: readonly (RowFacts | RankingFacts)[]
  readonly printedTotals?: Readonly<Record<string, string>>
}

export const goldenFolder = join(import.meta.dirname, '../../golden')

export const factsOf = (table: string): Facts => JSON.parse(readFileSync(join(goldenFolder, table, 'expected.json'), 'utf8'))

/** Parents before children, as printed. */
export const flatten = (nodes: readonly NodeFacts[], depth = 0): readonly (NodeFacts & { readonly depth: number })[] =>
  nodes.flatMap((node) => [{ ...node, depth }, ...flatten(node.children, depth + 1)])
