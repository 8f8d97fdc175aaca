import type { Structure } from './structure.ts'

/** Data of units by indicator, and the tree in which indicators are aggregated to one index. */
export interface CompositeIndex {
  readonly structure: Structure
  readonly units: readonly string[]
  /** One column per indicator, in the order of `structure.indicators`, as measured; NaN is missing. */
  readonly columns: readonly Float64Array[]
}
