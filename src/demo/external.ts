import { decimalText } from '../core/exact/decimal.ts'
import { type Points, pointsText } from '../core/exact/points.ts'
import type { FrameworkNode } from '../core/framework/framework.ts'
import type { Inputs } from '../core/rules/inputs.ts'
import { ruleOfLeaf } from '../core/rules/leaf-outcome.ts'
import { dueScore, outcomeOf } from '../features/measured/measured-score.ts'
import type { FrameworkInForce } from '../features/scores/framework-in-force.ts'
import type { Building } from './building.ts'
import { indexSource } from './phrases.ts'

interface DemoValue {
  readonly unit_id: string
  readonly node_id: string
  readonly inputs: Inputs | null
}

/** Points out of the value that another evaluation published, `share` of the way up its scale; nothing where the leaf has no rule for one. */
export const externalScore = (
  node: FrameworkNode,
  { year, share }: { readonly year: number; readonly share: number },
): { readonly points: string; readonly reason: string; readonly inputs: Inputs } | undefined => {
  const rule = ruleOfLeaf(node)
  if (rule?.kind !== 'externalIndex') return undefined
  const value = pointsText((Math.floor(share * 10_000) * Number(decimalText(rule.scale.to))) as Points)
  const inputs = { [rule.value]: value, year: String(year) }
  const leaf = { node, rule }
  const due = dueScore(leaf, outcomeOf(leaf, inputs), inputs, undefined, { source: indexSource, year })
  if (due?.points === undefined || !due.reason) throw new Error(`the index of ${node.id} gives nothing`)
  return { points: pointsText(due.points), reason: due.reason, inputs }
}

/** The values behind the points, as the page of external indices stores them. */
export const addExternalValues = async (
  { transaction, actor }: Building,
  cycle: { readonly id: string; readonly year: number },
  { leaves }: FrameworkInForce,
  scores: readonly DemoValue[],
): Promise<void> => {
  const rows = scores.flatMap(({ unit_id, node_id, inputs }) => {
    const node = leaves.get(node_id)
    const rule = node && ruleOfLeaf(node)
    if (rule?.kind !== 'externalIndex' || !inputs) return []
    const place = { authority_id: actor.authorityId, cycle_id: cycle.id, unit_id, node_id }
    return [{ ...place, value: String(inputs[rule.value]), source: indexSource, year: cycle.year, changed_by: actor.personId }]
  })
  if (rows.length > 0) await transaction.insertInto('external_value').values(rows).execute()
}
