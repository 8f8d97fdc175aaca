import {
  acknowledge,
  adopt,
  applyEdits,
  type AutosaveState,
  type Edit,
  type Entry,
  emptyState,
  isUnsaved,
  noteRefusals,
  restore,
  type Same,
  settle,
  type Stored,
  undo,
} from './autosave-state.ts'

/** What became of sending: stored with these versions; met by another person's change; refused by value; or not carried at all. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly versions: ReadonlyMap<string, number>; readonly savedAt: Date }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly sentences: ReadonlyMap<string, readonly string[]> }
  | { readonly kind: 'lost' }

export interface AutosaveOptions<Value> {
  readonly same: Same<Value>
  /** Whether a value can be sent; what cannot waits here, kept on this computer. */
  readonly isReady: (id: string, value: Value) => boolean
  readonly save: (changes: readonly Stored<Value>[]) => Promise<SaveOutcome>
  /** What the server has now, after a conflict. */
  readonly reload: () => Promise<readonly Stored<Value>[] | undefined>
  /** Where unsent values are kept; per person and sheet. */
  readonly drafts: DraftStore<Value>
  readonly pauseMs?: number
}

export interface DraftStore<Value> {
  readonly read: () => readonly Stored<Value>[]
  readonly write: (drafts: readonly Stored<Value>[]) => void
}

export type SavingState = 'unsaved' | 'saving' | 'notSaved' | { readonly savedAt: Date } | undefined

export interface AutosaveView<Value> extends AutosaveState<Value> {
  readonly saving: SavingState
}

export interface Autosave<Value> {
  readonly view: () => AutosaveView<Value>
  readonly subscribe: (listen: () => void) => () => void
  /** What the server gave; the first time, unsent values of this computer come back with it. */
  readonly open: (list: readonly Stored<Value>[]) => void
  readonly edit: (edits: readonly Edit<Value>[]) => void
  readonly undo: () => void
  readonly settle: (id: string, keep: 'mine' | 'theirs') => void
  /** Sends what is ready now; resolves when nothing is on its way. True when the server has everything that was ready. */
  readonly flush: () => Promise<boolean>
  readonly stop: () => void
}

const retryMs = 4000

/** A queue that sends what was typed after a pause, one request at a time, and loses nothing: what is not with the server is on this computer. */
export const createAutosave = <Value>(options: AutosaveOptions<Value>): Autosave<Value> => {
  const { same, isReady, drafts, pauseMs = 500 } = options
  const listeners = new Set<() => void>()
  let view: AutosaveView<Value> = { ...emptyState, saving: undefined }
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<boolean> | undefined
  let isOpen = false

  const isSendable = ({ stored, value, conflict, refused }: Entry<Value>): boolean =>
    !same(stored.value, value) && !conflict && !refused && isReady(stored.id, value)
  const unsaved = () => [...view.entries.values()].filter((entry) => isUnsaved(entry, same))
  const set = (state: AutosaveState<Value>, saving: SavingState = view.saving): void => {
    view = { ...state, saving }
    for (const listen of listeners) listen()
  }
  const keep = (): void => drafts.write(unsaved().map(({ stored, value }) => ({ id: stored.id, version: stored.version, value })))
  const schedule = (ms: number): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }
  const change = (state: AutosaveState<Value>): void => {
    set(state)
    keep()
    if (!unsaved().length) return
    set(view, view.saving === 'saving' ? 'saving' : 'unsaved')
    schedule(pauseMs)
  }

  const send = async (): Promise<boolean> => {
    const sent = unsaved()
      .filter(isSendable)
      .map(({ stored, value }) => ({ id: stored.id, version: stored.version, value }))
    if (!sent.length) return true
    set(view, 'saving')
    const outcome = await options.save(sent)
    if (outcome.kind === 'saved') set(acknowledge(view, sent, outcome.versions), { savedAt: outcome.savedAt })
    else await meet(outcome)
    keep()
    if (!unsaved().some(isSendable)) return outcome.kind === 'saved'
    if (outcome.kind === 'saved') return send()
    schedule(outcome.kind === 'lost' ? retryMs : pauseMs)
    return false
  }
  const meet = async (outcome: Exclude<SaveOutcome, { kind: 'saved' }>): Promise<void> => {
    if (outcome.kind === 'conflict') set(adopt(view, (await options.reload()) ?? [], same), 'notSaved')
    else if (outcome.kind === 'refused') set(noteRefusals(view, outcome.sentences), 'notSaved')
    else set(view, 'notSaved')
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
      isOpen = true
      if (unsaved().some(isSendable)) schedule(pauseMs)
    },
    edit: (edits) => change(applyEdits(view, edits)),
    undo: () => change(undo(view)),
    settle: (id, kept) => change(settle(view, id, kept)),
    flush,
    stop: () => clearTimeout(timer),
  }
}
