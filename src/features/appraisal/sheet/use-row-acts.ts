import { useMemo, useRef } from 'react'
import { acceptanceOf, claimOf } from './draft.ts'
import { givenId, type RowActs } from './leaf-row.tsx'
import type { SheetRow } from './sheet-rows.ts'
import type { Sheet } from './use-sheet.ts'

/** What rows can do. The functions stay the same while what they look at changes, so that only the row that changed is drawn anew. */
export const useRowActs = (sheet: Sheet, rows: readonly SheetRow[], choose: (id: string) => void): RowActs => {
  const latest = useRef({ sheet, rows })
  latest.current = { sheet, rows }
  return useMemo(() => {
    const go = (from: string, step: 1 | -1): void => {
      const leaves = latest.current.rows.filter(({ leaf }) => leaf).map(({ node }) => node.id as string)
      const next = leaves[leaves.indexOf(from) + step]
      const input = next === undefined ? undefined : document.getElementById(givenId(next))
      input?.focus()
      input?.scrollIntoView({ block: 'nearest' })
    }
    return {
      edit: (id, value) => latest.current.sheet.autosave.edit([{ id, value }]),
      accept: (id) => {
        const leaf = latest.current.rows.find(({ node }) => node.id === id)?.leaf
        const value = leaf && acceptanceOf(claimOf(leaf), leaf)
        if (value) latest.current.sheet.autosave.edit([{ id, value }])
        go(id, 1)
      },
      go,
      choose,
    }
  }, [choose])
}
