import { errorAt, type Problem } from '../problem.ts'
import { type AppraisedLeaf, isDecided } from './appraised-leaf.ts'

/** An appraisal is finished when every leaf is decided; otherwise how many are left of how many. */
export const checkFinished = (rows: readonly AppraisedLeaf[]): readonly Problem[] => {
  const missing = rows.filter((row) => !isDecided(row)).length
  return missing ? [errorAt('appraisalIncomplete', '', { missing, of: rows.length })] : []
}
