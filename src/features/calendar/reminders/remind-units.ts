import { sql } from 'kysely'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import { calendarTexts } from '../../../language/pages/calendar.ts'
import { recordActions } from '../../../platform/audit/record-action.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { tell } from '../notices/tell.ts'
import type { ReminderBody } from './contract.ts'

interface ReachedRow {
  readonly unit_id: string
  readonly unit_name: string
  readonly person_id: string | null
  readonly email: string | null
}

/** Units of the cycle with whoever may be told there; a unit without anybody comes once, without a person. */
const reach = async ({ transaction }: ActContext, cycleId: string, unitIds: readonly string[]): Promise<readonly ReachedRow[]> => {
  const { rows } = await sql<ReachedRow>`
    select distinct u.id as unit_id, u.name as unit_name, p.id as person_id, p.email
    from cycle_unit cu join unit u on u.id = cu.unit_id
    left join role_grant g on g.unit_id = u.id and g.valid @> today() and g.role in ('unitOfficer', 'headOfUnit')
    left join person p on p.id = g.person_id and p.active
    where cu.cycle_id = ${cycleId} and cu.unit_id = any(${[...unitIds]}::uuid[]) order by u.name, p.id`.execute(transaction)
  return rows
}

interface Reached {
  people: number
  withMail: number
  unreached: string[]
}

/** Tells the officers and heads of units what somebody wrote; with `preview` only says whom it would reach. */
export const remindUnits = async (
  context: ActContext,
  cycleId: string,
  { unitIds, message, preview }: ReminderBody,
  hasMail: boolean,
): Promise<Result<Reached>> => {
  const rows = await reach(context, cycleId, unitIds)
  const known = new Set(rows.map(({ unit_id }) => unit_id))
  const unknown = unitIds.filter((id) => !known.has(id))
  if (unknown.length > 0) return refuse(...unknown.map((id) => errorAt('unknownUnit', 'unitIds', { unit: id })))
  const reached = new Set(rows.flatMap(({ unit_id, person_id }) => (person_id === null ? [] : unit_id)))
  const people = new Map(rows.flatMap((row) => (row.person_id === null ? [] : [[row.person_id, row] as const])))
  const unreached = [...new Map(rows.map(({ unit_id, unit_name }) => [unit_id, unit_name]))].flatMap(([id, name]) =>
    reached.has(id) ? [] : name,
  )
  const withMail = hasMail ? [...people.values()].filter(({ email }) => email !== null).length : 0
  if (!preview) {
    const cycle = await context.transaction.selectFrom('cycle').select('title').where('id', '=', cycleId).executeTakeFirstOrThrow()
    const title = calendarTexts.reminder.bulkTitle(cycle.title)
    await tell(
      context,
      hasMail,
      [...people].map(([personId, { unit_id }]) => ({
        personId,
        unitId: unit_id,
        cycleId,
        title,
        body: message,
        link: `/tu-danh-gia/${cycleId}/${unit_id}`,
      })),
    )
    await recordActions(context, [{ kind: 'unitsReminded', cycleId, facts: { units: unitIds.length, people: people.size, message } }])
  }
  return accept({ people: people.size, withMail, unreached })
}
