import { decimalText } from '../exact/decimal.ts'
import { compareFractions, fractionOfPoints } from '../exact/fraction.ts'
import { type Points, pointsText } from '../exact/points.ts'
import { errorAt, type Problem, warningAt } from '../problem.ts'
import type { Counting, ScoreSource } from '../vocabulary.ts'
import { maxOfRule } from './parse-rule.ts'
import type { Rule, RuleKindName } from './registry.ts'
import { ruleMaximum } from './rule-maximum.ts'

/** What a rule has to fit: the row of the criteria table that it stands at. */
interface RuledLeaf {
  readonly id: string
  readonly maxPoints: Points
  readonly source: ScoreSource
  readonly counting: Counting
}

/** Kinds whose points can come from one source only. */
const sourceOfKind: Readonly<Partial<Record<RuleKindName, ScoreSource>>> = { survey: 'survey', panel: 'panel', manual: 'appraised' }

/**
 * Whether a rule fits its criterion: the same maximum (an error, since points above it would be refused and points below it never reached), a source
 * that the kind can have, and a bonus or penalty block only where the row counts as one.
 */
export const checkRuleOfLeaf = (rule: Rule, leaf: RuledLeaf): readonly Problem[] => {
  const most = fractionOfPoints(ruleMaximum(leaf))
  const max = maxOfRule(rule, most)
  const differs = max !== undefined && compareFractions(max, most) !== 0
  const source = sourceOfKind[rule.kind]
  const isBlock = rule.kind === 'bonusPenalty'
  return [
    ...(differs ? [errorAt('ruleMaxDiffers', leaf.id, { rule: decimalText(max), leaf: pointsText(leaf.maxPoints) })] : []),
    ...(source !== undefined && source !== leaf.source
      ? [warningAt('ruleSourceDiffers', leaf.id, { kind: rule.kind, source: leaf.source })]
      : []),
    ...(isBlock && rule.counting !== leaf.counting
      ? [errorAt('ruleCountingDiffers', leaf.id, { kind: rule.kind, counting: leaf.counting })]
      : []),
  ]
}
