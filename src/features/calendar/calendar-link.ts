import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { calendarFileOf } from '../../core/cycle/calendar-file.ts'
import { accept } from '../../core/result.ts'
import { calendarTexts } from '../../language/pages/calendar.ts'
import type { Database } from '../../platform/database/database.ts'
import { actAs } from '../../platform/database/transaction.ts'
import { isAllowed } from '../../platform/policy/policy.ts'
import { readActor } from '../../platform/session/session.ts'
import { deriveKey } from '../../platform/settings/secret.ts'
import { coreStepOf, loadCalendar, loadSteps } from './load-calendar.ts'

const uuidBytes = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex')
const uuidOf = (bytes: Buffer): string => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const sealOf = (secret: string, ids: Buffer): Buffer =>
  createHmac('sha256', deriveKey(secret, 'calendarLink')).update(ids).digest().subarray(0, 16)

/** The person's own address of a cycle's calendar: who and which, sealed by the installation, so that nothing has to be kept. */
export const calendarPath = (secret: string, personId: string, cycleId: string): string => {
  const ids = Buffer.concat([uuidBytes(personId), uuidBytes(cycleId)])
  return `/lich/${Buffer.concat([ids, sealOf(secret, ids)]).toString('base64url')}.ics`
}

const openToken = (secret: string, token: string): { personId: string; cycleId: string } | undefined => {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== 48) return undefined
  const ids = bytes.subarray(0, 32)
  return timingSafeEqual(bytes.subarray(32), sealOf(secret, ids))
    ? { personId: uuidOf(ids.subarray(0, 16)), cycleId: uuidOf(ids.subarray(16)) }
    : undefined
}

const fileOf = async (database: Database, secret: string, token: string, host: string): Promise<string | undefined> => {
  const opened = openToken(secret, token)
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
    const calendar = await loadCalendar(context, opened.cycleId)
    if (!calendar.ok) return calendar
    const steps = (await loadSteps(context, opened.cycleId)).map(coreStepOf)
    const stamp = (calendar.value.changedAt ?? context.now.toISOString()).replace(/[-:]|\.\d+/g, '')
    return accept(calendarFileOf({ title: calendar.value.cycle.title, host, stamp, steps }))
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
