import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { calendarFileOf } from '../../core/cycle/calendar-file.ts'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import { calendarTexts } from '../../language/pages/calendar.ts'
import type { Database } from '../../platform/database/database.ts'
import { recordActions } from '../../platform/audit/record-action.ts'
import { type ActContext, actAs } from '../../platform/database/transaction.ts'
import { isAllowed } from '../../platform/policy/policy.ts'
import { readActor } from '../../platform/session/session.ts'
import { deriveKey } from '../../platform/settings/secret.ts'
import { coreStepOf, loadCalendar, loadSteps } from './load-calendar.ts'

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
/** Edition 0, of whoever never made the address anew, is sealed as the first addresses were. */
const sealOf = (secret: string, ids: Buffer, edition: number): Buffer =>
  createHmac('sha256', deriveKey(secret, 'calendarLink'))
    .update(ids)
    .update(edition === 0 ? '' : String(edition))
    .digest()
    .subarray(0, 16)

/** Which edition of the address holds for a person and a cycle. */
const editionOf = async ({ transaction, actor }: ActContext, cycleId: string): Promise<number> => {
  const row = await transaction
    .selectFrom('calendar_link')
    .select('edition')
    .where('cycle_id', '=', cycleId)
    .where('person_id', '=', actor.personId)
    .executeTakeFirst()
  return row?.edition ?? 0
}

const pathOf = (secret: string, personId: string, cycleId: string, edition: number): string => {
  const ids = Buffer.concat([uuidBytes(personId), uuidBytes(cycleId)])
  return `/lich/${Buffer.concat([ids, sealOf(secret, ids, edition)]).toString('base64url')}.ics`
}

/** The person's own address of a cycle's calendar: who, which and which edition, sealed by the installation. */
export const calendarPath = async (context: ActContext, secret: string, cycleId: string): Promise<Result<{ path: string }>> =>
  accept({ path: pathOf(secret, context.actor.personId, cycleId, await editionOf(context, cycleId)) })

/** Makes the person's own address anew: every address before leads nowhere from now on. */
export const renewCalendarPath = async (context: ActContext, secret: string, cycleId: string): Promise<Result<{ path: string }>> => {
  const { transaction, actor } = context
  await transaction
    .insertInto('calendar_link')
    .values({ authority_id: actor.authorityId, person_id: actor.personId, cycle_id: cycleId, edition: 1 })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'person_id', 'cycle_id']).doUpdateSet((row) => ({ edition: row('calendar_link.edition', '+', 1) })),
    )
    .execute()
  await recordActions(context, [{ kind: 'calendarLinkRenewed', cycleId }])
  return calendarPath(context, secret, cycleId)
}

interface Opened {
  readonly personId: string
  readonly cycleId: string
  readonly ids: Buffer
  readonly seal: Buffer
}

const openToken = (token: string): Opened | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 48) return undefined
  const ids = bytes.subarray(0, 32)
  return { personId: uuidOf(ids.subarray(0, 16)), cycleId: uuidOf(ids.subarray(16)), ids, seal: bytes.subarray(32) }
}

const fileOf = async (database: Database, secret: string, token: string, host: string): Promise<string | undefined> => {
  const opened = openToken(token)
  const actor = opened && (await readActor(database, opened.personId))
  if (
    !opened ||
    !actor ||
    !isAllowed(
      'readCalendar',
      actor.grants.map(({ role }) => ({ role })),
    )
  )
    return undefined
  const file = await actAs(database, actor, async (context) => {
    const seal = sealOf(secret, opened.ids, await editionOf(context, opened.cycleId))
    if (!timingSafeEqual(opened.seal, seal)) return refuse(errorAt('notFound', '', { what: 'step' }))
    const calendar = await loadCalendar(context, opened.cycleId)
    if (!calendar.ok) return calendar
    const steps = (await loadSteps(context, opened.cycleId)).map(coreStepOf)
    const stamp = (calendar.value.changedAt ?? context.now.toISOString()).replace(/[-:]|\.\d+/g, '')
    return accept(calendarFileOf({ title: calendar.value.cycle.title, host, stamp, steps, hours: calendarTexts.hours }))
  })
  return file.ok ? file.value : undefined
}

/** Serves calendar files to calendars, which cannot sign in; whoever was switched off gets nothing any more. */
export const serveCalendarFiles = (app: FastifyInstance, database: Database, secret: string): void => {
  app.get<{ Params: { token: string } }>('/lich/:token', async ({ params, hostname }, reply) => {
    const content = await fileOf(database, secret, params.token.replace(/\.ics$/, ''), hostname)
    reply.header('cache-control', 'private, no-cache')
    if (content === undefined) return reply.code(404).type('text/plain; charset=utf-8').send(calendarTexts.noFile)
    return reply.type('text/calendar; charset=utf-8').header('content-disposition', 'inline; filename="lich.ics"').send(content)
  })
}
