import { accept, type Result } from '../result.ts'
import { parseRule } from '../rules/parse-rule.ts'
import type { Rule } from '../rules/registry.ts'
import { ruleMaximum } from '../rules/rule-maximum.ts'
import type { FrameworkNode } from './framework.ts'

/** The rule of a row, read with the maximum of the row; nothing where it is appraised by hand. */
export const ruleOfNode = (node: FrameworkNode): Result<Rule | undefined> =>
  node.rule === undefined ? accept(undefined) : parseRule(node.rule, ruleMaximum(node))
