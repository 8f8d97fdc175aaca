import type { FastifyInstance, FastifyReply } from 'fastify'
import { sessionTexts } from '../../language/pages/session.ts'
import type { Problem } from '../../core/problem.ts'
import type { Database } from '../../platform/database/database.ts'
import type { SingleSignOnSettings } from '../../platform/settings/single-sign-on-settings.ts'
import { setSessionCookie } from './set-session-cookie.ts'
import { comeBack, createProvider, leaveForProvider, returnPath } from './single-sign-on.ts'

const stateCookie = 'parindex_sso'
const statePath = '/api/single-sign-on'

/** Only addresses of this site. */
const ownAddress = (wanted: unknown, baseUrl: URL): string => {
  const address = typeof wanted === 'string' && URL.canParse(wanted, baseUrl) ? new URL(wanted, baseUrl) : baseUrl
  return address.origin === baseUrl.origin ? address.pathname + address.search : '/'
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`)

/**
 * A page that goes on by itself. A redirect would still count as coming from the other site, and the strict cookie of the session would stay behind.
 */
const goOn = (reply: FastifyReply, address: string): FastifyReply =>
  reply
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(
      `<!doctype html><html lang="vi"><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${escaped(address)}">` +
        `<title>${sessionTexts.comingBack}</title><p>${sessionTexts.comingBack}. <a href="${escaped(address)}">${sessionTexts.goOn}</a></p></html>`,
    )

/** The sign-in page knows the sentence; an address that anybody can write carries none. */
const refuseTo = (reply: FastifyReply, problems: readonly Problem[]): FastifyReply => {
  const reason = problems.map((problem) => (problem.code === 'singleSignOn' ? problem.reason : '')).join('')
  return goOn(reply, `/dang-nhap?loi=${reason}`)
}

/** Leaving for the common sign-in service, and coming back. Pages of the browser, not calls of a program: they answer with addresses. */
export const serveSingleSignOn = (
  app: FastifyInstance,
  database: Database,
  { isHttps, singleSignOn }: { readonly isHttps: boolean; readonly singleSignOn: SingleSignOnSettings },
): void => {
  const provider = createProvider(singleSignOn)
  app.get<{ Querystring: { ve?: string } }>(statePath, async (request, reply) => {
    const left = await leaveForProvider(database, provider, singleSignOn, ownAddress(request.query.ve, singleSignOn.baseUrl))
    if (!left.ok) return refuseTo(reply, left.problems)
    // Lax: the way back is from another site.
    reply.setCookie(stateCookie, left.value.state, { path: statePath, httpOnly: true, sameSite: 'lax', secure: isHttps, maxAge: 600 })
    return reply.redirect(left.value.address.href)
  })
  app.get(returnPath, async (request, reply) => {
    const state = request.cookies[stateCookie]
    reply.clearCookie(stateCookie, { path: statePath })
    const back = await comeBack(database, provider, singleSignOn, {
      address: new URL(request.url, singleSignOn.baseUrl),
      state,
      entrance: { address: request.ip, userAgent: request.headers['user-agent'] ?? '' },
    })
    if (!back.ok) return refuseTo(reply, back.problems)
    setSessionCookie(reply, back.value.token, isHttps)
    return goOn(reply, back.value.destination)
  })
}
