import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Telling } from '../../../contract/telling.ts'
import { checkInspection } from '../../../core/appraisal/check-inspection.ts'
import { errorAt, type Problem } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { inspectionTexts } from '../../../language/pages/inspection.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { loadFrameworkInForce } from '../../scores/framework-in-force.ts'
import { loadScoredUnit } from '../../scores/scored-unit.ts'
import { loadCycle } from '../load-cycle.ts'
import type { SheetPlace } from '../sheet-place.ts'
import type { InspectionBody } from './contract.ts'

/** Tells people, as the notices of the calendar do. */
export type Tell = (context: ActContext, tellings: readonly Telling[]) => Promise<number>

interface Written {
  readonly id: string
  readonly version: number
}

/** Nobody goes on a visit to a unit in which they serve or declared an interest, unless the chair set it aside; nobody who is not there. */
const checkTeam = async (
  { transaction }: ActContext,
  { cycleId, unitId }: SheetPlace,
  { team }: InspectionBody,
): Promise<readonly Problem[]> => {
  const ids = team.map(({ personId }) => personId)
  const { rows } = await sql<{ id: string; name: string; interested: boolean }>`
    select p.id, p.name, (exists (select from role_grant g where g.person_id = p.id and g.unit_id = ${unitId} and g.valid @> today())
        or exists (select from declared_interest i where i.cycle_id = ${cycleId} and i.person_id = p.id and i.unit_id = ${unitId}))
      and not exists (select from declared_interest w where w.cycle_id = ${cycleId} and w.person_id = p.id and w.unit_id = ${unitId}
        and w.waived_at is not null) as interested
    from person p where p.active and p.id = any (${ids}::uuid[])`.execute(transaction)
  return ids.flatMap((id, index): readonly Problem[] => {
    const person = rows.find((row) => row.id === id)
    if (!person) return [errorAt('notFound', `team.${index}`, { what: 'person' })]
    return person.interested ? [errorAt('memberHasInterest', `team.${index}`, { person: person.name })] : []
  })
}

const check = async (context: ActContext, place: SheetPlace, body: InspectionBody): Promise<Result<undefined>> => {
  const cycle = await loadCycle(context.transaction, place.cycleId, 'stayOpen')
  if (!cycle.ok) return cycle
  const { stage } = cycle.value
  if (stage === 'approved' || stage === 'published')
    return refuse(errorAt('wrongStage', place.cycleId, { stage, act: 'changeInspections' }))
  const unit = await loadScoredUnit(context.transaction, place.cycleId, place.unitId)
  if (!unit.ok) return unit
  const inForce = await loadFrameworkInForce(context, unit.value.frameworkId)
  if (!inForce.ok) return inForce
  const { rows } = await sql<{ today: string }>`
    select to_char(${context.now}::timestamptz at time zone time_zone, 'YYYY-MM-DD') as today from authority where id = actor_authority()`.execute(
    context.transaction,
  )
  const problems = [
    ...checkInspection(body, new Set(inForce.value.leaves.keys()), rows[0]?.today ?? ''),
    ...(await checkTeam(context, place, body)),
  ]
  return problems.length ? { ok: false, problems } : accept(undefined)
}

const columnsOf = ({ isAnnounced, decision, plannedOn, heldOn, record, result }: InspectionBody) => ({
  is_announced: isAnnounced,
  decision_number: decision || null,
  planned_on: plannedOn,
  held_on: heldOn ?? null,
  record: record || null,
  result: result || null,
})

const writeParts = async ({ transaction, actor }: ActContext, id: string, { team, findings }: InspectionBody): Promise<void> => {
  const key = { authority_id: actor.authorityId, inspection_id: id }
  await transaction.deleteFrom('inspection_member').where('inspection_id', '=', id).execute()
  await transaction.deleteFrom('inspection_finding').where('inspection_id', '=', id).execute()
  await transaction
    .insertInto('inspection_member')
    .values(team.map(({ personId, duty }) => ({ ...key, person_id: personId, duty })))
    .execute()
  if (findings.length)
    await transaction
      .insertInto('inspection_finding')
      .values(findings.map(({ nodeId, outcome, words }) => ({ ...key, node_id: nodeId, outcome, words })))
      .execute()
}

/** The team is told of its visit; the unit of one that is announced, and of what was concluded once it was held. */
const announce = async (
  context: ActContext,
  tell: Tell,
  { cycleId, unitId }: SheetPlace,
  id: string,
  body: InspectionBody,
): Promise<void> => {
  const { rows } = await sql<{ id: string; of_unit: boolean; unit_name: string }>`
    select p.id, true as of_unit, u.name as unit_name from role_grant g join person p on p.id = g.person_id and p.active join unit u on u.id = g.unit_id
    where ${body.isAnnounced || body.heldOn !== undefined} and g.unit_id = ${unitId} and g.valid @> today() and g.role in ('unitOfficer', 'headOfUnit')
    union select p.id, false, u.name from person p cross join unit u where ${body.heldOn === undefined} and u.id = ${unitId} and p.active
      and p.id = any (${body.team.map(({ personId }) => personId)}::uuid[])`.execute(context.transaction)
  await tell(
    context,
    rows.map((row) => ({
      personId: row.id,
      cycleId,
      unitId,
      title: inspectionTexts.notice(row.unit_name, body.heldOn ?? body.plannedOn),
      body:
        body.heldOn === undefined ? inspectionTexts.noticeBody(row.unit_name, body.plannedOn, body.decision ?? '') : (body.result ?? ''),
      link: row.of_unit ? `/kiem-tra-don-vi/${cycleId}/${unitId}` : `/kiem-tra/${cycleId}`,
      key: `inspection ${id} ${body.heldOn === undefined ? body.plannedOn : 'held'}`,
    })),
  )
}

/** Plans a visit or writes down one that was held. */
export const planInspection =
  (tell: Tell) =>
  async (context: ActContext, place: SheetPlace, body: InspectionBody): Promise<Result<Written>> => {
    const checked = await check(context, place, body)
    if (!checked.ok) return checked
    const id = randomUUID()
    const { transaction, actor } = context
    await transaction
      .insertInto('inspection')
      .values({
        id,
        authority_id: actor.authorityId,
        cycle_id: place.cycleId,
        unit_id: place.unitId,
        created_by: actor.personId,
        ...columnsOf(body),
      })
      .execute()
    await writeParts(context, id, body)
    await announce(context, tell, place, id, body)
    await recordActions(context, [{ kind: 'inspectionPlanned', ...place, facts: { id, ...body } }])
    return accept({ id, version: 1 })
  }

/** Writes a visit anew against the version that was seen. What was held stays held: its day may be mended, not taken away. */
export const writeInspection =
  (tell: Tell) =>
  async (
    context: ActContext,
    place: SheetPlace & { readonly inspectionId: string },
    seen: number,
    body: InspectionBody,
  ): Promise<Result<Written>> => {
    const { inspectionId: id, cycleId, unitId } = place
    const before = await context.transaction
      .selectFrom('inspection')
      .select(['version', 'held_on'])
      .where('id', '=', id)
      .where('cycle_id', '=', cycleId)
      .where('unit_id', '=', unitId)
      .forUpdate()
      .executeTakeFirst()
    const checked = await check(context, { cycleId, unitId }, body)
    if (!checked.ok) return checked
    if (!before) return refuse(errorAt('notFound', id, { what: 'inspection' }))
    if (before.version !== seen) return refuse(errorAt('changedMeanwhile', id, { version: String(before.version) }))
    if (before.held_on !== null && body.heldOn === undefined) return refuse(errorAt('missingField', 'heldOn', { field: 'heldOn' }))
    await context.transaction
      .updateTable('inspection')
      .set({ ...columnsOf(body), version: seen + 1 })
      .where('id', '=', id)
      .execute()
    await writeParts(context, id, body)
    await announce(context, tell, place, id, body)
    await recordActions(context, [{ kind: 'inspectionChanged', cycleId, unitId, facts: { id, ...body } }])
    return accept({ id, version: seen + 1 })
  }
