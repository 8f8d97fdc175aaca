import { checkCodes as checkCodesOfTree } from '../framework/check-codes.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import { codedRows } from './node-ids.ts'
import { countingOfTitle } from './row-words.ts'
import type { Branch } from './tree.ts'

/** Doubts about codes and names: those of any tree, at their lines, and what could be read only by assuming a slip. In document order. */
export const checkCodes = (roots: readonly Branch[], all: readonly Branch[]): readonly Problem[] => {
  const found = checkCodesOfTree(codedRows(roots))
  return all.flatMap(({ row, id }) => {
    const mayLackCode = row.opensBlock && countingOfTitle(row.name) !== undefined
    return [
      ...(found.get(id) ?? [])
        .filter(({ code }) => code !== 'missingCode' || !mayLackCode)
        .map((problem) => ({ ...problem, line: row.line })),
      ...(row.name === '' ? [errorAt('missingName', id, {}, row.line)] : []),
      ...(row.code?.raw ? [warningAt('doubtfulText', id, { raw: row.code.raw, corrected: row.code.text }, row.line)] : []),
    ]
  })
}
