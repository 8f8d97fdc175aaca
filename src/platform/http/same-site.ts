import type { FastifyReply, FastifyRequest } from 'fastify'
import { errorAt } from '../../core/problem.ts'
import { sendProblems } from './problem-details.ts'

const readsOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A change must come from our own pages: browsers say so in Sec-Fetch-Site, older ones in Origin; programs send neither and carry no cookie by accident.
 * Together with a SameSite=Strict cookie this keeps other sites from acting in a person's name.
 */
export const refuseOtherSites = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
  if (readsOnly.has(request.method)) return undefined
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  const isOwn = site ? site === 'same-origin' || site === 'none' : !origin || URL.parse(origin)?.host === request.host
  return isOwn ? undefined : sendProblems(reply, [errorAt('notAllowed', '', { act: 'otherSite' })])
}
