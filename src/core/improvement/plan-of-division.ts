import { comparedName } from '../organisation/same-name.ts'
import type { PlanFile } from './plan-file.ts'

/**
 * The plan of one division out of the plan of its agency: tasks that it leads, with its own steps among what they require, the losses they answer, and the causes of these.
 * Goals and targets stay those of the agency. Source: R000-54 of the requirements.
 */
export const planOfDivision = (plan: PlanFile, division: string): PlanFile => {
  const tasks = plan.tasks.filter(({ leadUnit }) => leadUnit !== undefined && comparedName(leadUnit) === comparedName(division))
  const leaves = new Set(tasks.flatMap((task) => task.leaves))
  const losses = plan.losses.filter(({ leaf }) => leaves.has(leaf))
  const causes = new Set(losses.flatMap((loss) => loss.causes))
  const stepsOf = (id: string): readonly string[] => plan.steps.filter(({ task }) => task === id).map(({ text }) => text)
  return {
    ...plan,
    losses,
    causes: plan.causes.filter(({ id }) => causes.has(id)),
    tasks: tasks.map((task) => ({ ...task, requirements: [...task.requirements, ...stepsOf(task.id)] })),
    targets: plan.targets.filter(({ leaf }) => leaves.has(leaf)),
  }
}
