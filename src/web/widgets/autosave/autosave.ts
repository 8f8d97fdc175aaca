import {
  acknowledge,
  adopt,
  applyEdits,
  type AutosaveState,
  type Draft,
  type Edit,
  type Entry,
  emptyState,
  holdBack,
  isKeptHereOnly,
  isUnsaved,
  noteRefusals,
  restore,
  type Same,
  settle,
  type Stored,
  undo,
} from './autosave-state.ts'

/**
 * What became of sending: stored with these versions; met by another person's change; refused by value; not carried at all; or `closed`:
 * nothing can be saved any more, and why.
 */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly versions: ReadonlyMap<string, number>; readonly savedAt: Date }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly sentences: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'lost' }
  | { readonly kind: 'closed'; readonly message: string }

export interface AutosaveOptions<Value, Held = never> {
  readonly same: Same<Value>
  /** Whether a value can be sent; what cannot waits here, kept on this computer. */
  readonly isReady: (id: string, value: Value) => boolean
  readonly save: (changes: readonly Stored<Value>[]) => Promise<SaveOutcome>
  /** What the server has now, after a conflict. */
  readonly reload: () => Promise<readonly Stored<Value>[] | undefined>
  /** Where unsent values are kept; per person and sheet. */
  readonly drafts: DraftStore<Value, Held>
  /** What stands and what is held where the server refused a value; without it the refused value stands and waits. */
  readonly hold?: (entry: Entry<Value, Held>, sentences: readonly string[]) => Edit<Value, Held>
  readonly pauseMs?: number
}

export interface DraftStore<Value, Held = never> {
  readonly read: () => readonly Draft<Value, Held>[]
  readonly write: (drafts: readonly Draft<Value, Held>[]) => void
}

export type SavingState = 'unsaved' | 'saving' | 'notSaved' | { readonly savedAt: Date } | undefined

export interface AutosaveView<Value, Held = never> extends AutosaveState<Value, Held> {
  readonly saving: SavingState
  /** Why nothing can be saved any more. */
  readonly closed?: string
}

export interface Autosave<Value, Held = never> {
  readonly view: () => AutosaveView<Value, Held>
  readonly subscribe: (listen: () => void) => () => void
  /** What the server gave; the first time, unsent values of this computer come back with it. */
  readonly open: (list: readonly Stored<Value>[]) => void
  /** One act; with the same `step` as the act before it goes on with that one. */
  readonly edit: (edits: readonly Edit<Value, Held>[], step?: string) => void
  readonly undo: () => void
  readonly settle: (id: string, keep: 'mine' | 'theirs') => void
  /** Sends what is ready now; resolves when nothing is on its way. True when the server has everything that was ready. */
  readonly flush: () => Promise<boolean>
  readonly stop: () => void
}

/** Pauses before what could not be carried is tried again, growing. */
const retryMs = [2_000, 5_000, 15_000, 30_000]

/** A queue that sends what was typed after a pause, one request at a time, and loses nothing: what is not with the server is on this computer. */
export const createAutosave = <Value, Held = never>(options: AutosaveOptions<Value, Held>): Autosave<Value, Held> => {
  const { same, isReady, drafts, pauseMs = 500 } = options
  const listeners = new Set<() => void>()
  let view: AutosaveView<Value, Held> = { ...emptyState, saving: undefined }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  let isOpen = false
  let failures = 0

  const isSendable = ({ stored, value, conflict, refused }: Entry<Value, Held>): boolean =>
    view.closed === undefined && !same(stored.value, value) && !conflict && !refused && isReady(stored.id, value)
  const hasSendable = (): boolean => [...view.entries.values()].some(isSendable)
  const set = (state: AutosaveState<Value, Held>, saving: SavingState = view.saving): void => {
    view = { ...view, ...state, saving }
    for (const listen of listeners) listen()
  }
  const keep = (): void =>
    drafts.write(
      [...view.entries.values()]
        .filter((entry) => isKeptHereOnly(entry, same))
        .map(({ stored, value, held }) => ({ id: stored.id, version: stored.version, value, ...(held !== undefined && { held }) })),
    )
  const schedule = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const change = (state: AutosaveState<Value, Held>): void => {
    set(state)
    keep()
    if (view.closed !== undefined || ![...view.entries.values()].some((entry) => isUnsaved(entry, same))) return
    if (failures === 0) set(view, view.saving === 'saving' ? 'saving' : 'unsaved')
    schedule(pauseMs)
  }

  const send = async (): Promise<boolean> => {
    const sent = [...view.entries.values()]
      .filter(isSendable)
      .map(({ stored, value }) => ({ id: stored.id, version: stored.version, value }))
    if (!sent.length) return true
    if (failures === 0) set(view, 'saving')
    const outcome = await options.save(sent)
    const isLost = outcome.kind === 'saved' ? took(sent, outcome) : await meet(outcome)
    failures = isLost ? failures + 1 : 0
    keep()
    if (!hasSendable()) return outcome.kind === 'saved'
    if (outcome.kind === 'saved') return send()
    schedule(isLost ? (retryMs[Math.min(failures, retryMs.length) - 1] ?? pauseMs) : pauseMs)
    return false
  }
  const took = (sent: readonly Stored<Value>[], { versions, savedAt }: Extract<SaveOutcome, { kind: 'saved' }>): false => {
    set(acknowledge(view, sent, versions), { savedAt })
    return false
  }
  /** Whether nothing was carried, so that it has to be tried again. */
  const meet = async (outcome: Exclude<SaveOutcome, { kind: 'saved' }>): Promise<boolean> => {
    if (outcome.kind === 'lost') set(view, 'notSaved')
    if (outcome.kind === 'refused') set(refuse(outcome.sentences), 'notSaved')
    if (outcome.kind === 'closed') {
      view = { ...view, closed: outcome.message }
      set(view, 'notSaved')
    }
    if (outcome.kind !== 'conflict') return outcome.kind === 'lost'
    const fresh = await options.reload()
    set(fresh ? adopt(view, fresh, same) : view, 'notSaved')
    return fresh === undefined
  }
  const refuse = (sentences: ReadonlyMap<string, readonly string[]>): AutosaveState<Value, Held> => {
    const { hold } = options
    if (!hold) return noteRefusals(view, sentences)
    const held = [...sentences].flatMap(([id, words]) => {
      const entry = view.entries.get(id)
      return entry ? [hold(entry, words)] : []
    })
    return holdBack(view, held)
  }
  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    running = (running ?? Promise.resolve(true)).then(send)
    return running
  }

  return {
    view: () => view,
    subscribe: (listen) => {
      listeners.add(listen)
      return () => listeners.delete(listen)
    },
    open: (list) => {
      const adopted = adopt(view, list, same)
      set(isOpen ? adopted : restore(adopted, drafts.read(), same))
      if (!isOpen) keep()
      isOpen = true
      if (hasSendable()) schedule(pauseMs)
    },
    edit: (edits, step) => change(applyEdits(view, edits, step)),
    undo: () => change(undo(view)),
    settle: (id, kept) => change(settle(view, id, kept)),
    flush,
    stop: () => clearTimeout(timer),
  }
}
