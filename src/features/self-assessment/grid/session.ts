import type { Framework } from '../../../core/framework/framework.ts'
import { parsePoints } from '../../../core/exact/points.ts'
import type { Claims } from '../../../core/self-assessment/claims.ts'
import { selfScoredPart } from '../../../core/self-assessment/self-scored-part.ts'
import { claimTotals } from '../claim-totals.ts'
import type { Sheet, SheetTotal } from '../contract.ts'
import { type Autosave, createAutosave, type SaveStatus, type SendClaims } from './autosave.ts'
import type { KeptEntries } from './kept-entries.ts'
import { keptOf, openState, restore, type SheetState } from './sheet-state.ts'
import { type SheetRows, rowsOf } from './sheet-rows.ts'
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
  readonly sheet: Store<SheetState>
  readonly selection: Store<Selection | undefined>
  readonly status: Store<SaveStatus>
  /** What is read out. */
  readonly announcement: Store<string>
  readonly totals: () => ReadonlyMap<string, SheetTotal>
  readonly autosave: Autosave
  /** The open editor, if there is one: takes its text before the officer goes elsewhere or leaves the page. */
  readonly editor: { commit: (() => void) | undefined }
  /** How many entries of an earlier visit came back. */
  readonly restored: number
}

/** The claims that stand on the page, as the core takes them. */
export const claimsOf = (state: SheetState): Claims =>
  new Map(
    [...state.entries.values()].map(({ nodeId, claim: { status, points, explanation } }) => {
      const exact = points === undefined ? undefined : parsePoints(points)
      return [nodeId, { status, ...(exact !== undefined && { points: exact }), ...(explanation && { explanation }) }]
    }),
  )

const runningTotals = (framework: Framework, sheet: Store<SheetState>): SheetSession['totals'] => {
  const own = selfScoredPart(framework)
  let known: { entries: SheetState['entries']; totals: ReadonlyMap<string, SheetTotal> } | undefined
  return () => {
    const { entries } = sheet.get()
    if (known?.entries !== entries)
      known = { entries, totals: new Map(claimTotals(own, claimsOf(sheet.get())).map((total) => [total.nodeId, total])) }
    return known.totals
  }
}

/** Where Tab enters the table. */
const firstCell = ({ own }: SheetRows): Selection | undefined => own[0] && { nodeId: own[0].id, column: 'points', takesFocus: false }

/** Opens a sheet for work: what was kept on this computer comes back, every change is kept and then saved. */
export const openSession = (given: Sheet, framework: Framework, kept: KeptEntries, send: SendClaims): SheetSession => {
  const rows = rowsOf(framework, given.previous)
  const canChange = given.closedBecause === undefined
  const opened = openState(
    rows.own.map(({ id }) => id),
    given.claims,
  )
  const left = canChange ? kept.read() : []
  const state = restore(opened, left)
  const sheet = createStore(state)
  const status = createStore<SaveStatus>({ kind: 'idle' })
  const autosave = createAutosave(sheet, status, send)
  sheet.subscribe(() => {
    kept.write(keptOf(sheet.get()))
    autosave.soon()
  })
  if (canChange) kept.write(keptOf(state))
  return {
    rows,
    framework,
    canChange,
    sheet,
    status,
    autosave,
    editor: { commit: undefined },
    selection: createStore<Selection | undefined>(firstCell(rows)),
    announcement: createStore(''),
    totals: runningTotals(framework, sheet),
    restored: state === opened ? 0 : left.length,
  }
}
