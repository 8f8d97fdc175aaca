import { hasErrors } from '../problem.ts'
import { accept, refuse, type Result } from '../result.ts'
import type { CompositeIndex } from './composite-index.ts'
import { readIndicatorData } from './parse-data.ts'
import { readStructure } from './parse-structure.ts'
import { type GivenWeights, readGivenWeights } from './parse-weights.ts'
import { structureOf } from './structure.ts'
import type { Cells } from './table.ts'

/** The rows of the files, header first; `weights` only where weights are given by replication. */
export interface CompositeTables {
  readonly structure: readonly Cells[]
  readonly data: readonly Cells[]
  readonly weights?: readonly Cells[]
}

/** Reads a composite index out of its tables, or gives every problem of all of them: structure first, then data, then weights, each by line. */
export const parseComposite = (
  tables: CompositeTables,
): Result<{ readonly index: CompositeIndex; readonly given: readonly GivenWeights[] | undefined }> => {
  const { nodes, problems: inStructure } = readStructure(tables.structure)
  const { data, problems: inData } = readIndicatorData(tables.data, nodes)
  const given = tables.weights && readGivenWeights(tables.weights, nodes)
  const problems = [...inStructure, ...inData, ...(given?.problems ?? [])]
  if (hasErrors(problems)) return refuse(...problems)
  const structure = structureOf(nodes)
  const columns = structure.indicators.map((at) => data.columns.get(nodes[at]?.code ?? '') ?? new Float64Array(data.units.length))
  return accept({ index: { structure, units: data.units, columns }, given: given?.replications })
}
