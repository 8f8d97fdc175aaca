import { sql } from 'kysely'
import { type AssignedNode, assignNodes, isUnsettled, type Party, partyOf } from '../../core/cycle/assignment.ts'
import { pointsText } from '../../core/exact/points.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { comparedName } from '../../core/organisation/same-name.ts'
import { accept, type Result } from '../../core/result.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../scores/framework-in-force.ts'
import type { AssignedRow, AssignmentPlan, PartyShape } from './contract.ts'
import { type Ground, loadGround, loadHead, type PlaceOfPlan, type PlanHead } from './load-ground.ts'

interface NamedRow {
  readonly node_id: string
  readonly division_id: string
  readonly id: string
  readonly name: string
}

/** An assignment with everything it was made of. */
export interface LoadedPlan {
  readonly head: PlanHead
  readonly framework: Framework
  readonly ground: Ground
  readonly assigned: readonly AssignedNode[]
  /** People whom divisions named. */
  readonly named: readonly NamedRow[]
}

export const loadAssigned = async (context: ActContext, place: PlaceOfPlan): Promise<Result<LoadedPlan>> => {
  const head = await loadHead(context, place)
  if (!head.ok) return head
  const inForce = await loadFrameworkInForce(context, head.value.framework_id)
  if (!inForce.ok) return inForce
  const ground = await loadGround(context, head.value, partyOf)
  const { framework } = inForce.value
  const named = await sql<NamedRow>`
    select ap.node_id, ap.division_id, p.id, p.name from assignment_person ap join person p on p.id = ap.person_id
    where ap.cycle_id = ${place.cycleId} and ap.unit_id = ${place.unitId} order by p.name, p.id`.execute(context.transaction)
  return accept({ head: head.value, framework, ground, assigned: assignNodes(framework.nodes, ground), named: named.rows })
}

const partyShape = (party: Party): PartyShape => ({
  kind: party.kind,
  name: party.name,
  ...(party.kind === 'unit' && { unitId: party.unitId }),
  ...(party.kind === 'person' && { personId: party.personId }),
})

const rowOf = (row: AssignedNode, named: readonly NamedRow[]): AssignedRow => ({
  nodeId: row.node.id,
  code: row.node.code,
  name: row.node.name,
  depth: row.depth,
  isLeaf: row.isLeaf,
  maxPoints: pointsText(row.node.maxPoints),
  lead: { parties: row.parties.lead.map(partyShape), from: row.sources.lead },
  coordinating: { parties: row.parties.coordinating.map(partyShape), from: row.sources.coordinating },
  isUnsettled: isUnsettled(row),
  people: named.filter(({ node_id }) => node_id === row.node.id).map(({ id, name }) => ({ id, name })),
})

/** Names that wait for a unit, and those that a person gave one, in the order of the print. */
const namesOf = ({ assigned, ground }: LoadedPlan): AssignmentPlan['names'] => {
  const found = new Map<string, { name: string; leaves: number; toUnitId?: string }>()
  const meet = (name: string, counts: boolean): void => {
    const key = comparedName(name)
    const toUnitId = ground.settled.get(key)
    if (toUnitId === undefined && !['open', 'unknown'].includes(partyOf(name, ground).kind)) return
    const before = found.get(key) ?? { name, leaves: 0, ...(toUnitId && { toUnitId }) }
    found.set(key, { ...before, leaves: before.leaves + (counts ? 1 : 0) })
  }
  for (const { node, isLeaf } of assigned) for (const name of new Set([...node.leadUnits, ...node.coordinatingUnits])) meet(name, isLeaf)
  return [...found.values()]
}

export const planOf = (plan: LoadedPlan): AssignmentPlan => {
  const { head, ground, assigned, named } = plan
  const people = new Map(ground.people.map(({ id, name }) => [id, { id, name }]))
  return {
    version: head.version,
    cycle: { id: head.cycle_id, title: head.title, year: head.year, stage: head.stage },
    unit: { id: head.unit_id, code: head.unit_code, name: head.unit_name },
    ...(head.unit_kind !== 'authority' && ground.units.length > 0 && { isSharedOut: head.is_shared_out }),
    rows: assigned.map((row) => rowOf(row, named)),
    units: ground.units.map(({ id, code, name }) => ({ id, code, name })),
    people: [...people.values()],
    names: namesOf(plan),
  }
}

export const loadPlan = async (context: ActContext, place: PlaceOfPlan): Promise<Result<AssignmentPlan>> => {
  const plan = await loadAssigned(context, place)
  return plan.ok ? accept(planOf(plan.value)) : plan
}

/** The own units of a cycle; for those who see all, units that have divisions, or a plan, or are the authority itself. */
export const listPlaces = async (
  { transaction, actor }: ActContext,
  cycleId: string,
): Promise<Result<{ units: { id: string; code: string; name: string }[] }>> => {
  const own = actor.grants.flatMap(({ unitId }) => unitId ?? [])
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select u.id, u.code, u.name from cycle_unit cu join unit u on u.id = cu.unit_id
    where cu.cycle_id = ${cycleId} and (u.id = any(${own}::uuid[]) or (${actor.units === 'all'} and (u.kind = 'authority'
      or exists (select from unit d where d.parent_id = u.id)
      or exists (select from assignment_plan p where p.cycle_id = cu.cycle_id and p.unit_id = u.id))))
    order by u.name, u.code limit 500`.execute(transaction)
  return accept({ units: rows })
}
