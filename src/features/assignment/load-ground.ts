import { sql } from 'kysely'
import type { AssignableBody, AssignmentGround, Duty, Party } from '../../core/cycle/assignment.ts'
import { comparedName } from '../../core/organisation/same-name.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Stage } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

export interface PlanHead {
  readonly cycle_id: string
  readonly title: string
  readonly year: number
  readonly stage: Stage
  readonly unit_id: string
  readonly unit_code: string
  readonly unit_name: string
  readonly unit_kind: string
  readonly framework_id: string
  /** 0 as long as nobody changed the plan. */
  readonly version: number
  readonly is_shared_out: boolean
}

export interface PlaceOfPlan {
  readonly cycleId: string
  readonly unitId: string
}

export interface UnitRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly aliases: string[]
}

export interface PersonRow {
  readonly id: string
  readonly name: string
  readonly unit_id: string
}

export interface Ground extends AssignmentGround {
  readonly units: readonly UnitRow[]
  readonly people: readonly PersonRow[]
}

export const loadHead = async ({ transaction }: ActContext, { cycleId, unitId }: PlaceOfPlan): Promise<Result<PlanHead>> => {
  const { rows } = await sql<PlanHead>`
    select c.id as cycle_id, c.title, c.year, cu.stage, u.id as unit_id, u.code as unit_code, u.name as unit_name, u.kind as unit_kind,
      cu.framework_id, coalesce(p.version, 0) as version,
      exists (select from division_part d where d.authority_id = cu.authority_id and d.cycle_id = cu.cycle_id and d.unit_id = cu.unit_id) as is_shared_out
    from cycle_unit cu join cycle c on c.id = cu.cycle_id join unit u on u.id = cu.unit_id
    left join assignment_plan p on p.authority_id = cu.authority_id and p.cycle_id = cu.cycle_id and p.unit_id = cu.unit_id
    where cu.cycle_id = ${cycleId} and cu.unit_id = ${unitId}`.execute(transaction)
  const [head] = rows
  return head ? accept(head) : refuse(errorAt('notFound', unitId, { what: 'unit' }))
}

/** The units that may be given a unit's work: its own divisions; of the authority itself its departments. */
const loadUnits = async ({ transaction }: ActContext, { unit_id, unit_kind }: PlanHead): Promise<readonly UnitRow[]> => {
  const { rows } = await sql<UnitRow>`
    select id, code, name, aliases from unit
    where valid @> today() and id <> ${unit_id}
      and (parent_id = ${unit_id} or (${unit_kind} = 'authority' and kind in ('specializedAgency', 'homeAffairsDepartment', 'verticalAgency')))
    order by name, code limit 500`.execute(transaction)
  return rows
}

const loadPeople = async ({ transaction }: ActContext, unitIds: readonly string[]): Promise<readonly PersonRow[]> => {
  const { rows } = await sql<PersonRow>`
    select distinct p.id, p.name, g.unit_id from person p join role_grant g on g.person_id = p.id
    where p.active and g.valid @> today() and g.unit_id = any(${[...unitIds]}::uuid[]) order by p.name, p.id`.execute(transaction)
  return rows
}

/** Committees and teams of the authority and of the unit that sit today. */
const loadBodies = async ({ transaction }: ActContext, { unit_id }: PlanHead): Promise<readonly AssignableBody[]> => {
  const { rows } = await sql<AssignableBody>`
    select b.name, b.aliases, array(select m.person_id from standing_body_member m
      where m.body_id = b.id and m.person_id is not null and m.valid @> today() order by m.position) as "personIds"
    from standing_body b where b.valid @> today() and (b.unit_id is null or b.unit_id = ${unit_id}) order by b.unit_id nulls last, b.name`.execute(
    transaction,
  )
  return rows
}

interface SetRow {
  readonly node_id: string
  readonly duty: Duty
  readonly to_unit_id: string | null
  readonly to_person_id: string | null
  readonly words: string | null
  readonly unit_name: string | null
  readonly person_name: string | null
}

const partyOfRow = (row: SetRow, meant: (name: string) => Party): Party => {
  if (row.to_unit_id !== null) return { kind: 'unit', unitId: row.to_unit_id, name: row.unit_name ?? '' }
  if (row.to_person_id !== null) return { kind: 'person', personId: row.to_person_id, name: row.person_name ?? '' }
  return meant(row.words ?? '')
}

/** Everything that is known beside the print of a plan: units, people, settled names, what was set. */
export const loadGround = async (
  context: ActContext,
  head: PlanHead,
  meaning: (name: string, ground: Pick<AssignmentGround, 'units' | 'settled' | 'bodies'>) => Party,
): Promise<Ground> => {
  const { transaction } = context
  const units = await loadUnits(context, head)
  const names = await transaction
    .selectFrom('assignment_name')
    .select(['name', 'to_unit_id'])
    .where('cycle_id', '=', head.cycle_id)
    .where('unit_id', '=', head.unit_id)
    .execute()
  const bodies = await loadBodies(context, head)
  const settled = new Map(names.map((row) => [comparedName(row.name), row.to_unit_id]))
  const { rows } = await sql<SetRow>`
    select a.node_id, a.duty, a.to_unit_id, a.to_person_id, a.words, u.name as unit_name, p.name as person_name
    from assignment a left join unit u on u.id = a.to_unit_id left join person p on p.id = a.to_person_id
    where a.cycle_id = ${head.cycle_id} and a.unit_id = ${head.unit_id} order by a.node_id, a.duty, a.position`.execute(transaction)
  const set = new Map<string, Party[]>()
  for (const row of rows) {
    const key = `${row.duty} ${row.node_id}`
    set.set(key, [...(set.get(key) ?? []), partyOfRow(row, (name) => meaning(name, { units, settled, bodies }))])
  }
  const people = await loadPeople(context, [head.unit_id, ...units.map(({ id }) => id)])
  return { units, settled, bodies, people, set: (nodeId, duty) => set.get(`${duty} ${nodeId}`) }
}
