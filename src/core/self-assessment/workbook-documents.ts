/** Documents of one leaf that a workbook takes in and off, against what stands; `conflict` where others changed the list too. */
export interface DocumentsMerge {
  readonly kind: 'taken' | 'conflict'
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

const isSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && [...a].every((id) => b.has(id))

/**
 * Merges the documents of one leaf, by id: as the workbook was written out, as it comes back, as they stand now. What the file adds or takes off and what
 * already stands so is no change; nothing where none is left. A list that others changed meanwhile is theirs until a person chooses.
 */
export const mergeDocuments = (
  written: ReadonlySet<string>,
  filled: ReadonlySet<string>,
  standing: ReadonlySet<string>,
): DocumentsMerge | undefined => {
  const added = [...filled].filter((id) => !written.has(id) && !standing.has(id))
  const removed = [...written].filter((id) => !filled.has(id) && standing.has(id))
  if (added.length + removed.length === 0) return undefined
  return { kind: isSame(written, standing) ? 'taken' : 'conflict', added, removed }
}
