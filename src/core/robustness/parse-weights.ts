import type { Problem } from '../problem.ts'
import { faultIn } from './fault.ts'
import type { StructureNode } from './structure.ts'
import { type Cells, firstLine, type Line, linesOf, parseNumber, readColumns } from './table.ts'

const columns = ['replication', 'code', 'weight'] as const
type Read = (line: Line, column: (typeof columns)[number]) => string

/** Weights that one replication gives in place of the nominal ones; codes that are not named keep theirs. */
export type GivenWeights = ReadonlyMap<string, number>

interface WeightLine {
  readonly replication: number
  readonly code: string
  readonly weight: number
}

const isCount = (text: string): boolean => /^\d{1,9}$/.test(text)

const readLine = (read: Read, line: Line, codes: ReadonlySet<string>, seen: Map<string, number>): WeightLine | readonly Problem[] => {
  const [replication, code, weightText] = columns.map((column) => read(line, column)) as [string, string, string]
  const weight = parseNumber(weightText)
  const first = firstLine(seen, JSON.stringify([replication, code]), line.line)
  const at = { line: line.line }
  const problems: readonly Problem[] = [
    ...(isCount(replication) ? [] : [faultIn('weights', 'badReplication', code, { ...at, value: replication })]),
    ...(codes.has(code) ? [] : [faultIn('weights', code === '' ? 'noCode' : 'unknownCode', code, at)]),
    ...(weight === undefined || weight < 0 ? [faultIn('weights', 'badWeight', code, { ...at, value: weightText })] : []),
    ...(first === undefined ? [] : [faultIn('weights', 'repeatedWeight', code, { ...at, value: replication, other: `${first}` })]),
  ]
  return problems.length > 0 || weight === undefined ? problems : { replication: Number(replication), code, weight }
}

/** Reads the rows of a file of weights (`replication,code,weight`). Replications come in the order of their numbers, which need not follow one another. */
export const readGivenWeights = (
  rows: readonly Cells[],
  nodes: readonly StructureNode[],
): { readonly replications: readonly GivenWeights[]; readonly problems: readonly Problem[] } => {
  const { read, problems: header } = readColumns('weights', rows, columns)
  if (header.length > 0) return { replications: [], problems: header }
  const codes = new Set(nodes.map(({ code }) => code))
  const seen = new Map<string, number>()
  const problems: Problem[] = []
  const replications = new Map<number, Map<string, number>>()
  for (const line of linesOf(rows)) {
    const each = readLine(read, line, codes, seen)
    if (!('replication' in each)) {
      problems.push(...each)
      continue
    }
    const weights = replications.get(each.replication) ?? new Map<string, number>()
    replications.set(each.replication, weights.set(each.code, each.weight))
  }
  if (replications.size === 0 && problems.length === 0) problems.push(faultIn('weights', 'noReplications', ''))
  const ordered = [...replications].sort(([a], [b]) => a - b).map(([, weights]) => weights)
  return { replications: ordered, problems }
}
