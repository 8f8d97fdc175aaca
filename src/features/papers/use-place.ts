import type { Role } from '../../core/vocabulary.ts'
import { holdsAny, useSignedIn } from '../../web/widgets/session.ts'
import { useAddress } from '../../web/widgets/use-address.ts'
import { ownPapersRoutes, type PapersRoutes, papersRoutes } from './contract.ts'

const readers: readonly Role[] = ['methodOwner', 'leader', 'inspector', 'councilChair', 'councilSecretary', 'councilMember']
const writers: readonly Role[] = ['methodOwner', 'councilSecretary']
const unitWriters: readonly Role[] = ['unitOfficer', 'headOfUnit']

export interface SeenPlace {
  readonly routes: PapersRoutes
  /** Of the unit whose papers they are; the authority's have none. */
  readonly params: { readonly unitId?: string }
  readonly unit?: { readonly id: string; readonly name: string }
  readonly mayWrite: boolean
}

/** Whose register the page shows: the unit named in the address, else the authority's, else that of the own unit; none for whoever has neither. */
export const usePlace = (): SeenPlace | undefined => {
  const signedIn = useSignedIn()
  const [named] = useAddress('don-vi')
  const units = signedIn.grants.flatMap(({ role, unit }) => (unit && unitWriters.includes(role) ? [unit] : []))
  const isReader = holdsAny(signedIn, [...readers])
  const unit = units.find(({ id }) => id === named) ?? (isReader ? undefined : units[0])
  if (unit) return { routes: ownPapersRoutes, params: { unitId: unit.id }, unit, mayWrite: true }
  return isReader ? { routes: papersRoutes, params: {}, mayWrite: holdsAny(signedIn, [...writers]) } : undefined
}
