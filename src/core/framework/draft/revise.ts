import type { Points } from '../../exact/points.ts'
import { accept, type Result } from '../../result.ts'
import { buildNodes, draftOf } from '../build-nodes.ts'
import type { Framework, FrameworkNode } from '../framework.ts'
import { walkNodes } from '../walk.ts'
import type { FrameworkDraft } from './draft.ts'
import { followIds, renumber } from './renumber.ts'
import type { Rows } from './row-tree.ts'

const figures = (nodes: readonly FrameworkNode[]): ReadonlyMap<string, readonly [Points, Points | undefined]> =>
  new Map([...walkNodes(nodes)].map(({ node }) => [node.id, [node.maxPoints, node.printedMaxPoints]]))

/** A choice between print and sum was made for these two figures; other figures ask anew. */
const reopen = (nodes: readonly FrameworkNode[], before: ReturnType<typeof figures>): readonly FrameworkNode[] =>
  nodes.map((node) => {
    const { settled, ...rest } = node
    const [max, printed] = before.get(node.id) ?? []
    const stands = settled !== undefined && max === node.maxPoints && printed === node.printedMaxPoints
    return { ...rest, ...(stands ? { settled } : {}), children: reopen(node.children, before) }
  })

const sumOfAreas = ({ nodes }: Framework): number => nodes.reduce((sum, node) => sum + (node.counting === 'base' ? node.maxPoints : 0), 0)

/** The framework with another head or tree, its choice about the grand total only while both figures stay. */
export const reviseFramework = (before: Framework, after: Framework): Framework => {
  const { settledTotal, ...rest } = after
  const stands =
    sumOfAreas(before) === sumOfAreas(after) && before.printedTotal === after.printedTotal && before.scaleTotal === after.scaleTotal
  const isNew = settledTotal !== before.settledTotal
  return settledTotal && (stands || isNew) ? { ...rest, settledTotal } : rest
}

/** What stands at a row follows its id and goes with it; places that are no rows stay. */
const follow = <Placed extends { readonly at: string }>(
  list: readonly Placed[],
  before: readonly FrameworkNode[],
  ids: ReadonlyMap<string, string>,
): readonly Placed[] => {
  const rows = new Set<string>([...walkNodes(before)].map(({ node }) => node.id))
  return list.filter(({ at }) => !rows.has(at) || ids.has(at)).map((each) => ({ ...each, at: ids.get(each.at) ?? each.at }))
}

/** Builds the tree again after its rows changed: sums, ids, choices, and what refers to rows. */
export const reviseRows = (draft: FrameworkDraft, change: (rows: Rows) => Result<Rows>): Result<FrameworkDraft> => {
  const { framework, doubts, dismissals, refusedProposals } = draft
  const rows = change(framework.nodes.map(draftOf))
  if (!rows.ok) return rows
  const { nodes, ids } = renumber(framework.nodes, reopen(buildNodes(rows.value), figures(framework.nodes)))
  return accept({
    framework: reviseFramework(framework, followIds({ ...framework, nodes }, ids)),
    doubts: follow(doubts, framework.nodes, ids),
    dismissals: follow(dismissals, framework.nodes, ids),
    refusedProposals: follow(refusedProposals, framework.nodes, ids),
  })
}
