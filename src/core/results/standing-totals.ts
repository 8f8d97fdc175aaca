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

/** One sum of a unit as it is kept while its cycle runs, with how much of it is there. */
export interface StandingTotal extends SumText {
  /** Empty for the whole. */
  readonly nodeId: string
  readonly exact: string | null
  /** Of the whole alone. */
  readonly bySource?: Readonly<Record<ScoreSource, string>>
  readonly missing: number
  readonly notApplicable: number
  readonly answered: number
  readonly leaves: number
}

const countsOf = (cells: ScoreCells, start: number, end: number) => {
  let [missing, notApplicable] = [0, 0]
  for (let leaf = start; leaf < end; leaf++) {
    const { status } = scoreOfCell(cells[leaf])
    if (status === 'missing') missing++
    else if (status === 'notApplicable') notApplicable++
  }
  return { missing, notApplicable, answered: end - start - missing, leaves: end - start }
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

const totalsOf = (plan: Plan, cells: ScoreCells, tally: Tally, unit: number): readonly StandingTotal[] => {
  const of = (nodeId: string, column: number, start: number, end: number): StandingTotal => ({
    nodeId,
    ...tally.sum(unit, column),
    exact: tally.exact(unit, column),
    ...countsOf(cells, start, end),
  })
  const whole = { ...of('', totalColumn, 0, plan.leaves.length), bySource: tally.bySource(unit) }
  const areas = plan.nodes.flatMap(({ node, parent, start, end }, at) => (parent === -1 ? [of(node.id, columnOfNode(at), start, end)] : []))
  return [whole, ...areas]
}

/**
 * The whole and each area (also of bonus and penalty) of every unit, in the order of the sheets: what `unit_total` keeps. In whole numbers where these
 * suffice, unit by unit in quotients where a policy needs them; both give the same text. Without a cycle before there is no share to carry.
 */
export const standingTotals = (plan: Plan, sheets: readonly ScoreCells[]): readonly (readonly StandingTotal[])[] => {
  const columns = leafColumnsOfSheets(plan, sheets, {})
  if (columns) {
    const tally = wholeTally(plan, columns)
    return sheets.map((cells, unit) => totalsOf(plan, cells, tally, unit))
  }
  return sheets.map((cells) => {
    const own = leafColumnsOfSheets(plan, [cells], {})
    return totalsOf(plan, cells, own ? wholeTally(plan, own) : tallyExactly(plan, cells), 0)
  })
}
