import type { Framework, FrameworkNode } from '../framework.ts'
import { leavesOf, walkNodes } from '../walk.ts'
import { becameOf, type CodeMap } from './code-map.ts'
import { leafPairs } from './lines-across.ts'

/**
 * What a newer version made of a leaf: nothing but its place may have changed (`same`, `renamed`), it was parted or put together with others, it is measured by
 * somebody else or counts otherwise, or it is gone.
 */
export const fates = ['same', 'renamed', 'split', 'merged', 'measuredOtherwise', 'dropped'] as const
export type Fate = (typeof fates)[number]

/** An old leaf with the new leaves that stand for it, in the order of the new framework. */
export interface LeafFate {
  readonly leaf: FrameworkNode
  readonly fate: Fate
  readonly now: readonly FrameworkNode[]
}

/** Whether what stands at the leaf may go on standing at the one new leaf. */
export const isCarried = (fate: Fate): boolean => fate === 'same' || fate === 'renamed'

const fateOf = (leaf: FrameworkNode, now: readonly FrameworkNode[], sources: ReadonlyMap<string, number>): Fate => {
  const [only] = now
  if (!only) return 'dropped'
  if (now.length > 1) return 'split'
  if ((sources.get(only.id) ?? 0) > 1) return 'merged'
  if (leaf.source !== only.source || leaf.counting !== only.counting) return 'measuredOtherwise'
  return leaf.id === only.id ? 'same' : 'renamed'
}

/** Every leaf of the old framework with what became of it, in its order. A leaf that became a group became all leaves of the group. */
export const leafFates = (old: Framework, now: Framework, codeMap: CodeMap): readonly LeafFate[] => {
  const news = leavesOf(now.nodes)
  const became = new Map<string, Set<string>>()
  const sources = new Map<string, Set<string>>()
  for (const [from, to] of leafPairs(old, now, codeMap)) {
    became.set(from, (became.get(from) ?? new Set()).add(to))
    sources.set(to, (sources.get(to) ?? new Set()).add(from))
  }
  const counts = new Map([...sources].map(([to, from]) => [to, from.size]))
  return leavesOf(old.nodes).map((leaf) => {
    const own = news.filter(({ id }) => became.get(leaf.id)?.has(id))
    return { leaf, fate: fateOf(leaf, own, counts), now: own }
  })
}

/** Leaves of the new framework to which nothing is carried: units have to score them anew. */
export const leavesWithoutPast = (now: Framework, leaves: readonly LeafFate[]): readonly FrameworkNode[] => {
  const carried = new Set<string>(leaves.filter(({ fate }) => isCarried(fate)).flatMap((each) => each.now.map(({ id }) => id)))
  return leavesOf(now.nodes).filter(({ id }) => !carried.has(id))
}

/** Every row of the old framework, groups too, with the rows that stand for it: what hangs on an area follows its area. */
export const rowsThatStandFor = (old: Framework, now: Framework, codeMap: CodeMap): ReadonlyMap<string, readonly string[]> => {
  const news = new Set<string>([...walkNodes(now.nodes)].map(({ node }) => node.id))
  const rows = [...walkNodes(old.nodes)].map(({ node: { id } }): readonly [string, readonly string[]] => [
    id,
    becameOf(codeMap, (each) => news.has(each), id).filter((each) => news.has(each)),
  ])
  return new Map(rows)
}
