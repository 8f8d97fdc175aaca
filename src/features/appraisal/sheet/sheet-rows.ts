import { type AppraisedLeaf, differs, isDecided, lacksEvidence } from '../../../core/appraisal/appraised-leaf.ts'
import type { Framework, FrameworkNode } from '../../../core/framework/framework.ts'
import { walkNodes } from '../../../core/framework/walk.ts'
import type { AppraisalLeaf } from '../shapes.ts'
import { checkDraft, claimOf, type Draft, decisionOf, undecided } from './draft.ts'

/** A row of the table; leaves carry what is claimed and where their decision stands. */
export interface SheetRow {
  readonly node: FrameworkNode
  readonly depth: number
  readonly leaf?: AppraisalLeaf
}

export const rowFilters = ['all', 'undecided', 'matters', 'differs', 'noEvidence', 'otherSource', 'mine'] as const
export type RowFilter = (typeof rowFilters)[number]

const noLeaf = (nodeId: string): AppraisalLeaf => ({ nodeId, evidence: 0, earlier: [], isMatter: false, isMine: true })

/** The rows of the decision's table, in its order. */
export const sheetRows = ({ nodes }: Framework, leaves: readonly AppraisalLeaf[]): readonly SheetRow[] => {
  const byNode = new Map(leaves.map((leaf) => [leaf.nodeId, leaf]))
  return [...walkNodes(nodes)].map(({ node, depth }) =>
    node.children.length ? { node, depth } : { node, depth, leaf: byNode.get(node.id) ?? noLeaf(node.id) },
  )
}

interface JudgedLeaf extends AppraisedLeaf {
  readonly isMine: boolean
}

/** A leaf with the draft of its decision, as the core judges it. */
export const appraisedLeaf = ({ node, leaf }: SheetRow, draft: Draft): JudgedLeaf => {
  const claim = leaf && claimOf(leaf)
  const decision = checkDraft(node, leaf, draft).length ? undefined : decisionOf(draft)
  return {
    leaf: node,
    ...(claim && { claim }),
    ...(decision && { decision: { ...decision, ...(claim?.points !== undefined && { claimedPoints: claim.points }) } }),
    evidenceCount: leaf?.evidence ?? 0,
    isMatter: leaf?.isMatter ?? false,
    isMine: leaf?.isMine ?? true,
  }
}

const matches: Readonly<Record<RowFilter, (row: JudgedLeaf) => boolean>> = {
  all: () => true,
  matters: ({ isMatter }) => isMatter === true,
  mine: ({ isMine }) => isMine,
  undecided: (row) => !isDecided(row),
  differs,
  noEvidence: lacksEvidence,
  otherSource: ({ leaf }) => leaf.source !== 'appraised',
}

export type DraftAt = (nodeId: string) => Draft

/** How many leaves each filter leaves. */
export const countRows = (rows: readonly SheetRow[], draftAt: DraftAt): Readonly<Record<RowFilter, number>> => {
  const leaves = rows.filter(({ leaf }) => leaf).map((row) => appraisedLeaf(row, draftAt(row.node.id)))
  return Object.fromEntries(rowFilters.map((filter) => [filter, leaves.filter(matches[filter]).length])) as Record<RowFilter, number>
}

/**
 * Ids of the leaves that a filter leaves. It is taken when the filter is chosen, so that a row does not vanish under the hand that decides it.
 */
export const filterLeaves = (rows: readonly SheetRow[], draftAt: DraftAt, filter: RowFilter): ReadonlySet<string> =>
  new Set(rows.filter((row) => row.leaf && matches[filter](appraisedLeaf(row, draftAt(row.node.id)))).map(({ node }) => node.id))

/** Rows to draw: the leaves wanted, and the rows above them. */
export const visibleRows = (rows: readonly SheetRow[], wanted: ReadonlySet<string>): readonly SheetRow[] => {
  const keeps = (node: FrameworkNode): boolean => (node.children.length ? node.children.some(keeps) : wanted.has(node.id))
  return rows.filter(({ node }) => keeps(node))
}

export const draftIn =
  (entries: ReadonlyMap<string, { readonly value: Draft }>): DraftAt =>
  (nodeId) =>
    entries.get(nodeId)?.value ?? undecided
