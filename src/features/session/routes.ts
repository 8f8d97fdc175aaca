import type { FastifyInstance } from 'fastify'
import { errorAt } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Database } from '../../platform/database/database.ts'
import { actAs, actFor } from '../../platform/database/transaction.ts'
import { bind, type Route } from '../../platform/http/serve.ts'
import { servePublic } from '../../platform/http/serve-public.ts'
import type { SingleSignOnSettings } from '../../platform/settings/single-sign-on-settings.ts'
import { deriveKey } from '../../platform/settings/secret.ts'
import { closeSession, readSession, sessionCookie } from '../../platform/session/session.ts'
import { type DemoAccount, type OwnSession, sessionRoutes } from './contract.ts'
import { giveCode } from './give-code.ts'
import { endOtherSessions, endSession, listSessions } from './open-sessions.ts'
import { confirmSecondFactor, endSecondFactor, setUpSecondFactor, showSecondFactor } from './second-factor.ts'
import { serveSingleSignOn } from './serve-single-sign-on.ts'
import { setSessionCookie } from './set-session-cookie.ts'
import { signIn } from './sign-in.ts'
import { changePassword, loadOwnSession } from './use-cases.ts'

export interface SessionSettings {
  readonly isHttps: boolean
  /** What keys are derived from. */
  readonly secret: string
  /** Present in demo mode alone. */
  readonly demoAccounts?: readonly DemoAccount[]
  /** Where there is a common sign-in service. */
  readonly singleSignOn?: SingleSignOnSettings
}

/** Routes of a signed-in person's own session. */
export const ownSessionRoutes = ({ secret, demoAccounts }: SessionSettings): readonly Route[] => {
  const key = deriveKey(secret, 'secondFactor')
  return [
    bind(sessionRoutes.ownSession, (_request, context) => loadOwnSession(context, demoAccounts !== undefined)),
    bind(sessionRoutes.changePassword, ({ body }, context) => changePassword(context, body)),
    bind(sessionRoutes.secondFactor, (_request, context) => showSecondFactor(context)),
    bind(sessionRoutes.setUpSecondFactor, ({ body }, context) => setUpSecondFactor(context, key, body.password)),
    bind(sessionRoutes.confirmSecondFactor, ({ body }, context) => confirmSecondFactor(context, key, body.code)),
    bind(sessionRoutes.endSecondFactor, ({ body }, context) => endSecondFactor(context, body.password)),
    bind(sessionRoutes.sessions, (_request, context) => listSessions(context)),
    bind(sessionRoutes.endSession, ({ params }, context) => endSession(context, params.sessionId)),
    bind(sessionRoutes.endOtherSessions, (_request, context) => endOtherSessions(context)),
  ]
}

/** Routes before sign-in. */
export const serveEntry = (app: FastifyInstance, database: Database, settings: SessionSettings): void => {
  const { singleSignOn } = settings
  servePublic(app, sessionRoutes.welcome, async () =>
    accept({
      isDemo: settings.demoAccounts !== undefined,
      demoAccounts: [...(settings.demoAccounts ?? [])],
      ...(singleSignOn && { singleSignOn: singleSignOn.label }),
    }),
  )
  if (singleSignOn) serveSingleSignOn(app, database, { isHttps: settings.isHttps, singleSignOn })
  const key = deriveKey(settings.secret, 'secondFactor')
  const showSession = async (token: string): Promise<Result<OwnSession>> => {
    const session = await readSession(database, token)
    if (!session) return refuse(errorAt('signInRefused', '', {}))
    return actAs(database, session.actor, (context) => loadOwnSession(context, settings.demoAccounts !== undefined))
  }
  servePublic(app, sessionRoutes.signIn, async ({ body }, { request, reply }) => {
    const signedIn = await signIn(database, { ...body, address: request.ip, userAgent: request.headers['user-agent'] ?? '' })
    if (!signedIn.ok) return signedIn
    const { token, secondFactorDue } = signedIn.value
    const session = secondFactorDue ? accept({ secondFactorDue } as const) : await showSession(token)
    if (session.ok) setSessionCookie(reply, token, settings.isHttps)
    return session
  })
  servePublic(app, sessionRoutes.giveCode, async ({ body }, { request }) => {
    const token = request.cookies[sessionCookie] ?? ''
    const given = await giveCode(database, key, token, body.code)
    return given.ok ? showSession(token) : given
  })
  servePublic(app, sessionRoutes.signOut, async (_request, { request, reply }) => {
    const token = request.cookies[sessionCookie]
    if (token) await actFor(database, 'signIn', async (transaction) => accept(await closeSession(transaction, token)))
    reply.clearCookie(sessionCookie, { path: '/' })
    return accept(undefined)
  })
}
