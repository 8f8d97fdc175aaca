import { createContext, use, useSyncExternalStore } from 'react'
import type { AutosaveView } from '../../../web/widgets/autosave/autosave.ts'
import type { SheetTotal } from '../contract.ts'
import type { Claim, Entry, Typed } from './entry.ts'
import type { Selection, SheetSession } from './session.ts'
import type { Store } from './store.ts'

export const SessionContext = createContext<SheetSession | undefined>(undefined)

export const useSession = (): SheetSession => {
  const session = use(SessionContext)
  if (!session) throw new Error('part of a sheet outside its session')
  return session
}

/** Renders again only when what is picked has changed: one edit, one row. `pick` must give back the same value while nothing changed. */
export const usePicked = <T, Picked>(store: Store<T>, pick: (value: T) => Picked): Picked =>
  useSyncExternalStore(store.subscribe, () => pick(store.get()))

/** The same of the claims and how they are saved. */
export const useSheet = <Picked>(pick: (view: AutosaveView<Claim, Typed>) => Picked): Picked => {
  const { sheet } = useSession()
  return useSyncExternalStore(sheet.subscribe, () => pick(sheet.view()))
}

export const useEntry = (nodeId: string): Entry | undefined => useSheet(({ entries }) => entries.get(nodeId))

export const useTotal = (nodeId: string): SheetTotal | undefined => {
  const session = useSession()
  return useSyncExternalStore(session.sheet.subscribe, () => session.totals().get(nodeId))
}

/** The selection where it is in this row; nothing for all other rows. */
export const useSelectionIn = (nodeId: string): Selection | undefined =>
  usePicked(useSession().selection, (selection) => (selection?.nodeId === nodeId ? selection : undefined))
