import { sql } from 'kysely'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext, Transaction } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { Council, Councils, Interest } from './council-contract.ts'
import { loadCycle } from './load-cycle.ts'

/** Both bodies of a cycle with their members, the chair first. */
const loadBodies = async (transaction: Transaction, cycleId: string): Promise<Council[]> => {
  const { rows } = await sql<Council>`
    select c.kind, c.decision_number as "decisionNumber", to_char(c.decided_on, 'YYYY-MM-DD') as "decidedOn", c.version,
      coalesce((select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('person', jsonb_build_object('id', p.id, 'name', p.name), 'role', m.role,
        'from', to_char(lower(m.valid), 'YYYY-MM-DD'), 'until', to_char(upper(m.valid) - 1, 'YYYY-MM-DD')))
        order by array_position(array['chair', 'lead', 'secretary', 'member'], m.role), p.name)
        from council_member m join person p on p.id = m.person_id where m.cycle_id = c.cycle_id and m.kind = c.kind), '[]') as members
    from council c where c.cycle_id = ${cycleId} order by c.kind`.execute(transaction)
  return rows
}

const loadInterests = async (transaction: Transaction, cycleId: string): Promise<Interest[]> => {
  const { rows } = await sql<
    Omit<Interest, 'declaredAt' | 'waiver'> & { at: Date; by: string | null; why: string | null; waived: Date | null }
  >`
    select jsonb_build_object('id', p.id, 'name', p.name) as person, jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit,
      i.reason, i.declared_at as at, w.name as by, i.waiver_reason as why, i.waived_at as waived
    from declared_interest i join person p on p.id = i.person_id join unit u on u.id = i.unit_id left join person w on w.id = i.waived_by
    where i.cycle_id = ${cycleId} order by p.name, u.name`.execute(transaction)
  return rows.map(({ at, by, why, waived, ...rest }) => ({
    ...rest,
    declaredAt: at.toISOString(),
    ...(waived && { waiver: { by: by ?? '', reason: why ?? '', at: waived.toISOString() } }),
  }))
}

const loadAssigned = async (transaction: Transaction, cycleId: string): Promise<Councils['assignments']> => {
  const { rows } = await sql<Councils['assignments'][number]>`
    select a.id, jsonb_build_object('id', p.id, 'name', p.name) as person, a.unit_group as "unitGroup", a.node_id as "nodeId",
      case when u.id is not null then jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) end as unit
    from appraisal_assignment a join person p on p.id = a.person_id left join unit u on u.id = a.unit_id
    where a.cycle_id = ${cycleId} order by p.name, a.unit_group, u.name nulls first, a.node_id`.execute(transaction)
  return rows.map(({ unit, ...rest }) => ({ ...rest, ...(unit && { unit }) }))
}

const loadPeople = async (transaction: Transaction): Promise<Councils['people']> => {
  const { rows } = await sql<Councils['people'][number]>`
    select p.id, p.name,
      (select jsonb_agg(distinct g.role) from role_grant g where g.person_id = p.id and g.valid @> today()) as roles,
      coalesce((select jsonb_agg(distinct jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name)) from role_grant g join unit u on u.id = g.unit_id
        where g.person_id = p.id and g.valid @> today()), '[]') as "servesIn"
    from person p where p.active and exists (select from role_grant g where g.person_id = p.id and g.valid @> today()
      and g.role in ('appraiser', 'areaLead', 'councilChair', 'councilSecretary', 'councilMember'))
    order by p.name`.execute(transaction)
  return rows
}

const loadGroups = async (context: ActContext, cycleId: string): Promise<Result<Councils['groups']>> => {
  const { rows } = await sql<{ unit_group: string; framework_id: string; units: Councils['groups'][number]['units'] }>`
    select cf.unit_group, cf.framework_id, coalesce((select jsonb_agg(jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) order by u.name)
      from cycle_unit cu join unit u on u.id = cu.unit_id where cu.cycle_id = cf.cycle_id and cu.unit_group = cf.unit_group), '[]') as units
    from cycle_framework cf where cf.cycle_id = ${cycleId} order by cf.unit_group`.execute(context.transaction)
  const groups: Councils['groups'] = []
  for (const { unit_group, framework_id, units } of rows) {
    const inForce = await loadFrameworkInForce(context, framework_id)
    if (!inForce.ok) return inForce
    const areas = inForce.value.framework.nodes.map(({ id, code, name }) => ({ id: id as string, code, name }))
    groups.push({ unitGroup: unit_group, areas, units })
  }
  return accept(groups)
}

/** Who is on the council and its team, what is divided among whom, who has an interest where, and what there is to choose from. */
export const showCouncils = async (context: ActContext, cycleId: string): Promise<Result<Councils>> => {
  const { transaction } = context
  const cycle = await loadCycle(transaction, cycleId)
  if (!cycle.ok) return cycle
  const groups = await loadGroups(context, cycleId)
  if (!groups.ok) return groups
  return accept({
    cycle: { id: cycleId, title: cycle.value.title },
    councils: await loadBodies(transaction, cycleId),
    assignments: await loadAssigned(transaction, cycleId),
    interests: await loadInterests(transaction, cycleId),
    people: await loadPeople(transaction),
    groups: groups.value,
  })
}
