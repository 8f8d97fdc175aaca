import { pointsText, sumPoints } from '../../../core/exact/points.ts'
import type { Framework } from '../../../core/framework/framework.ts'
import { compareFrameworks } from '../../../core/framework/versions/compare-frameworks.ts'
import { proposeCodeMap } from '../../../core/framework/versions/propose-code-map.ts'
import type { PlacedNode } from '../../../core/framework/walk.ts'
import { errorAt } from '../../../core/problem.ts'
import { accept, refuse, type Result } from '../../../core/result.ts'
import type { ActContext } from '../../../platform/database/transaction.ts'
import { decisionNumber } from '../decision-number.ts'
import type { ComparedNode, ComparisonView } from '../framework-shapes.ts'
import { type FrameworkRecord, loadFramework } from '../load-framework.ts'
import { contentOf, sentenceOf } from '../view-framework.ts'

const nodeOf = ({ node, depth }: PlacedNode): ComparedNode => {
  const sentence = node.rule && sentenceOf(node.rule, node)
  return {
    id: node.id,
    code: node.code,
    name: node.name,
    maxPoints: pointsText(node.maxPoints),
    depth,
    isLeaf: node.children.length === 0,
    ...(sentence !== undefined && { ruleSentence: sentence }),
  }
}

const headOf = (record: FrameworkRecord, { title, year, decision, nodes }: Framework) => ({
  id: record.id,
  title,
  year,
  decisionNumber: decision.number,
  status: record.status,
  ...(record.hash && { hash: record.hash }),
  total: pointsText(sumPoints(nodes.filter(({ counting }) => counting === 'base').map(({ maxPoints }) => maxPoints))),
})

const inForceBeside = async ({ transaction }: ActContext, frameworkId: string) => {
  const rows = await transaction
    .selectFrom('framework')
    .select(['id', 'title', 'year'])
    .select(decisionNumber.as('decision_number'))
    .where('status', '=', 'inForce')
    .where('id', '!=', frameworkId)
    .orderBy('year', 'desc')
    .orderBy('unit_group')
    .orderBy('in_force_from', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ decision_number, ...row }) => ({ ...row, decisionNumber: decision_number ?? '' }))
}

const contentAt = async (context: ActContext, frameworkId: string) => {
  const record = await loadFramework(context, frameworkId)
  if (!record.ok) return record
  const content = contentOf(record.value)
  return content.ok ? accept({ record: record.value, framework: content.value.framework }) : content
}

/**
 * Compares a framework with an older one. What became of rows is what a person settled, where the two are the pair that was settled; else what
 * names and codes propose.
 */
export const compareWith = async (
  context: ActContext,
  frameworkId: string,
  withId: string | undefined,
): Promise<Result<ComparisonView>> => {
  const now = await contentAt(context, frameworkId)
  if (!now.ok) return now
  const others = await inForceBeside(context, frameworkId)
  const oldId = withId ?? now.value.record.based_on ?? others[0]?.id
  if (oldId === undefined) return refuse(errorAt('notFound', '', { what: 'framework' }))
  const old = await contentAt(context, oldId)
  if (!old.ok) return old
  const { framework } = now.value
  const isSettled = framework.basedOn !== undefined && framework.basedOn === old.value.record.hash && framework.codeMap !== undefined
  const codeMap = isSettled ? (framework.codeMap ?? {}) : proposeCodeMap(old.value.framework, framework)
  return accept({
    old: headOf(old.value.record, old.value.framework),
    now: headOf(now.value.record, framework),
    rows: compareFrameworks(old.value.framework, framework, codeMap).map((row) => ({
      old: row.old.map(nodeOf),
      ...(row.now && { now: nodeOf(row.now) }),
      changes: [...row.changes],
    })),
    codeMap: Object.fromEntries(Object.entries(codeMap).map(([id, ids]) => [id, [...ids]])),
    isSettled,
    others,
  })
}
