import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Problem } from '../../../core/problem.ts'
import { accept, type Result } from '../../../core/result.ts'
import { languageAsked } from '../../../core/survey/texts.ts'
import { problemSentence } from '../../../language/problem-sentence.ts'
import { surveyFormWords } from '../../../language/pages/survey-form.ts'
import type { Database } from '../../../platform/database/database.ts'
import { actFor, type Transaction } from '../../../platform/database/transaction.ts'
import { findInvitations, type Invitation } from './asked-survey.ts'
import { type Draft, findDraft, keepDraft } from './drafts.ts'
import { type FormState, surveyForm } from './form-page.ts'
import { gather } from './gather.ts'
import { formScript } from './script.ts'
import { keptPage, nothingPage, thanksPage } from './short-pages.ts'
import { problemsOf, type Sent, takeResponses } from './take-responses.ts'
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
  return {
    token: text('k'),
    language: /^[a-z]{2,3}$/.test(text('l')) ? text('l') : 'vi',
    ...(isToken(text('r')) && { receipt: text('r') }),
  }
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
  language: languageAsked(asked.language, invitation.survey.questionnaire),
  begun: draft.begun,
  typed: draft.typed,
  hasConsent: false,
  problems: new Map(),
  general: [],
})

const nowSeconds = (now: Date): number => Math.floor(now.getTime() / 1000)

const findInvitation = async (transaction: Transaction, token: string): Promise<Invitation | undefined> =>
  isToken(token) ? (await findInvitations(transaction, [token])).get(token) : undefined

const show = (database: Database, asked: Asked): Promise<Result<Page>> =>
  actFor(database, 'survey', async (transaction, now) => {
    const invitation = await findInvitation(transaction, asked.token)
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

/** A form on its way in. */
interface Sending {
  readonly asked: Asked
  readonly fields: URLSearchParams
  readonly receipt: string
}

/** The form as it was typed, which a refusal shows again. */
const typedState = ({ asked, fields, receipt }: Sending, invitation: Invitation, now: Date): FormState => ({
  ...stateOf(invitation, asked, receipt, {
    begun: Number(fields.get('bat_dau')) || nowSeconds(now),
    typed: readTyped(fields, invitation.survey.columns),
  }),
  hasConsent: fields.get('dong_y') === '1',
})

const keep = (database: Database, sending: Sending): Promise<Result<Page>> =>
  actFor(database, 'survey', async (transaction, now) => {
    const { asked, receipt } = sending
    const invitation = await findInvitation(transaction, asked.token)
    if (!invitation?.isOpenToday) return accept(page(404, nothingPage('closed', asked.language)))
    if (invitation.isUsedUp) return accept(page(410, nothingPage('used', asked.language)))
    await keepDraft(transaction, invitation, draftKey(invitation, asked.token, receipt), typedState(sending, invitation, now))
    return accept(page(200, keptPage(invitation, asked.token, receipt, asked.language)))
  })

/** The form in another language, with all that was answered so far; nothing is kept for it. */
const translate = (database: Database, sending: Sending): Promise<Result<Page>> =>
  actFor(database, 'survey', async (transaction, now) => {
    const { asked } = sending
    const invitation = await findInvitation(transaction, asked.token)
    if (!invitation?.isOpenToday) return accept(page(404, nothingPage('closed', asked.language)))
    if (invitation.isUsedUp) return accept(page(410, nothingPage('used', asked.language)))
    return accept(page(200, surveyForm(typedState(sending, invitation, now))))
  })

/** A sending that stands, or the page that says why it does not. */
const checked = (sending: Sending, invitation: Invitation | undefined, now: Date): Sent | Page => {
  const { asked, receipt } = sending
  if (!invitation?.isOpenToday) return page(404, nothingPage('closed', asked.language))
  const state = typedState(sending, invitation, now)
  const answers = answersOf(invitation.survey.columns, state.typed)
  const problems = problemsOf(invitation, answers)
  if (problems.length > 0 || !state.hasConsent) return refusedForm(state, problems)
  const draft = draftKey(invitation, asked.token, receipt)
  return { invitation, token: asked.token, receipt, draft, answers, seconds: nowSeconds(now) - state.begun }
}

/** Takes everything that is sent at the same time in one transaction: five statements, however many they are. */
const sendAll =
  (database: Database) =>
  async (sendings: readonly Sending[]): Promise<readonly Page[]> => {
    const done = await actFor(database, 'survey', async (transaction, now): Promise<Result<readonly Page[]>> => {
      const invitations = await findInvitations(
        transaction,
        sendings.map(({ asked }) => asked.token).filter((token) => isToken(token)),
      )
      const outcomes = sendings.map((sending) => checked(sending, invitations.get(sending.asked.token), now))
      const standing = outcomes.filter((outcome): outcome is Sent => 'answers' in outcome)
      const takings = await takeResponses(transaction, standing)
      const takingOf = new Map(standing.map((sent, index) => [sent, takings[index]]))
      return accept(
        outcomes.map((outcome, index) => {
          if (!('answers' in outcome)) return outcome
          const language = sendings[index]?.asked.language ?? 'vi'
          return takingOf.get(outcome) === 'usedUp'
            ? page(410, nothingPage('used', language))
            : page(200, thanksPage(outcome.invitation, outcome.token, language))
        }),
      )
    })
    if (!done.ok) throw new Error(`responses were refused: ${JSON.stringify(done.problems)}`)
    return done.value
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
  const send = gather(sendAll(database), ({ asked, receipt }) => `${asked.token} ${receipt}`)
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
      const receipt = fields.get('phieu') ?? ''
      const sending: Sending = { asked: askedOf(request), fields, receipt: isToken(receipt) ? receipt : newToken() }
      const [, language] = /^tieng-([a-z]{2,3})$/.exec(fields.get('viec') ?? '') ?? []
      if (language) {
        const shown = await translate(database, { ...sending, asked: { ...sending.asked, language } })
        return answer(reply, shown.ok ? shown.value : page(404, nothingPage('closed', 'vi')))
      }
      if (fields.get('viec') !== 'luu') return answer(reply, await send(sending))
      const kept = await keep(database, sending)
      return answer(reply, kept.ok ? kept.value : page(404, nothingPage('closed', 'vi')))
    })
    part.get('/khao-sat/phieu.js', (_request, reply) =>
      reply.header('cache-control', 'public, max-age=3600').type('text/javascript; charset=utf-8').send(formScript),
    )
  })
}
