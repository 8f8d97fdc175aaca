import type { Code } from '../framework/code.ts'
import type { NodeRow } from './table-rows.ts'

/** A row at its place among the others. `depth` 0 is an area; a code of more steps than its parent has, plus one, lies deeper. */
export interface Branch {
  readonly row: NodeRow
  readonly depth: number
  readonly parent: Branch | undefined
  readonly children: Branch[]
  /** Its code where that is unique, else its path, with `~2` for repeats and rows without code. */
  id: string
}

const ranks: Readonly<Record<Code['kind'], number>> = { letter: 0, roman: 1, number: 2, smallLetter: 3 }

/** Hangs the rows under one another as their codes say; rows without code stand beside the row above, headlines without code open an area. */
export const treeOf = (rows: readonly NodeRow[]): { readonly roots: readonly Branch[]; readonly all: readonly Branch[] } => {
  const roots: Branch[] = []
  const all: Branch[] = []
  let open: readonly Branch[] = []
  rows.forEach((row, index) => {
    const parent = parentOf(row, open, roots, rows[index + 1])
    const branch: Branch = { row, depth: depthOf(row, parent), parent, children: [], id: '' }
    ;(parent?.children ?? roots).push(branch)
    all.push(branch)
    open = [...pathTo(parent), branch]
  })
  return { roots, all }
}

const pathTo = (branch: Branch | undefined): readonly Branch[] => (branch ? [...pathTo(branch.parent), branch] : [])

const parentOf = (row: NodeRow, open: readonly Branch[], roots: readonly Branch[], next: NodeRow | undefined): Branch | undefined => {
  if (row.opensBlock) return undefined
  if (row.code) return parentOfCoded(row.code, open, roots)
  const last = open.at(-1)
  if (row.nameLevel > 0) return open.findLast((branch) => branch.row.nameLevel < row.nameLevel)
  if (last && next?.code && isPrefix(last.row.code, next.code)) return last
  return last?.row.opensBlock ? last : last?.parent
}

const parentOfCoded = (code: Code, open: readonly Branch[], roots: readonly Branch[]): Branch | undefined => {
  const prefix = open.findLast((branch) => isPrefix(branch.row.code, code))
  if (prefix) return prefix
  const parent = open.findLast(({ row }) => (row.code ? isAbove(row.code, code) : row.opensBlock))
  const isNumbered = parent?.children.some(({ row }) => row.code?.kind === code.kind && row.code.parts.length === 1)
  const mayContinue = parent?.row.opensBlock === true && parent.row.code === undefined && code.parts.length === 1 && !isNumbered
  return mayContinue && continuesRoots(code, roots) ? undefined : parent
}

const isAbove = (above: Code, code: Code): boolean => {
  if (ranks[above.kind] !== ranks[code.kind]) return ranks[above.kind] < ranks[code.kind]
  return above.parts.length < code.parts.length
}

/** A headline without code stands above every code, unless the code goes on with the areas before it. */
const continuesRoots = (code: Code, roots: readonly Branch[]): boolean => {
  const before = roots.findLast((root) => root.row.code?.kind === code.kind && root.row.code.parts.length === code.parts.length)?.row.code
  return before !== undefined && (code.parts[0] ?? 0) === (before.parts[0] ?? 0) + 1
}

/** Whether a code lies below another by its steps: `1.2` is above `1.2.3`. */
export const isPrefix = (above: Code | undefined, code: Code): boolean =>
  above !== undefined &&
  above.kind === code.kind &&
  above.parts.length < code.parts.length &&
  above.parts.every((part, index) => part === code.parts[index])

/** A missing row between parent and child does not lift the child: `1.2.1` below `1` lies two levels down. */
const depthOf = (row: NodeRow, parent: Branch | undefined): number => {
  const code = row.code
  if (!parent) return code?.kind === 'number' ? code.parts.length - 1 : 0
  const above = parent.row.code
  if (!code || !above) return parent.depth + 1
  if (isPrefix(above, code)) return parent.depth + code.parts.length - above.parts.length
  const carriesArea = above.kind === 'roman' && code.kind === 'number' && code.parts.length > 1 && code.parts[0] === above.parts[0]
  return parent.depth + (carriesArea ? code.parts.length - 1 : 1)
}
