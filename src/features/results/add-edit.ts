import type { Edit } from '../../core/results/edits.ts'

/** A further change; another rule of a leaf takes the place of the one that was tried there before. */
export const addEdit = (edits: readonly Edit[], edit: Edit): readonly Edit[] => [
  ...edits.filter((each) => !(edit.kind === 'rule' && each.kind === 'rule' && each.node === edit.node)),
  edit,
]
