/** A node of a composite index as its file gives it: an indicator stands at level 1, an aggregate above its children. */
export interface StructureNode {
  readonly code: string
  /** Code of the parent; the root has none. */
  readonly parent: string | undefined
  readonly level: number
  /** Weight among the children of the same parent; relative, so only proportions count. */
  readonly weight: number
  /** Data of an indicator are multiplied by this before normalising; of an aggregate it is without effect. */
  readonly direction: 1 | -1
  /** 1-based line of the file. */
  readonly line: number
}

/** An aggregate and its children, as positions in {@link Structure.nodes}. */
export interface Family {
  readonly parent: number
  readonly children: readonly number[]
}

/** A tree of nodes with one root, in the order of the file. */
export interface Structure {
  readonly nodes: readonly StructureNode[]
  readonly root: number
  /** Positions of the indicators. */
  readonly indicators: readonly number[]
  /** Every aggregate with its children, children before parents. */
  readonly families: readonly Family[]
}

/** Puts checked nodes in order; `checkStructure` says whether they form a tree. Children of one parent are in the order of their codes. */
export const structureOf = (nodes: readonly StructureNode[]): Structure => {
  const children = new Map<string, number[]>()
  const byCode = nodes.map((_, at) => at).sort((a, b) => compareText(nodes[a]?.code ?? '', nodes[b]?.code ?? ''))
  for (const at of byCode) {
    const parent = nodes[at]?.parent
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), at])
  }
  const families = nodes.flatMap(({ code, level }, parent) => {
    const own = children.get(code)
    return own ? [{ level, parent, children: own }] : []
  })
  return {
    nodes,
    root: nodes.findIndex(({ parent }) => parent === undefined),
    indicators: nodes.flatMap(({ level }, at) => (level === 1 ? [at] : [])),
    families: families.sort((a, b) => a.level - b.level),
  }
}

/** By UTF-16 code units: the same on every machine and in every language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
