/** A row of any tree that has printed codes: a framework's, or a table's while it is being read. */
export interface CodedNode<Id extends string = string> {
  /** What scores and problems refer to; empty while it has none. */
  readonly id: Id
  /** As printed; empty where nothing is printed. */
  readonly code: string
  readonly name: string
  readonly children: readonly CodedNode<Id>[]
}

/** A row with those it hangs under, the nearest last. */
export interface RowBelow {
  readonly node: CodedNode
  readonly above: readonly CodedNode[]
}

/** Every row, parents before children, in document order. */
export function* walkRows(nodes: readonly CodedNode[], above: readonly CodedNode[] = []): Generator<RowBelow> {
  for (const node of nodes) {
    yield { node, above }
    yield* walkRows(node.children, [...above, node])
  }
}
