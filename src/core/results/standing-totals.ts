import { unitId } from '../ids.ts'
import type { ScoreSource } from '../vocabulary.ts'
import { applyPolicies } from './applied-leaf.ts'
import { exactTally } from './exact-tally.ts'
import type { Plan } from './plan.ts'
import { redistribute } from './redistribute.ts'
import { leafColumnsOfSheets, type ScoreCells, scoreOfCell, scoresOfCells } from './score-sheet.ts'
import { sumUnit } from './sum-unit.ts'
import { columnOfNode, type SumText, type Tally, totalColumn } from './tally.ts'
import { wholeTally } from './whole-tally.ts'

/** A sum of a unit as it is kept while its cycle runs. */
interface StandingSum extends SumText {
  readonly exact: string | null
}

export interface StandingArea extends StandingSum {
  readonly nodeId: string
}

/** The whole of a unit as it is kept while its cycle runs, with how much of it is there, and each area (also of bonus and penalty). */
export interface StandingTotal extends StandingSum {
  readonly bySource: Readonly<Record<ScoreSource, string>>
  readonly missing: number
  readonly notApplicable: number
  readonly answered: number
  readonly leaves: number
  readonly areas: readonly StandingArea[]
}

const countsOf = (cells: ScoreCells, leaves: number) => {
  let [missing, notApplicable] = [0, 0]
  for (let leaf = 0; leaf < leaves; leaf++) {
    const { status } = scoreOfCell(cells[leaf])
    if (status === 'missing') missing++
    else if (status === 'notApplicable') notApplicable++
  }
  return { missing, notApplicable, answered: leaves - missing, leaves }
}

/** One unit in quotients: what redistribution and carried shares need. */
const tallyExactly = (plan: Plan, cells: ScoreCells): Tally => {
  const scores = scoresOfCells(
    plan.leaves.map(({ node }) => node),
    cells,
  )
  const leaves = redistribute(plan, applyPolicies(plan, { unit: unitId(''), ranked: true, scores }, {}, undefined))
  return exactTally(plan, [sumUnit(plan, leaves)])
}

const totalOf = (plan: Plan, cells: ScoreCells, tally: Tally, unit: number): StandingTotal => {
  const sumOf = (column: number): StandingSum => ({ ...tally.sum(unit, column), exact: tally.exact(unit, column) })
  return {
    ...sumOf(totalColumn),
    bySource: tally.bySource(unit),
    ...countsOf(cells, plan.leaves.length),
    areas: plan.nodes.flatMap(({ node, parent }, at) => (parent === -1 ? [{ nodeId: node.id, ...sumOf(columnOfNode(at)) }] : [])),
  }
}

/**
 * What `unit_total` keeps of every unit, in the order of the sheets. In whole numbers where these suffice, unit by unit in quotients where a policy needs
 * them; both give the same text. Without a cycle before there is no share to carry.
 */
export const standingTotals = (plan: Plan, sheets: readonly ScoreCells[]): readonly StandingTotal[] => {
  const columns = leafColumnsOfSheets(plan, sheets, {})
  if (columns) {
    const tally = wholeTally(plan, columns)
    return sheets.map((cells, unit) => totalOf(plan, cells, tally, unit))
  }
  return sheets.map((cells) => {
    const own = leafColumnsOfSheets(plan, [cells], {})
    return totalOf(plan, cells, own ? wholeTally(plan, own) : tallyExactly(plan, cells), 0)
  })
}
