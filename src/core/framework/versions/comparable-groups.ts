import type { Framework } from '../framework.ts'
import { leavesOf } from '../walk.ts'
import { becameOf, type CodeMap } from './code-map.ts'

/** Leaves of two frameworks that measure the same together: the sum of the old ones stands beside the sum of the new ones. */
export interface ComparableGroup {
  readonly old: readonly string[]
  readonly now: readonly string[]
}

/**
 * The smallest groups in which scores of two years are comparable: a renamed leaf with its old one, the parts of a split leaf together, merged leaves
 * together. Dropped and added leaves are in no group. Points are compared as shares of the maxima of each side. In the order of the new framework.
 */
export const comparableGroups = (old: Framework, now: Framework, codeMap?: CodeMap): readonly ComparableGroup[] => {
  const news = leavesOf(now.nodes).map(({ id }): string => id)
  const isNew = new Set(news)
  const links = leavesOf(old.nodes).map(({ id }) => ({
    old: id as string,
    now: becameOf(codeMap, (each) => isNew.has(each), id).filter((each) => isNew.has(each)),
  }))
  const groups: { old: string[]; now: Set<string> }[] = []
  for (const link of links.filter((each) => each.now.length > 0)) {
    const touched = groups.filter((group) => link.now.some((id) => group.now.has(id)))
    const merged = {
      old: [...touched.flatMap((group) => group.old), link.old],
      now: new Set([...touched.flatMap((group) => [...group.now]), ...link.now]),
    }
    for (const group of touched) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  const place = new Map(news.map((id, index) => [id, index]))
  const inOrder = (ids: Iterable<string>): readonly string[] => [...ids].toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0))
  return groups
    .map((group) => ({ old: group.old, now: inOrder(group.now) }))
    .toSorted((a, b) => (place.get(a.now[0] ?? '') ?? 0) - (place.get(b.now[0] ?? '') ?? 0))
}
