import { type KeyboardEvent, type RefObject, useEffect } from 'react'

const cellsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>('[data-column]')]
const rowsOf = (table: HTMLElement): HTMLElement[] =>
  [...table.querySelectorAll<HTMLElement>('tbody tr[data-level]')].filter((row) => cellsOf(row).length > 0)

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const target = (table: HTMLElement, cell: HTMLElement, event: KeyboardEvent): HTMLElement | undefined => {
  const rows = rowsOf(table)
  const line = cell.closest('tr')
  const row = line ? rows.indexOf(line) : -1
  const column = line ? cellsOf(line).indexOf(cell) : -1
  const step = steps[event.key]
  if (step) return cellsOf(rows[row + step[0]] ?? table)[column + step[1]]
  const end = event.key === 'Home' ? 0 : event.key === 'End' ? -1 : undefined
  if (end === undefined) return undefined
  return event.ctrlKey ? cellsOf(rows.at(end) ?? table)[column] : cellsOf(rows[row] ?? table).at(end)
}

/** Arrow keys, Home and End walk over the cells of a grid; one cell at a time is in the order of Tab. */
export const useGridKeys = (table: RefObject<HTMLTableElement | null>) => {
  useEffect(() => {
    const grid = table.current
    if (grid && !grid.querySelector('[data-column][tabindex="0"]')) grid.querySelector('[data-column]')?.setAttribute('tabindex', '0')
  })
  return (event: KeyboardEvent): void => {
    const cell = event.target
    if (!table.current || !(cell instanceof HTMLElement) || cell.dataset['column'] === undefined) return
    const next = target(table.current, cell, event)
    if (!next) return
    event.preventDefault()
    cell.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }
}
