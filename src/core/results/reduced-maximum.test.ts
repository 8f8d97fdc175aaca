import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePoints, type Points } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import { type NodeId, nodeId, unitId } from '../ids.ts'
import { makeBundle } from '../publication/bundle.ts'
import { parseBundle, unbundleUnits } from '../publication/parse-bundle.ts'
import { appliedMaximum, scoreLeaf, factsRuleOf } from '../rules/leaf-outcome.ts'
import { computeResults } from './compute-results.ts'
import { parseScores } from './parse-scores.ts'
import { planOf } from './plan.ts'
import { cellOfScore } from './score-sheet.ts'
import type { LeafScore } from './scores.ts'
import { standingTotals } from './standing-totals.ts'

const parsed = parseFramework({
  format: 'parindex/framework@1',
  title: 'T',
  year: 2026,
  nodes: [
    {
      code: '1',
      name: 'A',
      children: [
        { code: '1.1', name: 'a', maxPoints: '4' },
        { code: '1.2', name: 'b', maxPoints: '6' },
      ],
    },
    { code: '2', name: 'B', children: [{ code: '2.1', name: 'c', maxPoints: '10' }] },
  ],
})
if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
const framework = parsed.value
const points = (text: string): Points => parsePoints(text) as Points
const reduced = new Map<NodeId, LeafScore>([
  [nodeId('1.1'), { status: 'scored', points: points('1.5'), appliedMax: points('2') }],
  [nodeId('1.2'), { status: 'scored', points: points('6') }],
  [nodeId('2.1'), { status: 'scored', points: points('5') }],
])
const compute = (scores: ReadonlyMap<NodeId, LeafScore>) => {
  const results = computeResults(framework, [{ unit: unitId('u'), ranked: true, scores }], { trace: true })
  if (!results.ok) throw new Error(JSON.stringify(results.problems))
  return results.value
}
const sheetOf = (scores: ReadonlyMap<NodeId, LeafScore>) => {
  const leaves = planOf(framework).leaves.map(({ node }) => scores.get(node.id) ?? ({ status: 'missing' } as const))
  const less = leaves.flatMap((score, place) =>
    score.status === 'scored' && score.appliedMax !== undefined ? [[place, score.appliedMax] as const] : [],
  )
  return [...leaves.map(cellOfScore), ...less.map(([place]) => place), ...less.map(([, max]) => max)]
}

describe('a maximum that applied in part', () => {
  it('is what the points are measured against: at the leaf, in its area and in the whole', () => {
    const unit = compute(reduced).units[0]
    expect(unit).toMatchObject({ points: '12.5', appliedMax: '18', percent: '69.444444', exact: '25/36' })
    expect(unit?.nodes['1']).toMatchObject({ appliedMax: '8', percent: '93.750000' })
    expect(unit?.nodes['1.1']).toMatchObject({ points: '1.5', appliedMax: '2', percent: '75.000000' })
    expect(unit?.nodes['1.1']?.trace?.facts).toMatchObject({ reduced: 'yes', maxPoints: '4', appliedMax: '2' })
  })

  it('comes out of a bundle as it went in', () => {
    const results = compute(reduced)
    const hash = (text: string) => String(text.length)
    const bundle = makeBundle({ framework, units: [{ unit: unitId('u'), ranked: true, scores: reduced }], options: {}, results }, hash)
    const read = parseBundle(JSON.parse(JSON.stringify(bundle)))
    const units = read.ok ? unbundleUnits(read.value.inputs) : read
    expect(units.ok && units.value[0]?.scores).toEqual(reduced)
  })

  it('is read from the scores file, and refused above the leaf, below the points and where there are none', () => {
    const rows = (...lines: string[]) => [['unit', 'code', 'points', 'status', 'appliedMax'], ...lines.map((line) => line.split(','))]
    const read = parseScores(rows('u,1.1,1.5,,2', 'u,1.2,6,,6', 'u,2.1,5,,'), framework)
    expect(read.ok && new Map(read.value.map(({ node, score }) => [node, score]))).toEqual(reduced)
    const refused = parseScores(rows('u,1.1,1.5,,5', 'u,1.2,6,,5', 'u,2.1,,missing,5'), framework)
    expect(refused.ok ? [] : refused.problems.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'abovePoints 1.1',
      'abovePoints 1.2',
      'invalidValue 2.1',
    ])
  })

  it('gives the same standing totals out of a sheet as the exact computation', () => {
    const score = fc.tuple(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 40_000 })).map(([a, b]): LeafScore => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      return { status: 'scored', points: low as Points, ...(high < 40_000 && { appliedMax: high as Points }) }
    })
    fc.assert(
      fc.property(score, score, score, (a, b, c) => {
        const scores = new Map<NodeId, LeafScore>([
          [nodeId('1.1'), a],
          [nodeId('1.2'), b],
          [nodeId('2.1'), c],
        ])
        const unit = compute(scores).units[0]
        expect(standingTotals(planOf(framework), [sheetOf(scores)])[0]).toMatchObject({
          points: unit?.points,
          appliedMax: unit?.appliedMax,
          percent: unit?.percent,
          exact: unit?.exact,
        })
      }),
      { seed: 20261121, numRuns: 200 },
    )
  })
})

describe('a rule that leaves a part of its maximum out', () => {
  const adjustment = {
    id: '1',
    maxPoints: points('10'),
    rule: { kind: 'groupAdjustment', rescale: false, blocks: [{ name: 'all', max: '10' }] },
  }
  const inputs = { blocks: { all: { points: '6' } }, removedMax: '2.5' }

  it('says what its points are measured against, and nothing where all of it applies', () => {
    const rule = factsRuleOf(adjustment)
    const outcome = rule && scoreLeaf(adjustment, rule, inputs)
    expect(outcome).toMatchObject({ status: 'scored', points: points('6'), appliedMax: points('7.5') })
    expect(appliedMaximum(adjustment, points('6'), inputs)).toBe(points('7.5'))
    expect(appliedMaximum(adjustment, points('6'), { blocks: { all: { points: '6' } } })).toBeUndefined()
    expect(appliedMaximum(adjustment, points('5'), inputs)).toBeUndefined()
  })

  it('holds for a sum of which a part does not arise', () => {
    const part = (name: string) => ({
      rule: {
        kind: 'choice',
        input: name,
        max: '1',
        options: [
          { value: 'yes', points: '1' },
          { value: 'none', notApplicable: true },
        ],
      },
    })
    const sum = { id: '1', maxPoints: points('2'), rule: { kind: 'sum', parts: [part('a'), part('b')] } }
    const outcome = factsRuleOf(sum) && scoreLeaf(sum, factsRuleOf(sum) as never, { a: 'yes', b: 'none' })
    expect(outcome).toMatchObject({ status: 'scored', points: points('1'), appliedMax: points('1') })
  })
})
