import { type Branch, isPrefix } from './tree.ts'

/**
 * Gives every branch its id: the code where it is unique in the table, else the path from the nearest part that the code does not name itself
 * (`II/1.2`), with `~2`, `~3` for repeats and for rows without code. A headline without code takes the number that its rows begin with.
 */
export const assignIds = (all: readonly Branch[]): void => {
  const counts = new Map<string, number>()
  for (const { row } of all) if (row.code) counts.set(row.code.text, (counts.get(row.code.text) ?? 0) + 1)
  const used = new Map<string, number>()
  /** The last row with a code below each parent: a row without code is a repeat of it. */
  const before = new Map<Branch | undefined, Branch>()
  let headlines = 0
  all.forEach((branch, index) => {
    if (branch.row.code) branch.id = repeated(used, counts.get(branch.row.code.text) === 1 ? branch.row.code.text : pathOf(branch))
    else if (branch.row.opensBlock) branch.id = headlineId(branch, all[index + 1], counts) ?? `~${++headlines}`
    else branch.id = repeated(used, before.get(branch.parent)?.id ?? branch.parent?.id ?? '')
    if (branch.row.code) before.set(branch.parent, branch)
    if (!used.has(branch.id)) used.set(branch.id, 1)
  })
}

const repeated = (used: Map<string, number>, id: string): string => {
  const times = (used.get(id) ?? 0) + 1
  used.set(id, times)
  return times === 1 ? id : `${id}~${times}`
}

/** The nearest part above that the code does not name, then the code. */
const pathOf = (branch: Branch): string => {
  const code = branch.row.code
  let above = branch.parent
  while (above && code && isPrefix(above.row.code, code)) above = above.parent
  return above ? `${above.id}/${code?.text ?? ''}` : (code?.text ?? '')
}

const headlineId = (branch: Branch, next: Branch | undefined, counts: ReadonlyMap<string, number>): string | undefined => {
  const code = next?.parent === branch ? next.row.code : undefined
  if (code?.kind !== 'number' || code.parts.length < 2) return undefined
  const number = String(code.parts[0])
  return counts.has(number) ? undefined : number
}
