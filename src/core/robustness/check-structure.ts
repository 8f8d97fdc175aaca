import type { Problem } from '../problem.ts'
import { faultIn } from './fault.ts'
import type { StructureNode } from './structure.ts'

/** Codes of the circle a node runs into on its way up, from the node that closes it; empty where the way ends at a root. */
const circleFrom = (start: StructureNode, byCode: ReadonlyMap<string, StructureNode>): readonly string[] => {
  const way: string[] = []
  for (let node: StructureNode | undefined = start; node; node = node.parent === undefined ? undefined : byCode.get(node.parent)) {
    if (way.includes(node.code)) return way.slice(way.indexOf(node.code))
    way.push(node.code)
  }
  return []
}

/** Each circle once, at its first line. */
const checkCircles = (nodes: readonly StructureNode[], byCode: ReadonlyMap<string, StructureNode>): readonly Problem[] => {
  const known = new Set<string>()
  return nodes.flatMap((node) => {
    const circle = circleFrom(node, byCode)
    if (circle[0] !== node.code || known.has(node.code)) return []
    for (const code of circle) known.add(code)
    return [faultIn('structure', 'circle', node.code, { line: node.line, other: [...circle, node.code].join(' → ') })]
  })
}

const checkRoots = (nodes: readonly StructureNode[]): readonly Problem[] => {
  const [first, ...more] = nodes.filter(({ parent }) => parent === undefined)
  if (!first) return [faultIn('structure', 'noRoot', '')]
  return more.map(({ code, line }) => faultIn('structure', 'secondRoot', code, { line, other: first.code }))
}

const checkLevels = (
  node: StructureNode,
  parent: StructureNode | undefined,
  children: ReadonlyMap<string, readonly StructureNode[]>,
): readonly Problem[] => {
  const { code, line, level } = node
  if (level === 0) return []
  const hasChildren = children.has(code)
  return [
    ...(parent && parent.level !== 0 && parent.level <= level
      ? [faultIn('structure', 'levelNotBelow', code, { line, value: `${level}`, other: `${parent.code} (${parent.level})` })]
      : []),
    ...(level === 1 && hasChildren ? [faultIn('structure', 'indicatorWithChildren', code, { line })] : []),
    ...(level > 1 && !hasChildren ? [faultIn('structure', 'childless', code, { line, value: `${level}` })] : []),
  ]
}

const childrenOf = (nodes: readonly StructureNode[]): ReadonlyMap<string, readonly StructureNode[]> => {
  const children = new Map<string, StructureNode[]>()
  for (const node of nodes) {
    if (node.parent === undefined) continue
    const siblings = children.get(node.parent)
    if (siblings) siblings.push(node)
    else children.set(node.parent, [node])
  }
  return children
}

/** Whatever keeps nodes from forming one tree whose levels rise from the indicators to the root; codes are taken to be distinct. */
export const checkStructure = (nodes: readonly StructureNode[]): readonly Problem[] => {
  const byCode = new Map(nodes.map((node) => [node.code, node]))
  const children = childrenOf(nodes)
  const each = nodes.flatMap((node): readonly Problem[] => {
    const { code, parent, line } = node
    const above = parent === undefined ? undefined : byCode.get(parent)
    const own = children.get(code)
    return [
      ...(parent !== undefined && !above ? [faultIn('structure', 'unknownParent', code, { line, other: parent })] : []),
      ...(own?.every(({ weight }) => weight === 0) ? [faultIn('structure', 'weightless', code, { line })] : []),
      ...checkLevels(node, above, children),
    ]
  })
  return [...checkRoots(nodes), ...checkCircles(nodes, byCode), ...each]
}
