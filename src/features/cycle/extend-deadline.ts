import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { OpenedByStep } from '../../core/cycle/opened-by-step.ts'
import type { Stage } from '../../core/vocabulary.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { Extension, ExtensionBody } from './deadline-shapes.ts'
import { closingMoment } from '../../platform/database/closing-moment.ts'
import { extendedAt } from './extended-at.ts'
import { deadlineOf } from './load-cycles.ts'

/** Where a unit's own deadline stands; those of the appraisal stand with what was granted. */
const columns: Readonly<Partial<Record<OpenedByStep, 'self_assessment_closes' | 'explanation_closes'>>> = {
  selfAssessment: 'self_assessment_closes',
  explanation: 'explanation_closes',
}

/** Rounds lock by the plan of the cycle alone: where it has no step for one, there is no deadline to put off. */
const checkStep = async ({ transaction }: ActContext, cycleId: string, subject: OpenedByStep): Promise<Result<undefined>> => {
  if (columns[subject]) return accept(undefined)
  const { rows } = await sql<{ closes: Date | null }>`select step_closes(${cycleId}, ${subject}) as closes`.execute(transaction)
  return rows[0]?.closes ? accept(undefined) : refuse(errorAt('notFound', 'subject', { what: 'step' }))
}

interface ExtensionPlace {
  readonly cycleId: string
  readonly unitId: string
}

/** Grants one unit a later deadline, with the reason; it holds at once and runs out by itself. */
export const extendDeadline = async (
  context: ActContext,
  { cycleId, unitId }: ExtensionPlace,
  seen: number,
  { subject, deadline, reason }: ExtensionBody,
): Promise<Result<{ version: number; deadline: Extension['deadline'] }>> => {
  const { transaction, actor, now } = context
  const column = columns[subject]
  const unit = await transaction
    .selectFrom('cycle_unit')
    .select(['stage', 'version'])
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  if (unit.version !== seen) return refuse(errorAt('changedMeanwhile', '', { version: String(unit.version) }))
  if (extendedAt[unit.stage as Stage] !== subject)
    return refuse(errorAt('invalidValue', 'subject', { field: 'subject', value: subject, expected: unit.stage }))
  const step = await checkStep(context, cycleId, subject)
  if (!step.ok) return step
  const closes = await closingMoment(context, deadline)
  if (closes <= now) return refuse(errorAt('deadlinePassed', 'deadline', { deadline: deadline.date }))
  await transaction
    .updateTable('cycle_unit')
    .set({ ...(column && { [column]: closes }), version: seen + 1 })
    .where('cycle_id', '=', cycleId)
    .where('unit_id', '=', unitId)
    .execute()
  await transaction
    .insertInto('deadline_extension')
    .values({
      id: randomUUID(),
      authority_id: actor.authorityId,
      cycle_id: cycleId,
      unit_id: unitId,
      subject,
      closes,
      reason,
      granted_by: actor.personId,
    })
    .execute()
  await recordActions(context, [{ kind: 'deadlineExtended', cycleId, unitId, facts: { subject, deadline, reason } }])
  const { rows } = await sql<{ minute: string }>`
    select last_minute(${closes}, time_zone) as minute from authority where id = actor_authority()`.execute(transaction)
  return accept({ version: seen + 1, deadline: { closes: closes.toISOString(), lastMinute: rows[0]?.minute ?? '' } })
}

interface ExtensionRow extends Omit<Extension, 'deadline' | 'grantedAt'> {
  readonly closes: Date
  readonly last_minute: string
  readonly granted_at: Date
}

/** Later deadlines granted in a cycle, newest first. */
export const listExtensions = async ({ transaction, now }: ActContext, cycleId: string): Promise<Result<{ extensions: Extension[] }>> => {
  const { rows } = await sql<ExtensionRow>`
    select jsonb_build_object('id', u.id, 'code', u.code, 'name', u.name) as unit, e.subject, e.closes,
      last_minute(e.closes, a.time_zone) as last_minute, e.reason, p.name as "grantedBy", e.granted_at, e.closes <= ${now} as "isOver"
    from deadline_extension e join unit u on u.id = e.unit_id join person p on p.id = e.granted_by join authority a on a.id = e.authority_id
    where e.cycle_id = ${cycleId} order by e.granted_at desc, e.id limit 500`.execute(transaction)
  return accept({
    extensions: rows.map(({ closes, last_minute, granted_at, ...rest }) => ({
      ...rest,
      deadline: deadlineOf(closes, last_minute) ?? { closes: closes.toISOString(), lastMinute: last_minute },
      grantedAt: granted_at.toISOString(),
    })),
  })
}
