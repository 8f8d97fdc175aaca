import { sql } from 'kysely'
import { cycleMoveTexts } from '../../../language/pages/cycle-move.ts'
import type { Telling } from '../../../contract/telling.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import { hasSubmitted, type Move, type MovingUnit } from './load-move.ts'

/** Tells people, here and by e-mail. */
export type Tell = (context: ActContext, tellings: readonly Telling[]) => Promise<unknown>

const inSightOf = async <T>({ transaction }: ActContext, units: string, read: () => Promise<T>): Promise<T> => {
  await sql`select set_config('parindex.units', ${units}, true)`.execute(transaction)
  const done = await read()
  await sql`select set_config('parindex.units', '*', true)`.execute(transaction)
  return done
}

/** Questions go on at the first leaf that stands for theirs; also those that only the unit and its divisions read. */
export const moveQuestions = async (context: ActContext, { place, fates, units }: Move): Promise<void> => {
  const ways = fates.flatMap(({ leaf, now: [first] }) => (first && first.id !== leaf.id ? [{ old: leaf.id, now: first.id }] : []))
  if (ways.length === 0) return
  const update = sql`
    update question q set node_id = w.now from jsonb_to_recordset(${JSON.stringify(ways)}::jsonb) as w(old text, now text)
    where q.cycle_id = ${place.cycleId} and q.unit_id = any (${units.map(({ id }) => id)}::uuid[]) and q.node_id = w.old`
  await inSightOf(context, units.map(({ id }) => id).join(','), () => update.execute(context.transaction))
}

/** Guidance names leaves for all groups of the cycle: where another group still has the old leaf, both stand. */
export const moveGuidance = async ({ transaction }: ActContext, { place, fates }: Move): Promise<void> => {
  const ways = fates.map(({ leaf, now }) => ({ old: leaf.id, became: now.map(({ id }) => id) }))
  await sql`
    update guidance g set node_ids = array(
      select distinct x.id from unnest(g.node_ids) o(id)
      left join jsonb_to_recordset(${JSON.stringify(ways)}::jsonb) as w(old text, became text[]) on w.old = o.id
      cross join lateral unnest(case when w.old is null then array[o.id]
        when exists (select from cycle_framework cf join framework_node n on n.authority_id = cf.authority_id and n.framework_id = cf.framework_id
          where cf.cycle_id = ${place.cycleId} and cf.unit_group <> ${place.unitGroup} and n.node_id = o.id) then w.became || o.id
        else w.became end) x(id) order by x.id)
    where g.cycle_id = ${place.cycleId} and g.node_ids <> '{}'`.execute(transaction)
}

/** Submitted sheets go back to whoever has something to settle; what was submitted then is named in the log. */
export const giveBack = async (
  context: ActContext,
  { place }: Move,
  units: readonly MovingUnit[],
  reason: string,
  closes: Date | undefined,
): Promise<void> => {
  const { transaction } = context
  const returned = units.filter(hasSubmitted).map(({ id }) => id)
  const { rows } = await sql<{ unit_id: string; submitted_hash: string | null }>`
    select unit_id, submitted_hash from cycle_unit where cycle_id = ${place.cycleId} and unit_id = any (${returned}::uuid[])`.execute(
    transaction,
  )
  await sql`
    update cycle_unit set stage = 'selfAssessing', submitted_at = null, submitted_by = null, submitted_hash = null
    where cycle_id = ${place.cycleId} and unit_id = any (${returned}::uuid[])`.execute(transaction)
  if (closes)
    await sql`
      update cycle_unit set self_assessment_closes = greatest(self_assessment_closes, ${closes}::timestamptz)
      where cycle_id = ${place.cycleId} and unit_id = any (${units.map(({ id }) => id)}::uuid[])`.execute(transaction)
  await recordActions(
    context,
    rows.map(({ unit_id, submitted_hash }) => ({
      kind: 'selfAssessmentReturned',
      cycleId: place.cycleId,
      unitId: unit_id,
      facts: { reason, submittedHash: submitted_hash },
    })),
  )
}

/** Everybody who works for the units hears of it, and whether there is something to settle. */
export const tellUnits = async (context: ActContext, tell: Tell, move: Move, settling: readonly MovingUnit[]): Promise<void> => {
  const { cycleId } = move.place
  const { rows } = await sql<{ person_id: string; unit_id: string }>`
    select distinct person_id, unit_id from role_grant where valid @> today() and role in ('unitOfficer', 'headOfUnit')
      and unit_id = any (${move.units.map(({ id }) => id)}::uuid[])`.execute(context.transaction)
  const unsettled = new Set(settling.map(({ id }) => id))
  const { decision, title } = move.to.framework
  await tell(
    context,
    rows.map(({ person_id, unit_id }) => ({
      personId: person_id,
      title: cycleMoveTexts.notice.title(decision.number || title),
      body: unsettled.has(unit_id) ? cycleMoveTexts.notice.settle : cycleMoveTexts.notice.carried,
      link: `/tu-danh-gia/${cycleId}/${unit_id}`,
      cycleId,
      unitId: unit_id,
    })),
  )
}
