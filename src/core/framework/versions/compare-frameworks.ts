import { canonicalJson } from '../../canonical-json.ts'
import type { Framework, FrameworkNode } from '../framework.ts'
import { type PlacedNode, walkNodes } from '../walk.ts'
import { becameOf, type CodeMap } from './code-map.ts'

/** What is different about a row. */
export const rowChanges = [
  'added',
  'dropped',
  'split',
  'merged',
  'recoded',
  'renamed',
  'points',
  'moved',
  'source',
  'rule',
  'print',
] as const
export type RowChange = (typeof rowChanges)[number]

/** A row of the new framework beside the rows that it came out of; a dropped row has no new one. */
export interface ComparedRow {
  readonly old: readonly PlacedNode[]
  readonly now?: PlacedNode
  readonly changes: readonly RowChange[]
}

const differs = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) !== canonicalJson(b ?? null)

const printOf = ({ note, calculation, evidence, leadUnits, coordinatingUnits, ifAny, notApplicable }: FrameworkNode) => ({
  note: note ?? null,
  calculation: calculation ?? null,
  evidence: evidence ?? null,
  leadUnits,
  coordinatingUnits,
  ifAny: ifAny ?? false,
  notApplicable: notApplicable ?? null,
})

/** Below another parent than the one that its old parent became. */
const isMoved = (old: PlacedNode, now: PlacedNode, became: (id: string) => readonly string[]): boolean =>
  old.parent === undefined || now.parent === undefined ? old.parent !== now.parent : !became(old.parent.id).includes(now.parent.id)

const changesOf = (old: PlacedNode, now: PlacedNode, became: (id: string) => readonly string[]): readonly RowChange[] => {
  const [a, b] = [old.node, now.node]
  const checks: readonly (readonly [RowChange, boolean])[] = [
    ['recoded', a.code !== b.code],
    ['renamed', a.name !== b.name],
    ['points', a.maxPoints !== b.maxPoints || a.printedMaxPoints !== b.printedMaxPoints],
    ['moved', isMoved(old, now, became)],
    ['source', a.source !== b.source || a.counting !== b.counting],
    ['rule', differs(a.rule, b.rule)],
    ['print', differs(printOf(a), printOf(b))],
  ]
  return checks.flatMap(([change, holds]) => (holds ? [change] : []))
}

/**
 * Two frameworks row by row, in the order of the new one, dropped rows at the end in the order of the old one. The map says what became of old rows;
 * without it a row stands for the one with its id.
 */
export const compareFrameworks = (old: Framework, now: Framework, codeMap?: CodeMap): readonly ComparedRow[] => {
  const olds = [...walkNodes(old.nodes)]
  const news = [...walkNodes(now.nodes)]
  const ids = new Set<string>(news.map(({ node }) => node.id))
  const became = (id: string): readonly string[] => becameOf(codeMap, (each) => ids.has(each), id).filter((each) => ids.has(each))
  const rows = news.map((placed): ComparedRow => {
    const from = olds.filter(({ node }) => became(node.id).includes(placed.node.id))
    const [first] = from
    if (!first) return { old: [], now: placed, changes: ['added'] }
    const isSplit = from.some(({ node }) => became(node.id).length > 1)
    const whole: readonly RowChange[] = [...(isSplit ? (['split'] as const) : []), ...(from.length > 1 ? (['merged'] as const) : [])]
    return { old: from, now: placed, changes: whole.length > 0 ? whole : changesOf(first, placed, became) }
  })
  const dropped = olds.filter(({ node }) => became(node.id).length === 0)
  return [...rows, ...dropped.map((each): ComparedRow => ({ old: [each], changes: ['dropped'] }))]
}
