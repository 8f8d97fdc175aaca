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
export interface Entry<Value, Held = never> {
  readonly stored: Stored<Value>
  readonly value: Value
  /** What was typed and cannot stand. It stays beside the value until it is corrected, and does not keep the value from being saved. */
  readonly held?: Held
  /** What the server has meanwhile, where something else was typed here. */
  readonly conflict?: Stored<Value>
  /** Sentences with which the server refused exactly this value; it is sent again once it changes. */
  readonly refused?: readonly string[]
}

export interface AutosaveState<Value, Held = never> {
  readonly entries: ReadonlyMap<string, Entry<Value, Held>>
  /** What stood before each act of the person, newest last. */
  readonly past: readonly (readonly Edit<Value, Held>[])[]
  /** What the newest act was about, where it may still go on: typing on in one field is one act. */
  readonly step?: string | undefined
}

/** A value as a person leaves it; `held` is what was typed and does not stand. */
export interface Edit<Value, Held = never> {
  readonly id: string
  readonly value: Value
  readonly held?: Held
}

/** An edit as it is kept on this computer, with the version it was typed over. */
export type Draft<Value, Held = never> = Edit<Value, Held> & { readonly version: number }

export type Same<Value> = (a: Value, b: Value) => boolean

const undoDepth = 200

export const emptyState = { entries: new Map(), past: [] } as const

const updated = <Value, Held>(state: AutosaveState<Value, Held>, entries: readonly Entry<Value, Held>[]): AutosaveState<Value, Held> => {
  const next = new Map(state.entries)
  for (const entry of entries) next.set(entry.stored.id, entry)
  return { ...state, entries: next }
}

const without = <Value, Held, Key extends 'refused' | 'conflict' | 'held'>(
  entry: Entry<Value, Held>,
  ...keys: readonly Key[]
): Entry<Value, Held> =>
  Object.fromEntries(Object.entries(entry).filter(([key]) => !keys.some((each) => each === key))) as unknown as Entry<Value, Held>

const editOf = <Value, Held>({ stored, value, held }: Entry<Value, Held>): Edit<Value, Held> => ({
  id: stored.id,
  value,
  ...(held !== undefined && { held }),
})

const edited = <Value, Held>(entry: Entry<Value, Held>, { value, held }: Edit<Value, Held>): Entry<Value, Held> => ({
  ...without(entry, 'refused', 'held'),
  value,
  ...(held !== undefined && { held }),
})

/** Whether something stands here that the server does not have. */
export const isUnsaved = <Value, Held>({ stored, value }: Entry<Value, Held>, same: Same<Value>): boolean => !same(stored.value, value)

/** Whether something typed would be lost if the page were gone. */
export const isKeptHereOnly = <Value, Held>(entry: Entry<Value, Held>, same: Same<Value>): boolean =>
  entry.held !== undefined || isUnsaved(entry, same)

/**
 * One act of the person, one step of undo; an act with the same `step` as the one before goes on with it. An id nobody knows is left out.
 */
export const applyEdits = <Value, Held>(
  state: AutosaveState<Value, Held>,
  edits: readonly Edit<Value, Held>[],
  step?: string,
): AutosaveState<Value, Held> => {
  const known = edits.flatMap((edit) => {
    const entry = state.entries.get(edit.id)
    return entry ? [{ before: editOf(entry), after: edited(entry, edit) }] : []
  })
  const goesOn = step !== undefined && step === state.step
  const past = goesOn ? state.past : [...state.past.slice(1 - undoDepth), known.map(({ before }) => before)]
  const after = known.map((each) => each.after)
  return { ...updated(state, after), past, step }
}

/** Takes the last act back; what was saved meanwhile is saved again with its old value. */
export const undo = <Value, Held>(state: AutosaveState<Value, Held>): AutosaveState<Value, Held> => {
  const last = state.past.at(-1)
  return last ? { ...applyEdits(state, last), past: state.past.slice(0, -1) } : state
}

/** What was sent is stored now; what was typed since stays unsaved. */
export const acknowledge = <Value, Held>(
  state: AutosaveState<Value, Held>,
  sent: readonly Edit<Value, Held>[],
  versions: ReadonlyMap<string, number>,
): AutosaveState<Value, Held> =>
  updated(
    state,
    sent.flatMap(({ id, value }) => {
      const [entry, version] = [state.entries.get(id), versions.get(id)]
      return entry && version !== undefined ? [{ ...without(entry, 'refused'), stored: { id, version, value } }] : []
    }),
  )

/** Takes what the server has now; where something else was typed here, a person has to choose. */
export const adopt = <Value, Held>(
  state: AutosaveState<Value, Held>,
  list: readonly Stored<Value>[],
  same: Same<Value>,
): AutosaveState<Value, Held> =>
  updated(
    state,
    list.flatMap((theirs): Entry<Value, Held>[] => {
      const entry = state.entries.get(theirs.id)
      if (!entry) return [{ stored: theirs, value: theirs.value }]
      if (theirs.version <= entry.stored.version) return []
      const isTaken = !isUnsaved(entry, same) || same(entry.value, theirs.value)
      if (isTaken) return [{ ...without(entry, 'conflict', 'refused'), stored: theirs, value: theirs.value }]
      return [{ ...entry, conflict: theirs }]
    }),
  )

/**
 * Values kept on this computer come back as one act, which can be taken back; one that was typed over an older version meets what came since as
 * a conflict.
 */
export const restore = <Value, Held>(
  state: AutosaveState<Value, Held>,
  drafts: readonly Draft<Value, Held>[],
  same: Same<Value>,
): AutosaveState<Value, Held> => {
  const back = drafts.flatMap(({ version, ...draft }) => {
    const entry = state.entries.get(draft.id)
    if (!entry || (draft.held === undefined && same(entry.stored.value, draft.value))) return []
    const isOlder = version !== entry.stored.version && !same(entry.stored.value, draft.value)
    return [{ before: editOf(entry), after: { ...edited(entry, draft), ...(isOlder && { conflict: entry.stored }) } }]
  })
  if (back.length === 0) return state
  const after = back.map((each) => each.after)
  return { ...updated(state, after), past: [...state.past, back.map(({ before }) => before)] }
}

/** Notes why the server does not take a value. */
export const noteRefusals = <Value, Held>(
  state: AutosaveState<Value, Held>,
  refusals: ReadonlyMap<string, readonly string[]>,
): AutosaveState<Value, Held> =>
  updated(
    state,
    [...refusals].flatMap(([id, refused]) => {
      const entry = state.entries.get(id)
      return entry ? [{ ...entry, refused }] : []
    }),
  )

/** Holds what the server does not take beside what it does take; no act of the person, so no step of undo. */
export const holdBack = <Value, Held>(state: AutosaveState<Value, Held>, edits: readonly Edit<Value, Held>[]): AutosaveState<Value, Held> =>
  updated(
    state,
    edits.flatMap((edit) => {
      const entry = state.entries.get(edit.id)
      return entry ? [edited(entry, edit)] : []
    }),
  )

/** Settles a conflict: mine is sent over theirs, or theirs stands; either can be taken back. */
export const settle = <Value, Held>(state: AutosaveState<Value, Held>, id: string, keep: 'mine' | 'theirs'): AutosaveState<Value, Held> => {
  const entry = state.entries.get(id)
  if (!entry?.conflict) return state
  const settled = updated(state, [{ ...without(entry, 'conflict'), stored: entry.conflict }])
  return keep === 'mine' ? settled : applyEdits(settled, [{ id, value: entry.conflict.value }])
}
