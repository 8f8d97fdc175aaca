import type { FrameworkNode } from '../framework/framework.ts'
import { parsePoints, type Points, pointsText, sumPoints } from '../exact/points.ts'
import type { PlanFile } from './plan-file.ts'

/** Points that a unit aims at, by node id; the whole is under the empty id. Decimal text. */
export type NodeTargets = Readonly<Record<string, string>>

/** A criterion keeps its target under its id, else under its code: results from before the system know codes alone. */
const targetsOfLeaves = ({ targets, targetYears }: PlanFile, year: number): ReadonlyMap<string, Points> => {
  const found = new Map<string, Points>()
  for (const { leaf, code, targets: byYear, result } of targets) {
    // A row that the plan leaves as it is aims at what it has, as in the totals of the plan.
    const points = parsePoints(byYear[String(year)] ?? (targetYears.includes(year) ? result : undefined) ?? '')
    if (points === undefined) continue
    found.set(leaf, points)
    if (code !== '' && !found.has(code)) found.set(code, points)
  }
  return found
}

/**
 * What a plan aims at in a year, laid over a framework: leaves by their own targets; an area and the whole by the goal that the plan sets, else by the sum of their leaves
 * where every leaf that counts has a target. Nodes without a target are absent. Source: R003-18, R004-22 of the requirements.
 */
export const targetsOfFramework = (plan: PlanFile, year: number, nodes: readonly FrameworkNode[]): NodeTargets => {
  const ofLeaves = targetsOfLeaves(plan, year)
  const goalOf = (area: string | undefined): Points | undefined =>
    parsePoints(plan.goals.find((goal) => goal.year === year && goal.area === area)?.points ?? '')
  const found: Record<string, string> = {}
  const visit = (node: FrameworkNode): Points | undefined => {
    const below = node.children.filter(({ counting }) => counting === 'base').map(visit)
    const sum = below.every((points) => points !== undefined) ? sumPoints(below) : undefined
    const points = node.children.length === 0 ? (ofLeaves.get(node.id) ?? ofLeaves.get(node.code)) : (goalOf(node.id) ?? sum)
    if (points !== undefined) found[node.id] = pointsText(points)
    return points
  }
  const areas = nodes.map((node) => ({ points: visit(node), isBase: node.counting === 'base' })).filter(({ isBase }) => isBase)
  const sum = areas.every(({ points }) => points !== undefined) ? sumPoints(areas.map(({ points }) => points as Points)) : undefined
  const whole = goalOf(undefined) ?? sum
  if (whole !== undefined) found[''] = pointsText(whole)
  return found
}
