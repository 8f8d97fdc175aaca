import { pointsText } from '../exact/points.ts'
import { type Problem, warningAt } from '../problem.ts'
import type { LostLeaf } from './loss.ts'
import type { Task } from './task.ts'

/**
 * What keeps a plan from answering the losses: a loss that no task names, a task that names no loss, a task without a lead unit, without a product or without a deadline.
 * All are warnings: a plan also keeps what was reached. Source: R002-04, R002-19, R003-24 of the requirements.
 */
export const checkTasks = (losses: readonly LostLeaf[], tasks: readonly Task[]): readonly Problem[] => {
  const lost = new Set(losses.map(({ leaf }) => leaf))
  const answered = new Set(tasks.flatMap(({ leaves }) => leaves))
  return [
    ...losses
      .filter(({ leaf }) => !answered.has(leaf))
      .map(({ leaf, lost }) => warningAt('lossWithoutTask', leaf, { lost: pointsText(lost) })),
    ...tasks.flatMap((task) => [
      ...(task.leaves.some((leaf) => lost.has(leaf)) ? [] : [warningAt('taskWithoutLoss', task.id, { task: task.title })]),
      ...(task.leadUnit === undefined ? [warningAt('taskWithout', task.id, { task: task.title, lacks: 'leadUnit' })] : []),
      ...(task.product === undefined ? [warningAt('taskWithout', task.id, { task: task.title, lacks: 'product' })] : []),
      ...(task.until === undefined ? [warningAt('taskWithout', task.id, { task: task.title, lacks: 'deadline' })] : []),
    ]),
  ]
}
