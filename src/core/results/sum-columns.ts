import type { LeafColumn, LeafColumns } from './leaf-columns.ts'
import type { Plan } from './plan.ts'

/** One sum over all units in ten-thousandths; a unit without any counted leaf has no points (`counted` 0). */
export interface SumColumn {
  readonly points: Int32Array
  readonly appliedMax: Int32Array
  readonly counted: Int32Array
}

const addInto = (target: Int32Array, values: Int32Array | Uint8Array): void => {
  for (let unit = 0; unit < target.length; unit++) target[unit] = (target[unit] as number) + (values[unit] as number)
}

const addConstant = (target: Int32Array, value: number): void => {
  for (let unit = 0; unit < target.length; unit++) target[unit] = (target[unit] as number) + value
}

/** Leaves that are alike for every unit add one number to all at the end; only those that differ are walked. */
const sumLeaves = (columns: readonly (LeafColumn & { readonly max: number })[], units: number): SumColumn => {
  const sum = { points: new Int32Array(units), appliedMax: new Int32Array(units), counted: new Int32Array(units) }
  let [sharedMax, sharedCount] = [0, 0]
  for (const { points, appliedMax, counted, max } of columns) {
    addInto(sum.points, points)
    if (appliedMax && counted) {
      addInto(sum.appliedMax, appliedMax)
      addInto(sum.counted, counted)
    } else {
      sharedMax += max
      sharedCount++
    }
  }
  if (sharedMax > 0) addConstant(sum.appliedMax, sharedMax)
  if (sharedCount > 0) addConstant(sum.counted, sharedCount)
  return sum
}

const addSums = (sums: readonly SumColumn[], units: number): SumColumn => {
  const total = { points: new Int32Array(units), appliedMax: new Int32Array(units), counted: new Int32Array(units) }
  for (const sum of sums) {
    addInto(total.points, sum.points)
    addInto(total.appliedMax, sum.appliedMax)
    addInto(total.counted, sum.counted)
  }
  return total
}

/** A bonus or penalty group: its children's sum within its own maximum. */
const cap = (sum: SumColumn, max: number): SumColumn => ({
  points: sum.points.map((points) => Math.max(-max, Math.min(max, points))),
  appliedMax: new Int32Array(sum.points.length).fill(max),
  counted: sum.counted,
})

/** Sums of one node for all units. */
export const sumColumn = (plan: Plan, leaves: LeafColumns, at: number): SumColumn => {
  const planned = plan.nodes[at]
  const units = leaves.missing.length
  if (!planned) throw new RangeError(`no node ${at}`)
  const { node, start, end, isLeaf } = planned
  const leaf = (index: number) => {
    const [column, max] = [leaves.columns[index], plan.leaves[index]?.node.maxPoints]
    return column && max !== undefined ? [{ ...column, max: Math.abs(max) }] : []
  }
  if (isLeaf || node.counting === 'base') {
    const counted = Array.from({ length: end - start }, (_, index) => start + index)
    return sumLeaves(counted.filter((index) => isLeaf || plan.leaves[index]?.node.counting === 'base').flatMap(leaf), units)
  }
  const children = (plan.children[at] ?? []).map((child) => sumColumn(plan, leaves, child))
  return cap(addSums(children, units), Math.abs(node.maxPoints))
}

/** The total of all units out of the sums of the areas: base, then bonus and penalty, then floor and cap. */
export const sumTotal = (plan: Plan, areas: readonly SumColumn[], adjustments: readonly SumColumn[], units: number): SumColumn => {
  const total = addSums(areas, units)
  const ceiling = plan.framework.totalCap ?? Number.POSITIVE_INFINITY
  for (const { points } of adjustments) addInto(total.points, points)
  for (let unit = 0; unit < units; unit++) {
    const points = total.points[unit] as number
    if (points < 0 || points > ceiling) total.points[unit] = points < 0 ? 0 : ceiling
  }
  return total
}
