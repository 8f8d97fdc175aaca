import { useSignedIn } from '../../web/widgets/session.ts'
import { type DocumentChanges, documentChanges, ownDocumentChanges } from './changes-contract.ts'

/** A place whose documents the person may write: the authority's or one unit's. */
export interface WritingPlace {
  readonly routes: DocumentChanges
  readonly params: { readonly unitId?: string }
  readonly name: string
}

/** Where the person may write; what is allowed, the server decides. */
export const useWriting = (): readonly WritingPlace[] => {
  const { grants, authority } = useSignedIn()
  const units = new Map(
    grants.flatMap(({ role, unit }) => (unit && (role === 'unitOfficer' || role === 'headOfUnit') ? [[unit.id, unit] as const] : [])),
  )
  return [
    ...(grants.some(({ role }) => role === 'methodOwner') ? [{ routes: documentChanges, params: {}, name: authority.name }] : []),
    ...[...units.values()].map(({ id, name }) => ({ routes: ownDocumentChanges, params: { unitId: id }, name })),
  ]
}

export const placeOf = (places: readonly WritingPlace[], unitId: string | undefined): WritingPlace | undefined =>
  places.find(({ params }) => params.unitId === unitId)
