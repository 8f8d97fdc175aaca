import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RouteContract } from '../../contract/route.ts'
import { errorAt, type Problem } from '../../core/problem.ts'
import { accept, refuse, type Result } from '../../core/result.ts'
import type { Database } from '../database/database.ts'
import { type ActContext, actAs } from '../database/transaction.ts'
import { withArrivedFile } from '../files/receive-file.ts'
import { isAllowed, isAllowedAtAnotherStage, type Standing } from '../policy/policy.ts'
import type { Actor } from '../policy/actor.ts'
import { withIdempotency } from './idempotency.ts'
import { type ParsedRequest, parseRequest } from './parse-request.ts'
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

/** What is known of a request while its file is still on its way. */
type BeforeFile<Contract extends RouteContract> = Omit<ActRequest<Contract>, 'upload'>

/** Steps of a route with an upload. The file comes, and is prepared, while no transaction is open: neither a slow line nor a slow document holds up others. */
export interface UploadSteps<Contract extends RouteContract, Prepared> {
  /** Refuses before any byte of the file is taken; asked only where one comes. */
  readonly checkBeforeFile?: (request: BeforeFile<Contract>) => readonly Problem[]
  /** What is slow about the file. */
  readonly prepare: (request: ActRequest<Contract>) => Promise<Result<Prepared>>
  readonly handle: (request: ActRequest<Contract>, context: ActContext, prepared: Prepared) => ReturnType<Handler<Contract>>
}

/** A route with the use case behind it, as a feature hands it to the application. */
export interface Route {
  readonly contract: RouteContract
  readonly checkBeforeFile?: (request: BeforeFile<RouteContract>) => readonly Problem[]
  readonly prepare?: (request: ActRequest<RouteContract>) => Promise<Result<unknown>>
  readonly handle: (request: ActRequest<RouteContract>, context: ActContext, prepared: unknown) => Promise<Result<unknown>>
}

/** Binds a contract to its use case. The types of both must agree; the table of routes then forgets them. */
export const bind = <const Contract extends RouteContract>(contract: Contract, handle: Handler<Contract>): Route => ({
  contract,
  handle: handle as unknown as Route['handle'],
})

/** Binds a contract with an upload to its steps. */
export const bindUpload = <const Contract extends RouteContract & { readonly upload: object }, Prepared>(
  contract: Contract,
  steps: UploadSteps<Contract, Prepared>,
): Route => ({ contract, ...(steps as unknown as Omit<Route, 'contract'>) })

/** Steps of a route whose slow part needs no transaction; the policy is asked before it, and again with the act. */
export interface PreparedSteps<Contract extends RouteContract, Prepared> {
  readonly prepare: (request: ActRequest<Contract>) => Promise<Result<Prepared>>
  readonly handle: (request: ActRequest<Contract>, context: ActContext, prepared: Prepared) => ReturnType<Handler<Contract>>
}

/** Binds a contract without a file of its own to steps of which the first is slow. */
export const bindPrepared = <const Contract extends RouteContract, Prepared>(
  contract: Contract,
  steps: PreparedSteps<Contract, Prepared>,
): Route => ({ contract, ...(steps as unknown as Omit<Route, 'contract'>) })

/** What a person who must first choose a password may do. */
const beforePassword = new Set(['useOwnSession'])

const refusalOf = (act: RouteContract['act'], standings: readonly Standing[]): Problem => {
  const stage = standings.find((standing) => standing.stage)?.stage
  if (stage && act !== 'anyone' && isAllowedAtAnotherStage(act, standings)) return errorAt('wrongStage', '', { stage, act })
  return errorAt('notAllowed', '', { act })
}

/** What routes are served from. */
export interface Served {
  readonly database: Database
  readonly filesDir: string
}

const authorise = async ({ contract }: Route, { params }: ActRequest<RouteContract>, context: ActContext): Promise<Result<undefined>> => {
  const standings = await standingsOf(
    context.transaction,
    context.actor,
    contract,
    (params ?? {}) as { cycleId?: string; unitId?: string; year?: number },
  )
  if (!standings.ok) return standings
  const mayAct = contract.act !== 'anyone' && isAllowed(contract.act, standings.value)
  return mayAct ? accept(undefined) : refuse(refusalOf(contract.act, standings.value))
}

/** Runs the act in its transaction, after the policy was asked in the same one. */
const run = async ({ database }: Served, route: Route, act: ActRequest<RouteContract>, request: FastifyRequest, actor: Actor) => {
  const prepared = route.prepare ? await route.prepare(act) : accept(undefined)
  if (!prepared.ok) return prepared
  return actAs(database, actor, async (context) => {
    const allowed = await authorise(route, act, context)
    if (!allowed.ok) return allowed
    const handle = () => route.handle(act, context, prepared.value)
    return route.contract.idempotent ? withIdempotency(context, request, handle) : handle()
  })
}

/** Asks the policy in a short transaction, takes the file while none is open, and runs the act only then. */
const runWithFile = async (
  served: Served,
  route: Route,
  { request: act, arriving }: ParsedRequest,
  request: FastifyRequest,
  actor: Actor,
) => {
  if (!arriving && !route.prepare) return run(served, route, act, request, actor)
  const allowed = await actAs(served.database, actor, (context) => authorise(route, act, context))
  if (!arriving) return allowed.ok ? run(served, route, act, request, actor) : allowed
  const problems = allowed.ok ? (route.checkBeforeFile?.(act) ?? []) : allowed.problems
  if (problems.length) {
    arriving.stream.resume()
    return refuse(...problems)
  }
  return withArrivedFile(served.filesDir, arriving.stream, route.contract.upload?.maxBytes ?? 0, async (file) => {
    const second = await arriving.readRest()
    if (second.length) return refuse(...second)
    const whole = { ...act, upload: { fileName: arriving.fileName, file } } as unknown as ActRequest<RouteContract>
    return run(served, route, whole, request, actor)
  })
}

const perform = async (served: Served, route: Route, request: FastifyRequest): Promise<Result<unknown>> => {
  const { contract } = route
  const { actor } = request
  if (!actor) return refuse(errorAt('signedOut', '', {}))
  if (request.mustChangePassword && !beforePassword.has(contract.act)) return refuse(errorAt('mustChangePassword', '', {}))
  const parsed = await parseRequest(contract, request)
  return parsed.ok ? runWithFile(served, route, parsed.value, request, actor) : parsed
}

/** Registers the routes of the features: each is parsed, guarded by the policy, run in one transaction and answered. */
export const serveRoutes = (app: FastifyInstance, served: Served, routes: readonly Route[]): void => {
  for (const route of routes) {
    app.route({
      method: route.contract.method,
      url: route.contract.path,
      config: { contract: route.contract },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const result = await perform(served, route, request)
        return result.ok
          ? sendValue(reply, route.contract, result.value)
          : sendProblems(reply, result.problems, languageOf(request.headers['accept-language']))
      },
    })
  }
}
