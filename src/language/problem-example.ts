import type { ProblemCode, ProblemFacts } from '../core/problem.ts'

/** Where an example is said to stand; criterion 4.4 of seed plan 4 where nothing else fits. */
export interface Example<Code extends ProblemCode> {
  readonly at?: string
  readonly severity?: 'warning'
  readonly facts: ProblemFacts[Code]
}
