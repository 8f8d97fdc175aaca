import { type Problem, warningAt } from '../problem.ts'
import { nextCode, startsSeries } from './code-series.ts'
import type { FrameworkNode } from './framework.ts'

interface SeenCode {
  readonly id: string
  readonly parent: FrameworkNode | undefined
  readonly area: FrameworkNode
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

const missingCodes = (node: FrameworkNode): readonly Problem[] =>
  node.code === '' ? [warningAt('missingCode', node.id, { name: node.name })] : []

/** The code one row should have had after the row before it, or as the first of its parent; areas may begin anywhere, so that part of a set can be checked. */
const gapBefore = (node: FrameworkNode, before: FrameworkNode | undefined, parent: FrameworkNode | undefined): readonly Problem[] => {
  if (node.code === '' || before?.code === '' || before?.code === node.code) return []
  const expected = before ? nextCode(before.code, node.code) : parent && startsSeries(node.code, parent.code)
  return expected === undefined || expected === node.code ? [] : [warningAt('codeGap', node.id, { expected, found: node.code })]
}

/** Codes of the whole tree: absent, repeated, skipped. Returns a list by node id; order within a node is missing, repeated, skipped. */
export const checkCodes = (areas: readonly FrameworkNode[]): ReadonlyMap<string, readonly Problem[]> => {
  const found = new Map<string, readonly Problem[]>()
  const seen = new Map<string, SeenCode[]>()
  const repeats = (node: FrameworkNode, here: SeenCode): readonly Problem[] => {
    if (node.code === '') return []
    const earlier = seen.get(node.code) ?? []
    seen.set(node.code, [...earlier, here])
    const first = earlier.find((before) => isRepeat(node.code, here, before))
    return first ? [warningAt('duplicateCode', node.id, { repeated: node.code, duplicateOf: first.id })] : []
  }
  const visit = (siblings: readonly FrameworkNode[], parent: FrameworkNode | undefined, area: FrameworkNode | undefined): void => {
    siblings.forEach((node, index) => {
      const here = { id: node.id, parent, area: area ?? node }
      found.set(node.id, [...missingCodes(node), ...repeats(node, here), ...gapBefore(node, siblings[index - 1], parent)])
      visit(node.children, node, area ?? node)
    })
  }
  visit(areas, undefined, undefined)
  return found
}
