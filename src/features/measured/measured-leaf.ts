import { decimalText } from '../../core/exact/decimal.ts'
import { type Fraction, fractionOfPoints } from '../../core/exact/fraction.ts'
import { pointsText } from '../../core/exact/points.ts'
import type { FrameworkNode } from '../../core/framework/framework.ts'
import { ruleOfLeaf } from '../../core/rules/leaf-outcome.ts'
import { parseRule } from '../../core/rules/parse-rule.ts'
import type { Rule } from '../../core/rules/registry.ts'
import type { ScoreSource } from '../../core/vocabulary.ts'
import type { FrameworkInForce } from '../scores/framework-in-force.ts'

/** A leaf that others than the unit and its appraisers measure, with the rule by which it is. */
export interface MeasuredLeaf {
  readonly node: FrameworkNode
  readonly rule: Rule
}

/** Without a rule of its own a panel marks up to the maximum, whoever gives no mark is left out, and another evaluation's value is points. */
const plainRule = (node: FrameworkNode, source: 'panel' | 'external'): Rule | undefined => {
  const max = pointsText(node.maxPoints)
  const plain =
    source === 'panel'
      ? { kind: 'panel', missing: 'leftOut' }
      : { kind: 'externalIndex', index: node.name.slice(0, 200), scale: { from: '0', to: max } }
  const parsed = parseRule(plain, node.maxPoints)
  return parsed.ok ? parsed.value : undefined
}

const kindOfSource = { panel: 'panel', external: 'externalIndex' } as const

/** The leaves of one source, in the order of the table; one whose rule is of another kind is entered elsewhere. */
export const measuredLeaves = ({ leaves }: FrameworkInForce, source: ScoreSource & ('panel' | 'external')): readonly MeasuredLeaf[] =>
  [...leaves.values()].flatMap((node) => {
    if (node.source !== source) return []
    const rule = node.rule ? ruleOfLeaf(node) : plainRule(node, source)
    return rule?.kind === kindOfSource[source] ? [{ node, rule }] : []
  })

const isFigure = (value: unknown): value is Fraction => typeof value === 'object' && value !== null && 'n' in value && 'd' in value

/** The best mark of a panel. */
export const bestMark = ({ node, rule }: MeasuredLeaf): string => {
  const scale = (rule as { readonly scale?: unknown }).scale
  return decimalText(isFigure(scale) ? scale : fractionOfPoints(node.maxPoints))
}

/** What a row of criteria is called on the pages. */
export const leafRefOf = ({ node }: MeasuredLeaf) => ({
  nodeId: node.id as string,
  code: node.code,
  name: node.name,
  maxPoints: pointsText(node.maxPoints),
})
