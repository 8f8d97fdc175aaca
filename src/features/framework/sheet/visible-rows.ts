import { fold } from '../../../core/document/clean-text.ts'
import type { DraftProblemView, FrameworkRow } from '../framework-shapes.ts'

/** What of the table is shown. */
export interface SheetFilter {
  /** Words looked for without case and diacritics; empty for all. */
  readonly search: string
  readonly onlyProblems: boolean
}

const textOf = ({ code, name, leadUnits, coordinatingUnits, note }: FrameworkRow): string =>
  fold([code, name, ...leadUnits, ...coordinatingUnits, note ?? ''].join(' '))

/** Open problems by the place they stand at. */
export const problemsByPlace = (problems: readonly DraftProblemView[]): ReadonlyMap<string, readonly DraftProblemView[]> => {
  const places = new Map<string, DraftProblemView[]>()
  for (const each of problems) places.set(each.problem.at, [...(places.get(each.problem.at) ?? []), each])
  return places
}

/** Rows that match, each with the rows above it, so that one sees where it stands. */
export const visibleRows = (
  rows: readonly FrameworkRow[],
  { search, onlyProblems }: SheetFilter,
  places: ReadonlyMap<string, readonly DraftProblemView[]>,
): readonly FrameworkRow[] => {
  const words = fold(search)
  if (words === '' && !onlyProblems) return rows
  const parents = new Map(rows.map(({ id, parentId }) => [id, parentId]))
  const shown = new Set<string>()
  for (const row of rows) {
    const hasProblem = places.get(row.id)?.some(({ state }) => state === 'open') ?? false
    if ((onlyProblems && !hasProblem) || !textOf(row).includes(words)) continue
    for (let id: string | undefined = row.id; id !== undefined && !shown.has(id); id = parents.get(id)) shown.add(id)
  }
  return rows.filter(({ id }) => shown.has(id))
}
