import { createContext, use } from 'react'
import type { Role } from '../../core/vocabulary.ts'

/** Who is signed in, as pages need to know it. */
export interface SignedIn {
  readonly person: { readonly id: string; readonly name: string }
  readonly authority: { readonly id: string; readonly name: string; readonly timeZone: string }
  readonly grants: readonly {
    readonly role: Role
    readonly unit?: { readonly id: string; readonly code: string; readonly name: string } | undefined
  }[]
  readonly mustChangePassword: boolean
  readonly isDemo: boolean
}

export const SignedInContext = createContext<SignedIn | undefined>(undefined)

/** Whoever uses the page; pages stand inside the shell, which knows. */
export const useSignedIn = (): SignedIn => {
  const session = use(SignedInContext)
  if (!session) throw new Error('a page outside the shell asked who is signed in')
  return session
}

/** The zone in which moments are told. */
export const useTimeZone = (): string => useSignedIn().authority.timeZone

/** Whether the person holds one of the roles anywhere. What is shown goes by it; what is allowed, the server decides. */
export const holdsAny = ({ grants }: SignedIn, roles: readonly Role[]): boolean => grants.some(({ role }) => roles.includes(role))
