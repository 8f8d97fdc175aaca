import { parsePoints, type Points } from '../exact/points.ts'
import type { Framework } from '../framework/framework.ts'
import type { Problem } from '../problem.ts'
import { errorAt, warningAt } from '../problem.ts'
import { checkFigures, checkWords, countNodes } from './check-rows.ts'
import { inDocumentOrder, placed } from './document-order.ts'
import { checkGrandTotal, checkMaximum, isConsequence } from '../framework/check-totals.ts'
import { walkNodes } from '../framework/walk.ts'
import { checkUnits } from '../framework/check-units.ts'
import { checkCodes } from './check-codes.ts'
import { countProblems, statedCounts } from './stated-counts.ts'
import { frameworkNodes, printedMaxOf } from './framework-of-table.ts'
import type { ReadTable } from './read-table.ts'

const hundred = parsePoints('100') as Points

/** The criteria of a table as a framework, with every doubt about them. */
export const readCriteria = (table: ReadTable): { readonly framework: Framework; readonly problems: readonly Problem[] } => {
  const { facts, roots, all, rows, unitsOf } = table
  const total = rows.totals.find((row) => printedMaxOf(row) !== undefined)
  const printedTotal = total && printedMaxOf(total)
  const nodes = frameworkNodes(roots, unitsOf)
  const framework: Framework = {
    title: facts.title,
    decision: facts.decision,
    year: facts.year,
    unitGroup: '',
    scaleTotal: printedTotal ?? hundred,
    ...(printedTotal === undefined ? {} : { printedTotal }),
    totalCap: printedTotal ?? hundred,
    ranking: { method: 'competition', tieBreak: [], precision: 'full' },
    notApplicable: 'excluded',
    absentBlock: 'rescale',
    classes: [],
    nodes,
  }
  const problems = [
    ...checkCodes(roots, all),
    ...placed(
      [...walkNodes(nodes)].flatMap(({ node }) => checkMaximum(node)),
      all,
    ).filter((problem) => !isConsequence(problem)),
    ...checkFigures(
      all.map(({ row, id }) => ({ row, id })),
      (key) => key === 'max',
    ),
    ...checkWords(all),
    ...placed([...checkUnits(nodes).values()].flat(), all),
    ...rows.unreadable.map((row) => warningAt('unreadableRow', '', { text: row.name }, row.line)),
    ...(total && printedTotal !== undefined ? checkGrandTotal(framework).map((problem) => ({ ...problem, line: total.line })) : []),
    ...countProblems(statedCounts(table.surrounding, 'criteria'), countNodes(nodes)),
  ]
  return { framework, problems: inDocumentOrder(nodes.length > 0 ? problems : [errorAt('noTable', '', { kind: 'criteria' })], all) }
}
