import type { FrameworkNode } from '../framework/framework.ts'
import { type Problem, warningAt } from '../problem.ts'
import { hasPoints, type PrintedRow } from './printed-row.ts'
import type { Branch } from './tree.ts'
import { doubtfulWords } from './doubtful-words.ts'

interface PlacedRow {
  readonly row: PrintedRow
  readonly id: string
}

/** Figures that were read with a doubt: slips, words where points belong, the other decimal sign than the rest of the table. */
export const checkFigures = (rows: readonly PlacedRow[], isKey: (key: string) => boolean = () => true): readonly Problem[] => {
  const figures = rows.flatMap(({ row, id }) =>
    Object.entries(row.figures).flatMap(([column, figure]) => (isKey(column) ? [{ row, id, column, figure }] : [])),
  )
  const points = figures.filter(({ row }) => hasPoints(row)).map(({ figure }) => figure)
  const commas = points.filter((figure) => figure.kind === 'points' && figure.sign === ',').length
  const dots = points.filter((figure) => figure.kind === 'points' && figure.sign === '.').length
  const strange = commas >= dots ? '.' : ','
  return figures.flatMap(({ row, id, column, figure }) => {
    if (figure.kind === 'text') return [warningAt('doubtfulText', id, { raw: figure.raw }, row.line)]
    if (figure.kind === 'empty') return []
    const doubts: Problem[] = []
    if (figure.corrected) doubts.push(warningAt('doubtfulText', id, { raw: figure.raw, corrected: figure.corrected }, row.line))
    else if (figure.sign === strange && commas > 0 && dots > 0)
      doubts.push(warningAt('decimalSign', id, { raw: figure.raw, column }, row.line))
    return doubts
  })
}

/** Names that hold a slip of recognition; the name itself stays as printed. */
export const checkWords = (rows: readonly PlacedRow[]): readonly Problem[] =>
  rows.flatMap(({ row, id }) =>
    doubtfulWords(row.name).map(({ raw, corrected }) => warningAt('doubtfulText', id, { raw, corrected }, row.line)),
  )

/** Every leaf among the branches. */
export const leafBranches = (all: readonly Branch[]): readonly Branch[] => all.filter((branch) => branch.children.length === 0)

/** Nodes counted by level, for the counts a document states about itself. */
export const countNodes = (nodes: readonly FrameworkNode[]): Readonly<Record<'areas' | 'criteria' | 'subCriteria', number>> => {
  const counts = { areas: 0, criteria: 0, subCriteria: 0 }
  const count = (list: readonly FrameworkNode[]): void => {
    for (const node of list) {
      counts[node.level === 'area' ? 'areas' : node.level === 'criterion' ? 'criteria' : 'subCriteria'] += 1
      count(node.children)
    }
  }
  count(nodes)
  return counts
}
