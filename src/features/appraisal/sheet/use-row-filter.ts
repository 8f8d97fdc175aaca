import { useEffect, useMemo, useState } from 'react'
import { useAddress } from '../../../web/widgets/use-address.ts'
import { isUnsaved } from '../../../web/widgets/autosave/autosave-state.ts'
import { sameDraft } from './draft.ts'
import { countRows, filterLeaves, type RowFilter, rowFilters, type SheetRow, visibleRows } from './sheet-rows.ts'
import type { Sheet } from './use-sheet.ts'
import { checkDraft } from './draft.ts'

export interface RowFilterState {
  readonly chosen: RowFilter
  readonly choose: (filter: RowFilter) => void
  readonly counts: Readonly<Record<RowFilter, number>>
  readonly rows: readonly SheetRow[]
  /** Leaves with something typed that cannot be saved yet. */
  readonly waiting: number
}

/** The filter of rows, kept in the address. Rows are picked when it is chosen and stay while they are worked on. */
export const useRowFilter = ({ rows, view, draftAt }: Sheet): RowFilterState => {
  const [named, name] = useAddress('loc', 'all')
  const chosen = rowFilters.find((each) => each === named) ?? 'all'
  const isOpen = view.entries.size > 0
  const [wanted, setWanted] = useState<ReadonlySet<string>>()
  // Not with every keystroke: only when the filter changes, and once when the sheet has come.
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => setWanted(filterLeaves(rows, draftAt, chosen)), [chosen, isOpen])
  const counts = useMemo(() => countRows(rows, draftAt), [rows, draftAt])
  const shown = useMemo(() => (chosen === 'all' || !wanted ? rows : visibleRows(rows, wanted)), [rows, wanted, chosen])
  const waiting = useMemo(
    () =>
      rows.filter((row) => {
        const entry = view.entries.get(row.node.id)
        if (!entry || !row.leaf || !isUnsaved(entry, sameDraft)) return false
        return entry.conflict !== undefined || entry.refused !== undefined || checkDraft(row.node, row.leaf, entry.value).length > 0
      }).length,
    [rows, view.entries],
  )
  return { chosen, choose: name, counts, rows: shown, waiting }
}
