import type { Problem } from '../problem.ts'
import { checkStructure } from './check-structure.ts'
import { faultIn } from './fault.ts'
import type { StructureNode } from './structure.ts'
import { type Cells, firstLine, type Line, linesOf, parseNumber, readColumns } from './table.ts'

const columns = ['code', 'parent', 'level', 'weight', 'direction'] as const
type Read = (line: Line, column: (typeof columns)[number]) => string

const readLevel = (text: string): number | undefined => (/^[1-9]\d{0,2}$/.test(text) ? Number(text) : undefined)

/** The weight of the root has no siblings and may be left out. */
const readWeight = (text: string, isRoot: boolean): number | undefined => {
  if (text === '' && isRoot) return 1
  const weight = parseNumber(text)
  return weight === undefined || weight < 0 ? undefined : weight
}

/** Aggregates need no direction. */
const readDirection = (text: string, level: number | undefined): 1 | -1 | undefined => {
  if (text === '' && level !== 1) return 1
  const value = parseNumber(text)
  return value === 1 || value === -1 ? value : undefined
}

interface ReadNode {
  readonly node: StructureNode
  readonly problems: readonly Problem[]
}

const readNode = (read: Read, line: Line): ReadNode => {
  const [code, parent, levelText, weightText, directionText] = columns.map((column) => read(line, column)) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const level = readLevel(levelText)
  const weight = readWeight(weightText, parent === '')
  const direction = readDirection(directionText, level)
  const at = { line: line.line }
  return {
    node: { code, parent: parent === '' ? undefined : parent, level: level ?? 0, weight: weight ?? 1, direction: direction ?? 1, ...at },
    problems: [
      ...(code === '' ? [faultIn('structure', 'noCode', '', at)] : []),
      ...(level === undefined ? [faultIn('structure', 'badLevel', code, { ...at, value: levelText })] : []),
      ...(weight === undefined ? [faultIn('structure', 'badWeight', code, { ...at, value: weightText })] : []),
      ...(direction === undefined ? [faultIn('structure', 'badDirection', code, { ...at, value: directionText })] : []),
    ],
  }
}

/**
 * Reads the rows of a structure file (`code,parent,level,weight,direction`, columns in any order) and lists every problem by line: of the cells,
 * and of the tree they are to form. What could be read is given beside the problems, so that the other tables can be checked against it.
 */
export const readStructure = (
  rows: readonly Cells[],
): { readonly nodes: readonly StructureNode[]; readonly problems: readonly Problem[] } => {
  const { read, problems: header } = readColumns('structure', rows, columns)
  if (header.length > 0) return { nodes: [], problems: header }
  const seen = new Map<string, number>()
  const problems: Problem[] = []
  const nodes = linesOf(rows).flatMap((line) => {
    const { node, problems: own } = readNode(read, line)
    const first = node.code === '' ? undefined : firstLine(seen, node.code, line.line)
    problems.push(...own)
    if (first !== undefined) problems.push(faultIn('structure', 'repeatedCode', node.code, { line: line.line, other: `${first}` }))
    return node.code === '' || first !== undefined ? [] : [node]
  })
  return { nodes, problems: [...problems, ...checkStructure(nodes)].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}
