import type { FastifyReply } from 'fastify'
import { type Language, languages } from '../../language/language.ts'
import { problemSentence } from '../../language/problem-sentence.ts'
import type { Problem, ProblemCode } from '../../core/problem.ts'

/** RFC 9457. What is not listed is refused by a rule: 422. */
const statuses: Partial<Record<ProblemCode, number>> = {
  signInRefused: 401,
  signInLocked: 429,
  signedOut: 401,
  notAllowed: 403,
  notFound: 404,
  changedMeanwhile: 409,
  wrongStage: 409,
  surveyStage: 409,
  deadlinePassed: 409,
  notOpenYet: 409,
  trialHasNoEffect: 409,
  notInCalibration: 403,
  calibrationOver: 409,
  notATrial: 409,
  alreadyExists: 409,
  tooLarge: 413,
  tooManyRequests: 429,
  unreadableRequest: 400,
  unexpected: 500,
  databaseAway: 503,
  fileNotStored: 507,
  frameworkInForce: 409,
  paperIssued: 409,
  reportBegun: 409,
  nothingToUndo: 409,
  jobEnded: 409,
  wrongSecondFactor: 401,
  singleSignOn: 401,
  oneFileOnly: 400,
  badFileName: 400,
  unitInUse: 409,
  documentInUse: 409,
  uploadElsewhere: 409,
  keptUntil: 409,
  evidenceInUse: 409,
  notYourTask: 403,
  ownInterest: 403,
  ownDecision: 403,
  leafOfOthers: 403,
  headSubmits: 403,
  wrongPartState: 409,
  leafHandedIn: 409,
}

const statusOf = (problems: readonly Problem[]): number => {
  const errors = problems.filter(({ severity }) => severity === 'error')
  return Math.min(...(errors.length ? errors : problems).map(({ code }) => statuses[code] ?? 422))
}

/** Seconds until a request that came too often may come again. */
const secondsToWait = (problems: readonly Problem[], now: number): number =>
  Math.max(
    0,
    ...problems.map((each) => {
      if (each.code === 'tooManyRequests') return each.seconds
      return each.code === 'signInLocked' ? Math.ceil((Date.parse(each.until) - now) / 1000) : 0
    }),
  )

/** Answers with every problem, each with its sentence in the reader's language. */
export const sendProblems = (reply: FastifyReply, problems: readonly Problem[], language: Language = 'vi'): FastifyReply => {
  const status = statusOf(problems)
  const wait = secondsToWait(problems, Date.now())
  if (wait > 0) reply.header('retry-after', String(wait))
  const messages = problems.map((each) => ({ ...each, message: problemSentence(each, language) }))
  return reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send({ type: 'about:blank', status, title: messages[0]?.message ?? '', instance: reply.request.id, problems: messages })
}

/** The first language of the request that we speak; Vietnamese otherwise. */
export const languageOf = (header: string | undefined): Language => {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase())
  return languages.find((language) => language === wanted.find((each) => languages.some((known) => known === each))) ?? 'vi'
}
