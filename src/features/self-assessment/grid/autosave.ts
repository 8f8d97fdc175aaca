import { type GivenClaim, isUnsaved } from './entry.ts'
import { acknowledge, adopt, type ClaimEdit, refuseSent, type SheetState } from './sheet-state.ts'
import type { Store } from './store.ts'

/** How one attempt to save ended. `fresh` is how the sheet stands after others changed it; `closed` means that nothing can be saved any more. */
export type SaveOutcome =
  | { readonly kind: 'saved'; readonly saved: readonly { readonly nodeId: string; readonly version: number }[]; readonly savedAt: Date }
  | { readonly kind: 'conflict'; readonly fresh: readonly GivenClaim[] }
  | { readonly kind: 'refused'; readonly refusals: readonly { readonly nodeId: string; readonly message: string }[] }
  | { readonly kind: 'closed'; readonly message: string }
  | { readonly kind: 'unreachable' }

export type SendClaims = (claims: readonly (ClaimEdit & { readonly version: number })[]) => Promise<SaveOutcome>

/** What the officer is told: quiet while all is well. */
export type SaveStatus =
  | { readonly kind: 'idle' | 'unsaved' | 'saving' | 'waiting' }
  | { readonly kind: 'saved'; readonly savedAt: Date }
  | { readonly kind: 'closed'; readonly message: string }

export interface Autosave {
  /** Saves what has been quiet for a moment. */
  readonly soon: () => void
  /** Saves now; whether everything that can be saved is. */
  readonly flush: () => Promise<boolean>
}

const pauseAfterEdit = 500
const retryAfter = [2_000, 5_000, 15_000, 30_000]

const unsavedOf = (state: SheetState): readonly (ClaimEdit & { version: number })[] =>
  [...state.entries.values()].filter(isUnsaved).map(({ nodeId, claim, stored }) => ({ nodeId, claim, version: stored.version }))

/** Sends what is unsaved, one request at a time; what cannot arrive is tried again, what others changed is set beside it. */
export const createAutosave = (sheet: Store<SheetState>, status: Store<SaveStatus>, send: SendClaims): Autosave => {
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  let failures = 0
  let stopped = false

  const later = (delay: number): void => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void run(), delay)
  }

  const settle = (outcome: SaveOutcome, sent: readonly ClaimEdit[]): void => {
    failures = outcome.kind === 'unreachable' ? failures + 1 : 0
    if (outcome.kind === 'unreachable') {
      status.change(() => ({ kind: 'waiting' }))
      return later(retryAfter[Math.min(failures, retryAfter.length) - 1] ?? 0)
    }
    if (outcome.kind === 'closed') {
      stopped = true
      return status.change(() => outcome)
    }
    if (outcome.kind === 'saved') sheet.change((state) => acknowledge(state, sent, outcome.saved))
    if (outcome.kind === 'conflict') sheet.change((state) => adopt(state, outcome.fresh))
    if (outcome.kind === 'refused') sheet.change((state) => refuseSent(state, outcome.refusals))
    const isDone = unsavedOf(sheet.get()).length === 0
    status.change((before) => (outcome.kind === 'saved' ? { kind: 'saved', savedAt: outcome.savedAt } : isDone ? { kind: 'idle' } : before))
    if (!isDone) later(0)
  }

  const attempt = async (): Promise<void> => {
    const unsaved = unsavedOf(sheet.get())
    if (unsaved.length === 0 || stopped) return
    status.change(() => ({ kind: 'saving' }))
    settle(await send(unsaved), unsaved)
  }

  const run = (): Promise<void> => {
    clearTimeout(timer)
    running ??= attempt().finally(() => {
      running = undefined
    })
    return running
  }

  return {
    soon: () => {
      if (stopped || unsavedOf(sheet.get()).length === 0) return
      if (failures === 0) {
        status.change(() => ({ kind: 'unsaved' }))
        later(pauseAfterEdit)
      }
    },
    flush: async () => {
      await running
      await run()
      if (unsavedOf(sheet.get()).length > 0 && failures === 0 && !stopped) await run()
      return unsavedOf(sheet.get()).length === 0
    },
  }
}
