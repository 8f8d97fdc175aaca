import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDecimal } from '../exact/decimal.ts'
import { addFractions, compareFractions, divideFractions, type Fraction, fraction, fractionText, zeroFraction } from '../exact/fraction.ts'
import { type Points, pointsText } from '../exact/points.ts'
import { parseFramework } from '../framework/parse-framework.ts'
import type { Framework } from '../framework/framework.ts'
import { leavesOf, walkNodes } from '../framework/walk.ts'
import { nodeId, unitId } from '../ids.ts'
import { type Counting, countings, rankings, type Treatment, treatments } from '../vocabulary.ts'
import { computeResults } from './compute-results.ts'
import type { ComputeOptions } from './options.ts'
import { planOf } from './plan.ts'
import type { Results } from './results.ts'
import { cellOfScore } from './score-sheet.ts'
import type { LeafScore, UnitScores } from './scores.ts'
import { type StandingTotal, standingTotals } from './standing-totals.ts'

const runs = { seed: 20251231, numRuns: 300 }

/** 0.05 to 5 points in steps a decision would print, now and then with all four decimals. */
const maximum = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 20 }).map((n) => n * 2500) },
  fc.integer({ min: 1, max: 50_000 }),
)

const leaf = fc.record({
  max: maximum,
  counting: fc.oneof({ weight: 8, arbitrary: fc.constant('base' as const) }, fc.constantFrom(...countings)),
  source: fc.constantFrom('appraised' as const, 'appraised' as const, 'survey' as const),
})

/** Two levels of leaves and groups, one base leaf at least. */
const group = fc.record({
  cap: maximum,
  counting: leaf.map(({ counting }) => counting),
  leaves: fc.array(leaf, { minLength: 1, maxLength: 4 }),
})
const tree = fc.array(fc.oneof(leaf, group), { minLength: 1, maxLength: 5 })

interface Leaf {
  readonly max: number
  readonly counting: Counting
  readonly source: 'appraised' | 'survey'
}
interface Group {
  readonly cap: number
  readonly counting: Counting
  readonly leaves: readonly Leaf[]
}

const points = (count: number): string => pointsText(count as Points)
const fileLeaf = (each: Leaf, code: string) => ({
  code,
  name: code,
  maxPoints: points(each.max),
  counting: each.counting,
  source: each.source,
})

/** Leaves of a bonus or penalty group count as the group does, and the group has a cap of its own. */
const fileArea = (area: Leaf | Group, code: string) => {
  if ('max' in area) return fileLeaf(area, code)
  const { counting, cap, leaves } = area
  const children = leaves.map((each, index) => fileLeaf(counting === 'base' ? each : { ...each, counting }, `${code}.${index + 1}`))
  return { code, name: code, counting, children, ...(counting === 'base' ? {} : { maxPoints: points(cap) }) }
}

const settings = fc.record({
  totalCap: fc.constantFrom(null, '100', '6'),
  absentBlock: fc.constantFrom('rescale' as const, 'zero' as const),
  ranking: fc.record({
    method: fc.constantFrom(...rankings),
    precision: fc.constantFrom('full' as const, 2),
    tieBreak: fc.constantFrom([], ['survey'], ['0', 'appraised']),
  }),
})

const frameworkOf = (areas: readonly (Leaf | Group)[], head: object): Framework => {
  const nodes = [...areas.map((area, at) => fileArea(area, String(at))), { code: 'base', name: 'base', maxPoints: '1' }]
  const read = parseFramework({ format: 'parindex/framework@1', title: 'T', year: 2025, nodes, ...head })
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

const scoreOf = (max: number, share: number, kind: number, treatment: Treatment | undefined): LeafScore => {
  if (kind < 6) return { status: 'scored', points: Math.floor((max * share) / 8) as Points }
  if (kind === 6) return { status: 'notApplicable', ...(treatment && { treatment }) }
  return { status: kind === 7 ? 'missing' : 'notMeasured' }
}

const cell = fc.tuple(
  fc.integer({ min: 0, max: 8 }),
  fc.integer({ min: 0, max: 8 }),
  fc.constantFrom<Treatment | undefined>(undefined, 'excluded', 'full', 'zero'),
)
const sheet = fc.record({
  cells: fc.array(cell, { minLength: 30, maxLength: 30 }),
  group: fc.constantFrom(undefined, 'sở', 'xã'),
  ranked: fc.boolean(),
})

const unitsOf = (
  framework: Framework,
  sheets: readonly { cells: readonly (readonly [number, number, Treatment | undefined])[]; group: string | undefined; ranked: boolean }[],
): UnitScores[] =>
  sheets.map(({ cells, group, ranked }, index) => ({
    unit: unitId(`U${index}`),
    ...(group && { group }),
    ranked,
    scores: new Map(
      leavesOf(framework.nodes).map((node, at) => {
        const [kind, share, treatment] = cells[at % cells.length] ?? [0, 0, undefined]
        return [node.id, scoreOf(node.maxPoints, share, kind, treatment)]
      }),
    ),
  }))

const province = fc.tuple(tree, settings, fc.array(sheet, { minLength: 1, maxLength: 12 })).map(([areas, head, sheets]) => {
  const framework = frameworkOf(areas, head)
  return { framework, units: unitsOf(framework, sheets) }
})

const compute = (framework: Framework, units: readonly UnitScores[], options: ComputeOptions = {}): Results => {
  const results = computeResults(framework, units, options)
  if (!results.ok) throw new Error(JSON.stringify(results.problems))
  return results.value
}

const decimal = (text: string | null): Fraction => parseDecimal(text ?? '0') ?? zeroFraction
const withoutTraces = (results: Results): unknown =>
  JSON.parse(JSON.stringify(results, (key, value) => (key === 'trace' ? undefined : value)))

describe('results of any framework and any scores', () => {
  it('are the same in whole numbers and in quotients', () => {
    fc.assert(
      fc.property(province, ({ framework, units }) => {
        const whole = compute(framework, units)
        const exact = compute(framework, units, { trace: true })
        expect(withoutTraces(exact)).toEqual(withoutTraces(whole))
      }),
      runs,
    )
  })

  it('are what stands while the cycle runs, summed from sheets of cells, redistributed maxima too', () => {
    fc.assert(
      fc.property(province, fc.constantFrom<Treatment | undefined>(undefined, 'redistributed'), ({ framework, units }, notApplicable) => {
        const set = notApplicable ? { ...framework, notApplicable } : framework
        const sheets = units.map(({ scores }) => leavesOf(set.nodes).map(({ id }) => cellOfScore(scores.get(id) ?? { status: 'missing' })))
        const sum = ({ exact, points, appliedMax, percent }: Pick<StandingTotal, 'exact' | 'points' | 'appliedMax' | 'percent'>) => ({
          exact,
          points,
          appliedMax,
          percent,
        })
        const standing = standingTotals(planOf(set), sheets)
        for (const [index, unit] of compute(set, units).units.entries()) {
          const whole = standing[index]
          expect(whole && { ...sum(whole), bySource: whole.bySource, missing: whole.missing }).toEqual({
            ...sum(unit as never),
            bySource: unit.bySource,
            missing: unit.missing ?? 0,
          })
          expect(whole?.areas.map(({ nodeId: id, points, appliedMax, percent }) => [id, points, appliedMax, percent])).toEqual(
            set.nodes.map(({ id }) => [id, unit.nodes[id]?.points, unit.nodes[id]?.appliedMax, unit.nodes[id]?.percent]),
          )
        }
      }),
      runs,
    )
  })

  it('do not depend on the order of units or of scores', () => {
    fc.assert(
      fc.property(province, ({ framework, units }) => {
        const turned = [...units].reverse().map((unit) => ({ ...unit, scores: new Map([...unit.scores].reverse()) }))
        expect([...compute(framework, turned).units].reverse()).toEqual(compute(framework, units).units)
      }),
      runs,
    )
  })

  it('never exceed the maximum that applied, bonus aside, nor fall below zero', () => {
    fc.assert(
      fc.property(province, ({ framework, units }) => {
        for (const unit of compute(framework, units, { notApplicable: 'redistributed' }).units) {
          expect(decimal(unit.points).n >= 0n).toBe(true)
          for (const area of framework.nodes.filter(({ counting }) => counting === 'base')) {
            const sum = unit.nodes[area.id]
            expect(compareFractions(decimal(sum?.points ?? null), decimal(sum?.appliedMax ?? null))).toBeLessThanOrEqual(0)
          }
        }
      }),
      runs,
    )
  })

  it('add up: the points of areas, bonus and penalty are the points of the unit where nothing caps them', () => {
    fc.assert(
      fc.property(province, ({ framework, units }) => {
        const open = { ...framework, totalCap: null }
        for (const unit of compute(open, units).units) {
          if (unit.points === null) continue
          const adjustments = [...walkNodes(framework.nodes)]
            .filter(({ node, parent }) => node.counting !== 'base' && (parent?.counting ?? 'base') === 'base')
            .map(({ node }) => node)
          const counted = [...framework.nodes.filter(({ counting }) => counting === 'base'), ...adjustments]
          const sum = counted.map(({ id }) => decimal(unit.nodes[id]?.points ?? null)).reduce(addFractions, zeroFraction)
          expect(unit.points).toBe(pointsText((sum.n < 0n ? 0 : Number((sum.n * 10_000n) / sum.d)) as Points))
        }
      }),
      runs,
    )
  })

  it('give a tie exactly where two units of a group have the same quotient, whatever the maxima it came from', () => {
    fc.assert(
      fc.property(province, fc.constantFrom('competition' as const, 'dense' as const), ({ framework, units }, method) => {
        const plain = { ...framework, ranking: { method, tieBreak: [], precision: 'full' as const } }
        const placed = compute(plain, units).units.filter(({ rank }) => rank !== null)
        for (const a of placed) for (const b of placed) if (a.group === b.group) expect(a.rank === b.rank).toBe(a.exact === b.exact)
      }),
      runs,
    )
  })

  it('are the same under every policy where everything applies', () => {
    fc.assert(
      fc.property(province, ({ framework, units }) => {
        const applying = units.map((unit) => ({
          ...unit,
          scores: new Map([...unit.scores].filter(([, { status }]) => status !== 'notApplicable')),
        }))
        const [first, ...rest] = treatments.map((notApplicable) => compute(framework, applying, { notApplicable }))
        for (const other of rest) expect(other).toEqual(first)
      }),
      runs,
    )
  })

  it('keep their quotient when every maximum and all points double', () => {
    fc.assert(
      fc.property(province, ({ framework, units }) => {
        const nodes = (list: Framework['nodes']): Framework['nodes'] =>
          list.map((node) => ({ ...node, maxPoints: (node.maxPoints * 2) as Points, children: nodes(node.children) }))
        const open = { ...framework, totalCap: null }
        const doubled = units.map((unit) => ({
          ...unit,
          scores: new Map(
            [...unit.scores].map(([id, score]) => [
              id,
              score.status === 'scored' ? { ...score, points: (score.points * 2) as Points } : score,
            ]),
          ),
        }))
        const [before, after] = [compute(open, units), compute({ ...open, nodes: nodes(framework.nodes) }, doubled)]
        expect(after.units.map(({ exact, rank }) => [exact, rank])).toEqual(before.units.map(({ exact, rank }) => [exact, rank]))
      }),
      runs,
    )
  })

  it('keep the percent of every leaf and the maximum of the whole when maxima are redistributed within one source', () => {
    fc.assert(
      fc.property(fc.array(maximum, { minLength: 2, maxLength: 6 }), fc.integer({ min: 0, max: 8 }), (maxima, share) => {
        const framework = frameworkOf(
          [{ cap: 1, counting: 'base', leaves: maxima.map((max) => ({ max, counting: 'base', source: 'appraised' })) }],
          {
            notApplicable: 'redistributed',
          },
        )
        const [first, ...rest] = leavesOf(framework.nodes)
        const scores = new Map<ReturnType<typeof nodeId>, LeafScore>(
          rest.map((node) => [node.id, { status: 'scored', points: Math.floor((node.maxPoints * share) / 8) as Points }]),
        )
        if (first) scores.set(first.id, { status: 'notApplicable' })
        const [unit] = compute(framework, [{ unit: unitId('U'), ranked: true, scores }]).units
        const whole = leavesOf(framework.nodes).reduce((sum, node) => sum + node.maxPoints, 0)
        expect(unit?.appliedMax).toBe(pointsText(whole as Points))
        for (const node of rest) {
          const points = scores.get(node.id)
          const own =
            points?.status === 'scored' ? divideFractions(fraction(BigInt(points.points)), fraction(BigInt(node.maxPoints))) : zeroFraction
          const percent = unit?.nodes[node.id]?.percent
          expect(fractionText(own) === '0/1' ? '0.000000' : percent).toBe(percent)
          expect(Math.abs(Number(percent) - (100 * Number(own.n)) / Number(own.d))).toBeLessThan(1e-6)
        }
      }),
      runs,
    )
  })
})
