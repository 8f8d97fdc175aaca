import type { Framework, FrameworkNode } from '../framework/framework.ts'
import type { Results, UnitResult } from '../results/results.ts'
import { pointsScale } from '../exact/points.ts'
import type { CompositeIndex } from './composite-index.ts'
import { type StructureNode, structureOf } from './structure.ts'

/** The code of the root: where contracts speak of the grand total. */
export const totalCode = 'total'

const baseOf = (nodes: readonly FrameworkNode[]): readonly FrameworkNode[] => nodes.filter(({ counting }) => counting === 'base')

const levelOf = (node: FrameworkNode): number => 1 + Math.max(0, ...baseOf(node.children).map(levelOf))

/** Base nodes; a parent that holds only bonus or penalty has nothing to aggregate. */
const structureNodes = (nodes: readonly FrameworkNode[], parent: string): readonly StructureNode[] =>
  baseOf(nodes)
    .filter(({ children }) => children.length === 0 || baseOf(children).length > 0)
    .flatMap((node) => [
      { code: node.id, parent, level: levelOf(node), weight: node.maxPoints / pointsScale, direction: 1, line: 0 },
      ...structureNodes(node.children, node.id),
    ])

/** Percent of the maximum that applied; missing points count none, as in the results; NaN where the criterion does not apply or is not measured. */
const percentOf = (unit: UnitResult, code: string): number => {
  const leaf = unit.nodes[code]
  const max = Number(leaf?.appliedMax ?? '0')
  return unit.points === null || max === 0 ? Number.NaN : (100 * Number(leaf?.points ?? '0')) / max
}

/** The groups whose units are ranked among themselves; units without a group form one. */
export const groupsOf = (results: Results): readonly (string | undefined)[] => [
  ...new Set(results.units.filter(({ rank }) => rank !== null).map(({ group }) => group)),
]

/**
 * Published results as a composite index: ranked units of one group, base leaves as indicators in percent of the maximum that applied, maxima as
 * weights. Bonus, penalty and caps stay out. Under the arithmetic mean without normalising, scores are the percents of the results wherever all
 * criteria apply; where some do not, an area keeps its whole weight here, while the results shrink its maximum.
 */
export const indexOfResults = (framework: Framework, results: Results, group: string | undefined): CompositeIndex => {
  const inner = structureNodes(framework.nodes, totalCode)
  const level = 1 + Math.max(0, ...inner.map((node) => node.level))
  const structure = structureOf([...inner, { code: totalCode, parent: undefined, level, weight: 1, direction: 1, line: 0 }])
  const units = results.units.filter((unit) => unit.rank !== null && unit.group === group)
  return {
    structure,
    units: units.map(({ unit }) => unit),
    columns: structure.indicators.map((at) => Float64Array.from(units, (unit) => percentOf(unit, structure.nodes[at]?.code ?? ''))),
  }
}
