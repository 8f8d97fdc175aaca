import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { CompositeFault } from '../problem-facts/composite.ts'

type Table = 'structure' | 'data' | 'weights'

/** What a problem of one of the three tables tells beside its line: the value that stands there, the name it collides with. */
interface Facts {
  readonly line?: number
  readonly value?: string
  readonly other?: string
  /** How many indicators it holds for. */
  readonly count?: number
}

const factsOf = (table: Table, reason: CompositeFault, subject: string, { value, other, count }: Facts) => ({
  table,
  reason,
  subject,
  ...(value !== undefined && { value }),
  ...(other !== undefined && { other }),
  ...(count !== undefined && { count }),
})

/** A problem of a table of a composite index that keeps it from being computed. */
export const faultIn = (table: Table, reason: CompositeFault, subject: string, facts: Facts = {}): Problem =>
  errorAt('compositeInput', subject, factsOf(table, reason, subject, facts), facts.line)

/** A doubt about a table of a composite index; the index is computed all the same. */
export const doubtIn = (table: Table, reason: CompositeFault, subject: string, facts: Facts = {}): Problem =>
  warningAt('compositeInput', subject, factsOf(table, reason, subject, facts), facts.line)
