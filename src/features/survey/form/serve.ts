import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../../core/problem.ts'
import { accept, type Result } from '../../../core/result.ts'
import { problemSentence } from '../../../language/problem-sentence.ts'
import { surveyFormWords } from '../../../language/pages/survey-form.ts'
import type { Database } from '../../../platform/database/database.ts'
import { actFor } from '../../../platform/database/transaction.ts'
import { findInvitation, type Invitation } from './asked-survey.ts'
import { type Draft, findDraft, keepDraft } from './drafts.ts'
import { type FormState, surveyForm } from './form-page.ts'
import { formScript } from './script.ts'
import { keptPage, nothingPage, thanksPage } from './short-pages.ts'
import { problemsOf, takeResponse } from './take-response.ts'
import { isToken, newToken } from './token.ts'
import { answersOf, readTyped } from './typed-answers.ts'

/** Beyond any questionnaire filled in to the last letter. */
const largestForm = 1024 * 1024

interface Asked {
  readonly token: string
  readonly receipt?: string
  readonly language: string
}

const askedOf = (request: FastifyRequest): Asked => {
  const query = request.query as Readonly<Record<string, unknown>>
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  return { token: text('k'), language: text('l') === 'en' ? 'en' : 'vi', ...(isToken(text('r')) && { receipt: text('r') }) }
}

/** Where one link is for many, each has a draft of their own. */
const draftKey = ({ most }: Invitation, token: string, receipt: string): string => (most > 1 ? `${token} ${receipt}` : token)

interface Page {
  readonly status: number
  readonly content: string
}
const page = (status: number, content: string): Page => ({ status, content })

const stateOf = (invitation: Invitation, asked: Asked, receipt: string, draft: Draft): FormState => ({
  invitation,
  token: asked.token,
  receipt,
  language: asked.language,
  begun: draft.begun,
  typed: draft.typed,
  hasConsent: false,
  problems: new Map(),
  general: [],
})

const nowSeconds = (now: Date): number => Math.floor(now.getTime() / 1000)

const show = (database: Database, asked: Asked): Promise<Result<Page>> =>
  actFor(database, 'survey', async (transaction, now) => {
    const invitation = isToken(asked.token) ? await findInvitation(transaction, asked.token) : undefined
    if (!invitation?.isOpenToday) return accept(page(404, nothingPage('closed', asked.language)))
    if (invitation.isUsedUp) return accept(page(410, nothingPage('used', asked.language)))
    const receipt = asked.receipt ?? newToken()
    const isResumed = invitation.most === 1 || asked.receipt !== undefined
    const draft = isResumed ? await findDraft(transaction, draftKey(invitation, asked.token, receipt)) : undefined
    return accept(page(200, surveyForm(stateOf(invitation, asked, receipt, draft ?? { begun: nowSeconds(now), typed: new Map() }))))
  })

/** Questions that cannot stand yet, each with its sentence; the form comes back as it was typed. */
const refusedForm = (state: FormState, problems: readonly Problem[]): Page => {
  const sentences = problems.flatMap((problem) =>
    problem.code === 'responseFault' ? [[problem.subject, problemSentence(problem, state.language === 'en' ? 'en' : 'vi')] as const] : [],
  )
  const general = state.hasConsent ? [] : [surveyFormWords(state.language).consentDue]
  return page(422, surveyForm({ ...state, problems: new Map(sentences), general }))
}

const send = async (database: Database, asked: Asked, fields: URLSearchParams): Promise<Page> => {
  // What a refusal needs to show the form again; the transaction itself is rolled back.
  let state: FormState | undefined
  const done = await actFor(database, 'survey', async (transaction, now): Promise<Result<Page>> => {
    const invitation = isToken(asked.token) ? await findInvitation(transaction, asked.token) : undefined
    if (!invitation?.isOpenToday) return accept(page(404, nothingPage('closed', asked.language)))
    const { columns } = invitation.survey
    const receipt = isToken(fields.get('phieu') ?? '') ? (fields.get('phieu') ?? '') : newToken()
    const begun = Number(fields.get('bat_dau')) || nowSeconds(now)
    const typed = readTyped(fields, columns)
    const hasConsent = fields.get('dong_y') === '1'
    state = { ...stateOf(invitation, asked, receipt, { begun, typed }), hasConsent }
    const key = draftKey(invitation, asked.token, receipt)
    if (fields.get('viec') === 'luu') {
      if (invitation.isUsedUp) return accept(page(410, nothingPage('used', asked.language)))
      await keepDraft(transaction, invitation, key, { begun, typed })
      return accept(page(200, keptPage(invitation, asked.token, receipt, asked.language)))
    }
    if (!hasConsent) return accept(refusedForm(state, problemsOf(invitation, answersOf(columns, typed))))
    const seconds = nowSeconds(now) - begun
    const taken = await takeResponse(transaction, invitation, {
      token: asked.token,
      receipt,
      draft: key,
      answers: answersOf(columns, typed),
      seconds,
    })
    return taken.ok ? accept(page(200, thanksPage(invitation, asked.token, asked.language))) : taken
  })
  if (done.ok) return done.value
  const isUsedUp = done.problems.some(({ code }) => code === 'alreadyExists')
  return isUsedUp || !state ? page(410, nothingPage('used', asked.language)) : refusedForm(state, done.problems)
}

const answer = (reply: FastifyReply, { status, content }: Page): FastifyReply =>
  reply
    .code(status)
    .header(
      'content-security-policy',
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    )
    .header('cache-control', 'no-store')
    // With “no-referrer” browsers send the form with the origin “null”, and older ones say nothing else of where it comes from.
    .header('referrer-policy', 'same-origin')
    .type('text/html; charset=utf-8')
    .send(content)

/** The public form of surveys, on its own: it alone takes forms as browsers send them without a script. */
export const serveSurveyForm = async (app: FastifyInstance, database: Database): Promise<void> => {
  await app.register(async (part) => {
    part.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: largestForm }, (_request, body, done) =>
      done(null, new URLSearchParams(String(body))),
    )
    part.get('/khao-sat', async (request, reply) => {
      const shown = await show(database, askedOf(request))
      return answer(reply, shown.ok ? shown.value : page(404, nothingPage('closed', 'vi')))
    })
    part.post('/khao-sat', { bodyLimit: largestForm }, async (request, reply) => {
      const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
      return answer(reply, await send(database, askedOf(request), fields))
    })
    part.get('/khao-sat/phieu.js', (_request, reply) =>
      reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send(formScript),
    )
  })
}
