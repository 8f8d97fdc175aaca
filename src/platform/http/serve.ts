import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContract } from '../../contract/route.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { refuse, type Result } from '../../core/result.ts'
import type { Database } from '../database/database.ts'
import { type ActContext, actAs } from '../database/transaction.ts'
import { isAllowed, isAllowedAtAnotherStage, type Standing } from '../policy/policy.ts'
import type { Actor } from '../policy/actor.ts'
import { withIdempotency } from './idempotency.ts'
import { parseRequest } from './parse-request.ts'
import { languageOf, sendProblems } from './problem-details.ts'
import { sendValue } from './send-value.ts'
import type { ActRequest, Handler } from './request.ts'
import { standingsOf } from './subject.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who signed in; absent for the public. Set once per request from the session cookie. */
    actor?: Actor
    mustChangePassword?: boolean
  }
  interface FastifyContextConfig {
    contract?: RouteContract
  }
}

/** A route with the use case behind it, as a feature hands it to the application. */
export interface Route {
  readonly contract: RouteContract
  readonly handle: (request: ActRequest<RouteContract>, context: ActContext) => Promise<Result<unknown>>
}

/** Binds a contract to its use case. The types of both must agree; the table of routes then forgets them. */
export const bind = <const Contract extends RouteContract>(contract: Contract, handle: Handler<Contract>): Route => ({
  contract,
  handle: handle as unknown as Route['handle'],
})

/** What a person who must first choose a password may do. */
const beforePassword = new Set(['useOwnSession'])

const refusalOf = (act: RouteContract['act'], standings: readonly Standing[]): Problem => {
  const stage = standings.find((standing) => standing.stage)?.stage
  if (stage && act !== 'anyone' && isAllowedAtAnotherStage(act, standings)) return errorAt('wrongStage', '', { stage, act })
  return errorAt('notAllowed', '', { act })
}

const perform = async (database: Database, route: Route, request: FastifyRequest): Promise<Result<unknown>> => {
  const { contract, handle } = route
  const { actor } = request
  if (!actor) return refuse(errorAt('signedOut', '', {}))
  if (request.mustChangePassword && !beforePassword.has(contract.act)) return refuse(errorAt('mustChangePassword', '', {}))
  const parsed = await parseRequest(contract, request)
  if (!parsed.ok) return parsed
  return actAs(database, actor, async (context) => {
    const standings = await standingsOf(context.transaction, actor, contract, (parsed.value.params ?? {}) as Record<string, string>)
    if (!standings.ok) return standings
    if (contract.act === 'anyone' || !isAllowed(contract.act, standings.value)) return refuse(refusalOf(contract.act, standings.value))
    const run = () => handle(parsed.value, context)
    return contract.idempotent ? withIdempotency(context, request, run) : run()
  })
}

/** Registers the routes of the features: each is parsed, guarded by the policy, run in one transaction and answered. */
export const serveRoutes = (app: FastifyInstance, database: Database, routes: readonly Route[]): void => {
  for (const route of routes) {
    app.route({
      method: route.contract.method,
      url: route.contract.path,
      config: { contract: route.contract },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const result = await perform(database, route, request)
        return result.ok
          ? sendValue(reply, route.contract, result.value)
          : sendProblems(reply, result.problems, languageOf(request.headers['accept-language']))
      },
    })
  }
}
