import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ReplyOf, RouteContract } from '../../contract/route.ts'
import type { Result } from '../../core/result.ts'
import { parseRequest } from './parse-request.ts'
import { languageOf, sendProblems } from './problem-details.ts'
import type { ActRequest } from './request.ts'
import { sendValue } from './send-value.ts'

/** The few routes that need no sign-in see the exchange itself: the address that asks, the cookie that is set. */
export interface Exchange {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

/** Registers a route that anyone may call; `act` of its contract has to say so. */
export const servePublic = <const Contract extends RouteContract & { readonly act: 'anyone' }>(
  app: FastifyInstance,
  contract: Contract,
  handle: (request: ActRequest<Contract>, exchange: Exchange) => Promise<Result<ReplyOf<Contract>>>,
): void => {
  app.route({
    method: contract.method,
    url: contract.path,
    config: { contract },
    // Nobody is known yet: no more is read than a name and a password need.
    bodyLimit: 16 * 1024,
    handler: async (request, reply) => {
      const parsed = await parseRequest(contract, request)
      const result = parsed.ok ? await handle(parsed.value.request as unknown as ActRequest<Contract>, { request, reply }) : parsed
      return result.ok
        ? sendValue(reply, contract, result.value)
        : sendProblems(reply, result.problems, languageOf(request.headers['accept-language']))
    },
  })
}
