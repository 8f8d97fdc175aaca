import type { Round } from '../../core/vocabulary.ts'
import type { ActContext } from '../../platform/database/transaction.ts'
import type { FrameworkInForce } from './framework-in-force.ts'
import type { ScoredUnit } from './scores.ts'

/** Brings the rows of totals of one unit and round up to date with its scores. */
export const refreshTotals = async (_context: ActContext, _unit: ScoredUnit, _framework: FrameworkInForce, _round: Round): Promise<void> => {}
