import { scoredLeaf } from '../../../core/results/scored-leaf.ts'
import { useEffect, useMemo } from 'react'
import { nodeId } from '../../../core/ids.ts'
import { type AreaTotal, areaTotals } from '../../../core/results/area-totals.ts'
import { type Plan, planOf } from '../../../core/results/plan.ts'
import type { LeafScore } from '../../../core/results/scores.ts'
import type { Framework } from '../../../core/framework/framework.ts'
import type { Autosave, AutosaveView, SaveOutcome } from '../../../web/widgets/autosave/autosave.ts'
import type { Stored } from '../../../web/widgets/autosave/autosave-state.ts'
import { localDrafts } from '../../../web/widgets/autosave/local-drafts.ts'
import { useAutosave } from '../../../web/widgets/autosave/use-autosave.ts'
import { call, type Refused } from '../../../web/widgets/client.ts'
import { useSignedIn } from '../../../web/widgets/session.ts'
import { appraisalRoutes } from '../contract.ts'
import type { AppraisalLeaf, SavedDecisions, UnitAppraisal } from '../shapes.ts'
import { changeOf, checkDraft, claimOf, type Draft, draftOf, sameDraft } from './draft.ts'
import { groupSums } from './group-sums.ts'
import { appraisedLeaf, type DraftAt, draftIn, type SheetRow, sheetRows } from './sheet-rows.ts'

const storedOf = (leaf: AppraisalLeaf): Stored<Draft> => ({
  id: leaf.nodeId,
  version: leaf.decision?.version ?? 0,
  value: draftOf(leaf),
  by: leaf.decision?.changedBy?.name,
  moment: leaf.decision?.changedAt,
})

const outcomeOf = ({ status, problems }: Refused, sent: readonly { readonly id: string }[]): SaveOutcome => {
  if (status === 0 || status >= 500) return { kind: 'lost' }
  if (problems.some(({ code }) => code === 'changedMeanwhile')) return { kind: 'conflict' }
  const isPlaced = problems.some(({ at }) => sent.some(({ id }) => id === at))
  const refused = sent.flatMap(({ id }): [string, string[]][] => {
    const own = problems.filter(({ at }) => !isPlaced || at === id).map(({ message }) => message)
    return own.length ? [[id, own]] : []
  })
  return { kind: 'refused', sentences: new Map(refused) }
}

const scoresOf = (rows: readonly SheetRow[], scoreAt: (row: SheetRow) => LeafScore) =>
  new Map(rows.filter(({ leaf }) => leaf).map((row) => [nodeId(row.node.id), scoreAt(row)]))

const claimScore = ({ leaf, node }: SheetRow): LeafScore => {
  const claim = leaf && claimOf(leaf)
  if (claim?.status === 'scored') return claim.points === undefined ? { status: 'missing' } : scoredLeaf(node, claim.points, claim.inputs)
  return { status: claim?.status ?? 'missing' }
}

const givenScore = (row: SheetRow, draftAt: DraftAt): LeafScore => {
  const { decision } = appraisedLeaf(row, draftAt(row.node.id))
  if (decision?.status === 'scored')
    return decision.points === undefined ? { status: 'missing' } : scoredLeaf(row.node, decision.points, decision.inputs)
  return { status: decision?.status ?? 'missing', ...(decision?.treatment && { treatment: decision.treatment }) } as LeafScore
}

export interface Totals {
  readonly claimed: readonly AreaTotal[]
  readonly given: readonly AreaTotal[]
  /** Points of every row with parts, by its id. */
  readonly claimedGroups: ReadonlyMap<string, string>
  readonly givenGroups: ReadonlyMap<string, string>
}

/** What the maximum of the whole becomes if a leaf did not apply and were treated so. */
export const denominatorIf = (
  plan: Plan,
  rows: readonly SheetRow[],
  draftAt: DraftAt,
  id: string,
  treatment: Draft['treatment'],
): string => {
  const scores = scoresOf(rows, (row) =>
    row.node.id === id ? { status: 'notApplicable', ...(treatment && { treatment }) } : givenScore(row, draftAt),
  )
  return areaTotals(plan, scores)[0]?.appliedMax ?? ''
}

export interface Sheet {
  readonly rows: readonly SheetRow[]
  readonly plan: Plan
  readonly view: AutosaveView<Draft>
  readonly autosave: Autosave<Draft>
  readonly draftAt: DraftAt
  readonly totals: Totals
}

/** The table of one unit as it is worked on: rows, drafts that save themselves, running totals of both sides. */
export const useSheet = (appraisal: UnitAppraisal, framework: Framework, onSaved: (saved: SavedDecisions) => void): Sheet => {
  const { person } = useSignedIn()
  const params = { cycleId: appraisal.cycle.id, unitId: appraisal.unit.id }
  const rows = useMemo(() => sheetRows(framework, appraisal.leaves), [framework, appraisal.leaves])
  const byNode = useMemo(() => new Map(rows.map((row) => [row.node.id as string, row])), [rows])
  const [view, autosave] = useAutosave<Draft>({
    same: sameDraft,
    isReady: (id, draft) => {
      const row = byNode.get(id)
      return row?.leaf !== undefined && checkDraft(row.node, row.leaf, draft).length === 0
    },
    save: async (changes) => {
      const decisions = changes.map(({ id, version, value }) => changeOf(id, version, value))
      const outcome = await call(appraisalRoutes.change, { params, body: { decisions } })
      if (!outcome.ok) return outcomeOf(outcome, changes)
      onSaved(outcome.value)
      const versions = new Map(outcome.value.saved.map(({ nodeId: id, version }) => [id, version]))
      return { kind: 'saved', versions, savedAt: new Date(outcome.value.savedAt) }
    },
    reload: async () => {
      const outcome = await call(appraisalRoutes.unit, { params })
      return outcome.ok ? outcome.value.leaves.map(storedOf) : undefined
    },
    drafts: localDrafts(`appraisal.${person.id}.${params.cycleId}.${params.unitId}`),
  })
  useEffect(() => {
    const stored = new Map(appraisal.leaves.map((leaf) => [leaf.nodeId, storedOf(leaf)]))
    autosave.open(rows.flatMap(({ leaf }) => (leaf ? [stored.get(leaf.nodeId) ?? storedOf(leaf)] : [])))
  }, [autosave, appraisal.leaves, rows])
  const plan = useMemo(() => planOf(framework), [framework])
  const claims = useMemo(() => scoresOf(rows, claimScore), [rows])
  const [claimed, claimedGroups] = useMemo(() => [areaTotals(plan, claims), groupSums(plan, claims)] as const, [plan, claims])
  const draftAt = useMemo(() => draftIn(view.entries), [view.entries])
  const [given, givenGroups] = useMemo(() => {
    const scores = scoresOf(rows, (row) => givenScore(row, draftAt))
    return [areaTotals(plan, scores), groupSums(plan, scores)] as const
  }, [plan, rows, draftAt])
  return { rows, plan, view, autosave, draftAt, totals: { claimed, given, claimedGroups, givenGroups } }
}
