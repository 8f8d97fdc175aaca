import { type Points, pointsText } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'
import { readEntry } from '../self-assessment/read-entry.ts'
import { type AppraisedLeaf, isDecided } from './appraised-leaf.ts'

/** Why a claim is left to a person: each has to be looked at by itself. */
export type LeftBecause = 'decided' | 'otherSource' | 'noClaim' | 'notApplicable' | 'outOfBounds' | 'noEvidence'

/** What accepting many claims at once would do, before it does it. In the order of the rows. */
export interface Acceptance {
  readonly accepted: readonly { readonly nodeId: NodeId; readonly points: Points }[]
  readonly left: readonly { readonly nodeId: NodeId; readonly because: LeftBecause }[]
}

const leftBecause = (row: AppraisedLeaf): LeftBecause | undefined => {
  const { leaf, claim, evidenceCount } = row
  if (isDecided(row)) return 'decided'
  if (leaf.source !== 'appraised') return 'otherSource'
  if (claim?.status === 'notApplicable') return 'notApplicable'
  if (claim?.points === undefined) return 'noClaim'
  if (!readEntry(leaf, pointsText(claim.points)).ok) return 'outOfBounds'
  const isProved = evidenceCount > 0 || (claim.explanation ?? '').trim() !== '' || claim.points === 0
  return isProved ? undefined : 'noEvidence'
}

/**
 * Which claims can be accepted together: points within bounds, with a document or an explanation. That a leaf does not apply is confirmed one by one,
 * for it changes what all the rest is measured against.
 */
export const acceptClaims = (rows: readonly AppraisedLeaf[]): Acceptance => {
  const judged = rows.map((row) => ({ row, because: leftBecause(row) }))
  return {
    accepted: judged.flatMap(({ row, because }) =>
      because === undefined && row.claim?.points !== undefined ? [{ nodeId: row.leaf.id, points: row.claim.points }] : [],
    ),
    left: judged.flatMap(({ row, because }) => (because ? [{ nodeId: row.leaf.id, because }] : [])),
  }
}
