import { z } from 'zod'
import { route } from '../../contract/route.ts'
import { id, personRef, roleGrantShape } from '../../contract/shapes.ts'
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

/** What a page may know before anybody signs in. */
export const welcome = z.object({ isDemo: z.boolean(), demoAccounts: z.array(demoAccount) })

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
}
