import type { Draft } from './autosave-state.ts'
import type { DraftStore } from './autosave.ts'

const prefix = 'parindex.draft.'

/** Keeps unsent values in this browser. Where it refuses to keep anything (private windows), typing goes on without. */
export const localDrafts = <Value, Held = never>(name: string): DraftStore<Value, Held> => ({
  read: () => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(prefix + name) ?? '[]')
      return Array.isArray(kept) ? (kept as readonly Draft<Value, Held>[]) : []
    } catch {
      return []
    }
  },
  write: (drafts) => {
    try {
      if (drafts.length) localStorage.setItem(prefix + name, JSON.stringify(drafts))
      else localStorage.removeItem(prefix + name)
    } catch {
      // The server still has everything that was ready to be sent.
    }
  },
})
