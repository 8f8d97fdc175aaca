import { sql } from 'kysely'
import { accept, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { standingsOf } from '../../../platform/http/subject.ts'
import { isAllowed } from '../../../platform/policy/policy.ts'
import { loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import { loadScoredUnit } from '../../scores/scored-unit.ts'
import { loadCycle } from '../load-cycle.ts'
import type { SheetPlace } from '../sheet-place.ts'
import { type Inspection, inspectionRoutes } from './contract.ts'

/** Visits of a cycle, or of one unit of it; row-level security keeps from a unit what it must not know yet. One statement. */
const loadRows = async ({ transaction }: ActContext, cycleId: string, unitId?: string): Promise<Inspection[]> => {
  const { rows } = await sql<{ inspection: Inspection }>`
    select jsonb_strip_nulls(jsonb_build_object('id', i.id, 'version', i.version, 'unit', jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name),
      'isAnnounced', i.is_announced, 'decision', i.decision_number, 'plannedOn', to_char(i.planned_on, 'YYYY-MM-DD'),
      'heldOn', to_char(i.held_on, 'YYYY-MM-DD'), 'record', i.record, 'result', i.result,
      'team', coalesce((select jsonb_agg(jsonb_build_object('person', jsonb_build_object('id', p.id, 'name', p.name), 'duty', m.duty)
        order by array_position(array['lead', 'secretary', 'member'], m.duty), p.name)
        from inspection_member m join person p on p.id = m.person_id where m.inspection_id = i.id), '[]'),
      'findings', coalesce((select jsonb_agg(jsonb_build_object('nodeId', f.node_id, 'code', n.code, 'name', n.name, 'outcome', f.outcome, 'words', f.words)
        order by n.position) from inspection_finding f join framework_node n on n.authority_id = cu.authority_id
        and n.framework_id = cu.framework_id and n.node_id = f.node_id where f.inspection_id = i.id), '[]'))) as inspection
    from inspection i join unit u on u.id = i.unit_id
    join cycle_unit cu on cu.authority_id = i.authority_id and cu.cycle_id = i.cycle_id and cu.unit_id = i.unit_id
    where i.cycle_id = ${cycleId} ${unitId === undefined ? sql`` : sql`and i.unit_id = ${unitId}`}
    order by (i.held_on is not null), i.planned_on, u.name, i.id limit 500`.execute(transaction)
  return rows.map(({ inspection }) => inspection)
}

const loadUnits = async ({ transaction }: ActContext, cycleId: string) =>
  transaction
    .selectFrom('cycle_unit as cu')
    .innerJoin('unit as u', 'u.id', 'cu.unit_id')
    .select(['u.id', 'u.code', 'u.name'])
    .where('cu.cycle_id', '=', cycleId)
    .where('cu.stage', 'not in', ['preparing', 'approved', 'published'])
    .orderBy('u.name')
    .orderBy('u.id')
    .execute()

/** Who can be on a team: whoever appraises, sits on the council or inspects. */
const loadPeople = async ({ transaction }: ActContext) =>
  transaction
    .selectFrom('person as p')
    .select(['p.id', 'p.name'])
    .where('p.active', '=', true)
    .where((row) =>
      row.exists(
        row
          .selectFrom('role_grant as g')
          .select('g.id')
          .whereRef('g.person_id', '=', 'p.id')
          .where(sql<boolean>`g.valid @> today()`)
          .where('g.role', 'in', [
            'appraiser',
            'areaLead',
            'councilChair',
            'councilSecretary',
            'councilMember',
            'inspector',
            'methodOwner',
          ]),
      ),
    )
    .orderBy('p.name')
    .execute()

interface Listed {
  cycle: { id: string; title: string }
  canChange: boolean
  inspections: Inspection[]
  units: { id: string; code: string; name: string }[]
  people: { id: string; name: string }[]
}

export const listInspections = async (context: ActContext, cycleId: string): Promise<Result<Listed>> => {
  const cycle = await loadCycle(context.transaction, cycleId)
  if (!cycle.ok) return cycle
  const units = await loadUnits(context, cycleId)
  const [first] = units
  const standings = first && (await standingsOf(context.transaction, context.actor, inspectionRoutes.plan, { cycleId, unitId: first.id }))
  return accept({
    cycle: { id: cycleId, title: cycle.value.title },
    canChange: standings?.ok === true && isAllowed('changeInspections', standings.value),
    inspections: await loadRows(context, cycleId),
    units,
    people: await loadPeople(context),
  })
}

/** Visits to one unit, with the leaves that a finding may be about. */
export const listUnitInspections = async (
  context: ActContext,
  { cycleId, unitId }: SheetPlace,
): Promise<Result<{ inspections: Inspection[]; leaves: { nodeId: string; code: string; name: string }[] }>> => {
  const unit = await loadScoredUnit(context.transaction, cycleId, unitId)
  if (!unit.ok) return unit
  const inForce = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!inForce.ok) return inForce
  return accept({
    inspections: await loadRows(context, cycleId, unitId),
    leaves: [...inForce.value.leaves.values()].map(({ id, code, name }) => ({ nodeId: id, code, name })),
  })
}
