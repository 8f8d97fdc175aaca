import { errorAt, type Problem } from '../problem.ts'

/** What keeps a document from being deleted: its retention, then whoever uses it. Days are ISO, `until` the last day on which it is kept. */
export const checkDeletion = (document: { readonly until: string; readonly uses: number }, today: string): readonly Problem[] => [
  ...(document.until >= today ? [errorAt('keptUntil', '', { date: document.until })] : []),
  ...(document.uses > 0 ? [errorAt('evidenceInUse', '', { uses: document.uses })] : []),
]

/** Retention is only ever prolonged: what was promised to be kept is kept. */
export const checkRetention = (before: string, after: string): readonly Problem[] =>
  after < before ? [errorAt('retentionShortened', 'retainUntil', { date: before })] : []
