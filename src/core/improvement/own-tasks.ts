import { comparedName } from '../organisation/same-name.ts'
import type { Task } from './task.ts'

/** Somebody who works on a plan: the names of the divisions they serve in, and their own. */
export interface Worker {
  readonly divisions: readonly string[]
  readonly person: string
}

/** Whether a task is a worker's: their division leads it or is named beside, or they are named themselves. Names are compared as units are (`comparedName`). */
export const isOwnTask = ({ leadUnit, coordinatingUnits, persons }: Task, { divisions, person }: Worker): boolean => {
  const units = new Set([...(leadUnit === undefined ? [] : [leadUnit]), ...coordinatingUnits].map(comparedName))
  return divisions.some((name) => units.has(comparedName(name))) || persons.some((name) => comparedName(name) === comparedName(person))
}
