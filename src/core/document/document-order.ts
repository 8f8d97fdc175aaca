import type { Problem } from '../problem.ts'
import type { Branch } from './tree.ts'

/** Problems in the order of the rows they are about; those of the whole come last, and equal places keep the order they were found in. */
export const inDocumentOrder = (problems: readonly Problem[], all: readonly Branch[]): readonly Problem[] => {
  const places = new Map(all.map(({ id }, index) => [id, index] as const))
  const place = (problem: Problem): number => places.get(problem.at) ?? (problem.at === 'total' ? all.length : all.length + 1)
  return problems
    .map((problem, index) => ({ problem, index, place: place(problem) }))
    .sort((a, b) => a.place - b.place || a.index - b.index)
    .map(({ problem }) => problem)
}

/** Problems of nodes with the line their row stands in. */
export const placed = (problems: readonly Problem[], all: readonly Branch[]): readonly Problem[] => {
  const lines = new Map(all.map(({ id, row }) => [id, row.line] as const))
  return problems.map((problem) => {
    const line = lines.get(problem.at)
    return line === undefined ? problem : { ...problem, line }
  })
}
