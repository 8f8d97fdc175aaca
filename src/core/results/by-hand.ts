import type { Framework } from '../framework/framework.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { computeResults } from './compute-results.ts'
import type { ComputeOptions } from './options.ts'
import { parseScores } from './parse-scores.ts'
import type { Results, UnitResult } from './results.ts'
import { gatherUnits } from './scores.ts'

// For tests: small frameworks and score sheets as a person would write them down.

/** A framework out of nodes as a file has them; throws with every problem where they do not fit. */
export const framework = (nodes: unknown, more: object = {}): Framework => {
  const read = parseFramework({ format: 'parindex/framework@1', title: 'Bộ tiêu chí', year: 2025, nodes, ...more })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

/** Results of a score sheet in CSV, header first; throws with every problem. */
export const compute = (set: Framework, csv: string, options: ComputeOptions = {}): Results => {
  const lines = parseScores(
    csv
      .trim()
      .split('\n')
      .map((row) => row.trim().split(',')),
    set,
  )
  if (!lines.ok) throw new Error(JSON.stringify(lines.problems))
  const results = computeResults(set, gatherUnits(lines.value), options)
  if (!results.ok) throw new Error(JSON.stringify(results.problems))
  return results.value
}

/** The result of one unit; throws where there is none. */
export const unit = (results: Results, name: string): UnitResult => {
  const found = results.units.find((each) => each.unit === name)
  if (!found) throw new Error(`no unit ${name}`)
  return found
}
