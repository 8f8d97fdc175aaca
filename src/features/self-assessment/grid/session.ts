import { formatFigure } from '../../../language/format.ts'
import { cycleMoveTexts } from '../../../language/pages/cycle-move.ts'
import type { Framework } from '../../../core/framework/framework.ts'
import { selfScoredPart } from '../../../core/self-assessment/self-scored-part.ts'
import { type AutosaveOptions, createAutosave, type DraftStore } from '../../../web/widgets/autosave/autosave.ts'
import { claimTotals } from '../claim-totals.ts'
import type { Sheet, SheetTotal } from '../contract.ts'
import { type Claim, claimsOf, type Entry, sameClaim, type SheetAutosave, storedClaims, type Typed } from './entry.ts'
import { type SheetRows, rowsOf } from './sheet-rows.ts'
import { type OfferedFacts, offeredFactsOf } from './offered-facts.ts'
import { createStore, type Store } from './store.ts'

export type GridColumn = 'points' | 'explanation'

/** Where the officer is. `text` is there while a cell is being edited: what it starts with. */
export interface Selection {
  readonly nodeId: string
  readonly column: GridColumn
  readonly text?: string
  /** Whether the cell should take the focus, or was only pointed at from elsewhere. */
  readonly takesFocus: boolean
}

/** Everything one open sheet works with; lives as long as its page. */
export interface SheetSession {
  readonly rows: SheetRows
  readonly framework: Framework
  readonly canChange: boolean
  readonly sheet: SheetAutosave
  readonly selection: Store<Selection | undefined>
  /** What is read out. */
  readonly announcement: Store<string>
  readonly totals: () => ReadonlyMap<string, SheetTotal>
  /** The open editor, if there is one: takes its text before the officer goes elsewhere or leaves the page. */
  readonly editor: { commit: (() => void) | undefined }
  /** Goes into the facts of the selected leaf; whether there was a form to go into. */
  readonly facts: { enter: ((key?: string) => boolean) | undefined }
  /** What the register of facts offers. */
  readonly register: OfferedFacts
  /** How many entries of an earlier visit came back. */
  readonly restored: number
}

const runningTotals = (framework: Framework, sheet: SheetAutosave): SheetSession['totals'] => {
  const own = selfScoredPart(framework)
  let known: { entries: unknown; totals: ReadonlyMap<string, SheetTotal> } | undefined
  return () => {
    const state = sheet.view()
    if (known?.entries !== state.entries)
      known = { entries: state.entries, totals: new Map(claimTotals(own, claimsOf(state)).map((total) => [total.nodeId, total])) }
    return known.totals
  }
}

/** Where Tab enters the table. */
const firstCell = ({ own }: SheetRows): Selection | undefined => own[0] && { nodeId: own[0].id, column: 'points', takesFocus: false }

/** What the server would not take stays to be corrected; the claim goes back to what the server has, with the explanation typed since. */
const holdRefused = ({ stored, value }: Entry, sentences: readonly string[]) => {
  const isOnlyExplained = sameClaim({ ...value, explanation: '' }, { ...stored.value, explanation: '' })
  const { explanation: _, ...before } = stored.value
  return {
    id: stored.id,
    value: isOnlyExplained ? stored.value : { ...before, ...(value.explanation && { explanation: value.explanation }) },
    held: {
      text: (isOnlyExplained ? value.explanation : value.points) ?? '',
      message: sentences.join(' '),
      ...(value.inputs && { inputs: value.inputs }),
    },
  }
}

/** Points that the leaf takes no more since the framework changed stand in their place, refused, until somebody types others. */
const holdUnsettled = (sheet: SheetAutosave, claims: Sheet['claims']): void => {
  const unsettled = claims.flatMap(({ nodeId, typedPoints }) => {
    const entry = sheet.view().entries.get(nodeId)
    if (typedPoints === undefined || !entry || entry.held) return []
    const text = formatFigure(typedPoints)
    return [{ id: nodeId, value: entry.value, held: { text, message: cycleMoveTexts.left.typed(text) } }]
  })
  if (unsettled.length > 0) sheet.edit(unsettled)
}

/** Under which name unsent claims of one person on one sheet are kept on this computer. */
export const draftsName = (personId: string, cycleId: string, unitId: string): string => `claims.${personId}.${cycleId}.${unitId}`

const noDrafts: DraftStore<Claim, Typed> = { read: () => [], write: () => undefined }

/** Opens a sheet for work: what was kept on this computer comes back, every change is kept and then saved. */
export const openSession = (
  given: Sheet,
  framework: Framework,
  drafts: DraftStore<Claim, Typed>,
  savingOf: (nodeIds: readonly string[]) => Pick<AutosaveOptions<Claim, Typed>, 'save' | 'reload'>,
): SheetSession => {
  const rows = rowsOf(framework, given.previous, given.targets)
  const canChange = given.closedBecause === undefined
  const sheet = createAutosave<Claim, Typed>({
    ...savingOf(rows.ownIds),
    same: sameClaim,
    isReady: () => true,
    drafts: canChange ? drafts : noDrafts,
    hold: holdRefused,
  })
  sheet.open(storedClaims(rows.ownIds, given.claims))
  const restored = sheet.view().past.at(-1)?.length ?? 0
  if (canChange) holdUnsettled(sheet, given.claims)
  return {
    rows,
    framework,
    canChange,
    sheet,
    editor: { commit: undefined },
    facts: { enter: undefined },
    selection: createStore<Selection | undefined>(firstCell(rows)),
    announcement: createStore(''),
    totals: runningTotals(framework, sheet),
    register: offeredFactsOf(given),
    restored,
  }
}
