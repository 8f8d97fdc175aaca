import { type CodedNode, walkRows } from './coded-node.ts'

const countCodes = (nodes: readonly CodedNode[]): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>()
  for (const { node } of walkRows(nodes)) if (node.code !== '') counts.set(node.code, (counts.get(node.code) ?? 0) + 1)
  return counts
}

/** The wish itself when it is free, else with `~2`, `~3` …; nothing to be called by gives `~1`, `~2` … */
const firstFree = (wish: string, taken: Set<string>): string => {
  let id = wish === '' ? '~1' : wish
  for (let n = 2; taken.has(id); n++) id = `${wish}~${n}`
  taken.add(id)
  return id
}

/** Whether a code says itself that it lies below another: 1 names 1.2, A names A1, 2.1 names 2.1a. */
const isNamedBy = (code: string, above: string): boolean => {
  if (above === '' || !code.startsWith(above)) return false
  const rest = code.slice(above.length)
  return rest.startsWith('.') || (/\D$/u.test(above) ? /^\d/u.test(rest) : /^\p{Ll}$/u.test(rest))
}

/**
 * The id of every row, in document order: its code where that is unique in the set, else the path from the nearest row above that the code
 * does not name itself (`II/1.2`, also below a 1), with `~2`, `~3` for repeats. A row without code repeats the row with a code before it among
 * its siblings, or its parent (`4~2` is the first below 4). Ids that are there already stay, so that ids handed out once never move.
 */
export const nodeIdsOf = (nodes: readonly CodedNode[]): readonly string[] => {
  const counts = countCodes(nodes)
  const taken = new Set<string>([...walkRows(nodes)].map(({ node }) => node.id).filter((id) => id !== ''))
  const ids = new Map<CodedNode, string>()
  /** The last row with a code below each parent. */
  const before = new Map<CodedNode | undefined, string>()
  for (const { node, above } of walkRows(nodes)) {
    const parent = above.at(-1)
    const root = above.findLast((row) => !isNamedBy(node.code, row.code))
    const path = root === undefined ? node.code : `${ids.get(root) ?? ''}/${node.code}`
    const nameless = before.get(parent) ?? (parent && ids.get(parent)) ?? ''
    const wish = node.code === '' ? nameless : counts.get(node.code) === 1 ? node.code : path
    const id = node.id === '' ? firstFree(wish, taken) : node.id
    ids.set(node, id)
    if (node.code !== '') before.set(parent, node.id === '' ? wish : id)
  }
  return [...ids.values()]
}
