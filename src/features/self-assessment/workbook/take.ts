import type { ClaimChange } from '../contract.ts'
import type { LeafPreview, WorkbookPreview } from './contract.ts'

export type WorkbookField = 'value' | 'explanation'
const workbookFields = ['value', 'explanation'] as const

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
    const [value, explanation] = workbookFields.map((field) => isTaken(leaf, field, chosen))
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
