import { fractionOfPoints } from '../../../core/exact/fraction.ts'
import type { Points } from '../../../core/exact/points.ts'
import type { RuleFile } from '../../../core/framework/draft/edit.ts'
import { parseRule } from '../../../core/rules/parse-rule.ts'
import type { Rule } from '../../../core/rules/registry.ts'
import { ruleFault } from '../../../language/rule-faults.ts'
import { ruleSentence } from '../../../language/rules.ts'

/** A rule as it stands in the form: ready to use, or what is wrong where. */
export interface ReadRule {
  readonly rule: Rule | undefined
  readonly sentence: string | undefined
  readonly problems: ReadonlyMap<string, string>
}

/** Reads the form on every stroke, by the same core that will score. */
export const readRuleForm = (file: RuleFile, max: Points): ReadRule => {
  const read = parseRule(file, max)
  if (!read.ok)
    return { rule: undefined, sentence: undefined, problems: new Map(read.problems.toReversed().map((each) => [each.at, ruleFault(each)])) }
  return { rule: read.value, sentence: ruleSentence(read.value, fractionOfPoints(max)), problems: new Map() }
}
