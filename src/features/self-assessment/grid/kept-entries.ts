import type { KeptEntry } from './sheet-state.ts'

const keyOf = (personId: string, cycleId: string, unitId: string): string => `parindex.unsaved.${personId}.${cycleId}.${unitId}`

/** Where entries of one person on one sheet are kept on this computer until the server has them. A full or closed storage keeps nothing. */
export interface KeptEntries {
  readonly read: () => readonly KeptEntry[]
  readonly write: (entries: readonly KeptEntry[]) => void
}

export const keptEntriesOf = (personId: string, cycleId: string, unitId: string): KeptEntries => {
  const key = keyOf(personId, cycleId, unitId)
  return {
    read: () => {
      try {
        const parsed: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
        return Array.isArray(parsed) ? (parsed as KeptEntry[]) : []
      } catch {
        return []
      }
    },
    write: (entries) => {
      try {
        if (entries.length) localStorage.setItem(key, JSON.stringify(entries))
        else localStorage.removeItem(key)
      } catch {
        // Saving to the server goes on.
      }
    },
  }
}
