import type { Points } from '../exact/points.ts'
import { accept, type Result } from '../result.ts'
import { parseRule } from '../rules/parse-rule.ts'
import type { Rule } from '../rules/registry.ts'
import type { FrameworkNode } from './framework.ts'

/** The most that a rule of this row may give or take: a penalty's maximum lies below zero, its rule says it without the sign. */
export const ruleMaximum = ({ maxPoints }: Pick<FrameworkNode, 'maxPoints'>): Points => Math.abs(maxPoints) as Points

/** The rule of a row, read with the maximum of the row; nothing where it is appraised by hand. */
export const ruleOfNode = (node: FrameworkNode): Result<Rule | undefined> =>
  node.rule === undefined ? accept(undefined) : parseRule(node.rule, ruleMaximum(node))
