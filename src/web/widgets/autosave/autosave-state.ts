/** What the server has under one id; version 0 where it has nothing yet. */
export interface Stored<Value> {
  readonly id: string
  readonly version: number
  readonly value: Value
  /** Who changed it last, for showing a conflict. */
  readonly by?: string | undefined
  readonly moment?: string | undefined
}

/** One value on the page: what the server has, what stands here, and what keeps the two apart. */
export interface Entry<Value> {
  readonly stored: Stored<Value>
  readonly value: Value
  /** What the server has meanwhile, where something else was typed here. */
  readonly conflict?: Stored<Value>
  /** Sentences with which the server refused exactly this value; it is sent again once it changes. */
  readonly refused?: readonly string[]
}

export interface AutosaveState<Value> {
  readonly entries: ReadonlyMap<string, Entry<Value>>
  /** What stood before each act of the person, newest last. */
  readonly past: readonly (readonly Edit<Value>[])[]
}

export interface Edit<Value> {
  readonly id: string
  readonly value: Value
}

export type Same<Value> = (a: Value, b: Value) => boolean

const undoDepth = 200

export const emptyState = { entries: new Map(), past: [] } as const

const updated = <Value>(state: AutosaveState<Value>, entries: readonly Entry<Value>[]): AutosaveState<Value> => {
  const next = new Map(state.entries)
  for (const entry of entries) next.set(entry.stored.id, entry)
  return { ...state, entries: next }
}

/** Whether something stands here that the server does not have. */
export const isUnsaved = <Value>({ stored, value }: Entry<Value>, same: Same<Value>): boolean => !same(stored.value, value)

/** One act of the person, one step of undo. An id nobody knows is left out. */
export const applyEdits = <Value>(state: AutosaveState<Value>, edits: readonly Edit<Value>[]): AutosaveState<Value> => {
  const known = edits.flatMap(({ id, value }) => {
    const entry = state.entries.get(id)
    return entry ? [{ before: { id, value: entry.value }, after: { ...withoutRefusal(entry), value } }] : []
  })
  const past = [...state.past.slice(1 - undoDepth), known.map(({ before }) => before)]
  return {
    ...updated(
      state,
      known.map(({ after }) => after),
    ),
    past,
  }
}

const withoutRefusal = <Value>({ refused: _, ...entry }: Entry<Value>): Entry<Value> => entry
const withoutConflict = <Value>({ conflict: _, ...entry }: Entry<Value>): Entry<Value> => entry

/** Takes the last act back; what was saved meanwhile is saved again with its old value. */
export const undo = <Value>(state: AutosaveState<Value>): AutosaveState<Value> => {
  const last = state.past.at(-1)
  return last ? { ...applyEdits(state, last), past: state.past.slice(0, -1) } : state
}

/** What was sent is stored now; what was typed since stays unsaved. */
export const acknowledge = <Value>(
  state: AutosaveState<Value>,
  sent: readonly Edit<Value>[],
  versions: ReadonlyMap<string, number>,
): AutosaveState<Value> =>
  updated(
    state,
    sent.flatMap(({ id, value }) => {
      const [entry, version] = [state.entries.get(id), versions.get(id)]
      return entry && version !== undefined ? [{ ...withoutRefusal(entry), stored: { id, version, value } }] : []
    }),
  )

/** Takes what the server has now; where something else was typed here, a person has to choose. */
export const adopt = <Value>(state: AutosaveState<Value>, list: readonly Stored<Value>[], same: Same<Value>): AutosaveState<Value> =>
  updated(
    state,
    list.flatMap((theirs): Entry<Value>[] => {
      const entry = state.entries.get(theirs.id)
      if (!entry) return [{ stored: theirs, value: theirs.value }]
      if (theirs.version === entry.stored.version) return []
      if (!isUnsaved(entry, same) || same(entry.value, theirs.value)) return [{ stored: theirs, value: theirs.value }]
      return [{ ...entry, conflict: theirs }]
    }),
  )

/** Values kept on this computer come back; one that was typed over an older version meets what came since as a conflict. */
export const restore = <Value>(state: AutosaveState<Value>, drafts: readonly Stored<Value>[], same: Same<Value>): AutosaveState<Value> =>
  updated(
    state,
    drafts.flatMap(({ id, version, value }): Entry<Value>[] => {
      const entry = state.entries.get(id)
      if (!entry || same(entry.stored.value, value)) return []
      return [version === entry.stored.version ? { ...entry, value } : { ...entry, value, conflict: entry.stored }]
    }),
  )

/** Notes why the server does not take a value. */
export const noteRefusals = <Value>(state: AutosaveState<Value>, refusals: ReadonlyMap<string, readonly string[]>): AutosaveState<Value> =>
  updated(
    state,
    [...refusals].flatMap(([id, refused]) => {
      const entry = state.entries.get(id)
      return entry ? [{ ...entry, refused }] : []
    }),
  )

/** Settles a conflict: mine is sent over theirs, or theirs stands; either can be taken back. */
export const settle = <Value>(state: AutosaveState<Value>, id: string, keep: 'mine' | 'theirs'): AutosaveState<Value> => {
  const entry = state.entries.get(id)
  if (!entry?.conflict) return state
  const settled = updated(state, [{ ...withoutConflict(entry), stored: entry.conflict }])
  return keep === 'mine' ? settled : applyEdits(settled, [{ id, value: entry.conflict.value }])
}
