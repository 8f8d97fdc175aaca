import { parsePoints, type Points, pointsText, subtractPoints, sumPoints, zeroPoints } from '../../core/exact/points.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { leavesOf, walkNodes } from '../../core/framework/walk.ts'
import type { Results, UnitResult } from '../../core/results/results.ts'
import { type LostLeafOfGroup, type RankedUnit, type Ranking, spreadOf } from './ranking.ts'
import type { SheetRow, UnitSheet } from './unit-sheet.ts'

/** Results with what they were computed by; `names` where units go by an id that is not their name. */
export interface PaperResults {
  readonly framework: Framework
  readonly results: Results
  readonly names?: ReadonlyMap<string, string>
}

const nameOf = ({ unit }: UnitResult, { names }: PaperResults): string => names?.get(unit) ?? unit

const groupOf = (unit: UnitResult, { framework }: PaperResults): string => unit.group ?? framework.unitGroup

const sheetRows = (unit: UnitResult, framework: Framework): readonly SheetRow[] =>
  [...walkNodes(framework.nodes)].map(({ node, depth }) => {
    const result = unit.nodes[node.id]
    return {
      code: node.code,
      name: node.name,
      depth,
      isLeaf: node.children.length === 0,
      maxPoints: pointsText(node.maxPoints),
      ...(result && { given: { points: result.points, status: result.status } }),
    }
  })

/** The sheet of one unit out of results; undefined where there is no such unit. */
export const sheetOfResults = (from: PaperResults, unitName: string): UnitSheet | undefined => {
  const unit = from.results.units.find((each) => each.unit === unitName || nameOf(each, from) === unitName)
  if (unit === undefined) return undefined
  const group = groupOf(unit, from)
  const ranked = from.results.units.filter((each) => groupOf(each, from) === group && each.rank !== null)
  const spread = spreadOf(ranked.map(({ percent }) => percent))
  return {
    unit: nameOf(unit, from),
    year: from.framework.year,
    group,
    decision: from.framework.decision,
    rows: sheetRows(unit, from.framework),
    given: unit,
    rank: unit.rank,
    rankedUnits: ranked.length,
    class: unit.class,
    groupMean: spread?.mean,
  }
}

const areaFigures = (unit: UnitResult, framework: Framework): RankedUnit['areas'] =>
  Object.fromEntries(
    framework.nodes.map(({ id }) => [id, { points: unit.nodes[id]?.points ?? null, percent: unit.nodes[id]?.percent ?? null }]),
  )

const rankedUnit = (unit: UnitResult, from: PaperResults): RankedUnit => ({
  unit: nameOf(unit, from),
  points: unit.points,
  percent: unit.percent,
  rank: unit.rank,
  class: unit.class,
  missing: unit.missing,
  change: unit.change,
  areas: areaFigures(unit, from.framework),
})

const pointsOf = (text: string | null | undefined): Points => parsePoints(text ?? '') ?? zeroPoints

/** Leaves of the base by the points that units did not get there, most first. What does not apply or was not measured loses nothing. */
const lostLeaves = (units: readonly UnitResult[], framework: Framework): readonly LostLeafOfGroup[] =>
  leavesOf(framework.nodes)
    .filter(({ counting }) => counting === 'base')
    .map((leaf) => {
      const lost = units.flatMap((unit) => {
        const result = unit.nodes[leaf.id]
        if (result === undefined || result.status === 'notApplicable' || result.status === 'notMeasured') return []
        const less = subtractPoints(leaf.maxPoints, pointsOf(result.points))
        return less > 0 ? [less] : []
      })
      return { leaf, lost, sum: sumPoints(lost) }
    })
    .filter(({ sum }) => sum > 0)
    .sort((a, b) => b.sum - a.sum)
    .map(({ leaf, lost, sum }) => ({ code: leaf.code, name: leaf.name, units: lost.length, of: units.length, lost: pointsText(sum) }))

/** The ranking out of results: every group for itself, groups in the order in which they come. */
export const rankingOfResults = (from: PaperResults): Ranking => {
  const { framework, results } = from
  const areas = framework.nodes.map(({ id, code, name, maxPoints }) => ({ id, code, name, maxPoints: pointsText(maxPoints) }))
  return {
    year: framework.year,
    groups: [...Map.groupBy(results.units, (unit) => groupOf(unit, from))].map(([group, units]) => ({
      group,
      areas,
      units: units.map((unit) => rankedUnit(unit, from)),
      lostLeaves: lostLeaves(units, framework),
    })),
  }
}
