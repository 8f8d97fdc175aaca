import { type Problem, warningAt } from '../problem.ts'
import { type Code, parseCode } from './code.ts'
import { beginsAlike, firstCode, isOneSeries, nextCode } from './code-series.ts'
import { type CodedNode, walkRows } from './coded-node.ts'

interface SeenCode {
  readonly id: string
  readonly parent: CodedNode | undefined
  readonly area: CodedNode
}

/**
 * Whether two equal codes are a slip: always under one parent; a dotted code also within one area, and across areas where it names one of
 * them (`3.2` under 3 and under 4). Numbering that starts anew in every area (I → 1, 2; II → 1, 2) is no slip.
 */
const isRepeat = (code: string, here: SeenCode, before: SeenCode): boolean => {
  if (here.parent === before.parent) return true
  if (!code.includes('.')) return false
  if (here.area === before.area) return true
  const first = code.split('.')[0]
  return here.area.code === first || before.area.code === first
}

/** Codes that stand twice, by the row that repeats. */
const repeatsIn = (areas: readonly CodedNode[]): ReadonlyMap<CodedNode, Problem> => {
  const repeats = new Map<CodedNode, Problem>()
  const seen = new Map<string, SeenCode[]>()
  for (const { node, above } of walkRows(areas)) {
    if (node.code === '') continue
    const here = { id: node.id, parent: above.at(-1), area: above[0] ?? node }
    const earlier = seen.get(node.code) ?? []
    seen.set(node.code, [...earlier, here])
    const first = earlier.find((before) => isRepeat(node.code, here, before))
    if (first) repeats.set(node, warningAt('duplicateCode', node.id, { repeated: node.code, duplicateOf: first.id }))
  }
  return repeats
}

/** What a row should have been called after the row before it, or as the first of its parent; areas may begin anywhere, so that part of a set can be checked. */
const expectedCode = (code: Code, before: Code | undefined, parent: CodedNode | undefined): string | undefined => {
  if (!before) return parent && firstCode(code, parseCode(parent.code))
  return isOneSeries(before, code) && (parent || beginsAlike(before, code)) ? nextCode(before) : undefined
}

/** Codes that were skipped, by the row after the gap. A code that stands twice is no gap too. */
const gapsAmong = (siblings: readonly CodedNode[], parent: CodedNode | undefined, repeats: ReadonlyMap<CodedNode, Problem>) => {
  const gaps = new Map<CodedNode, Problem>()
  let before: Code | undefined
  for (const node of siblings) {
    const code = parseCode(node.code)
    if (!code || repeats.has(node)) continue
    const expected = expectedCode(code, before, parent)
    if (expected !== undefined && expected !== code.text) gaps.set(node, warningAt('codeGap', node.id, { expected, found: code.text }))
    before = code
  }
  return gaps
}

/** Doubts about the codes of a whole tree: absent, repeated, skipped. Returns a list by node id; order within a node is missing, repeated, skipped. */
export const checkCodes = (areas: readonly CodedNode[]): ReadonlyMap<string, readonly Problem[]> => {
  const repeats = repeatsIn(areas)
  const rows = [...walkRows(areas)].map(({ node }) => node)
  const gaps = new Map([...gapsAmong(areas, undefined, repeats), ...rows.flatMap((row) => [...gapsAmong(row.children, row, repeats)])])
  return new Map(
    rows.map((row) => [
      row.id,
      [
        ...(row.code === '' ? [warningAt('missingCode', row.id, { name: row.name })] : []),
        ...[repeats.get(row), gaps.get(row)].filter((problem) => problem !== undefined),
      ],
    ]),
  )
}
