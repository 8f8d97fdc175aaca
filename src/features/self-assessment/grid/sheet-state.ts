import { type Claim, claimOf, type Entry, type GivenClaim, isKeptHereOnly, sameClaim, type StoredClaim } from './entry.ts'

type Before = Pick<Entry, 'nodeId' | 'claim' | 'refused'>

export interface SheetState {
  readonly entries: ReadonlyMap<string, Entry>
  /** What stood before each act, newest last. */
  readonly past: readonly (readonly Before[])[]
}

export interface ClaimEdit {
  readonly nodeId: string
  readonly claim: Claim
}

const untouched: StoredClaim = { status: 'missing', version: 0 }
const undoDepth = 200

const updated = (state: SheetState, entries: Iterable<Entry>): SheetState => {
  const next = new Map(state.entries)
  for (const entry of entries) next.set(entry.nodeId, entry)
  return { ...state, entries: next }
}

const entryOf = (state: SheetState, nodeId: string): Entry => state.entries.get(nodeId) ?? { nodeId, stored: untouched, claim: untouched }

const without = <Key extends 'refused' | 'conflict'>(entry: Entry, key: Key): Omit<Entry, Key> => {
  const { [key]: _, ...rest } = entry
  return rest
}

/** The sheet as the server gave it. */
export const openState = (nodeIds: readonly string[], claims: readonly GivenClaim[]): SheetState => {
  const stored = new Map(claims.map(({ nodeId, version, ...claim }) => [nodeId, { ...claimOf(claim), version }]))
  const entries = nodeIds.map((nodeId): [string, Entry] => {
    const known = stored.get(nodeId) ?? untouched
    return [nodeId, { nodeId, stored: known, claim: claimOf(known) }]
  })
  return { entries: new Map(entries), past: [] }
}

const remember = (state: SheetState, nodeIds: readonly string[]): SheetState => {
  const before = nodeIds.map((nodeId): Before => {
    const { claim, refused } = entryOf(state, nodeId)
    return { nodeId, claim, ...(refused && { refused }) }
  })
  return { ...state, past: [...state.past.slice(1 - undoDepth), before] }
}

/** One act of the person, one step of undo: claims that stand, and texts that are refused in their cells. */
export const applyEdits = (
  state: SheetState,
  edits: readonly ClaimEdit[],
  refusals: readonly ({ readonly nodeId: string } & NonNullable<Entry['refused']>)[] = [],
): SheetState => {
  const ids = [...new Set([...edits, ...refusals].map(({ nodeId }) => nodeId))]
  let next = remember(state, ids)
  next = updated(
    next,
    edits.map(({ nodeId, claim }) => ({ ...without(entryOf(next, nodeId), 'refused'), claim: claimOf(claim) })),
  )
  return updated(
    next,
    refusals.map(({ nodeId, text, message }) => ({ ...entryOf(next, nodeId), refused: { text, message } })),
  )
}

/** Takes the last act back; what was sent meanwhile is sent again with its old value. */
export const undo = (state: SheetState): SheetState => {
  const last = state.past.at(-1)
  if (!last) return state
  const restored = last.map((before) => ({ ...without(entryOf(state, before.nodeId), 'refused'), ...before }))
  return { ...updated(state, restored), past: state.past.slice(0, -1) }
}

/** What was sent is stored now; what was typed since stays unsaved. */
export const acknowledge = (
  state: SheetState,
  sent: readonly ClaimEdit[],
  saved: readonly { readonly nodeId: string; readonly version: number }[],
): SheetState => {
  const versions = new Map(saved.map(({ nodeId, version }) => [nodeId, version]))
  return updated(
    state,
    sent.flatMap(({ nodeId, claim }) => {
      const version = versions.get(nodeId)
      return version === undefined ? [] : [{ ...entryOf(state, nodeId), stored: { ...claim, version } }]
    }),
  )
}

/** Takes what others changed; whatever differs from something typed here becomes a conflict for a person to settle. */
export const adopt = (state: SheetState, claims: readonly GivenClaim[]): SheetState =>
  updated(
    state,
    claims.flatMap(({ nodeId, version, changedAt, changedBy, ...claim }) => {
      const entry = entryOf(state, nodeId)
      if (version <= entry.stored.version) return []
      const theirs = { ...claimOf(claim), version }
      const settled = without(entry, 'conflict')
      if (sameClaim(entry.claim, entry.stored) || sameClaim(entry.claim, theirs))
        return [{ ...settled, stored: theirs, claim: claimOf(theirs) }]
      return [{ ...entry, conflict: { theirs, ...(changedBy && { by: changedBy.name }), ...(changedAt && { moment: changedAt }) } }]
    }),
  )

/** Settles a conflict: mine is sent over theirs, or theirs stands. */
export const settleConflict = (state: SheetState, nodeId: string, keep: 'mine' | 'theirs'): SheetState => {
  const entry = entryOf(state, nodeId)
  if (!entry.conflict) return state
  const { theirs } = entry.conflict
  const claim = keep === 'mine' ? entry.claim : claimOf(theirs)
  return updated(remember(state, [nodeId]), [{ ...without(entry, 'conflict'), stored: theirs, claim }])
}

/** What the server would not take goes back to what it has; the points stay in their cell as text, the explanation stays. */
export const refuseSent = (state: SheetState, refusals: readonly { readonly nodeId: string; readonly message: string }[]): SheetState =>
  updated(
    state,
    refusals.map(({ nodeId, message }) => {
      const entry = entryOf(state, nodeId)
      const claim = { ...claimOf(entry.stored), ...(entry.claim.explanation && { explanation: entry.claim.explanation }) }
      return { ...entry, claim, refused: { text: entry.claim.points ?? '', message } }
    }),
  )

/** What was typed on this computer and not yet acknowledged. */
export interface KeptEntry {
  readonly nodeId: string
  readonly version: number
  readonly claim: Claim
  readonly refused?: { readonly text: string; readonly message: string } | undefined
}

export const keptOf = (state: SheetState): readonly KeptEntry[] =>
  [...state.entries.values()]
    .filter(isKeptHereOnly)
    .map(({ nodeId, stored, claim, refused }) => ({ nodeId, version: stored.version, claim, ...(refused && { refused }) }))

/** Puts kept entries back as one act: over what they were typed on, or beside what came since. What arrived after all is dropped. */
export const restore = (state: SheetState, kept: readonly KeptEntry[]): SheetState => {
  const wanted = kept.filter(
    ({ nodeId, claim, refused }) => state.entries.has(nodeId) && (refused || !sameClaim(entryOf(state, nodeId).stored, claim)),
  )
  if (wanted.length === 0) return state
  const before = remember(
    state,
    wanted.map(({ nodeId }) => nodeId),
  )
  return updated(
    before,
    wanted.map(({ nodeId, version, claim, refused }) => {
      const { stored } = entryOf(state, nodeId)
      const isNewer = stored.version > version && !sameClaim(stored, claim)
      return { nodeId, stored, claim: claimOf(claim), ...(refused && { refused }), ...(isNewer && { conflict: { theirs: stored } }) }
    }),
  )
}
