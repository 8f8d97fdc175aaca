import type { Framework, FrameworkNode } from '../framework.ts'
import { leavesOf, walkNodes } from '../walk.ts'
import { becameOf, type CodeMap } from './code-map.ts'

/** What became of the rows of one of several frameworks in another of them; both by their place in the list. */
export interface VersionLink {
  readonly from: number
  readonly to: number
  readonly codeMap: CodeMap
}

/** Rows of several frameworks that measure the same together: per framework, in its order, none where it has no such row. */
export interface AcrossLine {
  readonly members: readonly (readonly string[])[]
}

const keyOf = (framework: number, id: string): string => `${framework} ${id}`

/** Who belongs to whom, by the least key of each circle. */
const circles = () => {
  const above = new Map<string, string>()
  const find = (key: string): string => {
    const next = above.get(key)
    return next === undefined ? key : find(next)
  }
  const join = (a: string, b: string): void => {
    const [first, second] = [find(a), find(b)]
    if (first !== second) above.set(second, first)
  }
  return { find, join }
}

/**
 * Leaves of the new framework that leaves of an old row became, pairwise. A leaf that became a group became all its leaves, a group that became a leaf
 * brings all its leaves; a group that stays a group says nothing of its leaves.
 */
export const leafPairs = (old: Framework, now: Framework, codeMap: CodeMap): readonly (readonly [string, string])[] => {
  const news = new Map<string, FrameworkNode>([...walkNodes(now.nodes)].map(({ node }) => [node.id, node]))
  return [...walkNodes(old.nodes)].flatMap(({ node }) =>
    becameOf(codeMap, (id) => news.has(id), node.id).flatMap((id) => {
      const target = news.get(id)
      if (!target || (node.children.length > 0 && target.children.length > 0)) return []
      return leavesOf([node]).flatMap((from) => leavesOf([target]).map((to) => [from.id, to.id] as const))
    }),
  )
}

const areaPairs = (old: Framework, now: Framework, codeMap: CodeMap): readonly (readonly [string, string])[] => {
  const news = new Set<string>(now.nodes.map(({ id }) => id))
  return old.nodes.flatMap(({ id }) =>
    becameOf(codeMap, (each) => news.has(each), id).flatMap((each) => (news.has(each) ? [[id, each] as const] : [])),
  )
}

const linesOf = (
  frameworks: readonly Framework[],
  links: readonly VersionLink[],
  idsOf: (framework: Framework) => readonly string[],
  pairsOf: typeof leafPairs,
): readonly AcrossLine[] => {
  const { find, join } = circles()
  for (const { from, to, codeMap } of links) {
    const [old, now] = [frameworks[from], frameworks[to]]
    if (!old || !now) throw new RangeError(`no framework ${from} or ${to}`)
    for (const [before, after] of pairsOf(old, now, codeMap)) join(keyOf(from, before), keyOf(to, after))
  }
  const lines = new Map<string, string[][]>()
  // The newest set gives the order; what it does not have follows, newer before older.
  for (const at of frameworks.map((_, index) => index).toReversed()) {
    for (const id of idsOf(frameworks[at] as Framework)) {
      const circle = find(keyOf(at, id))
      const members = lines.get(circle) ?? frameworks.map(() => [])
      members[at]?.push(id)
      lines.set(circle, members)
    }
  }
  return [...lines.values()].map((members) => ({ members }))
}

/**
 * Leaves and areas of frameworks of several years side by side, older ones first in the list: what was renamed stands in one line with what it was, the parts
 * of a split row together, merged rows together, and what other sets do not have in a line of its own. No leaf is in two lines and none in no line.
 */
export const linesAcross = (
  frameworks: readonly Framework[],
  links: readonly VersionLink[],
): { readonly areas: readonly AcrossLine[]; readonly leaves: readonly AcrossLine[] } => ({
  areas: linesOf(frameworks, links, ({ nodes }) => nodes.map(({ id }) => id), areaPairs),
  leaves: linesOf(frameworks, links, ({ nodes }) => leavesOf(nodes).map(({ id }) => id), leafPairs),
})
