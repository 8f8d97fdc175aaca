import type { CodedNode } from '../framework/coded-node.ts'
import { nodeIdsOf } from '../framework/node-ids.ts'
import type { Branch } from './tree.ts'

/** The rows of a table as any tree of codes is seen. */
export const codedRows = (branches: readonly Branch[]): readonly CodedNode[] =>
  branches.map(({ id, row, children }) => ({ id, code: row.code?.text ?? '', name: row.name, children: codedRows(children) }))

/** Gives every branch its id, as a framework's rows have theirs; a headline without code takes the number that its rows begin with. */
export const assignIds = (roots: readonly Branch[], all: readonly Branch[]): void => {
  const codes = new Set(all.map(({ row }) => row.code?.text))
  let headlines = 0
  all.forEach((branch, index) => {
    if (branch.row.opensBlock && !branch.row.code) branch.id = headlineId(branch, all[index + 1], codes) ?? `~${++headlines}`
  })
  const ids = nodeIdsOf(codedRows(roots))
  all.forEach((branch, index) => {
    branch.id = ids[index] ?? ''
  })
}

const headlineId = (branch: Branch, next: Branch | undefined, codes: ReadonlySet<string | undefined>): string | undefined => {
  const code = next?.parent === branch ? next.row.code : undefined
  if (code?.kind !== 'number' || code.parts.length < 2) return undefined
  const number = String(code.parts[0])
  return codes.has(number) ? undefined : number
}
