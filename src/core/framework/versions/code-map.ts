import type { Framework } from '../framework.ts'
import { walkNodes } from '../walk.ts'

/** Old row → rows of the new framework that it became: one where it was kept or renamed, several where it was split, none where it was dropped. */
export type CodeMap = Readonly<Record<string, readonly string[]>>

/** Every row stands for itself: what a version begins with that was made out of another. */
export const sameCodes = ({ nodes }: Framework): CodeMap => Object.fromEntries([...walkNodes(nodes)].map(({ node: { id } }) => [id, [id]]))

/** What became of an old row; one that the map does not name stands for itself where the new framework has it. */
export const becameOf = (codeMap: CodeMap | undefined, isNew: (id: string) => boolean, old: string): readonly string[] =>
  codeMap && Object.hasOwn(codeMap, old) ? (codeMap[old] ?? []) : isNew(old) ? [old] : []
