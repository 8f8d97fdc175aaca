import { type Points, sumPoints, zeroPoints } from '../exact/points.ts'
import type { FrameworkNode } from '../framework/framework.ts'
import { nodeId } from '../ids.ts'
import type { Counting, NodeLevel, ScoreSource } from '../vocabulary.ts'
import { cleanLines, cleanText } from './clean-text.ts'
import { type Figure, readFigure } from './figure.ts'
import type { PrintedRow } from './printed-row.ts'
import { countingOfTitle, isIfAny, namesSurvey } from './row-words.ts'
import type { NodeRow } from './table-rows.ts'
import type { Branch } from './tree.ts'
import type { RowUnits } from './unit-lists.ts'

interface Inherited {
  readonly counting: Counting
  readonly source: ScoreSource
}

const levels: readonly NodeLevel[] = ['area', 'criterion', 'subCriterion']

/** Turns the tree of rows into nodes: the maximum of a parent is the sum of its base leaves, what was printed stays where it differs. */
export const frameworkNodes = (roots: readonly Branch[], unitsOf: (row: PrintedRow) => RowUnits): readonly FrameworkNode[] => {
  const build = (branch: Branch, inherited: Inherited): FrameworkNode => {
    const counting = inherited.counting === 'base' ? (countingOf(branch) ?? 'base') : inherited.counting
    const source = inherited.source === 'appraised' && isSurvey(branch) ? 'survey' : inherited.source
    const children = branch.children.map((child) => build(child, { counting, source }))
    const { row, depth, id } = branch
    const head = { id: nodeId(id), code: row.code?.text ?? '', name: row.name, level: levels[Math.min(depth, 2)] as NodeLevel }
    return { ...head, ...maximaOf(printedMaxOf(row), children, counting), counting, source, ...unitsOf(row), ...remarksOf(row), children }
  }
  return roots.map((root) => build(root, { counting: 'base', source: 'appraised' }))
}

/** The printed maximum of a row. A penalty is printed with or without its sign and kept without. */
export const printedMaxOf = (row: PrintedRow): Points | undefined => {
  const figure = row.figures['max']
  return figure?.kind === 'points' ? (Math.abs(figure.points) as Points) : undefined
}

/** Only a part of the table, or a block within one, is bonus or penalty by its title. */
const countingOf = (branch: Branch): Counting | undefined => (branch.depth <= 1 ? countingOfTitle(branch.row.name) : undefined)

const maximaOf = (
  printed: Points | undefined,
  children: readonly FrameworkNode[],
  counting: Counting,
): Pick<FrameworkNode, 'maxPoints' | 'printedMaxPoints'> => {
  if (children.length === 0) return { maxPoints: printed ?? zeroPoints }
  const summed = sumPoints(children.filter((child) => counting !== 'base' || child.counting === 'base').map((child) => child.maxPoints))
  if (counting !== 'base') return { maxPoints: printed ?? summed }
  return printed === undefined || printed === summed ? { maxPoints: summed } : { maxPoints: summed, printedMaxPoints: printed }
}

/** Marked in a column of its own, or named so. Points in such a column mark a leaf alone: a group has points of both kinds. */
const isSurvey = ({ row: { name, texts, figures }, children }: Branch): boolean => {
  const marked = cleanText(texts.survey ?? '')
  if (/^(?:x|có|✓|✔|v|√|xhh|đtxhh|điều tra.*|khảo sát.*)$/iu.test(marked) || (children.length === 0 && isWhole(marked, figures['max'])))
    return true
  const figure = figures['max']
  const remark = figure?.kind === 'points' ? (figure.note ?? '') : ''
  return [name, texts.note ?? '', texts.calculation ?? '', remark].some(namesSurvey)
}

/** Points in the column of the survey that are all the points there are. */
const isWhole = (marked: string, max: Figure | undefined): boolean => {
  const figure = readFigure(marked)
  return figure.kind === 'points' && figure.points > 0 && max?.kind === 'points' && max.points === figure.points
}

const remarksOf = (row: NodeRow): Partial<FrameworkNode> => {
  const figure = row.figures['max']
  const remark = figure?.kind === 'points' ? figure.note : undefined
  const note = [row.texts.note, remark]
    .filter((part) => part !== undefined)
    .map(cleanText)
    .join('; ')
  const calculation = [row.texts.calculation, ...row.calculations].filter((part) => part !== undefined && part !== '').join('\n')
  const evidence = row.texts.evidence
  return {
    ...(note ? { note } : {}),
    ...(calculation ? { calculation: cleanLines(calculation) } : {}),
    ...(isIfAny(row.name) ? { ifAny: true } : {}),
    ...(evidence ? { evidence: cleanLines(evidence) } : {}),
  }
}
