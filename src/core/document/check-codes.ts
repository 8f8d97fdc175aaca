import { type Points, pointsText, sumPoints, zeroPoints } from '../exact/points.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import { type Code, nextCode } from './code.ts'
import { printedMaxOf } from './framework-of-table.ts'
import { countingOfTitle } from './row-words.ts'
import type { PrintedRow } from './printed-row.ts'
import type { Branch } from './tree.ts'

/** Doubts about codes and names: missing, repeated, out of sequence. In document order. */
export const checkCodes = (roots: readonly Branch[], all: readonly Branch[]): readonly Problem[] => {
  const problems: Problem[] = []
  const gaps = new Map([{ children: roots }, ...all].flatMap(({ children }) => gapsAmong(children)))
  for (const branch of all) {
    const { row, id } = branch
    if (!row.code && !(row.opensBlock && countingOfTitle(row.name)))
      problems.push(warningAt('missingCode', id, { name: row.name }, row.line))
    if (row.name === '') problems.push(errorAt('missingName', id, {}, row.line))
    if (row.code?.raw) problems.push(warningAt('doubtfulText', id, { raw: row.code.raw, corrected: row.code.text }, row.line))
    const original = row.code && duplicateOf(branch)
    if (original !== undefined)
      problems.push(warningAt('duplicateCode', id, { duplicateOf: original, repeated: row.code?.text ?? '' }, row.line))
    const gap = gaps.get(branch)
    if (gap) problems.push(gap)
  }
  return problems
}

const duplicateOf = ({ id }: Branch): string | undefined => (/~\d+$/u.test(id) ? id.replace(/~\d+$/u, '') : undefined)

/** Siblings of one kind whose last steps do not follow one another. */
const gapsAmong = (siblings: readonly Branch[]): readonly (readonly [Branch, Problem])[] => {
  const gaps: (readonly [Branch, Problem])[] = []
  let before: Branch | undefined
  for (const branch of siblings) {
    const code = branch.row.code
    if (!code || duplicateOf(branch) !== undefined) continue
    const last = before?.row.code
    const expected = last ? nextCode(last) : firstOf(branch)
    const isSameSeries =
      !last ||
      (last.kind === code.kind && last.parts.length === code.parts.length && (branch.parent !== undefined || beginsAlike(last, code)))
    if (isSameSeries && expected !== undefined && expected !== code.text) {
      gaps.push([branch, warningAt('codeGap', branch.id, { expected, found: code.text }, branch.row.line)])
    }
    before = branch
  }
  return gaps
}

/** Rows picked out of a table ("1.2.1", then "2.1.3") are no series. */
const beginsAlike = (one: Code, other: Code): boolean => one.parts.slice(0, -1).every((part, index) => part === other.parts[index])

/** What the first of several siblings should be; areas may begin anywhere, so that a part of a table can be read. */
const firstOf = (branch: Branch): string | undefined => {
  const code = branch.row.code
  if (!code || !branch.parent || branch.parent.children.length < 1) return undefined
  return code.kind === 'number' && code.parts.length > 1 ? nextCode(code, 1 - (code.parts.at(-1) ?? 0)) : undefined
}

/** Maxima that are missing, or do not add up: every parent against its printed children and against its leaves. */
export const checkMaxima = (all: readonly Branch[]): readonly Problem[] => {
  const sums = new Map<Branch, Points>()
  for (const branch of [...all].reverse()) sums.set(branch, leafSum(branch, sums))
  return all.flatMap((branch) => maximaProblems(branch, sums))
}

/** The sum of the leaves; where none of them prints points, what the group prints is all there is. */
const leafSum = (branch: Branch, sums: ReadonlyMap<Branch, Points>): Points => {
  const printed = printedMaxOf(branch.row) ?? zeroPoints
  if (branch.children.length === 0) return printed
  const sum = sumPoints(baseChildren(branch.children).map((child) => sums.get(child) ?? zeroPoints))
  return sum === zeroPoints ? printed : sum
}

/** Bonus and penalty stand outside every sum. */
export const baseChildren = (branches: readonly Branch[]): readonly Branch[] =>
  branches.filter((branch) => branch.depth > 1 || countingOfTitle(branch.row.name) === undefined)

const maximaProblems = (branch: Branch, sums: ReadonlyMap<Branch, Points>): readonly Problem[] => {
  const { row, id } = branch
  const printed = printedMaxOf(row)
  if (branch.children.length === 0) return printed === undefined ? [errorAt('missingMaxPoints', id, {}, row.line)] : []
  if (printed === undefined || isOutside(branch)) return []
  return sumProblems(id, row.line, printed, baseChildren(branch.children), sums)
}

const isOutside = (branch: Branch): boolean =>
  (branch.depth <= 1 && countingOfTitle(branch.row.name) !== undefined) || (branch.parent ? isOutside(branch.parent) : false)

/** Compares a printed figure with the sum of what is printed one level below, and of the leaves where that is another sum. */
export const sumProblems = (
  at: string,
  line: number | undefined,
  printed: Points,
  children: readonly Branch[],
  sums: ReadonlyMap<Branch, Points>,
): readonly Problem[] => {
  const fromLeaves = sumPoints(children.map((child) => sums.get(child) ?? zeroPoints))
  const fromChildren = sumPoints(children.map((child) => printedMaxOf(child.row) ?? sums.get(child) ?? zeroPoints))
  const places = [
    ...(fromChildren === printed ? [] : [{ from: 'children' as const, derived: fromChildren }]),
    ...(fromLeaves === printed || fromLeaves === fromChildren ? [] : [{ from: 'leaves' as const, derived: fromLeaves }]),
  ]
  const isUnknown = children.length > 0 && fromChildren === zeroPoints
  return isUnknown
    ? []
    : places.map(({ from, derived }) =>
        errorAt('totalMismatch', at, { printed: pointsText(printed), derived: pointsText(derived), from }, line),
      )
}

/** The printed grand total against the areas and against all leaves. */
export const checkTotal = (roots: readonly Branch[], all: readonly Branch[], total: PrintedRow | undefined): readonly Problem[] => {
  const printed = total && printedMaxOf(total)
  if (!total || printed === undefined) return []
  const sums = new Map<Branch, Points>()
  for (const branch of [...all].reverse()) sums.set(branch, leafSum(branch, sums))
  return sumProblems('total', total.line, printed, baseChildren(roots), sums)
}
