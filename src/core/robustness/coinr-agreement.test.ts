import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { computeRobustness, type Robustness } from './compute-robustness.ts'
import type { Aggregation } from './mean.ts'
import type { Normalisation } from './normalise.ts'
import { parseComposite } from './parse-composite.ts'
import { weightsAsGiven } from './replication-weights.ts'

interface Expected {
  readonly cases: readonly (Pick<Robustness, 'scores'> & {
    /** Two numbers where doubles may tie or part values that differ by 1e-12 or less. */
    readonly ranks: Readonly<Record<string, Readonly<Record<string, number | readonly [number, number] | null>>>>
    readonly normalise: Normalisation['kind']
    readonly range: string
    readonly aggregate: Aggregation
  })[]
  readonly replicated: NonNullable<Robustness['replicated']>
  readonly replicatedRanks: NonNullable<Robustness['replicatedRanks']>
}

/** See golden/composite/asem/README.md: an independent computation in 60 digits. */
const folder = new URL('../../../golden/composite/asem/', import.meta.url)
const rows = (name: string) =>
  readFileSync(new URL(name, folder), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
const expected = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8')) as Expected

const parsed = parseComposite({ structure: rows('structure.csv'), data: rows('data.csv'), weights: rows('weights.csv') })
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const { index, given = [] } = parsed.value

const normalisationOf = (kind: Normalisation['kind'], range: string): Normalisation => {
  const [first = 0, second = 0, scale = 1] = range.split(',').map(Number)
  if (kind === 'minmax') return { kind, low: first, high: second }
  if (kind === 'goalposts') return { kind, low: first, high: second, scale }
  return kind === 'zscore' ? { kind, mean: first, deviation: second } : { kind }
}

const compute = (normalisation: Normalisation, aggregation: Aggregation, isReplicated = false): Robustness => {
  const replications = isReplicated ? weightsAsGiven(index.structure, given) : undefined
  const computed = computeRobustness(index, { normalisation, aggregation }, replications)
  if (!computed.ok) throw new Error(JSON.stringify(computed.problems))
  return computed.value.robustness
}

/** The greatest difference relative to the figure, or to 1 where the figure is smaller; infinite where one is missing. */
const difference = (first: number | null | undefined, second: number | null): number =>
  typeof first === 'number' && second !== null
    ? Math.abs(first - second) / Math.max(1, Math.abs(second))
    : first === second
      ? 0
      : Number.POSITIVE_INFINITY

const isRank = (rank: number | null | undefined, wanted: number | readonly [number, number] | null): boolean =>
  wanted !== null && typeof wanted !== 'number' ? Number(rank) >= wanted[0] && Number(rank) <= wanted[1] : rank === wanted

describe('51 countries by 49 indicators agree with the conventions of COINr', () => {
  for (const each of expected.cases) {
    const robustness = compute(normalisationOf(each.normalise, each.range), each.aggregate)
    const title = `${each.normalise} ${each.range} ${each.aggregate}`
    it(`scores to 1e-12: ${title}`, () => {
      const greatest = Object.entries(each.scores).flatMap(([unit, scores]) =>
        Object.entries(scores).map(([code, score]) => difference(robustness.scores[unit]?.[code], score)),
      )
      expect(greatest.length).toBeGreaterThan(500)
      expect(Math.max(...greatest)).toBeLessThan(1e-12)
    })
    it(`ranks alike: ${title}`, () => {
      for (const [unit, ranks] of Object.entries(each.ranks))
        for (const [code, rank] of Object.entries(ranks)) expect(isRank(robustness.ranks[unit]?.[code], rank), `${unit} ${code}`).toBe(true)
    })
  }

  it('ranks alike in every replication with given weights, and so are their statistics', () => {
    const robustness = compute({ kind: 'minmax', low: 0, high: 100 }, 'arithmetic', true)
    expect(robustness.replicatedRanks).toStrictEqual(expected.replicatedRanks)
    for (const [unit, statistics] of Object.entries(expected.replicated))
      for (const [name, figure] of Object.entries(statistics))
        expect(difference(robustness.replicated?.[unit]?.[name as 'mean'], figure)).toBeLessThan(1e-12)
  })
})
