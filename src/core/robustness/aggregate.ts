import { compensatedSum } from './compensated-sum.ts'
import type { Mean } from './mean.ts'
import type { Family, Structure } from './structure.ts'

/** Scores of every node for one set of weights after another, in arrays that are used again. */
export interface Aggregator {
  /** Fills {@link values} for weights by node. */
  readonly aggregate: (weights: Float64Array) => void
  /** By node: scores of the units, NaN where nothing is known. Those of indicators stay, those of aggregates are of the last weights. */
  readonly values: readonly Float64Array[]
}

interface Group extends Family {
  /** Children's values as the mean adds them. */
  readonly terms: readonly Float64Array[]
  readonly factors: Float64Array
  /** Room for the children of one unit that are not missing: their terms and their weights. */
  readonly present: Float64Array
  readonly shares: Float64Array
}

/** Σ factor·term by unit with what each addition loses beside it: the inner loop of every replication. NaN of any child makes NaN. */
const addTerms = ({ terms, factors }: Group, sums: Float64Array, lost: Float64Array): void => {
  sums.fill(0)
  lost.fill(0)
  for (let child = 0; child < terms.length; child++) {
    const [column, factor] = [terms[child] as Float64Array, factors[child] as number]
    for (let unit = 0; unit < sums.length; unit++) {
      const term = factor * (column[unit] as number)
      const sum = sums[unit] as number
      const next = sum + term
      const added = next - sum
      lost[unit] = (lost[unit] as number) + (sum - (next - added) + (term - added))
      sums[unit] = next
    }
  }
}

/** Where some children are missing, the others share the weight. */
const meanOfPresent = (group: Group, weights: Float64Array, mean: Mean, unit: number): number => {
  const { children, terms, present, shares } = group
  let count = 0
  for (let at = 0; at < children.length; at++) {
    const term = (terms[at] as Float64Array)[unit] as number
    if (Number.isNaN(term)) continue
    present[count] = term
    shares[count] = weights[children[at] as number] as number
    count++
  }
  const total = compensatedSum(shares, count)
  for (let at = 0; at < count; at++) {
    const weight = shares[at] as number
    present[at] = (mean.ofShares ? weight / total : weight) * (present[at] as number)
  }
  return count === 0 ? Number.NaN : mean.finish(compensatedSum(present, count), total)
}

/**
 * Prepares weighted means up the tree, children before parents: missing children drop out and the other weights re-scale within the parent; a parent
 * without children that are known, or whose known children weigh nothing, is missing itself.
 */
export const aggregatorOf = (structure: Structure, normalised: readonly Float64Array[], mean: Mean): Aggregator => {
  const units = normalised[0]?.length ?? 0
  const values: Float64Array[] = structure.nodes.map(() => new Float64Array(units).fill(Number.NaN))
  for (const [at, node] of structure.indicators.entries()) values[node] = normalised[at] as Float64Array
  const prepared: readonly Float64Array[] = values.map((column) => (mean.ofShares ? column : column.map(mean.prepare)))
  const groups = structure.families.map(
    ({ parent, children }): Group => ({
      parent,
      children,
      terms: children.map((child) => prepared[child] as Float64Array),
      factors: new Float64Array(children.length),
      present: new Float64Array(children.length),
      shares: new Float64Array(children.length),
    }),
  )
  const [sums, lost] = [new Float64Array(units), new Float64Array(units)]

  const aggregateGroup = (group: Group, weights: Float64Array): void => {
    const total = compensatedSum(group.children.map((child) => weights[child] as number))
    for (const [at, child] of group.children.entries())
      group.factors[at] = mean.ofShares ? (weights[child] as number) / total : (weights[child] as number)
    addTerms(group, sums, lost)
    const [value, term] = [values[group.parent] as Float64Array, prepared[group.parent] as Float64Array]
    for (let unit = 0; unit < units; unit++) {
      const sum = (sums[unit] as number) + (lost[unit] as number)
      const result = Number.isNaN(sum) ? meanOfPresent(group, weights, mean, unit) : mean.finish(sum, total)
      value[unit] = result
      term[unit] = mean.prepare(result)
    }
  }
  return { aggregate: (weights) => groups.forEach((group) => aggregateGroup(group, weights)), values }
}
