import type { Points } from '../exact/points.ts'
import type { NodeId } from '../ids.ts'

declare const brand: unique symbol
export type TaskId = string & { readonly [brand]: 'TaskId' }
export const taskId = (text: string): TaskId => text as TaskId

/**
 * One task of a remedial plan. It answers losses by the leaves it names; a task of the whole area or of general duty names none.
 * `until` is the last day (ISO) of the deadline, whose words stand in `deadline` ("trong quý III/2022"). Source: seed plans 2, 3 and 4.
 */
export interface Task {
  readonly id: TaskId
  readonly title: string
  readonly area?: NodeId
  readonly leaves: readonly NodeId[]
  readonly leadUnit?: string
  readonly coordinatingUnits: readonly string[]
  readonly persons: readonly string[]
  readonly product?: string
  readonly deadline?: string
  readonly until?: string
  readonly requirements: readonly string[]
  /** In đồng, whole. */
  readonly budget?: bigint
  readonly estimate?: TaskEstimate
}

/** What a task would bring and cost, as the plan's makers estimate it. */
export interface TaskEstimate {
  /** Points by leaf; a leaf never wins more than it lost. */
  readonly gains: ReadonlyMap<NodeId, Points>
  /** Work in whole units of the plan's choice (person-days). */
  readonly effort: number
  /** How likely it succeeds, in whole percent from 1 to 100. */
  readonly likelihood: number
}
