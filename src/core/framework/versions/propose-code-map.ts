import type { Framework, FrameworkNode } from '../framework.ts'
import { walkNodes } from '../walk.ts'
import type { CodeMap } from './code-map.ts'
import { likenessOf, pairsOf } from './likeness.ts'

/** Below this two names are taken for two things; a proposal that is left out costs a person less than one that is wrong. */
const alike = 0.6
/** The same code speaks for the same thing, so less of the name has to be the same. */
const alikeAtSameCode = 0.4

interface Match {
  readonly old: FrameworkNode
  readonly now: FrameworkNode
  readonly likeness: number
}

const isLeaf = ({ children }: FrameworkNode): boolean => children.length === 0
const nodesOf = ({ nodes }: Framework): readonly FrameworkNode[] => [...walkNodes(nodes)].map(({ node }) => node)

/** Every pair that is alike enough, the most alike first; of equals the one with the same code, then the one that is a leaf like it. */
const matchesOf = (olds: readonly FrameworkNode[], news: readonly FrameworkNode[]): readonly Match[] => {
  const named = news.map((now) => ({ now, pairs: pairsOf(now.name) }))
  return olds
    .flatMap((old) => {
      const own = pairsOf(old.name)
      return named.flatMap(({ now, pairs }) => {
        const same = old.code !== '' && old.code === now.code
        const value = likenessOf(own, pairs)
        if (value < (same ? alikeAtSameCode : alike)) return []
        return [{ old, now, likeness: value + (same ? 0.2 : 0) + (isLeaf(old) === isLeaf(now) ? 0.1 : 0) }]
      })
    })
    .toSorted((a, b) => b.likeness - a.likeness)
}

/** Each row with the one most like it, nobody twice. */
const pairUp = (matches: readonly Match[]): ReadonlyMap<string, FrameworkNode> => {
  const pairs = new Map<string, FrameworkNode>()
  const taken = new Set<string>()
  for (const { old, now } of matches) {
    if (pairs.has(old.id) || taken.has(now.id)) continue
    pairs.set(old.id, now)
    taken.add(now.id)
  }
  return pairs
}

/**
 * What most likely became of the rows of an older framework, by the likeness of their names and codes: a leaf that now has parts was split into
 * them, leaves whose parent is now a leaf were merged into it, what is like nothing was dropped. A person settles it; nothing follows from it before.
 */
export const proposeCodeMap = (old: Framework, now: Framework): CodeMap => {
  const placed = [...walkNodes(old.nodes)]
  const pairs = pairUp(matchesOf(nodesOf(old), nodesOf(now)))
  const became = (node: FrameworkNode, parent: FrameworkNode | undefined): readonly string[] => {
    const pair = pairs.get(node.id)
    if (pair && isLeaf(node) && !isLeaf(pair)) return pair.children.filter(isLeaf).map(({ id }) => id)
    if (pair) return [pair.id]
    const above = parent && pairs.get(parent.id)
    return above && isLeaf(node) && isLeaf(above) ? [above.id] : []
  }
  return Object.fromEntries(placed.map(({ node, parent }) => [node.id, became(node, parent)]))
}
