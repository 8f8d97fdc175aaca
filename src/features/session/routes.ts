import type { FastifyInstance, FastifyReply } from 'fastify'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse } from '../../core/result.ts'
import type { Database } from '../../platform/database/database.ts'
import { actAs, actFor } from '../../platform/database/transaction.ts'
import { bind, type Route } from '../../platform/http/serve.ts'
import { servePublic } from '../../platform/http/serve-public.ts'
import { closeSession, readSession, sessionCookie } from '../../platform/session/session.ts'
import { type DemoAccount, sessionRoutes } from './contract.ts'
import { signIn } from './sign-in.ts'
import { changePassword, loadOwnSession } from './use-cases.ts'

export interface SessionSettings {
  readonly isHttps: boolean
  /** Present in demo mode alone. */
  readonly demoAccounts?: readonly DemoAccount[]
}

const setCookie = (reply: FastifyReply, token: string, isHttps: boolean): void =>
  void reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps })

/** Routes of a signed-in person's own session. */
export const ownSessionRoutes = (settings: SessionSettings): readonly Route[] => [
  bind(sessionRoutes.ownSession, (_request, context) => loadOwnSession(context, settings.demoAccounts !== undefined)),
  bind(sessionRoutes.changePassword, ({ body }, context) => changePassword(context, body)),
]

/** Routes before sign-in. */
export const serveEntry = (app: FastifyInstance, database: Database, settings: SessionSettings): void => {
  servePublic(app, sessionRoutes.welcome, async () =>
    accept({ isDemo: settings.demoAccounts !== undefined, demoAccounts: [...(settings.demoAccounts ?? [])] }),
  )
  servePublic(app, sessionRoutes.signIn, async ({ body }, { request, reply }) => {
    const token = await signIn(database, { ...body, address: request.ip })
    if (!token.ok) return token
    const session = await readSession(database, token.value)
    if (!session) return refuse(errorAt('signInRefused', '', {}))
    setCookie(reply, token.value, settings.isHttps)
    return actAs(database, session.actor, (context) => loadOwnSession(context, settings.demoAccounts !== undefined))
  })
  servePublic(app, sessionRoutes.signOut, async (_request, { request, reply }) => {
    const token = request.cookies[sessionCookie]
    if (token) await actFor(database, 'signIn', async (transaction) => accept(await closeSession(transaction, token)))
    reply.clearCookie(sessionCookie, { path: '/' })
    return accept(undefined)
  })
}
