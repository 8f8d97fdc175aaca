import type { FrameworkNode } from '../framework/framework.ts'
import { type Problem, warningAt } from '../problem.ts'
import type { Layout } from './layout.ts'
import { hasPoints, type PrintedRow } from './printed-row.ts'
import type { Branch } from './tree.ts'
import type { RowUnits } from './unit-lists.ts'
import { doubtfulWords } from './doubtful-words.ts'
import { spellingGroups } from './unit-spelling.ts'

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

/**
 * Leaves without lead or coordinating unit, where the table has a column for them. Where most leaves name none themselves, the group above speaks
 * for them.
 */
export const checkUnits = (leaves: readonly Branch[], layout: Layout, unitsOf: (row: PrintedRow) => RowUnits): readonly Problem[] => {
  const lacks = (role: 'lead' | 'coordinating', list: keyof RowUnits) => {
    if (!layout.texts.some((column) => column.role === role)) return new Set<Branch>()
    const named = leaves.filter((leaf) => unitsOf(leaf.row)[list].length > 0).length
    if (named === 0) return new Set<Branch>()
    const speaks = (branch: Branch | undefined): boolean =>
      branch !== undefined && (unitsOf(branch.row)[list].length > 0 || speaks(branch.parent))
    return new Set(leaves.filter((leaf) => unitsOf(leaf.row)[list].length === 0 && !(named * 2 < leaves.length && speaks(leaf.parent))))
  }
  const [withoutLead, withoutCoordinating] = [lacks('lead', 'leadUnits'), lacks('coordinating', 'coordinatingUnits')]
  return leaves.flatMap((leaf) => [
    ...(withoutLead.has(leaf) ? [warningAt('missingLeadUnit', leaf.id, {}, leaf.row.line)] : []),
    ...(withoutCoordinating.has(leaf) ? [warningAt('missingCoordinatingUnit', leaf.id, {}, leaf.row.line)] : []),
  ])
}

/** One unit under several names, at the row where the second one is first met. */
export const checkSpelling = (rows: readonly PlacedRow[], unitsOf: (row: PrintedRow) => RowUnits): readonly Problem[] => {
  const met = rows.flatMap(({ row, id }) => {
    const { leadUnits, coordinatingUnits } = unitsOf(row)
    return [...leadUnits, ...coordinatingUnits].map((name) => ({ name, id, line: row.line }))
  })
  return spellingGroups(met.map(({ name }) => name)).flatMap(({ spellings, proposed, second }) => {
    const place = met.find(({ name }) => name === second)
    return place ? [warningAt('unitSpelling', place.id, { spellings, proposed }, place.line)] : []
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
