import { errorAt, type Problem } from '../problem.ts'
import type { PlanFile } from './plan-file.ts'

/** Entries of a plan that speak of a task that is not in it, each with its place. Asked when a plan is changed: a plan that is stored may be older than a list of it. */
export const checkReferences = ({ tasks, accounts, steps }: Pick<PlanFile, 'tasks' | 'accounts' | 'steps'>): readonly Problem[] => {
  const known = new Set(tasks.map(({ id }) => id))
  return [
    ...accounts.flatMap(({ task }, at) =>
      task === undefined || known.has(task) ? [] : [errorAt('notFound', `accounts.${at}.task`, { what: 'task' })],
    ),
    ...steps.flatMap(({ task }, at) => (known.has(task) ? [] : [errorAt('notFound', `steps.${at}.task`, { what: 'task' })])),
  ]
}
