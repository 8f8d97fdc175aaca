import type { ClaimChange } from '../contract.ts'
import type { LeafPreview, WorkbookPreview } from './contract.ts'

const workbookFields = ['value', 'explanation', 'documents'] as const
export type WorkbookField = (typeof workbookFields)[number]

export const fieldKey = (nodeId: string, field: WorkbookField): string => `${nodeId} ${field}`

/** Whether a field of the file is to be saved: one that nobody else changed, or one that the person chose over what stands. */
const isTaken = (leaf: LeafPreview, field: WorkbookField, chosen: ReadonlySet<string>): boolean =>
  leaf[field]?.kind === 'taken' || (leaf[field]?.kind === 'conflict' && chosen.has(fieldKey(leaf.nodeId, field)))

/** How many cells would be saved. */
export const countTaken = ({ leaves }: WorkbookPreview, chosen: ReadonlySet<string>): number =>
  leaves.flatMap((leaf) => workbookFields.filter((field) => isTaken(leaf, field, chosen))).length

/**
 * The claims of a workbook as the grid would send them, each against the version that the preview saw. Of a conflict only what a person chose is
 * taken; facts stay beside the value that they gave and go with one that replaces it.
 */
export const claimsToSave = ({ leaves }: WorkbookPreview, chosen: ReadonlySet<string>): ClaimChange[] =>
  leaves.flatMap((leaf): ClaimChange[] => {
    const [value, explanation] = (['value', 'explanation'] as const).map((field) => isTaken(leaf, field, chosen))
    if (!value && !explanation) return []
    const { version, explanation: stood, ...standing } = leaf.stands
    const words = explanation ? leaf.explanation?.mine : stood
    return [
      {
        nodeId: leaf.nodeId,
        version,
        ...((value && leaf.value?.mine) || standing),
        ...(words && { explanation: words }),
      },
    ]
  })

export interface LinkToSave {
  readonly nodeId: string
  readonly evidenceId: string
  readonly isLinked: boolean
}

/** The documents that are to prove a leaf from now on, and those that no longer are. */
export const linksToSave = ({ leaves }: WorkbookPreview, chosen: ReadonlySet<string>): readonly LinkToSave[] =>
  leaves.flatMap((leaf) => {
    if (!leaf.documents || !isTaken(leaf, 'documents', chosen)) return []
    const { nodeId, documents } = leaf
    return [
      ...documents.added.map(({ id }) => ({ nodeId, evidenceId: id, isLinked: true })),
      ...documents.removed.map(({ id }) => ({ nodeId, evidenceId: id, isLinked: false })),
    ]
  })
