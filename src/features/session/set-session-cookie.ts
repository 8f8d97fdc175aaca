import type { FastifyReply } from 'fastify'
import { sessionCookie } from '../../platform/session/session.ts'

/** The opaque token, for this site's own requests alone (decision 0004). */
export const setSessionCookie = (reply: FastifyReply, token: string, isHttps: boolean): void =>
  void reply.setCookie(sessionCookie, token, { path: '/', httpOnly: true, sameSite: 'strict', secure: isHttps })
