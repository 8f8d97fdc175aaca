import { pointsText, type Points } from '../src/core/exact/points.ts'
import { parseFramework } from '../src/core/framework/parse-framework.ts'
import { leavesOf } from '../src/core/framework/walk.ts'
import { type NodeId, unitId } from '../src/core/ids.ts'
import { computeResults } from '../src/core/results/compute-results.ts'
import type { LeafColumn, LeafColumns } from '../src/core/results/leaf-columns.ts'
import { type Plan, planOf } from '../src/core/results/plan.ts'
import { type Field, rankByKey } from '../src/core/results/rank.ts'
import { fieldOf } from '../src/core/results/rank-units.ts'
import type { LeafScore, UnitScores } from '../src/core/results/scores.ts'
import { columnOfNode, totalColumn } from '../src/core/results/tally.ts'
import { wholeTally } from '../src/core/results/whole-tally.ts'
import { bestOf, milliseconds, printRow, random } from './measure.ts'

/** The promise: 3,321 communes × 120 leaves × (claimed, given), 8 areas, all rankings in 20 ms and within three times the plainest loop. */
const communes = 3321
const areas = 8
const leavesPerArea = 15

const frameworkFile = {
  format: 'parindex/framework@1',
  title: 'Bench',
  year: 2026,
  nodes: Array.from({ length: areas }, (_, area) => ({
    code: `${area + 1}`,
    name: `Area ${area + 1}`,
    children: Array.from({ length: leavesPerArea }, (_, leaf) => ({
      code: `${area + 1}.${leaf + 1}`,
      name: `Leaf ${leaf + 1}`,
      maxPoints: pointsText((((leaf % 4) + 1) * 2500) as Points),
    })),
  })),
}

/** Random scores in columns: at 100× there are 80 million of them, too many to be objects. */
const randomColumns = (units: number, seed: number, plan: Plan, notApplicable: number): LeafColumns => {
  const next = random(seed)
  const columns = plan.leaves.map(({ node }): LeafColumn => {
    const points = new Int32Array(units)
    const appliedMax = new Int32Array(units).fill(node.maxPoints)
    const counted = new Uint8Array(units).fill(1)
    for (let unit = 0; unit < units; unit++) {
      if (notApplicable > 0 && next() < notApplicable) {
        appliedMax[unit] = 0
        counted[unit] = 0
      } else points[unit] = Math.floor((node.maxPoints / 500) * next()) * 500
    }
    return notApplicable > 0 ? { points, appliedMax, counted } : { points }
  })
  return { columns, missing: new Int32Array(units) }
}

const named = (units: number) =>
  Array.from({ length: units }, (_, unit) => ({
    unit: unitId(`unit ${String(unit).padStart(7, '0')}`),
    group: unit % 5 === 0 ? 'phường' : 'xã',
    ranked: true,
  }))

const scoresOf = (columns: LeafColumns, plan: Plan): readonly UnitScores[] =>
  named(columns.missing.length).map((unit, index) => ({
    ...unit,
    scores: new Map<NodeId, LeafScore>(
      plan.leaves.map(({ node }, leaf) => [node.id, { status: 'scored', points: (columns.columns[leaf]?.points[index] ?? 0) as Points }]),
    ),
  }))

/** What the engine does once scores stand in columns: sums of 8 areas and the total, 9 rankings. */
const rankAll = (plan: Plan, columns: LeafColumns, field: Field): number => {
  const tally = wholeTally(plan, columns)
  let check = 0
  for (const column of [totalColumn, ...plan.areas.map(columnOfNode)])
    check += rankByKey(field, tally.keys(column), 'competition')[0] as number
  return check
}

/** The plainest loop over the same numbers: add up, sort, look the rank up. Knows nothing of groups, of what does not apply or of what is missing. */
const plainest = (points: Int32Array, units: number, leaves: number): number => {
  const sums = Array.from({ length: areas + 1 }, () => new Int32Array(units))
  for (let unit = 0; unit < units; unit++) {
    for (let leaf = 0; leaf < leaves; leaf++) {
      const value = points[unit * leaves + leaf] as number
      const area = sums[1 + Math.floor(leaf / leavesPerArea)] as Int32Array
      area[unit] = (area[unit] as number) + value
      const total = sums[0] as Int32Array
      total[unit] = (total[unit] as number) + value
    }
  }
  return sums.reduce((check, sum) => check + plainRanks(sum), 0)
}

const plainRanks = (sum: Int32Array): number => {
  const sorted = sum.slice().sort().reverse()
  const first = new Map<number, number>()
  for (let place = sorted.length - 1; place >= 0; place--) first.set(sorted[place] as number, place + 1)
  const ranks = Int32Array.from(sum, (value) => first.get(value) ?? 0)
  return ranks[0] as number
}

const rowMajor = (plan: Plan, columns: LeafColumns): Int32Array => {
  const units = columns.missing.length
  const leaves = plan.leaves.length
  const points = new Int32Array(units * leaves)
  columns.columns.forEach((column, leaf) => {
    for (let unit = 0; unit < units; unit++) points[unit * leaves + leaf] = column.points[unit] as number
  })
  return points
}

const measure = (plan: Plan, times: number, notApplicable: number): void => {
  const ready = [1, 2].map((seed) => randomColumns(communes * times, seed, plan, notApplicable))
  const field = fieldOf(named(communes * times))
  const rows = ready.map((each) => rowMajor(plan, each))
  const rounds = times > 10 ? 5 : 25
  const engine = bestOf(rounds, () => ready.reduce((check, each) => check + rankAll(plan, each, field), 0))
  const plain = bestOf(rounds, () => rows.reduce((check, each) => check + plainest(each, communes * times, plan.leaves.length), 0))
  const share = notApplicable > 0 ? `, ${notApplicable * 100} % not applicable` : ''
  printRow(`${times}× (${(communes * times).toLocaleString('en')} units${share})`, {
    engine: milliseconds(engine),
    'plainest loop': milliseconds(plain),
    ratio: (engine / plain).toFixed(2),
    'per unit': `${((engine * 1000) / (communes * times)).toFixed(2)} µs`,
  })
}

const measureWhole = (plan: Plan): void => {
  const units = scoresOf(randomColumns(communes, 1, plan, 0), plan)
  const whole = bestOf(3, () => computeResults(plan.framework, units))
  const exact = bestOf(1, () => computeResults(plan.framework, units, { trace: true }))
  printRow('1× one set, from scores to printed results', {
    'whole numbers': milliseconds(whole),
    'quotients with traces': milliseconds(exact),
  })
}

const framework = parseFramework(frameworkFile)
if (!framework.ok) throw new Error(JSON.stringify(framework.problems))
const plan = planOf(framework.value)
console.log(
  `engine: ${leavesOf(framework.value.nodes).length} leaves, ${areas} areas, claimed and given, 18 rankings (promise at 1×: ≤ 20 ms, ratio ≤ 3)`,
)
measure(plan, 1, 0)
measure(plan, 1, 0.05)
measure(plan, 10, 0)
if (!process.argv.includes('--short')) measure(plan, 100, 0)
measureWhole(plan)
