import { errorAt, type Problem, warningAt } from '../problem.ts'
import { type Code, nextCode } from './code.ts'
import { countingOfTitle } from './row-words.ts'
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
