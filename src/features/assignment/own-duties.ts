import { sql } from 'kysely'
import { type Duty, dutyOfPerson, dutyOfUnit } from '../../core/cycle/assignment.ts'
import { pointsText } from '../../core/exact/points.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { DutyList } from './contract.ts'
import { type LoadedPlan, loadAssigned } from './load-plan.ts'

interface Place {
  readonly cycle_id: string
  readonly unit_id: string
  /** The division the person works in; the unit itself where the person works in no division of it. */
  readonly own_id: string
  readonly own_code: string
  readonly own_name: string
  readonly is_division: boolean
  readonly leads: boolean
}

const unfinished = sql`'preparing', 'selfAssessing', 'submitted', 'firstAppraisal', 'explaining', 'secondAppraisal', 'council'`

/**
 * Where the person may have duties: every unit of an unfinished cycle that the person works in, or in a division of which, or whose committee or team the person
 * sits in; those of the authority belong to the unit that is the authority itself.
 */
const loadPlaces = async ({ transaction, actor }: ActContext): Promise<readonly Place[]> => {
  const { rows } = await sql<Place>`
    select distinct cu.cycle_id, cu.unit_id, o.id as own_id, o.code as own_code, o.name as own_name, o.id <> cu.unit_id as is_division,
      bool_or(g.role = 'headOfUnit') over (partition by cu.cycle_id, cu.unit_id, o.id) or exists (select from unit_charge uc
        where uc.unit_id = o.id and uc.person_id = g.person_id and uc.role = 'leader' and uc.valid @> today()) as leads, c.year
    from role_grant g
    join unit o on o.id = g.unit_id
    join cycle_unit cu on cu.authority_id = o.authority_id and (cu.unit_id = o.id or cu.unit_id = o.parent_id)
    join cycle c on c.id = cu.cycle_id
    where g.person_id = ${actor.personId} and g.valid @> today() and cu.stage in (${unfinished})
    union
    select cu.cycle_id, cu.unit_id, u.id, u.code, u.name, false, false, c.year
    from standing_body_member m join standing_body b on b.id = m.body_id and b.valid @> today()
    join unit u on u.id = b.unit_id or (b.unit_id is null and u.kind = 'authority')
    join cycle_unit cu on cu.authority_id = u.authority_id and cu.unit_id = u.id join cycle c on c.id = cu.cycle_id
    where m.person_id = ${actor.personId} and m.valid @> today() and cu.stage in (${unfinished})
      and not exists (select from role_grant g join unit o on o.id = g.unit_id
        where g.person_id = m.person_id and g.valid @> today() and (o.id = u.id or o.parent_id = u.id))
    order by year desc, own_name limit 20`.execute(transaction)
  return rows
}

const listOf = ({ head, ground, assigned, named }: LoadedPlan, place: Place, personId: string): DutyList => {
  let area = { code: '', name: '' }
  const rows = assigned.flatMap((row): DutyList['rows'] => {
    if (row.depth === 0) area = { code: row.node.code, name: row.node.name }
    if (!row.isLeaf) return []
    const people = named.filter(({ node_id, division_id }) => node_id === row.node.id && division_id === place.own_id)
    const personal = dutyOfPerson(row, { id: personId, leads: place.leads })
    const isNamed = people.some(({ id }) => id === personId)
    const duty: Duty | undefined = (place.is_division ? dutyOfUnit(row, place.own_id) : undefined) ?? personal
    if (duty === undefined) return []
    const { id, code, name, maxPoints } = row.node
    return [
      {
        nodeId: id,
        code,
        name,
        maxPoints: pointsText(maxPoints),
        duty,
        people: people.map((each) => ({ id: each.id, name: each.name })),
        isMine: isNamed || personal !== undefined,
        area,
      },
    ]
  })
  return {
    cycle: { id: head.cycle_id, title: head.title, year: head.year, stage: head.stage },
    unit: { id: head.unit_id, code: head.unit_code, name: head.unit_name },
    ...(place.is_division && { division: { id: place.own_id, code: place.own_code, name: place.own_name } }),
    rows,
    colleagues: ground.people.filter(({ unit_id }) => place.is_division && unit_id === place.own_id).map(({ id, name }) => ({ id, name })),
  }
}

/** What the person answers for, list by list; places without any duty are left out. */
export const listOwnDuties = async (context: ActContext): Promise<Result<{ lists: DutyList[] }>> => {
  const lists: DutyList[] = []
  for (const place of await loadPlaces(context)) {
    const plan = await loadAssigned(context, { cycleId: place.cycle_id, unitId: place.unit_id })
    if (!plan.ok) return plan
    const list = listOf(plan.value, place, context.actor.personId)
    if (list.rows.length > 0) lists.push(list)
  }
  return accept({ lists })
}

interface HandingOn {
  readonly cycleId: string
  readonly nodeIds: readonly string[]
  readonly personIds: readonly string[]
}

/** Names the people of a division for rows that were assigned to it, in place of whoever was named before. */
export const handOnDuties = async (context: ActContext, divisionId: string, body: HandingOn): Promise<Result<undefined>> => {
  const { transaction, actor } = context
  const division = await transaction.selectFrom('unit').select('parent_id').where('id', '=', divisionId).executeTakeFirst()
  const unitId = division?.parent_id
  if (!unitId) return refuse(errorAt('notFound', divisionId, { what: 'unit' }))
  const plan = await loadAssigned(context, { cycleId: body.cycleId, unitId })
  if (!plan.ok) return plan
  const { assigned, ground } = plan.value
  const ownRows = new Set<string>(assigned.filter((row) => row.isLeaf && dutyOfUnit(row, divisionId)).map(({ node }) => node.id))
  const colleagues = new Set(ground.people.filter(({ unit_id }) => unit_id === divisionId).map(({ id }) => id))
  const problems = [
    ...body.nodeIds.filter((id) => !ownRows.has(id)).map((node) => errorAt('unknownNode', 'nodeIds', { node })),
    ...body.personIds.filter((id) => !colleagues.has(id)).map(() => errorAt('notFound', 'personIds', { what: 'person' })),
  ]
  if (problems.length > 0) return { ok: false, problems }
  await transaction
    .deleteFrom('assignment_person')
    .where('cycle_id', '=', body.cycleId)
    .where('unit_id', '=', unitId)
    .where('division_id', '=', divisionId)
    .where('node_id', 'in', [...body.nodeIds])
    .execute()
  const key = { authority_id: actor.authorityId, cycle_id: body.cycleId, unit_id: unitId, division_id: divisionId }
  const values = body.nodeIds.flatMap((node_id) => body.personIds.map((person_id) => ({ ...key, node_id, person_id })))
  if (values.length > 0) await transaction.insertInto('assignment_person').values(values).execute()
  await recordActions(context, [
    { kind: 'dutiesHandedOn', cycleId: body.cycleId, unitId: divisionId, facts: { nodeIds: body.nodeIds, personIds: body.personIds } },
  ])
  return accept(undefined)
}
