import { errorAt, type Problem } from '../problem.ts'
import { type AppraisedLeaf, isDecided, isLeftToPeers } from './appraised-leaf.ts'

/** An appraisal is finished when every leaf is decided, or waits for the values of the other units alone; otherwise how many are left of how many. */
export const checkFinished = (rows: readonly AppraisedLeaf[]): readonly Problem[] => {
  const missing = rows.filter((row) => !isDecided(row) && !(isLeftToPeers(row) && row.claim?.status === 'missing')).length
  return missing ? [errorAt('appraisalIncomplete', '', { missing, of: rows.length })] : []
}
