import { createHash } from 'node:crypto'
import { canonicalJson } from '../../core/canonical-json.ts'
import { type Points, pointsText, zeroPoints } from '../../core/exact/points.ts'
import { formatFramework } from '../../core/framework/format-framework.ts'
import type { Framework } from '../../core/framework/framework.ts'
import { type PlacedNode, walkNodes } from '../../core/framework/walk.ts'
import type { ActContext } from '../../platform/database/transaction.ts'

/** Bounds of a row's points: a penalty's maximum lies below zero. */
const boundsOf = ({ node: { maxPoints } }: PlacedNode) => ({
  min_points: pointsText(Math.min(maxPoints, zeroPoints) as Points),
  max_points: pointsText(Math.max(maxPoints, zeroPoints) as Points),
})

/** Writes the rows of a framework, while it is still a draft to the database. */
export const writeNodes = async ({ transaction, actor }: ActContext, frameworkId: string, framework: Framework): Promise<void> => {
  const rows = [...walkNodes(framework.nodes)].map((placed, position) => ({
    authority_id: actor.authorityId,
    framework_id: frameworkId,
    node_id: placed.node.id,
    position,
    parent_id: placed.parent?.id ?? null,
    depth: placed.depth,
    is_leaf: placed.node.children.length === 0,
    code: placed.node.code,
    name: placed.node.name,
    level: placed.node.level,
    counting: placed.node.counting,
    source: placed.node.source,
    ...boundsOf(placed),
  }))
  // One statement takes at most 65,535 parameters; a table of a decision is a few hundred rows.
  for (let start = 0; start < rows.length; start += 1000)
    await transaction
      .insertInto('framework_node')
      .values(rows.slice(start, start + 1000))
      .execute()
}

/** What a framework in force keeps for proof: its canonical JSON and the SHA-256 of just that text, which results name. */
export const proofOf = (framework: Framework): { document: string; hash: string } => {
  const document = canonicalJson(formatFramework(framework))
  return { document, hash: createHash('sha256').update(document).digest('hex') }
}
