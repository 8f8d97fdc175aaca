import { aggregatorOf } from '../src/core/robustness/aggregate.ts'
import type { CompositeIndex } from '../src/core/robustness/composite-index.ts'
import { computeRobustness, replicateRanks } from '../src/core/robustness/compute-robustness.ts'
import { type Aggregation, means } from '../src/core/robustness/mean.ts'
import { noisyWeights } from '../src/core/robustness/replication-weights.ts'
import { type StructureNode, structureOf } from '../src/core/robustness/structure.ts'
import { bestOf, milliseconds, printRow, random } from './measure.ts'

/** The promise: 500 replications of noisy weights with ranks, 3,321 × 120 in 2 s and 51 × 49 in 0.2 s. */
const areas = 8

const indexOf = (units: number, indicators: number, missing: number): CompositeIndex => {
  const next = random(units)
  const nodes: StructureNode[] = [
    { code: 'total', parent: undefined, level: 3, weight: 1, direction: 1, line: 0 },
    ...Array.from({ length: areas }, (_, at) => ({
      code: `${at}`,
      parent: 'total',
      level: 2,
      weight: at + 1,
      direction: 1 as const,
      line: 0,
    })),
    ...Array.from({ length: indicators }, (_, at) => ({
      code: `${at % areas}.${at}`,
      parent: `${at % areas}`,
      level: 1,
      weight: 1 + (at % 4),
      direction: 1 as const,
      line: 0,
    })),
  ]
  const columns = Array.from({ length: indicators }, () =>
    Float64Array.from({ length: units }, () => (next() < missing ? Number.NaN : 1 + Math.floor(next() * 400) / 4)),
  )
  return { structure: structureOf(nodes), units: Array.from({ length: units }, (_, unit) => `${unit}`), columns }
}

/** The plainest loop over the same numbers: weighted sums of areas and total, unit by unit, then a sort. Knows nothing of missing values or of what a sum loses. */
const plainest = ({ structure, units, columns }: CompositeIndex, replications: readonly Float64Array[]): number => {
  const row = new Map(structure.indicators.map((node, at) => [node, columns[at] as Float64Array]))
  const families = structure.families.slice(0, -1)
  const totals = new Float64Array(units.length)
  let check = 0
  for (const weights of replications) {
    totals.fill(0)
    for (const { parent, children } of families) {
      const sum = children.reduce((before, child) => before + (weights[child] as number), 0)
      for (const child of children) {
        const share = ((weights[child] as number) / sum) * (weights[parent] as number)
        const column = row.get(child) as Float64Array
        for (let unit = 0; unit < totals.length; unit++) totals[unit] = (totals[unit] as number) + share * (column[unit] as number)
      }
    }
    const sorted = totals.slice().sort().reverse()
    const first = new Map<number, number>()
    for (let place = sorted.length - 1; place >= 0; place--) first.set(sorted[place] as number, place + 1)
    for (const total of totals) check += first.get(total) as number
  }
  return check
}

const measure = (title: string, index: CompositeIndex, replications: number, aggregation: Aggregation): void => {
  const weights = noisyWeights(index.structure, { replications, noise: 0.25, seed: 1 })
  const run = () => replicateRanks(index, aggregatorOf(index.structure, index.columns, means[aggregation]), weights)
  const rounds = replications > 1000 ? 1 : 3
  const ours = bestOf(rounds, run)
  const plain = bestOf(rounds, () => plainest(index, weights))
  const whole = bestOf(1, () => computeRobustness(index, { normalisation: { kind: 'minmax', low: 1, high: 100 }, aggregation }, weights))
  printRow(`${title}, ${replications.toLocaleString('en')} replications, ${aggregation}`, {
    ranks: milliseconds(ours),
    'plainest loop': milliseconds(plain),
    ratio: (ours / plain).toFixed(2),
    'with statistics and tables': milliseconds(whole),
  })
}

console.log('robustness: noisy weights at every level, ranks of the total (promise with 500: 3,321 × 120 ≤ 2 s, 51 × 49 ≤ 0.2 s)')
const [large, gaps, small] = [indexOf(3321, 120, 0), indexOf(3321, 120, 0.05), indexOf(51, 49, 0)]
measure('51 × 49', small, 500, 'arithmetic')
measure('51 × 49', small, 10_000, 'arithmetic')
measure('3,321 × 120', large, 500, 'arithmetic')
measure('3,321 × 120', large, 500, 'geometric')
measure('3,321 × 120, 5 % missing', gaps, 500, 'arithmetic')
if (!process.argv.includes('--short')) measure('3,321 × 120', large, 10_000, 'arithmetic')
