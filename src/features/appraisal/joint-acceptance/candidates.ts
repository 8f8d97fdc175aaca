import { sql } from 'kysely'
import { isAssigned } from '../../../core/appraisal/assignments.ts'
import type { FrameworkNode } from '../../../core/framework/framework.ts'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import { pathsOf } from '../load-appraisal.ts'
import { loadAssignments } from '../load-assignments.ts'
import type { JointFilter, LeftReason } from './contract.ts'

export interface GroupOfCycle {
  readonly group: string
  readonly nodes: readonly FrameworkNode[]
}

/** Groups of the cycle with their criteria. */
export const loadGroups = async (context: ActContext, cycleId: string): Promise<Result<readonly GroupOfCycle[]>> => {
  const rows = await context.transaction
    .selectFrom('cycle_framework')
    .select(['unit_group', 'framework_id'])
    .where('cycle_id', '=', cycleId)
    .orderBy('unit_group')
    .execute()
  const groups: GroupOfCycle[] = []
  for (const { unit_group, framework_id } of rows) {
    const inForce = await loadFrameworkInForce(context, framework_id)
    if (!inForce.ok) return inForce
    groups.push({ group: unit_group, nodes: inForce.value.framework.nodes })
  }
  return accept(groups)
}

interface Wanted {
  readonly unit_group: string
  readonly unit_id: string | null
  readonly node_id: string
}

/** Leaves that the filter names and that are the person's to appraise; no unit stands for every unit of the group. */
const wantedLeaves = async (
  { transaction, actor }: ActContext,
  cycleId: string,
  groups: readonly GroupOfCycle[],
  { group, nodeIds }: JointFilter,
): Promise<readonly Wanted[]> => {
  const assignments = await loadAssignments(transaction, cycleId)
  return groups
    .filter((each) => group === undefined || each.group === group)
    .flatMap((each) => {
      const ofGroup = assignments.filter(({ unitGroup }) => unitGroup === each.group)
      const unitIds = [undefined, ...new Set(ofGroup.flatMap(({ unitId }) => unitId ?? []))]
      return [...pathsOf(each.nodes)]
        .filter(([, path]) => nodeIds.length === 0 || nodeIds.some((id) => path.includes(id)))
        .flatMap(([node_id, path]) =>
          unitIds
            .filter((unitId) => isAssigned(assignments, actor.personId, { unitGroup: each.group, unitId: unitId ?? '' }, path))
            .map((unitId) => ({ unit_group: each.group, unit_id: unitId ?? null, node_id })),
        )
    })
}

/** A leaf of a submitted unit in its first appraisal, and why it is left, where it is. */
export interface Candidate {
  readonly unit_id: string
  readonly code: string
  readonly name: string
  readonly node_id: string
  readonly because: LeftReason | null
  /** The versions of claim and decision; 0 where none is. */
  readonly claimed: number
  readonly decided: number
}

/**
 * Every leaf of every unit in its first appraisal that the filter names, by unit; one statement however many there are. Disputed is what the unit was asked about or
 * asks to be looked at again, and what an inspection found otherwise.
 */
export const loadCandidates = async (
  context: ActContext,
  cycleId: string,
  groups: readonly GroupOfCycle[],
  filter: JointFilter,
): Promise<readonly Candidate[]> => {
  const { transaction, actor, now } = context
  const ownUnits = actor.grants.flatMap(({ unitId }) => unitId ?? [])
  const wanted = await wantedLeaves(context, cycleId, groups, filter)
  const { rows } = await sql<Candidate>`
    with wanted as materialized (
      select distinct * from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as w(unit_group text, unit_id uuid, node_id text)
    ), step as materialized (select step_opens(${cycleId}, 'firstAppraisal') as opens, step_closes(${cycleId}, 'firstAppraisal') as closes
    ), open_unit as (
      select cu.authority_id, cu.unit_id, cu.unit_group, cu.framework_id, u.code, u.name,
        case when i.waived_at is null and (i.person_id is not null or cu.unit_id = any (${ownUnits}::uuid[])) then 'ofInterest'
          when ${now} < s.opens or ${now} >= greatest(s.closes, (select max(e.closes) from deadline_extension e
            where e.cycle_id = cu.cycle_id and e.unit_id = cu.unit_id and e.subject = 'firstAppraisal' and s.closes is not null)) then 'notInTime' end as because
      from cycle_unit cu join unit u on u.id = cu.unit_id cross join step s
      left join declared_interest i on i.cycle_id = cu.cycle_id and i.unit_id = cu.unit_id and i.person_id = ${actor.personId}
      where cu.cycle_id = ${cycleId} and cu.stage in ('submitted', 'firstAppraisal')
        and (${filter.group ?? null}::text is null or cu.unit_group = ${filter.group ?? null})
    )
    select o.unit_id, o.code, o.name, n.node_id, coalesce(c.version, 0) as claimed, coalesce(d.version, 0) as decided, case
        when o.because is not null then o.because
        when not exists (select from wanted w where w.unit_group = o.unit_group and w.node_id = n.node_id and (w.unit_id is null or w.unit_id = o.unit_id))
          then 'notYours'
        when d.status <> 'missing' then 'decided'
        when n.source <> 'appraised' then 'otherSource'
        when coalesce(c.status, 'missing') = 'missing' then 'noClaim'
        when c.status <> 'scored' then 'notApplicable'
        when x.node_id is not null or f.found then 'disputed'
        when ${filter.onlyByRule} and c.inputs is null then 'notByRule'
        when not (v.found or c.points = 0 or (${filter.proof === 'documentOrExplanation'} and coalesce(c.explanation, '') ~ '[^[:space:]]')) then 'noEvidence'
      end as because
    from open_unit o
    join framework_node n on n.authority_id = o.authority_id and n.framework_id = o.framework_id and n.is_leaf
      and (${filter.nodeIds.length === 0} or n.node_id in (select w.node_id from wanted w where w.unit_group = o.unit_group))
    left join score c on c.authority_id = o.authority_id and c.cycle_id = ${cycleId} and c.unit_id = o.unit_id and c.node_id = n.node_id and c.round = 'claimed'
    left join score d on d.authority_id = o.authority_id and d.cycle_id = ${cycleId} and d.unit_id = o.unit_id and d.node_id = n.node_id
      and d.round = 'firstAppraisal'
    left join explanation x on x.authority_id = o.authority_id and x.cycle_id = ${cycleId} and x.unit_id = o.unit_id and x.node_id = n.node_id
      and (x.request is not null or x.answer = 'disputed') and x.withdrawn_at is null
    cross join lateral (select exists (select from score_evidence e where e.authority_id = o.authority_id and e.cycle_id = ${cycleId}
      and e.unit_id = o.unit_id and e.node_id = n.node_id) as found) v
    cross join lateral (select exists (select from inspection i join inspection_finding g on g.inspection_id = i.id
      where i.cycle_id = ${cycleId} and i.unit_id = o.unit_id and g.node_id = n.node_id and g.outcome <> 'confirmed') as found) f
    order by o.name, o.unit_id, n.position`.execute(transaction)
  return rows
}
