import type { PlanParts } from '../../core/improvement/plan-file.ts'
import { useChange } from '../../web/widgets/use-call.ts'
import { improvementRoutes, type PlanView } from './contract.ts'

/** Saves whole parts of the plan that the page shows, from the version it shows. */
export const usePlanParts = (view: PlanView) => {
  const change = useChange(improvementRoutes.change)
  const save = async (parts: PlanParts): Promise<boolean> =>
    (await change.run({ params: { unitId: view.unit.id, planId: view.id }, body: parts, ifMatch: view.version })).ok
  return { save, isRunning: change.isRunning, refused: change.refused, forget: change.forget }
}

/** Parts of the plan as approved are changed only while it is a draft; the lists kept alongside until it is closed. */
export const changesOf = ({ mayChange, stage }: PlanView) => ({
  plan: mayChange && stage === 'draft',
  lists: mayChange && stage !== 'closed',
})

export type Entry<Part extends keyof PlanView['plan']> = PlanView['plan'][Part] extends readonly (infer One)[] ? One : never

/** Names of divisions that a form offers: of the register, then those that the plan uses. */
export const divisionNames = ({ divisions, plan }: PlanView): readonly string[] => [
  ...new Set([...divisions.map(({ name }) => name), ...plan.tasks.flatMap(({ leadUnit }) => leadUnit ?? [])]),
]

/** An id that no entry of the list has: `n4`. */
export const freshId = (prefix: string, entries: readonly { readonly id: string }[]): string => {
  const taken = new Set(entries.map(({ id }) => id))
  let number = entries.length + 1
  while (taken.has(`${prefix}${number}`)) number++
  return `${prefix}${number}`
}
