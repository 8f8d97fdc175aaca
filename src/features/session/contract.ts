import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, moment, personRef, roleGrantShape } from '../../contract/shapes.ts'
import { roles } from '../../core/vocabulary.ts'

/** Who is signed in, with roles. */
export const ownSession = z.object({
  person: personRef,
  /** `timeZone` is the one in which deadlines are told. */
  authority: z.object({ id, name: z.string(), timeZone: z.string() }),
  grants: z.array(roleGrantShape),
  mustChangePassword: z.boolean(),
  isDemo: z.boolean(),
})
export type OwnSession = z.infer<typeof ownSession>

export const signInBody = z.object({ signInName: z.string().trim().toLowerCase().min(1).max(200), password: z.string().min(1).max(1000) })

export const demoAccount = z.object({
  signInName: z.string(),
  password: z.string(),
  role: z.enum(roles),
  name: z.string(),
  unit: z.string().optional(),
})
export type DemoAccount = z.infer<typeof demoAccount>

/** What a page may know before anybody signs in. `singleSignOn` is the name of the common sign-in service, where there is one. */
export const welcome = z.object({ isDemo: z.boolean(), demoAccounts: z.array(demoAccount), singleSignOn: z.string().optional() })

/** The password was right, a code of the second factor is still due. */
export const secondFactorDue = z.object({ secondFactorDue: z.literal(true) })

/** A code of the app, or a recovery code. */
export const codeBody = z.object({ code: z.string().trim().min(6).max(40) })

export const ownSecondFactor = z.object({ isOn: z.boolean(), recoveryCodesLeft: z.number().int() })

export const openSessionShape = z.object({
  id,
  /** The session that asks. */
  isThis: z.boolean(),
  by: z.enum(['password', 'singleSignOn']),
  createdAt: moment,
  seenAt: moment,
  address: z.string().optional(),
  /** What the browser says that it is. */
  browser: z.string(),
})
export type OpenSession = z.infer<typeof openSessionShape>
const sessionsShape = z.object({ sessions: z.array(openSessionShape) })

export const sessionRoutes = {
  welcome: route({
    method: 'GET',
    path: '/api/welcome',
    act: 'anyone',
    about: 'authority',
    summary: 'What the entry page shows',
    reply: welcome,
  }),
  signIn: route({
    method: 'POST',
    path: '/api/sign-in',
    act: 'anyone',
    about: 'authority',
    summary: 'Sign in',
    body: signInBody,
    reply: z.union([ownSession, secondFactorDue]),
  }),
  giveCode: route({
    method: 'POST',
    path: '/api/sign-in/code',
    act: 'anyone',
    about: 'authority',
    summary: 'Give the code of the second factor after the password',
    body: codeBody,
    reply: ownSession,
  }),
  signOut: route({ method: 'POST', path: '/api/sign-out', act: 'anyone', about: 'authority', summary: 'Sign out', reply: 'nothing' }),
  ownSession: route({
    method: 'GET',
    path: '/api/session',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Who is signed in',
    reply: ownSession,
  }),
  changePassword: route({
    method: 'POST',
    path: '/api/session/password',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Choose a new password',
    body: z.object({ current: z.string().min(1).max(1000), next: z.string().max(1000) }),
    reply: 'nothing',
  }),
  secondFactor: route({
    method: 'GET',
    path: '/api/session/second-factor',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Whether the own second factor is on',
    reply: ownSecondFactor,
  }),
  setUpSecondFactor: route({
    method: 'POST',
    path: '/api/session/second-factor',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Begin to set up a second factor; the secret is shown this once',
    body: z.object({ password: z.string().min(1).max(1000) }),
    reply: z.object({ secret: z.string(), address: z.string() }),
  }),
  confirmSecondFactor: route({
    method: 'POST',
    path: '/api/session/second-factor/confirm',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Switch the second factor on by a first code; gives the recovery codes, shown this once',
    body: codeBody,
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
  }),
  endSecondFactor: route({
    method: 'POST',
    path: '/api/session/second-factor/end',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Switch the second factor off',
    body: z.object({ password: z.string().min(1).max(1000) }),
    reply: 'nothing',
  }),
  sessions: route({
    method: 'GET',
    path: '/api/session/all',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Where one is signed in',
    reply: sessionsShape,
  }),
  endSession: route({
    method: 'DELETE',
    path: '/api/session/all/:sessionId',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Sign out somewhere else',
    params: z.object({ sessionId: id }),
    reply: sessionsShape,
  }),
  endOtherSessions: route({
    method: 'POST',
    path: '/api/session/all/end-others',
    act: 'useOwnSession',
    about: 'authority',
    summary: 'Sign out everywhere else',
    reply: sessionsShape,
  }),
}
