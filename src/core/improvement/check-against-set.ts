import type { FrameworkNode } from '../framework/framework.ts'
import { walkNodes } from '../framework/walk.ts'
import { parsePoints, pointsText } from '../exact/points.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { PlanFile } from './plan-file.ts'

/**
 * The maxima that a plan counts with and what it aims at in a year, against the set in force in that year: a row whose maximum is another there, a target or the goal of an area above
 * it. Rows that the set does not have are left out. Source: R003-18 of the requirements (field 7: 11 against 11,5).
 */
export const checkAgainstSet = (plan: PlanFile, year: number, nodes: readonly FrameworkNode[]): readonly Problem[] => {
  const all = [...walkNodes(nodes)].map(({ node }) => node)
  const byId = new Map([...all.map((node) => [node.code, node] as const), ...all.map((node) => [node.id as string, node] as const)])
  const column = String(year)
  const above = (at: string, target: string | undefined, node: FrameworkNode): readonly Problem[] => {
    const points = parsePoints(target ?? '')
    return points === undefined || points <= node.maxPoints
      ? []
      : [errorAt('targetAboveMax', at, { column, target: pointsText(points), max: pointsText(node.maxPoints) })]
  }
  const rows = plan.targets.flatMap(({ leaf, code, maxPoints, targets }) => {
    const node = byId.get(leaf) ?? byId.get(code)
    if (!node) return []
    const other = parsePoints(maxPoints)
    const isOther = other !== undefined && other !== node.maxPoints
    const problem = warningAt('otherMaxInSet', leaf, { year: column, max: maxPoints, inSet: pointsText(node.maxPoints) })
    // The plan itself has said it where the target is above its own maximum too.
    return isOther ? [problem, ...above(leaf, targets[column], node)] : []
  })
  const goals = plan.goals.flatMap(({ year: of, area, points }) => {
    const node = area === undefined ? undefined : byId.get(area)
    const isOther = node && parsePoints(plan.areas.find(({ id }) => id === area)?.maxPoints ?? '') !== node.maxPoints
    return of === year && area !== undefined && node && isOther ? above(area, points, node) : []
  })
  return [...rows, ...goals]
}
