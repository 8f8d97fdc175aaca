import type { NodeId } from '../ids.ts'
import type { EstimatedTask } from './estimated-task.ts'

/**
 * Tasks in an order that keeps few leaves open at a time: after a task come those that work on the leaves it opened, the ones that open least first.
 * Which tasks are the cheapest does not depend on it; how many sets have to be kept apart on the way does.
 */
export const inOrderOfLeaves = (tasks: readonly EstimatedTask[]): readonly EstimatedTask[] => {
  const left = [...tasks]
  const open = new Set<NodeId>()
  const ordered: EstimatedTask[] = []
  while (left.length > 0) {
    const next = left.reduce((best, each) => (newLeaves(each, open) < newLeaves(best, open) ? each : best))
    left.splice(left.indexOf(next), 1)
    ordered.push(next)
    for (const leaf of next.gains.keys()) open.add(leaf)
    for (const leaf of open) if (!left.some(({ gains }) => gains.has(leaf))) open.delete(leaf)
  }
  return ordered
}

const newLeaves = ({ gains }: EstimatedTask, open: ReadonlySet<NodeId>): number =>
  [...gains.keys()].reduce((sum, leaf) => sum + (open.has(leaf) ? -1 : 1), 0)
