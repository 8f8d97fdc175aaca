import { createHash } from 'node:crypto'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadCycle } from '../load-cycle.ts'
import { type Candidate, loadCandidates, loadGroups } from './candidates.ts'
import { type JointFilter, type JointPreview, settledReasons } from './contract.ts'

/** Each unit takes some ten statements; so many stay well within what a request may take. */
export const unitLimit = 500

interface Sorted {
  readonly byUnit: ReadonlyMap<string, readonly Candidate[]>
  readonly accepted: readonly Candidate[]
  readonly left: JointPreview['left']
}

export const sorted = (candidates: readonly Candidate[]): Sorted => {
  const left: Partial<Record<NonNullable<Candidate['because']>, number>> = {}
  for (const { because } of candidates) if (because) left[because] = (left[because] ?? 0) + 1
  return {
    byUnit: Map.groupBy(candidates, ({ unit_id }) => unit_id),
    accepted: candidates.filter(({ because }) => because === null),
    left: left as JointPreview['left'],
  }
}

/** The very set, whatever order it came in: units, leaves, and the versions of claim and decision as they stand. */
export const hashOfSet = (accepted: readonly Candidate[]): string =>
  createHash('sha256')
    .update(
      accepted
        .map(({ unit_id, node_id, claimed, decided }) => [unit_id, node_id, claimed, decided].join(' '))
        .toSorted()
        .join('\n'),
    )
    .digest('hex')

/** What would be accepted and what would be left, before it is done. */
export const previewJointly = async (context: ActContext, cycleId: string, filter: JointFilter): Promise<Result<JointPreview>> => {
  const cycle = await loadCycle(context.transaction, cycleId)
  if (!cycle.ok) return cycle
  const groups = await loadGroups(context, cycleId)
  if (!groups.ok) return groups
  const { byUnit, accepted, left } = sorted(await loadCandidates(context, cycleId, groups.value, filter))
  return accept({
    cycle: { id: cycleId, title: cycle.value.title },
    leaves: accepted.length,
    seen: hashOfSet(accepted),
    units: [...byUnit.values()].flatMap((rows) => {
      const [first] = rows
      const count = rows.filter(({ because }) => because === null).length
      const open = rows.filter(({ because }) => because !== null && !settledReasons.includes(because)).length
      return first ? [{ unit: { id: first.unit_id, code: first.code, name: first.name }, leaves: count, left: open }] : []
    }),
    left,
    limit: unitLimit,
    groups: groups.value.map(({ group, nodes }) => ({ group, areas: nodes.map(({ id, code, name }) => ({ id, code, name })) })),
  })
}
